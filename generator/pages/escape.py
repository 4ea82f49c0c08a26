"""Report text as Markdown that can never become markup."""

from __future__ import annotations

import html
import re

_PUNCTUATION = re.compile(r"[!\"#$&'()*+:;<=>?@\[\\\]^_`{|}~-]")
"""Every ASCII punctuation mark that means something to Markdown, its extensions, HTML or a template language.

`,`, `.`, `/` and `%` stay: they carry no meaning inside a line. Full-width punctuation never does.
"""

_LIST_NUMBER = re.compile(r"^(\s*\d+)\.")
"""`1.` at the start of a block would begin a list."""

_EDGE_BLANKS = re.compile(r"^ +| +$")
"""Blanks at the start of a block would make it code, at its end a line break."""

_BLANKS = re.compile(r"\s")


def markdown(text: str) -> str:
    """`text` (one line, any characters) as the inline content of a Markdown block: it reads back as itself.

    Marks become numeric character references, which Markdown passes through, so that no combination of them with
    anything around can be syntax. Line ends and tabs become blanks.
    """
    flat = _BLANKS.sub(" ", text)
    escaped = _PUNCTUATION.sub(lambda match: f"&#{ord(match[0])};", flat)
    numbered = _LIST_NUMBER.sub(r"\1&#46;", escaped)
    return _EDGE_BLANKS.sub(lambda match: "&#32;" * len(match[0]), numbered)


def attribute(text: str) -> str:
    """`text` for a double-quoted HTML attribute or an HTML text node inside a raw HTML block."""
    return html.escape(_BLANKS.sub(" ", text), quote=True)
