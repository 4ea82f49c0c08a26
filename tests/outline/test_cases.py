"""Reports with the habits of many offices (all of them invented), each with its outline as a reviewed text."""

from pathlib import Path

import pytest

from generator.intake import read_bytes
from generator.outline import find_outline
from tests.outline.rendering import render, render_problems
from tests.support.goldens import Golden

CASES = Path(__file__).parent.parent / "cases" / "outline"


@pytest.mark.parametrize("path", sorted(CASES.iterdir()), ids=lambda path: path.stem)
def test_outline(path: Path, golden: Golden) -> None:
    document, _ = read_bytes(path.read_bytes(), path.name)
    assert document is not None
    outline, problems = find_outline(document)
    golden.check(f"outline/{path.stem}.txt", render(document, outline) + render_problems(document, problems))


def test_outlines_of_the_five_reports(reports: tuple[Path, ...], golden: Golden) -> None:
    for path in reports:
        document, _ = read_bytes(path.read_bytes(), path.name)
        assert document is not None
        outline, problems = find_outline(document)
        golden.check(f"outline/{path.name}", render(document, outline) + render_problems(document, problems))
