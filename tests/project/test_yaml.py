"""The catalogues are YAML to every reader: libyaml is more lenient than the one that stands in where it is absent."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

CATALOGUES = Path(__file__).resolve().parents[2] / "generator" / "catalogues"

FILES = sorted(CATALOGUES.rglob("*.yml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_both_readers_see_the_same(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    seen, expected = (
        [(type(event), getattr(event, "value", None)) for event in yaml.parse(text, loader)]
        for loader in (yaml.SafeLoader, yaml.CSafeLoader)
    )
    assert seen == expected
