"""Words of another agency or another place where an agency speaks of itself: copied text that nobody mended (C04)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.catalogues.functions import Function, Functions, load_functions
from generator.model.metadata import RegionEntry
from generator.model.span import Span
from generator.rules.context import Matter

_ALL_FUNCTIONS = re.compile(r"人民政府$|管理委员会$|管委会$|街道办事处$|[县市区旗乡镇]政府$")
_GOVERNMENT_KINDS = frozenset({"government", "town", "subdistrict"})
_LEVEL = re.compile(r"我(?P<level>省|市|县|区|旗|镇|乡)(?!域|际|内外|长|委|情|中|立|直)")


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words that belong to somebody else; `owner` is the function or place in Chinese."""

    span: Span
    owner: str


def has_all_functions(matter: Matter) -> bool:
    """Whether the report speaks for a government, whose functions are all of them."""
    identity, agency = matter.report.identity, matter.report.agency
    if identity.subject is not None or (agency is not None and agency.speaks_for):
        return True
    if agency is not None and agency.kind in _GOVERNMENT_KINDS:
        return True
    return identity.agency is not None and _ALL_FUNCTIONS.search(identity.agency.value) is not None


def own_functions(matter: Matter) -> tuple[Function, ...]:
    """The functions of the reporting agency; empty if neither name nor roster tells."""
    agency = matter.report.agency
    return load_functions().of(_names(matter), agency.function if agency else None)


def foreign_functions(matter: Matter) -> Iterator[Fragment]:
    """Words of functions that are neither the agency's nor their kin, in the order of the text."""
    lexicon = load_functions()
    agency = matter.report.agency
    own = lexicon.own(_names(matter), agency.function if agency else None)
    words = {word: item for item in lexicon.functions if item.id not in own for word in item.words}
    for span in matter.sentences():
        yield from _in_sentence(matter.text, span, words, lexicon)


def foreign_places(matter: Matter) -> Iterator[Fragment]:
    """我县 in the report of a district, and other counties of the roster where nobody travels or compares."""
    own = _own_level(matter)
    strangers = tuple(_strangers(matter))
    for span in matter.sentences():
        sentence = span.of(matter.text)
        for match in _LEVEL.finditer(sentence):
            if own and match["level"] in _misfits(own, matter.report.identity.region.province):
                yield Fragment(Span(span.start + match.start(), span.start + match.end()), f"本地不是{match['level']}")
        if any(word in sentence for word in (*load_functions().others_anywhere, "交流", "协作", "借鉴", "跨")):
            continue
        for region in strangers:
            for match in re.finditer(re.escape(region.name), sentence):
                yield Fragment(Span(span.start + match.start(), span.start + match.end()), region.name)


def _names(matter: Matter) -> str:
    identity, agency = matter.report.identity, matter.report.agency
    names = [identity.agency.value] if identity.agency else []
    if agency is not None:
        names += [agency.name, *agency.short_names, *agency.aliases]
    return " ".join(names)


def _in_sentence(text: str, span: Span, words: dict[str, Function], lexicon: Functions) -> Iterator[Fragment]:
    sentence = span.of(text)
    if any(word in sentence for word in lexicon.others_anywhere):
        return
    matches = [match for match in _expression().finditer(sentence) if match["word"] in words]
    for match in matches:
        clause = _clause(sentence, match.start())
        functions = {item.id for item in lexicon.functions if any(word in clause for word in item.words)}
        topic = words[match["word"]].topic and not sentence.startswith(lexicon.own_body, match.end())
        if topic or len(functions) > 1 or _speaks_of_others(sentence, match, lexicon):
            continue
        end = match.end("domain") if match["domain"] else match.end("word")
        yield Fragment(Span(span.start + match.start(), span.start + end), words[match["word"]].name)


@cache
def _expression() -> re.Pattern[str]:
    """发改 + 队伍, 医疗保障 + 领域 + 法律: a word of a function straight before the agency's own affairs."""
    lexicon = load_functions()

    def either(choices: tuple[str, ...]) -> str:
        return "|".join(re.escape(item) for item in sorted(choices, key=len, reverse=True))

    words = either(tuple(word for item in lexicon.functions for word in item.words))
    return re.compile(
        f"(?P<word>{words})(?P<domain>{either(lexicon.domains)})?的?(?:相关)?(?={either(lexicon.own_affairs)})"
    )


def _speaks_of_others(sentence: str, match: re.Match[str], lexicon: Functions) -> bool:
    before, after = sentence[: match.start()], sentence[match.end("word") :]
    quoted = before.count("《") > before.count("》") or before.count("“") > before.count("”")
    return quoted or before.endswith(lexicon.others_before) or after.startswith(lexicon.others_after)


def _clause(sentence: str, offset: int) -> str:
    start = max(sentence.rfind(mark, 0, offset) for mark in "，；：。") + 1
    ends = [place for mark in "，；：。" if (place := sentence.find(mark, offset)) >= 0]
    return sentence[start : min(ends, default=len(sentence))]


def _own_level(matter: Matter) -> str:
    """The last character of the agency's own place: 区, 县, 市, 镇, 乡; "" if not known."""
    name = matter.report.identity.agency.value if matter.report.identity.agency else ""
    if match := re.search(r"([镇乡])(?:人民)?政府$", name):
        return match[1]
    county = matter.report.identity.region.county or ""
    return county[-1:] if county[-1:] in set("区县市旗") else ""


def _misfits(own: str, province: str | None) -> set[str]:
    """Levels of which the agency cannot say 我…: a district lies in no county; 我区 may be an autonomous region."""
    if own == "区":
        return {"县", "镇", "乡", "旗"}
    if own == "县":
        autonomous = province is None or province.endswith("自治区")
        return {"镇", "乡", "旗"} | (set() if autonomous else {"区"})
    if own in {"镇", "乡"}:
        return {"镇", "乡"} - {own}
    return set()


def _strangers(matter: Matter) -> Iterator[RegionEntry]:
    agency = matter.report.agency
    if agency is None:
        return
    roster = matter.context.roster
    own = {entry.id for entry in roster.lineage(agency.region)}
    own_names = {entry.name for entry in roster.lineage(agency.region)}
    below = {entry.id for entry in roster.regions if agency.region in {item.id for item in roster.lineage(entry.id)}}
    for entry in roster.regions:
        if entry.level == "county" and entry.id not in own | below and entry.name not in own_names:
            yield entry
