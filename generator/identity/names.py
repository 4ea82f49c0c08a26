"""Names of bodies and places in titles, signatures and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.catalogues.bodies import bodies
from generator.catalogues.places import places
from generator.identity.compact import Compact
from generator.identity.place import Place, read_place
from generator.model.span import Span

_LONGEST = 40
_ANCHOR = re.compile(r"(?:^|[，。：；！？,;:]|[年度]以来|现将|现就|(?<=\d)年度?|[年日])")
_MARK = re.compile(r"[，。；：！？,;:《]")
_SCOPES = re.compile(r"[全我本][省市县区旗州镇乡局厅委办院系]")
_NOT_FIRST = frozenset("我本全各以按在为是将把从由对与及其该此每所使让被现不无未有还也均已又更这那给报送请经受")


@dataclass(frozen=True, slots=True)
class Named:
    """A name as written: `text` without blanks, `span` in the cleaned text, `place` as read from its beginning."""

    text: str
    span: Span
    place: Place

    @property
    def is_place(self) -> bool:
        """Whether the name is that of a place alone (甲县), which stands for its government."""
        return self.place.known and self.place.end == len(self.text)

    @property
    def is_bare(self) -> bool:
        """Whether the name does not say of which place the body is: 县司法局."""
        return not self.place.known

    @property
    def is_government(self) -> bool:
        """Whether this is a place or the government or party committee of one, not a department."""
        rest = self.text[self.place.end :]
        return self.is_place or bool(_GOVERNMENT.fullmatch(rest))


_GOVERNMENT = re.compile(
    r"[县区市省旗州]?(?:(?:人民)?政府|委)|委员会|委[、和]?.{0,12}人民政府|.{1,6}[镇乡](?:人民)?政府|.{1,8}街道(?:办事处)?"
)


def name_at(compact: Compact, start: int, end: int) -> Named | None:
    """The characters `start` to `end` as a name, None if they are neither a body nor a place."""
    text = compact.text[start:end]
    if not text:
        return None
    named = Named(text, compact.span(start, end), read_place(text))
    return named if named.is_place or bodies().is_name(text) else None


_COMMITTEE = re.compile(r"委(?:员会)?(?P<and>[、和]?)")


def names_at(compact: Compact, start: int, end: int) -> list[Named]:
    """The names of a party committee and of the body that reports with it, written without a mark between them.

    中共甲县委甲县人民政府 gives two; a name alone gives one, and what is none gives an empty list.
    """
    for match in _COMMITTEE.finditer(compact.text, start, end) if compact.text.startswith("中共", start) else ():
        committee, other = name_at(compact, start, match.start("and")), name_at(compact, match.end(), end)
        if committee and other and other.place.known and other.place.lowest == committee.place.lowest:
            return [committee, other]
    name = name_at(compact, start, end)
    return [] if name is None else [name]


def acting_names(compact: Compact) -> Iterator[Named]:
    """The names that act in sentences, in order: 甲县乙局以…为指导, 现将甲县乙局2024年度…, 甲县坚持….

    Only names with a place or a bare level (县乙局) at their beginning count, so that ordinary words do not.
    """
    for anchor in _ANCHOR.finditer(compact.text):
        start = anchor.end()
        if not starts_name(compact.text[start : start + _LONGEST]):
            continue
        named = _acting_at(compact, start)
        if named is not None and not (named.is_bare and named.is_government):  # 县委, 县政府
            yield named
        elif named is None and (other := _town_at(compact, start) or _department_at(compact, start)) is not None:
            yield other


def starts_name(text: str) -> bool:
    """Whether a text may begin with a name: not 推进法治甲县建设, 召开县委会议, 在县委领导下."""
    return bool(text) and text[0] not in _NOT_FIRST and bodies().opener.match(text) is None


def _acting_at(compact: Compact, start: int) -> Named | None:
    text = compact.text
    if (province := _short_province(compact, start)) is not None:
        return province
    place = read_place(text[start : start + _LONGEST])
    if not (place.known or place.level) or bodies().opener.search(text, start, start + place.end):
        return None
    stop = _MARK.search(text, start, start + _LONGEST)
    end = start + _LONGEST if stop is None else stop.start() + 1
    begin = start + (place.end or len(place.level))
    for match in _body().finditer(text, begin, end):
        named = next(reversed(names_at(compact, start, match.end())), None)
        words = text[begin : match.end()].replace("全面依法治", "")
        if named is not None and not bodies().verb.search(words) and not _NO_BODY.search(words):
            return named
    if place.known and (bodies().follower.match(text, begin) or _YEAR.match(text, begin)):
        return name_at(compact, start, begin)
    return None


_NO_BODY = re.compile(r"书记|[省市县区旗州镇乡局]长|法治(?:政府|建设)|[在以按把的、]")
"""What stands in no name: 区委书记和区委副书记、区长向市委, 甲区法治政府建设工作在市委."""
_YEAR = re.compile(r"[12]\d{3}年")


def _short_province(compact: Compact, start: int) -> Named | None:
    """A province without its last word that acts: 广东坚持…, 内蒙古深入…; it is named in full."""
    match = places().short_province.match(compact.text, start)
    if match is None or not bodies().verb.match(compact.text, match.end()):
        return None
    full = places().full_province(match[0])
    return Named(full, compact.span(start, match.end()), Place(province=full, end=len(full)))


_TOWN = re.compile(r"[一-鿿]{2,5}?(?:[镇乡](?:人民政府|政府)?|街道(?:办事处)?)(?=(?P<after>\d|在|法治|以|的|，)?)")
_ACTS = 2
"""Characters between a town and what it does: 丙镇党委坚持…."""
_NO_TOWN = re.compile(r"[全各本我该两多]|乡镇|城镇|[城下]乡|街镇|行政|综合")


def _town_at(compact: Compact, start: int) -> Named | None:
    """A town is named without its county: 丙乡在县委领导下, 丙镇政府坚持…, 丙街道2024年…."""
    match = _TOWN.match(compact.text, start)
    if match is None or _NO_TOWN.search(match[0]) or bodies().opener.search(match[0]):
        return None
    acts = bodies().verb.search(compact.text, match.end(), match.end() + 2 * _ACTS)
    if match["after"] is None and acts is None:
        return None
    return Named(match[0], compact.span(start, match.end()), Place())


_DEPARTMENT = re.compile(r"[一-鿿]{2,12}厅|[一-鿿]{2,18}(?:管理委员会|管委会)|[一-鿿]{2,4}海关")


def _department_at(compact: Compact, start: int) -> Named | None:
    """Bodies whose names begin with no place: 司法厅坚持…, 丙丁开发区管委会坚持…."""
    match = _DEPARTMENT.match(compact.text, start)
    if match is None or not bodies().verb.match(compact.text, match.end()) or bodies().verb.search(match[0]):
        return None
    return name_at(compact, start, match.end())


@cache
def _body() -> re.Pattern[str]:
    """The end of a name with what follows it."""
    words = bodies()
    return re.compile(rf"(?:{words.ending.pattern})(?!全面依法治)(?=$|{words.follower.pattern}|[\d，。、（(])")


def is_scope(text: str) -> bool:
    """Whether a title speaks of 全县, 我局 and the like instead of a name."""
    return _SCOPES.match(text) is not None
