"""An outline as text that a clerk can read and a reviewer can compare."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.diagnostic import Diagnostic
from generator.model.document import Document
from generator.model.outline import Heading, Outline
from generator.model.span import Span

_SHOWN = 12


def render(document: Document, outline: Outline) -> str:
    """The parts of an outline in the order of the text.

    Headings are indented by depth: `level marker|title  #id`, `+` for run-in ones, `~` for clauses, then the last
    words of their section. `¶` is a paragraph with its id's section, `·` each of its points.
    """
    text = document.text
    rows: list[tuple[int, int, str]] = []
    for name in ("document_number", "title", "addressee", "signature", "date"):
        span: Span | None = getattr(outline, name)
        if span is not None:
            rows.append((span.start, 0, f"[{name}] {span.of(text)!r}"))
    rows += [(heading.span.start, 1, _heading(text, outline, heading)) for heading in outline.headings]
    for paragraph in outline.paragraphs:
        table = "" if paragraph.table is None else f" table {paragraph.table}"
        rows.append(
            (paragraph.span.start, 2, f"    ¶ {paragraph.section or '-'}{table} {_brief(text, paragraph.span)}")
        )
        if len(paragraph.points) > 1:
            rows += [
                (paragraph.span.start, 3 + number, f"      · {point.heading or '-'} {_brief(text, point.span)}")
                for number, point in enumerate(paragraph.points)
            ]
    return "\n".join(row for _, _, row in sorted(rows)) + "\n"


def _heading(text: str, outline: Outline, heading: Heading) -> str:
    indent = "  " * (len(outline.path(heading.id)) - 1)
    signs = ("+" if heading.run_in else "") + ("~" if heading.clause else "")
    end = text[max(heading.span.end, heading.section.end - _SHOWN) : heading.section.end]
    tail = f" … {end}" if end else ""
    return f"{indent}{heading.level} {heading.marker}|{heading.title} #{heading.id} {signs}{tail}".replace("\n", "⏎")


def _brief(text: str, span: Span) -> str:
    words = span.of(text).replace("\t", "⇥")
    return words if len(words) <= 2 * _SHOWN else f"{words[:_SHOWN]} … {words[-_SHOWN:]}"


def render_problems(document: Document, problems: Iterable[Diagnostic]) -> str:
    """The problems, one a line: code, severity, message and the text they point at."""
    rows = []
    for problem in problems:
        quote = "" if problem.span is None else f" 「{problem.span.of(document.text)}」"
        rows.append(f"! {problem.code} {problem.severity.value} {problem.message}{quote}\n")
    return "".join(rows)
