"""Lists of accounts and passwords, which must never get near a public folder."""

from __future__ import annotations

import re

_ACCOUNT = re.compile(
    r"""
    (?: 密码 | 口令 | 登录码 | \b(?:password|passwd|pwd)\b ) [ \t]* (?: [:：=] | 为 | 是 )? [ \t]*
    (?= [!-~]{0,30} [A-Za-z] ) [!-~]{6,}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FEWEST = 3


def accounts(text: str) -> int:
    """How many passwords the text seems to give away; 0 if there are fewer than three, which no list has."""
    count = sum(1 for _ in _ACCOUNT.finditer(text))
    return count if count >= _FEWEST else 0
