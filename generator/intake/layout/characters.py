"""Which characters a text layer of a Chinese report may give."""

from __future__ import annotations

import re

_PLAUSIBLE = re.compile(
    r"[\s!-~\u00a3-\u00b7\u00d7\u00f7\u0391-\u03c9\u2010-\u27bf\u2e80-\u303f\u3100-\u312f\u3200-\u9fff\uf900-\ufaff"
    r"\ufe30-\ufe6b\uff01-\uffe5\U00020000-\U0003ffff]"
)


def is_plausible(char: str) -> bool:
    """Whether a character may stand in a Chinese report.

    Fonts without a text encoding give their glyph numbers as characters: controls, Latin with accents, Cyrillic,
    Hebrew, private use. Those are not plausible, one by one; a page of them is a broken text layer.
    """
    return _PLAUSIBLE.match(char) is not None
