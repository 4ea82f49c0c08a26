"""A few hundred damaged files; `make audit` reads 20,000."""

from __future__ import annotations

import pytest

from generator.intake import door
from tests.intake.fuzz import fuzz


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_damaged_files_are_read_or_refused(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "find_office", lambda: None)
    assert list(fuzz(100, seed)) == []
