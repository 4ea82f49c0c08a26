"""The samples with their manifest: what each file should read as, or why it must be refused."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SAMPLES = Path(__file__).resolve().parent.parent / "cases" / "intake"
_BLANKS = re.compile(r"[\s\u3000\xa0]+")


def bare(text: str) -> str:
    """The text without any blanks: they carry no meaning in these reports."""
    return _BLANKS.sub("", text)


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """One file of the manifest."""

    name: str
    entry: dict[str, Any]

    @property
    def path(self) -> Path:
        """Where the file is."""
        return SAMPLES / self.name

    @property
    def legacy(self) -> bool:
        """Whether reading it takes LibreOffice."""
        return self.name.startswith("doc/")

    def blocks(self) -> list[dict[str, Any]]:
        """The blocks that the file should read as."""
        blocks: list[dict[str, Any]] = json.loads((SAMPLES / self.entry["expected"]).read_text(encoding="utf-8"))
        return blocks


def samples(policy: str) -> list[Sample]:
    """The files of the manifest with this policy that are kept here; the big ones are made by `bombs`."""
    manifest = json.loads((SAMPLES / "MANIFEST.json").read_text(encoding="utf-8"))
    found = [Sample(name, entry) for name, entry in manifest.items() if entry["policy"] == policy]
    return [sample for sample in found if sample.path.exists()]
