"""Puts together the name that is shown where no catalogue entry fires (原文指标)."""

from __future__ import annotations

import re

from generator.catalogues.measures import Measure, MeasureKind

LONGEST = 30
"""Longer names are cut at a 的 or at the head of the phrase: a name is read in a table column."""

_LONGER = 36
"""Where nothing allows a cut a name may be a little longer; beyond that … says that it was cut."""

_SHORTEST_TAIL = 4

_ACT = re.compile(r"(?:学习(?!中心组)|传达|贯彻|研究|审议|听取|部署|宣传)")
"""Where what was done begins, a name may begin, too: 局党组|学习贯彻…."""

_ENDS = re.compile(
    r"(?:数量|总数|总量|人数|件数|次数|场次|人次|批次|户数|份数|家次|户次|件次|金额|总额|面积|[占办评点浏阅数]\w?量|率|额|数|(?<!力)量|值|频次|时长|时间|时限|期限)$"
)
"""Phrases that already say what is counted: 上传电子系统数量, 办件量, 审减金额."""

_TIMES = re.compile(r"(?:时间|时限|期限|时长)$")
"""Where things are counted they are things like any other: 规定时限138项."""

_WORKING_DAY, _LIMIT = "工作日", "时限"

_SAYS_TIME = re.compile(r"时间|时限|期限|时长|用时|耗时|时效|周期|工期|天数|提速|缩短|压缩|提前|减少")
"""许可证核发7个工作日 says how long it takes."""

_CHANGES = ("减少", "增加", "下降", "增长", "上升", "缩短", "压缩", "压减")

_SCORED = re.compile(r"在?(?P<test>.{2,}?)中?(?:获得?|取得)")
"""在法治建设考核中获得91.8分."""

_OPENING = {"“": "”", "《": "》", "(": ")", "‘": "’", "「": "」"}

_OF = re.compile(r"(?<!党)的")

_PARTICLES = re.compile(r"^(?:[、,与的:·]|了(?!解)|等(?![级候待次]))+")
"""Particles at the beginning that are no part of a word."""

_END_PARTICLES = re.compile(r"(?:以及|(?<!事)了|(?<![标目])的|[、,和等:·~—–-]|(?<![涉惠普波提顾])及|(?<!参)与)+$")

_BARE_NUMBER = re.compile(r"\(\d[\d,.]*[万亿]?\)")
"""比去年同期(35667)增长: the other number has no place in the name."""

_VOTES = re.compile(r"票数(?=(?:基本|不|非常)?满意$)")
"""评议票数满意38票."""

_PAIRS = re.compile(r"[“”《》()‘’「」]")


def with_suffix(phrase: str, measure: Measure) -> str:
    """The phrase with what the measure word adds: 备案规范性文件 + 件 → 备案规范性文件件数; rates stay as they are."""
    if measure.unit == "分" and (scored := _SCORED.fullmatch(phrase)):
        return f"{scored['test']}得分"
    suffix = measure.suffix or (
        _LIMIT if phrase and _WORKING_DAY in measure.unit and not _SAYS_TIME.search(phrase) else ""
    )
    changes = suffix in phrase and phrase.endswith(_CHANGES)  # 检查次数同比减少
    if not phrase or not suffix or changes or phrase.endswith(suffix):
        return phrase
    if measure.kind is MeasureKind.MONEY:
        return phrase if phrase.endswith(("额", "值", "量", "价")) else phrase + suffix
    if _ENDS.search(phrase) and not (measure.kind is MeasureKind.COUNT and _TIMES.search(phrase)):
        return phrase
    if len(suffix) > 1 and suffix.endswith("数") and phrase.endswith((suffix[0], suffix[:-1])):  # 刑事案件 + 件数
        return phrase + "数"
    return phrase + suffix


def joined(said: str, name: str) -> str:
    """Both in one: what they share is said once (办理行政处罚案件 + 案件起数 → 办理行政处罚案件起数)."""
    for length in range(min(len(said), len(name)), 1, -1):
        if said.endswith(name[:length]):
            return said + name[length:]
    return said + name


def tidied(phrase: str, longest: int = LONGEST) -> str:
    """A phrase fit for a table: no unpaired quotation marks, no particles at its ends, not too long."""
    phrase = _VOTES.sub("", _BARE_NUMBER.sub("", phrase))
    phrase = _PARTICLES.sub("", _END_PARTICLES.sub("", _paired(phrase)))
    if not phrase.startswith(("及时", "及格", "和解", "和谐")):
        phrase = phrase.lstrip("和及")
    if len(phrase) <= longest:
        return phrase
    *head, tail = _OF.split(phrase)
    if head and _SHORTEST_TAIL <= len(tail) <= longest:
        return tail
    return _cut(phrase, longest)


def _cut(phrase: str, longest: int) -> str:
    """The end of a long phrase, from the first 、 or quotation mark that makes it short enough."""
    for match in re.finditer(r"[、,]|(?=[“《])", phrase):
        tail = _paired(phrase[match.end() :])
        if _SHORTEST_TAIL <= len(tail) <= longest:
            return tail
    if len(phrase) > _LONGER and (act := _ACT.search(phrase, len(phrase) - _LONGER)):
        return _paired(phrase[act.start() :])
    return _paired(phrase if len(phrase) <= _LONGER else "…" + phrase[-_LONGER:])


def _paired(phrase: str) -> str:
    """Without opening or closing marks that have no partner."""
    if not _PAIRS.search(phrase):
        return phrase
    kept: list[str] = []
    stack: list[tuple[str, int]] = []
    for character in phrase:
        if character in _OPENING:
            stack.append((_OPENING[character], len(kept)))
        elif character in _OPENING.values():
            if not stack or stack[-1][0] != character:
                continue
            stack.pop()
        kept.append(character)
    for _, place in reversed(stack):
        del kept[place]
    return "".join(kept)
