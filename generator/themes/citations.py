"""What a report cites: instruments in 《》 and document numbers."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from datetime import date

from generator.catalogues.instruments import STATE, Instrument, InstrumentKind, instruments, name_key
from generator.model.diagnostic import Diagnostic
from generator.model.outline import Outline
from generator.model.span import Span
from generator.model.theme import Citation
from generator.themes.numbers import find_numbers
from generator.themes.problems import NUMBER_FORM, REPEALED, TITLE_MARK
from generator.themes.titles import Title, find_titles

_VERSION = re.compile(r"[（(][^（）()]*(?:修订|修正|试行|草案|暂行|版|稿)[^（）()]*[）)]$")
"""（2021年修订）, (试行), （草案） at the end of a title."""

_BINDING = re.compile(r"(?:法典|宪法|条例|规定|办法|细则|规则|准则|章程|公约|(?<![办做方用看说书写想手技疗语算])法)$")
"""Last words of what binds: 行政处罚法, 信访工作条例; not 工作方法."""

_PAPER = re.compile(
    r"""(?:方案|规划|纲要|计划|要点|意见|通知|清单|目录|指引|指南|标准|规范|制度|机制|预案|安排|措施|报告|基准|批复|决定
    |手册|协议|公告|公报|通报|建议|函|纪要|分工|汇编|答复|讲话|指标体系|任务书|责任书|承诺书|告知书|意见书|通知书|备忘录|须知|流程
    |要求|台账|大纲|倡议书|总结|一览表|统计表|名录|说明)$""",
    re.VERBOSE,
)
"""Last words of plans, lists and other papers."""

_ALWAYS_BINDING = re.compile(r"(?:法典|宪法|条例|(?<![办做方用看说书写想手技疗语算])法)$")
_MADE = re.compile(
    r"(?:制定|制订|印发|出台|起草|修订|完善|制发|编制|拟定|草拟|下发|发布|建立)(?:出台|印发|实施|了|并印发|完善)*$"
)
"""Before the rules that an agency makes for itself: 制定出台《窗口服务管理办法》."""

_BARE = re.compile(
    r"(?:实施|暂行|管理|工作|若干|指导|试行|具体)*"
    r"(?:条例|办法|规定|细则|规则|准则|章程|意见|通知|方案|纲要|规划|计划|要点|决定|措施|制度|清单|规范|指引|法)"
)
"""A bare 《条例》 or 《实施方案》 names nothing; it is never expanded, unless the report says what it stands for."""

_SHORT_FOR = re.compile(r"[（(]\s*(?:以下|下)?(?:统称|简称)(?:为|：|:)?\s*$")
"""（以下简称 before a title: the short name of the title just before it."""


def cite(text: str, outline: Outline, year: int | None) -> tuple[tuple[Citation, ...], tuple[Diagnostic, ...]]:
    """All citations of a cleaned text in order, and what is wrong with them.

    `year` is the report year (None if unknown): a law that was repealed before it ends is a problem. The report's
    own document number is none of its citations.
    """
    reader = _Reader(text, outline, year)
    titles, lonely = find_titles(text)
    for title in titles:
        reader.take(title)
    problems = [*reader.problems, *(TITLE_MARK.at(span) for span in lonely)]
    citations = list(reader.citations)
    for number in find_numbers(text):
        if outline.document_number is not None and outline.document_number.overlaps(number.span):
            continue
        if not number.proper:
            problems.append(NUMBER_FORM.at(number.span, written=number.text, right=number.normalised))
        identifier, place = _hashed("n", number.normalised), reader.paragraph(number.span)
        citations.append(
            Citation(InstrumentKind.DOCUMENT, number.text, number.normalised, identifier, number.span, place)
        )
    citations.sort(key=lambda citation: (citation.span.start, -citation.span.end))
    return tuple(citations), tuple(problems)


class _Reader:
    """Reads titles in order of the text and remembers the short names that the report defines."""

    def __init__(self, text: str, outline: Outline, year: int | None) -> None:
        self._text = text
        self._year = year
        self._paragraphs = outline.paragraphs
        self._starts = [paragraph.span.start for paragraph in outline.paragraphs]
        self._defined: dict[str, Citation] = {}
        self._last: Citation | None = None
        self.citations: list[Citation] = []
        self.problems: list[Diagnostic] = []

    def take(self, title: Title) -> None:
        """Read one outermost title and the titles inside it."""
        name = title.name(self._text)
        key = name_key(name)
        if self._last and _SHORT_FOR.search(self._text, max(0, title.span.start - 8), title.span.start):
            self._defined[key] = self._last
        known = self._defined.get(key)
        citation = self._citation(title, known)
        self.citations.append(citation)
        self._last = known or citation
        for inner in title.inner:
            self.citations.append(self._citation(inner, None))

    def paragraph(self, span: Span) -> str | None:
        """The id of the paragraph that holds a span, None if none does."""
        place = bisect_right(self._starts, span.start) - 1
        if place < 0 or not self._paragraphs[place].span.holds(span):
            return None
        return self._paragraphs[place].id

    def _citation(self, title: Title, stands_for: Citation | None) -> Citation:
        name = title.name(self._text)
        if known := _known(name):
            self._complain_of_age(known, title)
            kind, normalised, instrument = known.kind, known.name, known.id
        elif stands_for:
            kind, normalised, instrument = InstrumentKind(stands_for.kind), stands_for.normalised, stands_for.instrument
        else:
            normalised = "".join(name.split())
            kind, instrument = self._kind(title, name), _hashed("x", name_key(normalised))
        place = self.paragraph(title.span)
        return Citation(kind, title.span.of(self._text), normalised, instrument, title.span, place)

    def _complain_of_age(self, known: Instrument, title: Title) -> None:
        if known.repealed is None or self._year is None or known.repealed > date(self._year, 1, 1):
            return
        successor = next((item for item in instruments().values() if item.id == known.by), None)
        by = f"《{successor.name}》" if successor else "新法"
        self.problems.append(REPEALED.at(title.span, name=known.name, day=known.repealed.isoformat(), by=by))

    def _kind(self, title: Title, name: str) -> InstrumentKind:
        core = _VERSION.sub("", "".join(name.split()))
        if _BARE.fullmatch(core):
            return InstrumentKind.OTHER
        if _BINDING.search(core):
            own = _MADE.search(self._text, max(0, title.span.start - 10), title.span.start)
            binds = _ALWAYS_BINDING.search(core) or core.startswith(STATE) or not own
            return InstrumentKind.LAW if binds else InstrumentKind.PLAN
        return InstrumentKind.PLAN if _PAPER.search(core) else InstrumentKind.OTHER


def _known(name: str) -> Instrument | None:
    """The instrument of this name; a note of version at its end does not matter, nothing else is guessed."""
    catalogue = instruments()
    return catalogue.get(name_key(name)) or catalogue.get(name_key(_VERSION.sub("", "".join(name.split()))))


def _hashed(prefix: str, name: str) -> str:
    """An id for what the catalogue does not know; it depends on the name alone."""
    return f"{prefix}-{hashlib.sha256(name.encode()).hexdigest()[:10]}"
