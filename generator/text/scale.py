"""Units with a multiplier (万元) as plain units, so that 1.2万件 and 12000件 are the same number."""

from __future__ import annotations

from decimal import Decimal

_SCALES = (
    ("百万", Decimal(1_000_000)),
    ("千万", Decimal(10_000_000)),
    ("百", Decimal(100)),
    ("千", Decimal(1_000)),
    ("万", Decimal(10_000)),
    ("亿", Decimal(100_000_000)),
)


def plain_unit(unit: str) -> tuple[Decimal, str]:
    """The factor and the plain unit: 万元 gives (10000, 元), 件 gives (1, 件); 百分点 and 万 alone stay as they are."""
    if unit.startswith("百分"):
        return Decimal(1), unit
    for prefix, factor in _SCALES:
        if unit.startswith(prefix) and len(unit) > len(prefix):
            return factor, unit[len(prefix) :]
    return Decimal(1), unit
