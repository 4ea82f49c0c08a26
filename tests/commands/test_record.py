"""The ledger: the day of first publication, changes that must be explained, addresses that lead on."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from generator.content.site import read_site
from generator.pipeline import gather
from generator.site.redirects import redirect_pages
from tests.support.command import gongkai
from tests.support.site import Project

TODAY = ("--today", "2026-07-01")
REPORT = "content/reports/2023/涵江区行政服务中心"
IDENTIFIER = "hanjiang-xzfwzx-2023"


def entries(project: Project) -> dict[str, dict[str, Any]]:
    ledger = json.loads((project.folder / "content/ledger.json").read_text(encoding="utf-8"))["reports"]
    assert isinstance(ledger, dict)
    return ledger


def replace_in(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_change_before_publication_needs_no_words(project: Project) -> None:
    gongkai(project.folder, "record", *TODAY)
    replace_in(project.folder / f"{REPORT}.txt", "认真贯彻", "切实贯彻")
    gongkai(project.folder, "record", *TODAY)
    assert (entries(project)[IDENTIFIER]["earlier"], entries(project)[IDENTIFIER]["first_published"]) == ([], None)
    assert " W17 " not in gongkai(project.folder, "check", *TODAY).stdout


def test_a_change_after_publication_must_be_explained(project: Project) -> None:
    gongkai(project.folder, "record", "--published", *TODAY)
    assert entries(project)[IDENTIFIER]["first_published"] == "2026-07-01"
    replace_in(project.folder / f"{REPORT}.txt", "认真贯彻", "切实贯彻")
    assert "涵江区行政服务中心.txt:1:1: 警告 W17" in gongkai(project.folder, "check", *TODAY).stdout
    gongkai(project.folder, "record", *TODAY)
    assert len(entries(project)[IDENTIFIER]["earlier"]) == 1
    assert " W17 " in gongkai(project.folder, "check", *TODAY).stdout
    with (project.folder / f"{REPORT}.yml").open("a", encoding="utf-8") as file:
        file.write("corrections:\n  - {dated: 2026-07-02, note: 改正用词}\n")
    assert " W17 " not in gongkai(project.folder, "check", *TODAY).stdout


def test_a_report_with_a_new_id_is_recognised_and_its_old_address_leads_on(project: Project) -> None:
    gongkai(project.folder, "record", "--published", *TODAY)
    replace_in(project.folder / "content/agencies.yml", "id: hanjiang-xzfwzx", "id: hanjiang-fwzx")
    replace_in(project.folder / f"{REPORT}.yml", "hanjiang-xzfwzx", "hanjiang-fwzx")
    assert "W16" in gongkai(project.folder, "check", *TODAY).stdout
    assert "hanjiang-xzfwzx-2023 改为 hanjiang-fwzx-2023" in gongkai(project.folder, "record", *TODAY).stdout
    entry = entries(project)["hanjiang-fwzx-2023"]
    assert (entry["former_addresses"], IDENTIFIER in entries(project)) == ([f"reports/{IDENTIFIER}/"], False)
    assert " W16 " not in gongkai(project.folder, "check", *TODAY).stdout
    (page,) = redirect_pages(gather(read_site(project.folder / "content"), date(2026, 7, 1)))
    assert page.path == f"reports/{IDENTIFIER}/index.html"
    text = page.data.decode()
    assert '<meta http-equiv="refresh" content="0; url=../../reports/hanjiang-fwzx-2023/">' in text
    assert '<a href="../../reports/hanjiang-fwzx-2023/">涵江区行政服务中心关于' in text
    assert "<script" not in text
