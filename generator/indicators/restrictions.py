"""To what a sentence restricts a figure of any entry: one drive, one platform, one event, one place.

开展“春风助农”活动，走访企业36家 does not say how many were visited in the year, “春晖”专窗共办件166件 not how many
matters were handled: without a word the part would stand for the whole.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from functools import cache
from typing import TYPE_CHECKING

from generator.catalogues.restrictions import restrictions
from generator.text.widths import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.indicators.context import Context

_REACH = 300
"""How far back a drive can stand, so that one figure costs the same in a text of any length."""

_LONGEST = 20
"""The longest words that are shown; of a longer list the first member."""

_BACK = 6
"""How many clauses back a drive still speaks of its results."""

_RESULT = 24
"""The longest clause that tells nothing but a result."""

_BRACKET = re.compile(r"\([^()]*\)")

_CLAUSES = re.compile(r"[,:(]")

_QUOTES = str.maketrans("", "", "“”")

_WORDS = re.compile(r"[“\"「]([^“”\"「」,;]{2,18})[”\"」]")

_QUOTED = _WORDS.pattern.replace("(", "(?:", 1)

_RUN = rf"(?P<run>(?>{_QUOTED}(?:[、和及与]?{_QUOTED})*))"

_MORE = "等|[、和及与]"
"""Behind a name: others follow, so that it is no more than an example."""

_NEAR = r"[^“”\"「」,;、\d]"

_FAR = r"[^“”\"「」,;]"

_HELPING = re.compile(
    r"^(?P<run>配合|协助)(?P<tail>)(?=上级|国家|[省市州县区]|[^,]{0,6}[厅局委办部])(?![^,]*(?:反馈|整改))"
)
"""配合省厅开展抽查2次: whose work it was."""

_PLAIN = ((_HELPING, "配合上级、其他部门的"),)
"""What a clause without a quotation can say."""

_OPENING_MARK = re.compile(r"[“\"「]")

_PLACE = re.compile(
    r"^在(?P<run>(?![全各每本该我所城乡农])[^,、的\d]{2,5}(?:街道|[镇乡村]|社区|园区|开发区))"
    r"(?=建立|设立|打造|建成|率先|试点|开展|先行|探索|成立|启动|推行)"
)
"""在江北街道设立社会治理中心，…: what the sentence tells is of that place."""


@dataclass(frozen=True, slots=True)
class Restriction:
    """What restricts a figure, in the words of the text, and how the sentence says it, in Chinese for readers."""

    words: str
    told: str


@dataclass(frozen=True, slots=True)
class _Forms:
    """The ways to say it, made of the words of the catalogue.

    `here`: ways of the clause itself, each as readers are told of it. `event`: one event or batch, in any clause
    of the sentence. `drives`: ways of a clause before; `drive_ends`: what a drive is called at the end. `team`: who
    acts, in a clause before that says no more. `begins`: words with which a clause leaves the drive.
    """

    here: tuple[tuple[re.Pattern[str], str], ...]
    event: re.Pattern[str]
    drives: tuple[re.Pattern[str], ...]
    team: re.Pattern[str]
    drive_ends: re.Pattern[str]
    begins: re.Pattern[str]


@cache
def _forms() -> _Forms:
    listed = {name: f"(?:{'|'.join(map(re.escape, words))})" for name, words in asdict(restrictions()).items()}
    opens, means, drives = listed["opens"], listed["means"], listed["drives"]
    begins, once, during = listed["begins"], listed["once"], listed["during"]
    carrier = f"(?P<tail>(?>{listed['carriers']}?))(?!{_MORE})"
    return _Forms(
        here=(
            (re.compile(rf"{means}{_NEAR}{{0,4}}{_RUN}{carrier}"), "分句里的平台、方式"),
            (
                re.compile(rf"^{_NEAR}{{0,4}}{_RUN}{carrier}(?![的事率]|实现|比例|{_NEAR}{{0,4}}、)(?=[^\d]*$)"),
                "分句里的窗口、平台",
            ),
            (re.compile(rf"{opens}{_NEAR}{{0,10}}{_RUN}(?P<tail>)(?!{_MORE}){_NEAR}{{0,12}}$"), "分句里的活动"),
            *_PLAIN,
        ),
        event=re.compile(
            rf"{once}{_NEAR}{{0,10}}?(?:活动|行动|整治|(?:执法)?检查)|(?:集中宣传|(?<![月周日])(?:活动|行动)){during}"
            rf"|(?:专项|联合|集中|百日|综合){_NEAR}{{0,4}}(?:行动|整治|活动)(?:开展|启动|实施)?以来"
            rf"|第[一二三四五六]批(?=取消|下放|承接|调整|赋权|委托|认领|公布|上线)"
        ),
        drives=(
            re.compile(rf"{opens}{_FAR}{{0,16}}{_RUN}(?P<tail>等?)(?P<what>{_NEAR}{{0,8}})"),
            re.compile(rf"{_RUN}(?P<tail>等?)(?P<what>{_NEAR}{{0,8}})(?:中$|以来|{during})"),
        ),
        team=re.compile(
            rf"^(?P<run>(?:{_QUOTED})*[“\"「][^“”\"「」,;]{{1,12}}{listed['teams']}[”\"」])(?P<tail>等?){_NEAR}{{0,8}}$"
        ),
        drive_ends=re.compile(drives),
        begins=re.compile(f"{begins}|{means}"),
    )


def restriction_of(context: Context, is_its_own: Callable[[str], bool], scope: str = "") -> Restriction | None:
    """What restricts a figure, None if nothing does.

    `is_its_own` tells words by which the entry itself is known; of a figure with a `scope` only a time says more.
    """
    if context.at is None:
        return None
    said = _BRACKET.sub("", fold(context.sentence[max(0, context.at - _REACH) : context.at]))
    own = _CLAUSES.split(said.rpartition(";")[2])[-1]
    *before, _ = _CLAUSES.split(said)
    if scope:
        return _event_in([*before, own])
    for pattern, told in _forms().here if _OPENING_MARK.search(own) else _PLAIN:
        if (match := pattern.search(own)) and (words := _words(match, is_its_own)):
            return Restriction(words, told)
    return _event_in([*before, own]) or _told_before(own, said, is_its_own)


def _event_in(clauses: list[str]) -> Restriction | None:
    """The one event of which the sentence tells, unless it has turned to something else."""
    forms = _forms()
    for place, clause in enumerate(reversed(clauses)):
        if event := forms.event.search(clause):
            return Restriction(event[0].translate(_QUOTES), "这一次、这一批")
        if place and forms.begins.search(clause):
            return None
    return None


def _told_before(own: str, said: str, is_its_own: Callable[[str], bool]) -> Restriction | None:
    """The drive or place of which the clause tells a result, None if it tells of something else."""
    forms = _forms()
    if forms.begins.search(own) or len(own) > _RESULT:
        return None
    *before, _ = _CLAUSES.split(said.rpartition(";")[2])
    for clause in before[: -_BACK - 1 : -1]:
        for pattern in forms.drives if _OPENING_MARK.search(clause) else ():
            if (match := pattern.search(clause)) and (
                forms.drive_ends.search(match["what"]) or forms.drive_ends.search(match["run"][-5:])
            ):
                words = _words(match, is_its_own)
                return Restriction(words, "前文的活动、行动") if words else None
        if place := _PLACE.search(clause):
            return Restriction(place["run"], "前文的地方")
        if (team := forms.team.search(clause)) and (words := _words(team, is_its_own)):
            return Restriction(words, "前文的队伍")
        if forms.begins.search(clause):
            return None
    return None


def _words(match: re.Match[str], is_its_own: Callable[[str], bool]) -> str:
    """The words, without quotation marks, as they are shown; "" if one of them narrows nothing."""
    quoted = _WORDS.findall(match["run"]) or [match["run"]]
    general = restrictions().general
    if any(is_its_own(words) or any(word in words for word in general) for words in quoted):
        return ""
    shown = "、".join(quoted)
    return f"{quoted[0]}等" if len(shown) > _LONGEST else shown + match["tail"]
