"""What all tests share: options, the five reports, and the fixtures of `tests/support`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT / "tests" / "gold" / "reports"

pytest_plugins = ["tests.support.browser", "tests.support.goldens", "tests.support.server", "tests.support.site"]

# A shared machine may be slow for a moment: no deadline. CI must give the same answer twice.
settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deal the long tests out, so that each worker begins with some and none is left alone with one at the end."""
    workers = getattr(config, "workerinput", {}).get("workercount", 1)
    long = [item for item in items if item.get_closest_marker("long")]
    rest = [item for item in items if not item.get_closest_marker("long")]
    share = -(-len(items) // workers)  # each worker is given so many in a row
    items.clear()
    for worker in range(workers):
        own = long[worker::workers]
        others = max(share - len(own), 0)
        items += [*own, *rest[:others]]
        rest = rest[others:]


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def reports() -> tuple[Path, ...]:
    """The five reports, in the order of their names."""
    return tuple(sorted(REPORTS.glob("*.txt")))
