"""Names of rates: what the words before (or, for 近九成群众…, behind) a percentage call it."""

from __future__ import annotations

import re

from generator.catalogues.phrasing import phrasing
from generator.indicators.phrases import take_apart
from generator.indicators.trimming import trim_left, trim_right

_RATE_END = re.compile(r"(?:率|度|比例|比重|占比|比|覆盖面|面|幅度|涨幅|降幅|增幅|增速|指数|安全感|获得感|份额)$")

_LONGEST = 18

_SHORT_ACT = 4

_SPLIT = re.compile(r"、|以及|和|(?<!参)与|(?<![普惠涉])及(?!时|格|早)|(?<=率)(?=[^\W\d_]{2,4}率)")

_CHANGE = re.compile(r"(?:同比|环比|较|超出|高于|低于|(?<!占)比(?![例重率])|与(?=上|去|往|前|同期|20|19))[^、,]{0,14}$")


_OBJECT_MARK = re.compile(r"^[将把]")
"""将一网通办率提升至96%: what 将 makes the object is the name."""

_LIST_END = re.compile(r"等(?:各项|主要|核心|关键|重点|多项)?指标(?:[均都]?达到?)?$")
"""响应率、回应率等核心指标均达100%: a list of rates."""

_SHARE_OF_WHOLE = re.compile(
    r"(?P<part>.*?)(?:占(?!比)(?P<whole>[^、,占]{2,16}?)的?|(?:达到?|超过?)(?P<total>[^、,占]{2,14}(?:总数|总量|总额))的)$"
)
"""食品类案件占立案总数的45.1%: a part and its whole."""


def share_of_whole(left: str) -> tuple[str, str]:
    """The part and the whole of a share like 食品类案件占立案总数的; ("", "") where the words are no such share."""
    match = _SHARE_OF_WHOLE.fullmatch(left)
    return (
        (match["part"], match["whole"] or match["total"])
        if match and not _RATE_END.search(trim_right(left))
        else ("", "")
    )


def rates_before(left: str) -> tuple[str, ...]:
    """The rates named at the end of the words before a number: 报备及时率、合法合规率均达 → two; none → empty."""
    core = trim_right(_LIST_END.sub("", _OBJECT_MARK.sub("", left)))
    if not _RATE_END.search(core):
        return ()
    parts = [part for part in _SPLIT.split(core) if part]
    first = len(parts)
    while first and _RATE_END.search(parts[first - 1]) and len(parts[first - 1]) > 1:
        first -= 1
    rates = _with_shared_end(parts, first)
    if len(rates) < 2:  # noqa: PLR2004  (one rate has the whole phrase)
        return (strip_rate_lead(left),)
    return tuple(strip_rate_lead(rate) for rate in rates)


def _with_shared_end(parts: list[str], first: int) -> list[str]:
    """网办率 and 掌办率 of 网办、掌办率, 办复率 and 采纳率 of 检察建议办复、采纳率."""
    rates = parts[first:]
    if len(parts) - first != 1 or not first or not rates[0].endswith("率"):
        return rates
    one, other = parts[first - 1], rates[0].removesuffix("率")
    acts = phrasing()
    act = max(acts.strong.before(one, len(one)), acts.weak.before(one, len(one)))
    same = one[-1] == other[-1] and len(one) > 1 < len(other) <= _SHORT_ACT
    whole_act = acts.strong.at(other, 0) == len(other) or acts.weak.at(other, 0) == len(other)
    return [f"{one}率", *rates] if same or (act and whole_act) else rates


def strip_rate_lead(words: str) -> str:
    """The words as the name of a rate: without adverbs, places, a verb like 实现 and 达到 at the end."""
    core = trim_right(trim_left(_OBJECT_MARK.sub("", words)))
    while core:
        length = phrasing().light.at(core, 0) or phrasing().causative.at(core, 0)
        if not length or length == len(core) or core[length] in "类型性式":  # 教育引导类执法占比
            break
        core = trim_left(core[length:])
    if core and (phrasing().light.at(core, 0) == len(core) or phrasing().causative.at(core, 0) == len(core)):
        return ""
    if len(core) > _LONGEST and _RATE_END.search(core):
        core = _shortened(core)
    manner = _MANNER.search(words, 0, max(0, words.find(core)))
    return manner[0] + core if manner and core.endswith("率") else core


_MANNER = re.compile(r"(?:及时|主动|成功|有效|依法)$")
"""及时受理率 is another rate than 受理率, though 及时受理 is the act 受理."""


def _shortened(core: str) -> str:
    head, _, tail = core.rpartition("的")
    if head and len(tail) > 3:  # noqa: PLR2004  (的比例 says nothing by itself)
        return tail
    phrase = take_apart(core)
    return phrase.object if phrase.object and len(phrase.object) > 3 else core[-_LONGEST:]  # noqa: PLR2004


_EXTENT = re.compile(r"(?:覆盖|惠及|涉及|服务|占用|使用|化解|解决|受理|办理|减少|压减|精简|取消)$")
"""覆盖65%的执法领域: what was done with so much of it."""


def share_of(left: str, right: str) -> str:
    """The name of a share whose subject follows: 近九成群众表示满意 → 群众表示满意占比; 100%双覆盖 → 双覆盖率."""
    subject = trim_right(right.lstrip("的"))
    subject += "了" if right.endswith("了") and not subject.endswith("了") else ""
    if len(subject) > _SHORT_ACT - 1 and (extent := _EXTENT.search(left)):
        return f"{extent[0]}{subject}占比"
    if len(subject) <= 6 and not right.startswith("的") and trim_left(left) and take_apart(left).bare:  # noqa: PLR2004  (覆盖, 双覆盖, 完成整改)
        return subject if _RATE_END.search(subject) else f"{subject}率"
    return subject if _RATE_END.search(subject) else f"{subject}占比"


_CHANGED = re.compile(
    r"(?<=率|度|比|例|量|额|数)(?:同比|环比|较[^、,]{1,6}|比[^、,]{1,6})?(?:提高|提升|上升|增长|下降|降低|减少)$"
)


def without_change(name: str) -> str:
    """败诉率 of 败诉率同比下降: what the number after a change (降至6.7%) is."""
    return _CHANGED.sub("", name)


def is_share(name: str) -> bool:
    """Whether a rate says how much of a whole the thing named just before is: 占比, 比重."""
    return name.endswith(("占比", "比例", "比重"))


_OWN_CHANGE = re.compile(
    r"(?!较|比|同比|环比|与|超出|高于|低于)(?P<what>.{2,}?[量率额值度]|.{4,}?)(?:同比|环比|较|超出|高于|低于|(?<![同环])比)"
)


def changes_of_its_own(name: str) -> bool:
    """Whether a change says what changed: 新案由数量较去年增长, not 同比增长 or 案件数量同比增长."""
    match = _OWN_CHANGE.match(name)
    return match is not None and match["what"].removesuffix("量").removesuffix("数") not in phrasing().generic.words


def is_rate(name: str) -> bool:
    """Whether a name ends like that of a rate: 办结率, 占比."""
    return _RATE_END.search(name) is not None


def is_change(words: str) -> bool:
    """Whether the words before a number compare with an earlier time: 同比增长, 较上年提升."""
    return _CHANGE.search(words) is not None
