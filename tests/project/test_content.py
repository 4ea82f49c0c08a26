"""The reports that the site publishes are those of the gold annotation, byte for byte."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from tests.support.site import Project

ROOT = Path(__file__).resolve().parent.parent.parent


def test_published_reports_are_the_annotated_ones(reports: tuple[Path, ...]) -> None:
    published = {sha256(path.read_bytes()).hexdigest() for path in (ROOT / "content" / "reports").rglob("*.txt")}
    assert len(reports) == 5
    assert {path.name for path in reports if sha256(path.read_bytes()).hexdigest() not in published} == set()


def test_a_build_leaves_nothing_in_the_shared_temporary_folder(built_site: Project) -> None:
    """A cache there could be planted by another user of the machine: jieba would load it unseen."""
    assert list(built_site.temporary.iterdir()) == []
