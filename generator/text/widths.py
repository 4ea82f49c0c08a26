"""Full-width and half-width forms of the same character."""

_WIDE_TO_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0x00A0: 0x20}
"""Unicode block "Halfwidth and Fullwidth Forms", U+FF01–U+FF5E; the ideographic and the no-break blank."""


def fold(text: str) -> str:
    """The text with full-width ASCII (２０２３％（ ）) and wide blanks in half width.

    The result has the same length, so offsets stay valid. Note that （ ， ： ； ！ ？ become ASCII as well; CJK
    marks that have no ASCII twin (。 、 “ ”) stay.
    """
    return text.translate(_WIDE_TO_NARROW)
