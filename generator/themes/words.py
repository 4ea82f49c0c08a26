"""Cuts Chinese text into words with jieba, by the frozen table of words.

jieba's own dictionary (half a million entries) and its cache file are not used: the table is a twentieth of it, is
read in a blink, leaves no file behind, and the same text is cut the same way for ever.
"""

from __future__ import annotations

import logging
import warnings
from functools import cache
from typing import Any

from generator.catalogues.cues import compact
from generator.themes.idf import word_table


def load_jieba() -> Any:
    """The module jieba, silenced. Imported late, because it takes a while and most of the generator needs no words."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba's own: old escapes, pkg_resources
        import jieba  # noqa: PLC0415
    jieba.setLogLevel(logging.WARNING)
    return jieba


def cut(text: str) -> list[str]:
    """The words of a text in order, without quotation marks and blanks; what the table does not know falls apart."""
    return list(_tokenizer().cut(compact(text), HMM=False))


@cache
def _tokenizer() -> Any:
    words = load_jieba().Tokenizer()
    frequencies: dict[str, int] = {}
    for word, (count, _) in word_table().items():
        frequencies[word] = count
        for end in range(1, len(word)):
            frequencies.setdefault(word[:end], 0)  # jieba walks from prefix to prefix
    words.FREQ = frequencies
    words.total = sum(frequencies.values())
    words.initialized = True
    return words
