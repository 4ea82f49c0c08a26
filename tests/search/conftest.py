"""Indexes and small sites, built once for all test processes."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.search.corpus import generated_reports, real_reports
from tests.search.node import write_client
from tests.search.site import write_site


@pytest.fixture(scope="session")
def client(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The client's folder, for Node."""
    return write_client(tmp_path_factory.mktemp("client"))


@pytest.fixture(scope="session")
def site_500(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A site of the five real reports and 500 generated ones."""
    return _shared(tmp_path_factory, worker_id, "search-site-500", lambda folder: _write(folder, 500))


@pytest.fixture(scope="session")
def site_2000(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A site of the five real reports and 2,000 generated ones."""
    return _shared(tmp_path_factory, worker_id, "search-site-2000", lambda folder: _write(folder, 2000))


def _write(folder: Path, count: int) -> None:
    write_site(folder, [*real_reports(), *generated_reports(count)])


def _shared(
    factory: pytest.TempPathFactory, worker_id: str, name: str, write: Callable[[Path], None], patience: float = 300
) -> Path:
    """The folder `name`, written by whichever test process comes first; the others wait for it."""
    base = factory.getbasetemp()
    if worker_id != "master":  # with pytest-xdist each process has a folder of its own below the shared one
        base = base.parent
    folder, done = base / name, base / f"{name}.done"
    try:
        folder.mkdir()
    except FileExistsError:
        until = time.monotonic() + patience
        while not done.exists():
            assert time.monotonic() < until, f"{name} was begun by another process and never finished"
            time.sleep(0.2)
        return folder
    write(folder)
    done.touch()
    return folder
