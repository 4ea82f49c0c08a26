"""Reports for search tests, read by a few rules of thumb instead of the real pipeline: real ones and generated ones."""

import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from generator.catalogues.load import load
from generator.search import (
    SearchAgency,
    SearchFact,
    SearchLanguage,
    SearchPassage,
    SearchRegion,
    SearchReport,
    SearchSection,
    SearchTerm,
    SearchVocabulary,
    SectionKind,
    TermKind,
)
from tests.benchmark.generated_matters import KINDS
from tests.benchmark.generated_reports import GeneratedReport, generate_reports

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "gold"
CASES = ROOT / "tests" / "cases" / "search"

_CHAPTER = re.compile(r"([一二三四五六七八九十]+)、")
_SECTION = re.compile(r"（([一二三四五六七八九十]+)）")
_FIGURE = re.compile(r"\d+(?:\.\d+)?(?:余|多)?(?:[\u4e00-\u9fff]|%)")
_ARTEFACT = re.compile(r"\*\*|\[bookmark: [^\]]*\]")
_KIND_CUES = (
    (SectionKind.FIRST_RESPONSIBLE, "第一责任人|主要负责人|组织领导|责任落实|负责同志|履行法治职责|单位负责人"),
    (SectionKind.PLAN, "下一年|工作安排|主要安排|初步安排|下一步|打算"),
    (SectionKind.SHORTCOMINGS, "不足|问题|困难|短板"),
    (SectionKind.MEASURES, "举措|成效|做法|完成情况|开展情况|工作开展"),
)
_THEME_CUES = {
    "T1": "负责人|第一责任人|组织领导",
    "T2": "审批|政务服务|一件事|营商",
    "T5": "执法|检查|处罚",
    "T7": "信访|调解|纠纷|复议",
}
THEMES = {"T1": "组织领导", "T2": "政府职能与政务服务", "T5": "行政执法", "T7": "矛盾纠纷化解"}
_THINGS = {thing: unit for kind in KINDS for thing, unit in kind.things}
_COUNTED = re.compile(
    f"({'|'.join(sorted(_THINGS, key=len, reverse=True))})[\u4e00-\u9fff]{{0,2}}?(\\d+)([\u4e00-\u9fff]+)"
)


def language() -> SearchLanguage:
    """The catalogue that ships."""
    return load(ROOT / "generator" / "catalogues" / "search_synonyms.yml", SearchLanguage)


def real_reports() -> list[SearchReport]:
    """The five real reports with the figures of the gold table; an id is the file's name without suffix."""
    declared = yaml.safe_load((CASES / "real_reports.yml").read_text(encoding="utf-8"))
    return [_real_report(name, values) for name, values in declared.items()]


def generated_reports(count: int, seed: int = 1) -> Iterator[SearchReport]:
    """Generated reports; figures are those counted things that stand beside their number."""
    return map(_generated_report, generate_reports(count, seed))


def vocabulary(reports: Iterable[SearchReport]) -> SearchVocabulary:
    """Names of the agencies and regions of these reports, of a few themes, and of all indicators of their figures."""
    terms: dict[tuple[str, str], SearchTerm] = {}
    for report in reports:
        agency = report.agency
        found = [SearchTerm(TermKind.AGENCY, agency.id, agency.name, agency.url, agency.short_names)]
        region = agency.region
        found += [
            SearchTerm(TermKind.REGION, place, place, f"regions/{place}/", (place[:-1],) if len(place) > 2 else ())
            for place in (region.county, region.city, region.province)
        ]
        found += [
            SearchTerm(TermKind.INDICATOR, fact.indicator, fact.name, f"indicators/{fact.indicator}/")
            for fact in report.facts
            if fact.indicator
        ]
        for term in found:
            terms.setdefault((term.kind, term.id), term)
    for identifier, name in THEMES.items():
        terms["theme", identifier] = SearchTerm(TermKind.THEME, identifier, name, f"themes/{identifier}/")
    return SearchVocabulary(tuple(terms.values()), _words())


