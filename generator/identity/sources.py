"""The places of a report where names are read, read once: title, addressee, signature, opening, sentences."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from generator.catalogues.bodies import bodies
from generator.catalogues.places import places
from generator.identity.compact import Compact
from generator.identity.names import Named, acting_names, names_at, starts_name
from generator.identity.place import read_place
from generator.identity.title import TitleParts, read_title
from generator.model.document import Document
from generator.model.outline import Outline
from generator.model.span import Span

_SEPARATOR = re.compile(r"[\n\t 、，　]+")
_OPENING = 2
_RUNNING = ("。", "：", "；", ":", ";")
"""How running text ends; lines of a web page above it do not."""
_MOST = 400
"""Paragraphs whose beginnings are searched for names: more than any report has."""
_MENTION = re.compile(
    r"(?P<before>^|[，。：；、“《（(和与及在为向对由是到于])(?P<name>(?![在与对由是到为])[^\W全我本各该委]{1,5}?[县区旗市])(?=[一-鿿])(?!街)",
    re.MULTILINE,
)
_ENOUGH = 2
"""Mentions after which a place is believed."""
_MENTIONED = 100_000
"""Characters that are searched for names of places; reports have a few thousand."""


@dataclass(frozen=True)
class Sources:
    """A report as far as identity reads it."""

    document: Document
    outline: Outline

    @cached_property
    def title(self) -> TitleParts:
        """What the title says, nothing if there is no title."""
        span = self.outline.title
        return TitleParts() if span is None else read_title(Compact(self.document.text, span))

    @cached_property
    def signers(self) -> tuple[Named, ...]:
        """The bodies that sign, in order. Names may stand on lines of their own or side by side."""
        span = self.outline.signature
        return () if span is None else split_names(self.document.text, span)

    @cached_property
    def addressees(self) -> tuple[Named, ...]:
        """The bodies that the report is addressed to, in order."""
        span = self.outline.addressee
        return () if span is None else split_names(self.document.text, span)

    @cached_property
    def opening(self) -> tuple[Named, ...]:
        """The names that act in the first paragraphs before the first heading."""
        first = self.outline.headings[0].span.start if self.outline.headings else len(self.document.text)
        found: list[Named] = []
        above = (item for item in self.outline.paragraphs if item.table is None and item.span.start < first)
        running = (item for item in above if item.span.of(self.document.text).endswith(_RUNNING))
        for paragraph in islice(running, _OPENING):
            found += acting_names(Compact(self.document.text, paragraph.span))
        return tuple(found)

    @cached_property
    def body(self) -> tuple[Named, ...]:
        """The names that act at the beginning of sentences anywhere."""
        found: list[Named] = []
        for paragraph in self.outline.paragraphs[:_MOST]:
            if paragraph.table is None:
                found += acting_names(Compact(self.document.text, paragraph.span))
        return tuple(found)

    @cached_property
    def _counties(self) -> Counter[str]:
        """How often the text names each county; one in the title of a document counts twice."""
        catalogue = places()
        counts: Counter[str] = Counter()
        for match in _MENTION.finditer(self.document.text, 0, _MENTIONED):
            name = match["name"]
            if read_place(name).county == name and catalogue.is_county(name) and starts_name(name):
                counts[name] += 2 if match["before"] == "《" else 1
        return counts

    @cached_property
    def county(self) -> str | None:
        """The county that the text names most often, in the title of a document or at least twice; else None."""
        return _frequent(self._counties)

    def place(self, level: str) -> str | None:
        """The place of this level (省 市 县 区 旗 州) that the text names most often; None if it names none twice.

        Names of provinces are told from other words with certainty and count from the first.
        """
        counts = Counter(name for name in self._counties.elements() if name.endswith(level))
        for upper, weight in ((places().province, _ENOUGH), (places().city, 1)):
            for match in upper.finditer(self.document.text, 0, _MENTIONED):
                counts[match[0]] += weight * match[0].endswith(level)
        return _frequent(counts)

    @cached_property
    def speaks_of_itself(self) -> bool:
        """Whether words like 我局 occur: then the report is on the work of the agency that writes it."""
        return bodies().self_name.search(self.document.text) is not None


def _frequent(counts: Counter[str]) -> str | None:
    name = min(counts, key=lambda name: (-counts[name], name), default=None)
    return name if name is not None and counts[name] >= _ENOUGH else None


def split_names(text: str, span: Span) -> tuple[Named, ...]:
    """The names in a signature or address; a name that is only spaced out (甲县 乙局) stays whole."""
    found: list[Named] = []
    start = span.start
    pending = span.start
    for match in [*_SEPARATOR.finditer(text, span.start, span.end), None]:
        end = span.end if match is None else match.start()
        last = match is None or "\n" in match[0] or "、" in match[0]
        following = "" if match is None else "".join(text[match.end() : span.end].split())[:20]
        whole = _named(text, Span(pending, end))
        if whole and (last or following.startswith("中共") or read_place(following).known):
            found += whole
            pending = match.end() if match else end
        elif match is not None and last and not whole and _named(text, Span(start, end)):
            pending = match.end()
        start = match.end() if match else end
    return tuple(found)


def _named(text: str, span: Span) -> list[Named]:
    if span.start >= span.end:
        return []
    compact = Compact(text, span)
    return names_at(compact, 0, len(compact.text)) if compact.text else []
