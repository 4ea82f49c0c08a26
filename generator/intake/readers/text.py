"""Plain text, and the checks that Markdown shares with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.intake import problems
from generator.intake.common import common_share
from generator.intake.encoding import decode
from generator.model.document import Reading

if TYPE_CHECKING:
    from generator.intake.limits import Limits
    from generator.model.diagnostic import Diagnostic

NAME = "txt/1"
MEDIA_TYPE = "text/plain"

_LEAST_COMMON = 0.35
_ENOUGH = 20
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f]")
_ACCENTS = re.compile(r"[\x80-\x9f\xa1-\xff]")


def accepts(data: bytes, name: str) -> bool:  # noqa: ARG001 — readers share one interface
    """Any bytes may be text; this reader is asked last."""
    return True


def read(data: bytes, limits: Limits) -> tuple[Reading | None, tuple[Diagnostic, ...]]:
    """Decode the bytes; None with an error if they are no Chinese or other readable text."""
    if len(data) > limits.text:
        return None, (problems.TEXT_TOO_LONG.at(size=f"{len(data) / 1e6:.1f} MB", limit=f"{limits.text / 1e6:.0f} MB"),)
    decoded = decode(data)
    trouble = _trouble(decoded.text, decoded.bad + decoded.stray, decoded.encoding, limits)
    if trouble is not None:
        return None, (trouble,)
    stray = (problems.STRAY.at(count=decoded.stray),) if decoded.stray else ()
    return Reading(decoded.text, encoding=decoded.encoding), stray


def _trouble(text: str, bad: int, encoding: str, limits: Limits) -> Diagnostic | None:
    visible = len("".join(text.split()))
    controls = len(_CONTROLS.findall(text))
    if controls > max(8, visible * 0.05):
        return problems.NOT_TEXT.at(what="二进制数据")
    if bad > max(2, len(text) * limits.undecodable):
        return problems.UNDECODABLE.at(encoding=encoding.upper(), count=bad)
    share, chinese = common_share(text)
    if chinese >= _ENOUGH and share < _LEAST_COMMON:
        return problems.MOJIBAKE.at(share=share)
    # UTF-8 read as Latin-1 or Windows-1252: hardly any Chinese, but accents everywhere.
    accents = len(_ACCENTS.findall(text))
    if accents > _ENOUGH and accents > visible * 0.3 and chinese < accents:
        return problems.MOJIBAKE.at(share=0.0)
    return None
