"""The text of a report as a built page shows it, read back from the HTML."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"br", "img", "input", "meta", "link", "hr", "source", "wbr"}
CELLS = {"td", "th"}


class PageText(HTMLParser):
    """Collects the blocks that belong to the report: `data-line` begins a line of the cleaned text.

    Blocks of class `passage`, `closing` or `addressee` and headings below `text` continue the line before them if
    they have no `data-line`. Whatever has class `aid` is the site's own and is passed over.
    """

    def __init__(self) -> None:
        """Start with nothing read."""
        super().__init__(convert_charrefs=True)
        self.lines: dict[int, str] = {}
        self._current: int | None = None
        self._depth = 0
        self._aid = 0
        self._cell = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter a block of the report, a cell of it, or something of the site's own."""
        if tag in VOID:
            return
        given = dict(attrs)
        classes = (given.get("class") or "").split()
        if self._depth:
            self._depth += 1
            if self._aid or "aid" in classes:
                self._aid += 1
            if tag in CELLS and self._current is not None:
                self._cell += 1
                if self._cell > 1:
                    self.lines[self._current] += "\t"
            return
        if "data-line" in given:
            self._current = int(given["data-line"] or 0)
            self.lines.setdefault(self._current, "")
            self._depth, self._cell = 1, 0
        elif "passage" in classes or (self._current is not None and "data-part" in given):
            self._depth = 1

    def handle_endtag(self, tag: str) -> None:
        """Leave a block."""
        if self._depth and tag not in VOID:
            self._depth -= 1
            self._aid = max(0, self._aid - 1)

    def handle_data(self, data: str) -> None:
        """Keep the text of the report."""
        if self._depth and not self._aid and self._current is not None:
            self.lines[self._current] += data

    @property
    def text(self) -> str:
        """The cleaned text: the lines in order."""
        return "\n".join(self.lines[number] for number in sorted(self.lines))


def page_text(page: str) -> str:
    """The cleaned text that a built report page shows."""
    reader = PageText()
    reader.feed(page)
    return reader.text
