"""Links of the built site: none is dead, cross-links lead to the same matter, and they lead both ways."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.site import Project

RELATED = re.compile(r'class="related aid[^"]*">(.*?)</details>', re.DOTALL)
TARGET = re.compile(r'href="\.\./\.\./reports/([a-z0-9-]+)/#(p-[0-9a-f-]+)"')


def test_no_link_is_dead(built_site: Project, root: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(root / "scripts" / "check_links.py"), str(built_site.site)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]


@pytest.fixture(scope="module")
def topics(built_site: Project) -> dict[str, dict[str, set[str]]]:
    """For each report the sub-topics of each paragraph."""
    found: dict[str, dict[str, set[str]]] = {}
    for twin in (built_site.site / "reports").glob("*/report.json"):
        data = json.loads(twin.read_text(encoding="utf-8"))
        paragraphs = found.setdefault(data["id"], {})
        for tag in data["themes"]:
            if tag["topic"]:
                paragraphs.setdefault(tag["paragraph"], set()).add(tag["topic"])
    return found


def cross_links(site: Path, report: str) -> set[tuple[str, str]]:
    page = (site / "reports" / report / "index.html").read_text(encoding="utf-8")
    return {match for aside in RELATED.findall(page) for match in TARGET.findall(aside)}


def test_cross_links_lead_to_the_same_matter(built_site: Project, topics: dict[str, dict[str, set[str]]]) -> None:
    for report, paragraphs in topics.items():
        own = set().union(*paragraphs.values()) if paragraphs else set()
        for other, anchor in cross_links(built_site.site, report):
            assert own & topics[other][anchor], (report, other, anchor)


def test_every_shared_sub_topic_is_linked(built_site: Project, topics: dict[str, dict[str, set[str]]]) -> None:
    for report, paragraphs in topics.items():
        linked = {topic for other, anchor in cross_links(built_site.site, report) for topic in topics[other][anchor]}
        for topic in set().union(*paragraphs.values()) if paragraphs else set():
            elsewhere = [name for name in topics if name != report and topic in set().union(*topics[name].values())]
            assert not elsewhere or topic in linked, (report, topic)


def test_cross_links_are_two_way(built_site: Project, topics: dict[str, dict[str, set[str]]]) -> None:
    links = {report: {other for other, _ in cross_links(built_site.site, report)} for report in topics}
    assert [(report, other) for report in links for other in links[report] if report not in links[other]] == []


def test_only_the_style_sheet_of_the_engine_is_published(built_site: Project, root: Path) -> None:
    """What Material brings and no page asks for stays behind: 2 MB of scripts, source maps, the palette."""
    ours = {path.name for path in (root / "site_overrides" / "assets").rglob("*")}
    brought = [path for path in sorted((built_site.site / "assets").rglob("*")) if path.is_file()]
    foreign = [path for path in brought if path.name not in ours]
    assert [re.sub(r"\.[0-9a-f]{8}\.", ".", path.name) for path in foreign] == ["favicon.png", "main.min.css"]
    assert foreign[-1].name in (built_site.site / "index.html").read_text(encoding="utf-8")
