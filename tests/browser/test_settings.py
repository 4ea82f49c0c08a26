"""What staff set in content/site.yml stands on the pages, and what they left empty does not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.site import Project

BASE = "https://www.example.gov.cn/zwgk/fzzf/"
FOOTER = {
    "organiser": "甲县“司法局”<b>",
    "contact": "0000-1234567",
    "site_code": "4100000001",
    "icp": "豫ICP备12345678号",
    "badge": "https://bszs.example.gov.cn/1",
}


@pytest.fixture
def configured(project: Project) -> Project:
    """A site with an address, most of a footer, and the wish not to be indexed."""
    file = project.folder / "content" / "site.yml"
    text = file.read_text(encoding="utf-8")
    text = text.replace('base_url: ""', f'base_url: "{BASE}"').replace("noindex: false", "noindex: true")
    for key, value in FOOTER.items():
        text = text.replace(f'{key}: ""', f"{key}: '{value}'")
    file.write_text(text, encoding="utf-8")
    project.build()
    return project


def tags(page: Path) -> dict[str, str]:
    """The page tags by name."""
    return dict(re.findall(r'<meta (?:name|property)="([\w:]+)" content="([^"]*)"', page.read_text(encoding="utf-8")))


def test_settings_stand_on_the_pages(configured: Project) -> None:
    report = configured.site / "reports" / "weibin-sfj-2023" / "index.html"
    page = report.read_text(encoding="utf-8")
    found = tags(report)
    assert found["SiteDomain"] == "www.example.gov.cn"
    assert found["SiteIDCode"] == "4100000001"
    assert found["og:url"] == found["Url"] == f"{BASE}reports/weibin-sfj-2023/"
    assert found["robots"] == "noindex"
    assert f'<link rel="canonical" href="{BASE}reports/weibin-sfj-2023/">' in page
    footer = page[page.index("<footer") : page.index("</footer")]
    assert "主办单位：甲县“司法局”&lt;b&gt;" in footer
    assert "豫ICP备12345678号" in footer
    assert "找错" not in footer  # left empty
    assert "党政机关网站标识" not in footer  # never in a demonstration


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("index.html", {"SiteName"}),
        ("agencies/index.html", {"SiteName", "ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"}),
    ],
)
def test_tags_by_page_type(page: str, expected: set[str], built_site: Project) -> None:
    found = tags(built_site.site / page)
    assert {name for name in found if name[0].isupper()} == expected
    assert "" not in found.values()
    assert "robots" not in found
    assert "og:url" not in found
