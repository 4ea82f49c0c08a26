"""A plain static web host, as an agency's portal would have it: a folder under a base path, and a log."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Protocol
from urllib.parse import urlsplit

import pytest


@dataclass(frozen=True, slots=True)
class Request:
    """One answered request; `path` as asked for, with base path and query, `size` the length of the body in bytes."""

    path: str
    status: int
    size: int


@dataclass(frozen=True, slots=True)
class StaticSite:
    """A folder being served. `url` ends with `/`; `requests` grows with every answer."""

    url: str
    requests: list[Request] = field(default_factory=list)


class _Handler(SimpleHTTPRequestHandler):
    """Serves files below the base path; anything else is 404, with the site's own page for it."""

    protocol_version = "HTTP/1.1"
    # Head and body go out together and at once: otherwise each answer waits 40 ms for the browser's acknowledgement.
    wbufsize = -1
    disable_nagle_algorithm = True

    def __init__(self, *args: Any, base: str, log: list[Request], directory: str) -> None:
        self._base = base
        self._log = log
        self._size = 0
        super().__init__(*args, directory=directory)

    def translate_path(self, path: str) -> str:
        below = urlsplit(path).path
        if not below.startswith(self._base):
            return self.directory + "/.not-below-the-base"
        return super().translate_path("/" + below.removeprefix(self._base))

    def list_directory(self, path: object) -> None:  # never lists: a plain host does not
        del path
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = self.directory + "/404.html"
        try:
            with open(page, "rb") as file:  # noqa: PTH123  # the base class works with names, too
                body = file.read()
        except FileNotFoundError:
            super().send_error(code, message, explain)
            return
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def send_response(self, code: int, message: str | None = None) -> None:
        self._size = 0
        super().send_response(code, message)
        self._status = int(code)

    def send_header(self, keyword: str, value: str) -> None:
        if keyword.lower() == "content-length":
            self._size = int(value)
        super().send_header(keyword, value)

    def end_headers(self) -> None:
        self._log.append(Request(self.path, self._status, self._size))
        super().end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing: the log is `requests`."""


@contextmanager
def serving(folder: Path, base: str = "/") -> Iterator[StaticSite]:
    """Serve a folder on a free port of this machine while the context lasts.

    Args:
        folder: what to serve; its `404.html` answers for what is not there.
        base: path under which it appears, beginning and ending with `/`.
    """
    log: list[Request] = []
    handler = partial(_Handler, base=base, log=log, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield StaticSite(f"http://127.0.0.1:{server.server_port}{base}", log)
        server.shutdown()
        thread.join()


class Serve(Protocol):
    """Type of the fixture `serve`."""

    def __call__(self, folder: Path, base: str = "/") -> StaticSite:
        """Serve a folder until the tests end; the same folder and base give the same server."""


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """Start static servers: `serve(folder)`, `serve(folder, "/some/base/")`."""
    running: dict[tuple[Path, str], StaticSite] = {}
    with ExitStack() as stack:

        def start(folder: Path, base: str = "/") -> StaticSite:
            key = (folder, base)
            if key not in running:
                running[key] = stack.enter_context(serving(folder, base))
            return running[key]

        yield start
