"""What is wrong with a report, said so that a clerk can mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.span import Span


class Severity(StrEnum):
    """How bad a problem is. Only an unaccepted error blocks publication."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Audience(StrEnum):
    """Who may read an outcome: everyone, or only the agency's staff."""

    PUBLIC = "public"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Problem:
    """The declaration of a kind of problem; stands once, beside the code that finds it.

    `code` is stable for ever, e.g. `G011`; `name` is a kebab-case English name; `message` and `hint` are
    Chinese, with `{}`-style fields for `str.format`. `wrong` and `right` are examples for the page on the code.
    """

    code: str
    name: str
    severity: Severity
    message: str
    hint: str
    wrong: str = ""
    right: str = ""

    def at(
        self,
        span: Span | None = None,
        *,
        severity: Severity | None = None,
        quote: str | None = None,
        place: str = "",
        **values: object,
    ) -> Diagnostic:
        """A problem of this kind at a place.

        `span` counts in the cleaned text, None stands for the file as a whole; `place` names a page or a key of a
        metadata file where lines do not exist; `quote` replaces the text of the span where that must not be
        printed. `values` fill the fields of message and hint.
        """
        return Diagnostic(
            code=self.code,
            name=self.name,
            severity=severity or self.severity,
            message=self.message.format(**values),
            hint=self.hint.format(**values),
            span=span,
            quote=quote,
            place=place,
        )


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem at one place.

    `span` counts in the cleaned text of the report; None means the whole file. `file` is None until the pipeline
    knows it (the report's file); a problem in another file (metadata) names it with `line` and `column`, both
    from 1. `quote` None means "print the text of the span"; a guard puts a masked form or "" there.
    """

    code: str
    name: str
    severity: Severity
    message: str
    hint: str
    span: Span | None = None
    quote: str | None = None
    place: str = ""
    file: str | None = None
    line: int | None = None
    column: int | None = None
    accepted_by: str | None = None
    """Who accepted the problem in the metadata file, None if nobody did."""

    @property
    def blocks(self) -> bool:
        """Whether this problem keeps the report from being published."""
        return self.severity is Severity.ERROR and self.accepted_by is None
