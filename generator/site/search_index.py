"""The search index of a site: the corpus in the terms of `generator.search`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator import catalogues
from generator.catalogues.indicators import indicator_catalogue
from generator.catalogues.load import load
from generator.catalogues.themes import themes
from generator.model.metadata import AgencyEntry
from generator.model.outcome import PartName
from generator.model.outline import Paragraph
from generator.model.report import Corpus, Report, SiteFile
from generator.pages import addresses
from generator.pages.themes import topic_address
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
    build_index,
    client_files,
)
from generator.series.anchors import sentence_anchor
from generator.series.passages import by_topic

FOLDER = "search-index/"
"""Where the index lies; the search page and the search box name it in `data-index`."""


SYNONYMS = Path(catalogues.__file__).with_name("search_synonyms.yml")
"""How people ask, and other words for the words of reports."""

CLIENT = Path("site_overrides") / "assets" / "search"
"""The browser's half of the search, beside the content folder."""


def client_of(project: Path) -> Iterator[SiteFile]:
    """The scripts and styles of the search made small; they take the place of the theme's own copies."""
    if (project / CLIENT).is_dir():
        for name, data in client_files(project / CLIENT):
            yield SiteFile(f"assets/search/{name}", data)


def search_files(corpus: Corpus) -> Iterator[SiteFile]:
    """All files of the index."""
    agencies = {entry.id: _agency(entry, corpus) for entry in corpus.roster.agencies}
    reports = (_report(report, agencies[report.agency.id]) for report in corpus.reports if report.agency)
    language = load(SYNONYMS, SearchLanguage)
    seen: set[str] = set()
    for path, data in build_index(reports, _vocabulary(corpus), language):
        if path not in seen:  # files are named by their content: two answers with one content are one file
            seen.add(path)
            yield SiteFile(f"{FOLDER}{path}", data)


def _agency(entry: AgencyEntry, corpus: Corpus) -> SearchAgency:
    lineage = corpus.roster.lineage(entry.region)
    names = {region.level: region.name for region in lineage}
    return SearchAgency(
        id=entry.id,
        name=entry.name,
        url=addresses.agency(entry.id),
        short_names=(*entry.short_names, *entry.aliases),
        kind=entry.function or entry.kind,
        region=SearchRegion(
            county=names.get("county", lineage[0].name if lineage else ""),
            city=names.get("city", ""),
            province=names.get("province", ""),
            aliases=tuple(alias for region in lineage for alias in region.aliases),
        ),
    )


def _report(report: Report, agency: SearchAgency) -> SearchReport:
    identity = report.identity
    tagged: dict[str, list[str]] = {}
    for tag in report.themes.tags:
        tagged.setdefault(tag.paragraph, []).extend(filter(None, (tag.theme, tag.topic)))
    with_figures = {fact.paragraph for fact in report.findings.facts}
    return SearchReport(
        id=report.id or "",
        url=addresses.report(report.id or ""),
        title=identity.title.value if identity.title else "",
        year=identity.year.value if identity.year else None,
        agency=agency,
        sections=tuple(
            SearchSection(heading.id, heading.span.of(report.document.text), heading.parent or "")
            for heading in report.outline.headings
        ),
        passages=tuple(
            SearchPassage(
                anchor=paragraph.id,
                text=paragraph.span.of(report.document.text).replace("\t", " "),
                section=paragraph.section or "",
                kind=_kind(report, paragraph),
                themes=tuple(dict.fromkeys(tagged.get(paragraph.id, ()))),
                has_figures=paragraph.id in with_figures,
            )
            for paragraph in report.outline.paragraphs
        ),
        facts=tuple(
            SearchFact(
                fact.indicator,
                fact.name,
                fact.mention,
                fact.paragraph,
                sentence_anchor(report, fact).removeprefix(fact.paragraph),
                fact.limits,
            )
            for fact in report.findings.facts
        ),
        names=(identity.subject.value,) if identity.subject else (),
    )


def _kind(report: Report, paragraph: Paragraph) -> SectionKind:
    """The required content in which a paragraph stands; the narrowest wins where two hold it."""
    holding = [part for part in report.judgement.parts if part.span and part.span.holds(paragraph.span)]
    if not holding:
        return SectionKind.BODY
    narrowest = min(holding, key=lambda part: len(part.span) if part.span else 0)
    return SectionKind.PLAN if narrowest.name is PartName.NEXT_YEAR_PLAN else SectionKind(narrowest.name.value)


def _vocabulary(corpus: Corpus) -> SearchVocabulary:
    terms = [
        SearchTerm(
            TermKind.AGENCY, entry.id, entry.name, addresses.agency(entry.id), (*entry.short_names, *entry.aliases)
        )
        for entry in corpus.roster.agencies
    ]
    terms += [
        SearchTerm(TermKind.REGION, region.id, region.name, addresses.region(region.id), region.aliases)
        for region in corpus.roster.regions
    ]
    terms += [
        SearchTerm(TermKind.INDICATOR, entry.id, entry.name, addresses.indicator(entry.id), entry.aliases)
        for entry in indicator_catalogue().entries
    ]
    catalogue = themes()
    framework = catalogue.framework(None)
    terms += [
        SearchTerm(TermKind.THEME, theme.id, theme.short, addresses.theme(theme.id), (theme.title,))
        for theme in framework.themes
    ]
    treated = {topic: theme for theme, topic in by_topic(corpus) if topic is not None}
    terms += [
        SearchTerm(TermKind.TOPIC, topic.id, topic.name, topic_address(treated[topic.id], topic.id), topic.aliases)
        for topic in catalogue.topics
        if topic.id in treated
    ]
    return SearchVocabulary(tuple(terms))
