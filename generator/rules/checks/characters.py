"""Standard characters in the file as decoded (C14)."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

import opencc

from generator.catalogues.checks import Characters
from generator.catalogues.rules import Rule
from generator.model.span import Span
from generator.rules.context import Matter
from generator.rules.ruling import Remark, Ruling, met, not_met

_SHOWN = 8


def check_characters(rule: Rule, check: Characters, matter: Matter) -> Ruling:
    """No traditional characters, no private-use code points."""
    del rule, check
    source = matter.report.document.source
    traditional = sorted({character for character in source if character in _traditional()})
    private = sorted({character for character in source if unicodedata.category(character) == "Co"})
    remarks = []
    for found, what in ((traditional, "繁体字"), (private, "自造字符")):
        if found:
            shown = " ".join(item if found is traditional else f"U+{ord(item):04X}" for item in found[:_SHOWN])
            place = matter.text.find(found[0])
            span = Span(place, place + 1) if place >= 0 else None
            remarks.append(Remark(span, {"count": str(len(found)), "what": what, "found": shown}, quote=shown))
    if remarks:
        return not_met(f"有{len(traditional)}个繁体字、{len(private)}个自造字符。", *remarks)
    return met("没有发现繁体字和自造字符。")


@cache
def _traditional() -> frozenset[str]:
    """Characters that OpenCC turns into another one and that GB 2312, the set of simplified text, does not hold."""
    table = Path(opencc.__file__).with_name("dictionary") / "TSCharacters.txt"
    rows = (line.split("\t") for line in table.read_text(encoding="utf-8").splitlines() if "\t" in line)
    return frozenset(old for old, new in rows if old not in new.split() and not _is_common(old))


def _is_common(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
