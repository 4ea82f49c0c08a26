"""Expected results that a person reviews: files in tests/goldens/, rewritten by `pytest --update-goldens`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

GOLDENS = Path(__file__).resolve().parent.parent / "goldens"
UPDATE_SWITCH = "--update-goldens"


@dataclass(frozen=True, slots=True)
class Golden:
    """Compares what a test got with a file of tests/goldens/."""

    folder: Path
    update: bool

    def check(self, name: str, actual: object) -> None:
        """Fail unless the file `name` holds `actual`.

        Args:
            name: path below tests/goldens/, such as `commands/check.txt`.
            actual: a text, or anything JSON can hold, which is stored indented and with its keys in their order.

        A file that is not there fails too: an expected result is written on purpose, with the switch.
        """
        text = actual if isinstance(actual, str) else json.dumps(actual, ensure_ascii=False, indent=1) + "\n"
        path = self.folder / name
        if self.update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        if not path.is_file():
            pytest.fail(f"{path} is missing; `pytest {UPDATE_SWITCH}` writes it")
        expected = path.read_bytes().decode("utf-8")
        assert expected == text, f"differs from {path}; if that is right: pytest {UPDATE_SWITCH}"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch that rewrites expected results."""
    parser.addoption(UPDATE_SWITCH, action="store_true", help="write tests/goldens/ anew; then read the difference")


@pytest.fixture(scope="session")
def golden(pytestconfig: pytest.Config) -> Golden:
    """Expected results in tests/goldens/."""
    return Golden(GOLDENS, update=bool(pytestconfig.getoption(UPDATE_SWITCH)))
