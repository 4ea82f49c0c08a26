"""The static host of the tests behaves like a plain web host."""

from __future__ import annotations

from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.support.server import Request, serving


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "page").mkdir()
    (tmp_path / "empty").mkdir()
    (tmp_path / "page" / "index.html").write_text("home", encoding="utf-8")
    (tmp_path / "404.html").write_text("none", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("path", "status", "body"),
    [
        ("/base/page/", 200, "home"),
        ("/base/page/?q=1", 200, "home"),
        ("/base/page", 301, ""),
        ("/base/missing", 404, "none"),
        ("/base/empty/", 404, "none"),
        ("/page/", 404, "none"),
        ("/base/../../etc/passwd", 404, "none"),
    ],
)
def test_answers(folder: Path, path: str, status: int, body: str) -> None:
    with serving(folder, "/base/") as site:
        connection = HTTPConnection(urlsplit(site.url).netloc, timeout=5)
        connection.request("GET", path)
        answer = connection.getresponse()
        assert (answer.status, answer.read().decode()) == (status, body)
        assert site.requests == [Request(path, status, len(body))]
        connection.close()
