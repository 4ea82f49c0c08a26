"""The browser's half, made small: the modules of `site_overrides/assets/search/` joined, without comments."""

import re
from collections.abc import Iterator
from pathlib import Path

import rjsmin  # type: ignore[import-untyped]

from generator.search.bundle import bundled

_STYLE_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_STYLE_BLANKS = re.compile(r"\s+")
_STYLE_MARKS = re.compile(r"\s*([{};,])\s*")


def client_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield (name, bytes) for each style sheet and script of the client's folder.

    A visitor of a plain host, which does not compress, thus fetches a third less before the first answer, in fewer
    files (see `bundle.py`).
    """
    for path in sorted(folder.glob("*.css")):
        yield path.name, _small_style(path.read_text(encoding="utf-8")).encode()
    scripts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.js"))}
    for name, text in bundled(scripts).items():
        yield f"{name}.js", str(rjsmin.jsmin(text)).encode()


def _small_style(text: str) -> str:
    """Our own style sheets hold no string in which a blank or one of the marks `{};,` means something."""
    return _STYLE_MARKS.sub(r"\1", _STYLE_BLANKS.sub(" ", _STYLE_COMMENT.sub("", text))).strip()
