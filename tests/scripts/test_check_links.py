"""Broken links are found, sound ones are not, and the built site has only sound ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.check_links import main
from tests.support.site import Project

SOUND = '<h1 id="标题">x</h1><a href="../#top-2">home</a><a href="mailto:a@b">m</a><a href="https://www.gov.cn/">g</a>'
HOME = '<p id="top-2">x</p><a href="report/#%E6%A0%87%E9%A2%98">r</a><a href="data.csv">d</a><img src="data:,">'


def site(folder: Path, home: str) -> Path:
    (folder / "report").mkdir()
    (folder / "index.html").write_text(home, encoding="utf-8")
    (folder / "report" / "index.html").write_text(SOUND, encoding="utf-8")
    (folder / "data.csv").write_text("a\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        (HOME, None),
        (HOME + '<a href="missing/">x</a>', "missing/ 找不到该文件"),
        (HOME + '<a href="report">x</a>', "report 找不到该文件"),
        (HOME + '<a href="report/#p-1">x</a>', "report/#p-1 页面中没有这个位置"),
        (HOME + '<script src="https://cdn.example/x.js"></script>', "https://cdn.example/x.js 从其他网站加载内容"),
        (HOME + '<link rel="stylesheet" href="//cdn.example/x.css">', "//cdn.example/x.css 从其他网站加载内容"),
        (HOME + '<link rel="canonical" href="https://a.example/fz/"><a href="/fz/data.csv">x</a>', None),
        (HOME + '<link rel="canonical" href="https://a.example/fz/"><a href="/other/">x</a>', "/other/ 指向本站之外"),
        (
            HOME + '<link rel="canonical" href="https://a.example/fz/"><a href="https://a.example/fz/no">x</a>',
            "https://a.example/fz/no 找不到该文件",
        ),
    ],
)
def test_broken_links_are_named(
    home: str, expected: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = site(tmp_path, home)
    code = main([str(folder)])
    *problems, _ = capsys.readouterr().out.splitlines()
    wanted = [] if expected is None else [f"{folder / 'index.html'}：{expected}"]
    assert (code, problems) == (len(wanted), wanted)


def test_a_folder_without_a_site_is_refused(tmp_path: Path) -> None:
    assert main([str(tmp_path)]) == 2


def test_every_link_of_the_site_is_sound(built_site: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(built_site.site)]) == 0, capsys.readouterr().out
