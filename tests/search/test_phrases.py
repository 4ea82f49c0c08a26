"""Exact phrases against a scan of the same folded text: nothing missing, nothing too much."""

import random
import re
from pathlib import Path

from generator.search.documents import searched_text
from generator.search.normalise import HAN
from tests.search.corpus import generated_reports, real_reports
from tests.search.node import run_node

PHRASES = 500
_RUN = re.compile(f"[{HAN}]{{2,}}")
_NUMBER = re.compile(rf"(?<![^ %‰{HAN}])[0-9]+(?:\.[0-9]+)?(?![^ %‰{HAN}])")


def test_random_phrases(client: Path, site_2000: Path) -> None:
    lines = _lines()
    phrases = _draw(lines, random.Random(11))  # noqa: S311
    found = run_node("phrases", phrases, client, site_2000 / "search-index")
    assert dict(zip(phrases, found, strict=True)) == {phrase: _scan(phrase, lines) for phrase in phrases}


def _lines() -> dict[str, list[str]]:
    """Report id → its folded lines: paragraphs, headings, and names of the metadata."""
    lines = {}
    for report in (*real_reports(), *generated_reports(2000)):
        text = searched_text(report)
        lines[report.id] = [*text.passages, *(heading for _, heading in text.headings), *text.meta]
    return lines


def _draw(lines: dict[str, list[str]], source: random.Random) -> list[str]:
    """Different phrases of 2–8 Chinese characters and whole numbers; one in five comes from the real reports."""
    ids = list(lines)
    phrases: dict[str, None] = {}
    while len(phrases) < PHRASES:
        report = source.choice(ids[:5]) if source.random() < 0.2 else source.choice(ids)
        line = source.choice(lines[report])
        if source.random() < 0.25:
            found = _NUMBER.findall(line)
        else:
            length = source.randint(2, 8)
            starts = [run.start() + at for run in _RUN.finditer(line) for at in range(len(run.group()) - length + 1)]
            found = [line[start : start + length] for start in starts]
        if found:
            phrases[source.choice(found)] = None
    return list(phrases)


def _scan(phrase: str, lines: dict[str, list[str]]) -> list[str]:
    if phrase[0].isdigit():
        whole = re.compile(rf"(?<![^ %‰{HAN}]){re.escape(phrase)}(?![^ %‰{HAN}])")
        return sorted(report for report, texts in lines.items() if any(map(whole.search, texts)))
    return sorted(report for report, texts in lines.items() if any(phrase in text for text in texts))
