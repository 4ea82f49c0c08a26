"""The zip holds the whole site, is the same twice, and works on any static server."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

from generator.publishing.export import export_zip
from tests.support.site import Project


def test_the_zip_is_the_site_and_the_same_twice(built_site: Project, tmp_path: Path) -> None:
    first, second = tmp_path / "a.zip", tmp_path / "b.zip"
    assert export_zip(built_site.site, first, date(2026, 7, 1)) == export_zip(built_site.site, second, date(2026, 7, 1))
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}
    files = (path for path in built_site.site.rglob("*") if path.is_file())
    assert packed == {path.relative_to(built_site.site).as_posix(): path.read_bytes() for path in files}
