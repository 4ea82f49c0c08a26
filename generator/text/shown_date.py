"""Dates as the public reads them."""

from __future__ import annotations

from datetime import date, datetime

UNSTATED = "未载明"
"""What stands where neither the text nor the publisher states something; nothing is ever filled in."""


def day(value: date | datetime | None) -> str:
    """A date as 2024年3月28日, with the time where there is one; None as 未载明."""
    if value is None:
        return UNSTATED
    text = f"{value.year}年{value.month}月{value.day}日"
    return f"{text} {value:%H:%M}" if isinstance(value, datetime) else text