def _words() -> dict[str, int]:
    table = (ROOT / "generator" / "catalogues" / "themes" / "words.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {row[0]: int(row[1]) for row in rows if row[1].isdigit()}


def _real_report(name: str, values: dict[str, Any]) -> SearchReport:
    text = (GOLD / "reports" / f"{name}.txt").read_text(encoding="utf-8")
    county, city, province = values["region"]
    agency = SearchAgency(
        id=name[:3],
        name=values["agency"],
        url=f"agencies/{name[:3]}/",
        short_names=tuple(values["short_names"]),
        kind=values["kind"],
        region=SearchRegion(county, city, province, tuple(values["aliases"])),
    )
    sections, passages, starts = _outline(text)
    facts = tuple(_gold_facts(f"{name}.txt", passages, starts))
    names = tuple(values.get("names", ()))
    return SearchReport(
        name, f"reports/{name}/", values["title"], values["year"], agency, sections, passages, facts, names
    )


def _generated_report(report: GeneratedReport) -> SearchReport:
    given = report.metadata
    county = given.county
    region = SearchRegion(county, given.city, given.province, (county[:-1], given.city[:-1]))
    agency = SearchAgency(
        id=given.agency_id,
        name=given.agency,
        url=f"agencies/{given.agency_id}/",
        short_names=given.agency_short_names,
        kind=given.kind_of_agency,
        region=region,
    )
    identifier = f"{given.agency_id}-{given.year}"
    sections, passages, _ = _outline(report.text)
    facts = tuple(_counted_facts(passages))
    return SearchReport(
        identifier, f"reports/{identifier}/", given.title, given.year, agency, sections, passages, facts
    )


def _outline(text: str) -> tuple[tuple[SearchSection, ...], tuple[SearchPassage, ...], list[int]]:
    sections: list[SearchSection] = []
    passages: list[SearchPassage] = []
    starts: list[int] = []
    chapter = section = ""
    kind = chapter_kind = SectionKind.BODY
    offset = 0
    for raw in text.split("\n"):
        start, offset = offset, offset + len(raw) + 1
        line = _ARTEFACT.sub("", raw).strip()
        if not line:
            continue
        if _CHAPTER.match(line) and len(line) < 60:
            chapter = section = f"s-{len(sections)}"
            kind = chapter_kind = _kind(line)
            sections.append(SearchSection(chapter, line))
            continue
        if _SECTION.match(line):
            section = f"s-{len(sections)}"
            heading, stop, rest = line.partition("。")
            kind = chapter_kind
            sections.append(SearchSection(section, heading, chapter))
            if not (stop and rest):
                continue
        themes = tuple(theme for theme, cues in _THEME_CUES.items() if re.search(cues, line))
        figures = _FIGURE.search(line) is not None
        passages.append(SearchPassage(f"p-{len(passages):08x}", line, section, kind, themes, figures))
        starts.append(start)
    return tuple(sections), tuple(passages), starts


def _kind(heading: str) -> SectionKind:
    return next((kind for kind, cues in _KIND_CUES if re.search(cues, heading)), SectionKind.BODY)


def _gold_facts(file: str, passages: tuple[SearchPassage, ...], starts: list[int]) -> Iterator[SearchFact]:
    with (GOLD / "indicators.tsv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["file"] != file or row["is_indicator"] != "yes":
                continue
            index = sum(start <= int(row["start"]) for start in starts) - 1
            if index >= 0:
                name = row["canonical"] or row["subject"]
                yield SearchFact(f"gold-{name}", name, row["mention"], passages[index].anchor)


def _counted_facts(passages: tuple[SearchPassage, ...]) -> Iterator[SearchFact]:
    for passage in passages:
        for found in _COUNTED.finditer(passage.text):
            thing, number, unit = found.groups()
            if unit.startswith(_THINGS[thing]):
                yield SearchFact(f"thing-{thing}", thing, number + _THINGS[thing], passage.anchor)
