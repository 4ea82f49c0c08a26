"""The browser's half, made small: the modules of `site_overrides/assets/search/` without comments and indentation."""

import re
from collections.abc import Iterator
from pathlib import Path

_COMMENT = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
"""A comment that stands alone: from the start of a line to the end of one. `.*?` ends at the first `*/`."""
_LINE_COMMENT = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+|^\n", re.MULTILINE)


def client_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield (name, bytes) for each script and style sheet of the client's folder, in alphabetical order.

    Lines keep their order and what stands in them, so an error in the browser still names a line that can be found.
    Raises `ValueError` for a template string over several lines, whose blanks would mean something.
    """
    for path in sorted(folder.iterdir()):
        if path.suffix in {".js", ".css"}:
            text = path.read_text(encoding="utf-8")
            yield path.name, _small(text, path.name).encode()


def _small(text: str, name: str) -> str:
    text = _INDENT.sub("", _LINE_COMMENT.sub("", _COMMENT.sub("", text)))
    for line in text.splitlines():
        if line.replace("\\`", "").count("`") % 2:
            raise ValueError(f"{name}: a template string over several lines: {line}")
    return text
