"""From a committed file to a lawful publication, and back: a clerk's morning with real git and a real web host."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import urlopen

import pytest

from tests.support.command import Done, gongkai
from tests.support.git import Repository
from tests.support.server import Serve
from tests.support.site import ROOT, Project

pytestmark = pytest.mark.long

NAME = "content/reports/2024/涵江区行政服务中心"
IDENTIFIER = "hanjiang-xzfwzx-2024"
DEFECTIVE = """\
涵江区行政服务中心关于2024年法治政府建设情况的报告

一、主要举措和成效
2024年，中心主要负责人认真履行推进法治建设第一责任人职责，组织会前学法12次，办理行政许可3210件，按时办结率100%。
企业代表李建国（电话19912345678）送来锦旗。
三、存在的不足和原因
窗口人员流动较快，主要原因是编外人员比例较高。
四、下一年度主要安排
2025年，继续推进高效办成一件事\ufffd，全年培训不少于4次。
涵江区行政服务中心
2025年1月16日
"""
SOUND = (
    DEFECTIVE.replace("（电话19912345678）", "代表")
    .replace("三、", "二、")
    .replace("四、", "三、")
    .replace("\ufffd", "")
    .replace("李建国代表", "")
)
METADATA = "agency: hanjiang-xzfwzx\nyear: 2024\npublished_on: 2025-01-20 09:30\ndisclosure: 主动公开\n"


def command(repository: Repository, *arguments: str) -> Done:
    """The command line as CI runs it: in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=repository.folder,
        env=repository.environment() | {"SOURCE_DATE_EPOCH": "1782864000"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    return Done(done.returncode, done.stdout, done.stderr)


def fetched(url: str) -> tuple[int, bytes]:
    try:
        with urlopen(url, timeout=20) as answer:  # noqa: S310  (the test's own server)
            return answer.status, answer.read()
    except HTTPError as error:
        return error.code, b""


def everything(url: str, site: Path) -> Iterator[tuple[str, bytes]]:
    """Every file that the host serves, by the names of a built site."""
    for file in sorted(site.rglob("*")):
        if file.is_file():
            name = file.relative_to(site).as_posix()
            yield name, fetched(url + quote(name))[1]


@pytest.fixture
def repository(project: Project) -> Repository:
    """The project under git, with its first state on `main`."""
    (project.folder / "generator").unlink()
    (project.folder / "generator").symlink_to(ROOT / "generator", target_is_directory=True)
    made = Repository(project.folder)
    made.write(".gitignore", "/build/\n/site/\n/www/\n/generator\n")
    made.git("init", "--quiet", "--initial-branch=main")
    made.git("add", "-A")
    made.git("commit", "--quiet", "-m", "Five reports")
    return made


def assert_the_clerk_is_told(folder: Path) -> None:
    """Annotations at the right lines, one receipt, no number anywhere."""
    done = gongkai(folder, "check", "--today", "2026-07-01", "--changed", "main", "--format", "github")
    assert done.returncode == 1
    places = [
        (row[2 : row.index(" ")], row.split(",line=")[1].split(",")[0], row.split("title=")[1].split(" ")[0])
        for row in done.stdout.splitlines()
        if row.startswith(("::error ", "::warning ")) and f"file={NAME}.txt" in row
    ]
    assert ("error", "5", "P02") in places
    assert ("warning", "6", "S07") in places
    assert ("error", "9", "X01") in places
    assert "19912345678" not in done.stdout
    assert "把内容从提交记录中清除" in done.stdout
    receipt = gongkai(folder, "check", "--today", "2026-07-01", "--changed", "main", "--format", "markdown").stdout
    assert receipt.startswith("# 检查回执\n\n**现在不能发布。** 检查了 6 份报告：错误 2 个")
    assert [row for row in receipt.splitlines() if row.startswith("## ")] == ["## 涵江区行政服务中心.txt"]
    assert "19912345678" not in receipt


def test_a_report_is_refused_mended_published_and_taken_back(
    repository: Repository, built_site: Project, serve: Serve
) -> None:
    folder = repository.folder
    www = folder / "www"
    assert gongkai(folder, "deploy", "www", "--site-dir", str(built_site.site)).returncode == 0
    host = serve(www / "current").url
    report, board, feed = f"{host}reports/{IDENTIFIER}/", f"{host}board/", f"{host}feed.xml"
    before = dict(everything(host, built_site.site))
    assert fetched(report)[0] == HTTPStatus.NOT_FOUND

    # The clerk puts the file on a branch; the machine of a colleague without the hook lets it pass.
    repository.git("switch", "--quiet", "-c", "report-2024")
    repository.write(f"{NAME}.txt", DEFECTIVE)
    repository.write(f"{NAME}.yml", METADATA)
    repository.git("add", "-A")
    repository.git("commit", "--quiet", "-m", "涵江区行政服务中心2024年度报告")

    # CI refuses it.
    assert_the_clerk_is_told(folder)

    # Nothing is built, nothing changes on the web.
    assert command(repository, "build").returncode == 1
    assert not (folder / "site").exists()
    assert fetched(report)[0] == HTTPStatus.NOT_FOUND

    # The clerk mends it, with the hook this time; the branch is merged.
    assert gongkai(folder, "hook", "install").returncode == 0
    repository.write(f"{NAME}.txt", SOUND)
    repository.git("commit", "--quiet", "-am", "改正")
    assert gongkai(folder, "check", "--today", "2026-07-01", "--changed", "main", "--format", "github").returncode == 0
    repository.git("switch", "--quiet", "main")
    repository.git("merge", "--quiet", "--squash", "report-2024")
    repository.git("commit", "--quiet", "-m", "涵江区行政服务中心2024年度报告")

    # CI enters it in the ledger, builds, tests the links, deploys, and commits the ledger.
    assert gongkai(folder, "record", "--published", "--today", "2026-07-01").returncode == 0
    assert command(repository, "build").returncode == 0
    links = [sys.executable, str(ROOT / "scripts" / "check_links.py"), "site"]
    checked = subprocess.run(links, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert checked.returncode == 0, checked.stdout
    assert gongkai(folder, "deploy", "www").returncode == 0
    assert repository.git("status", "--porcelain").split() == ["M", "content/ledger.json"]
    repository.git("commit", "--quiet", "-am", "登记收录")

    # The page, the board, the feeds and the data have it.
    status, page = fetched(report)
    assert (status, "办理行政许可" in page.decode()) == (HTTPStatus.OK, True)
    for address, name in ((board, "board/index.html"), (feed, "feed.xml")):
        assert fetched(address)[1] != before[name]
    assert IDENTIFIER in fetched(feed)[1].decode()
    assert "按期" in fetched(board)[1].decode()
    changed = {name for name, data in everything(host, built_site.site) if data != before[name]}
    data = {"data/catalogue.csv", "data/catalogue.json", "data/indicators.csv", "data/board.csv"}
    assert {"index.html", "catalogue/index.html", *data} - changed == set()
    twin = json.loads(fetched(f"{report}report.json")[1])
    assert (twin["id"], twin["identity"]["year"]) == (IDENTIFIER, 2024)
    assert fetched(f"{report}{IDENTIFIER}.txt")[1] == SOUND.encode()

    # A mistake is found: one command, and the web is as it was, to the byte; it stays so.
    assert gongkai(folder, "rollback", "www").returncode == 0
    assert fetched(report)[0] == HTTPStatus.NOT_FOUND
    assert dict(everything(host, built_site.site)) == before
    held = gongkai(folder, "deploy", "www")
    assert (held.returncode, "已回退并暂停发布" in held.stderr) == (1, True)
    assert fetched(report)[0] == HTTPStatus.NOT_FOUND
    assert gongkai(folder, "deploy", "www", "--resume").returncode == 0
    assert fetched(report)[0] == HTTPStatus.OK
