"""The pages that staff write by hand (`content/pages/*.md`), and the page for addresses that do not exist."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.catalogues.load import CatalogueError
from generator.model.report import SiteFile
from generator.pages import addresses


def handwritten_pages(content: Path) -> Iterator[SiteFile]:
    """Each `content/pages/<name>.md` becomes the page `<name>/`. They are staff's own Markdown and pass unchanged."""
    for path in sorted((content / "pages").glob("*.md")):
        if not path.stem.isascii():
            raise CatalogueError(path, 1, 1, "页面文件名会成为网址，请用英文小写字母，如 about.md")
        yield SiteFile(addresses.source(f"{path.stem}/"), path.read_bytes())
