"""Punctuation around a place in the text."""

from __future__ import annotations


def mark_before(text: str, offset: int) -> str:
    """The last character before `offset` that is no blank; "" at the beginning of the text.

    It looks back step by step: copying the text before each place would make long lines slow.
    """
    while offset and text[offset - 1] in " \t　":
        offset -= 1
    return text[offset - 1 : offset]
