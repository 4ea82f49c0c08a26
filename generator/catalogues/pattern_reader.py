"""Reads the pattern language of the indicator catalogue (told in `patterns.py`) into a tree of its parts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_WORDS = re.compile("[^|()?…‥⟨⟩^$〔〕 ]+")
_SIGNS = {"…": "gap", "‥": "near", "^": "start", "$": "end"}
_FORBIDDEN = {"“", "”", "‘", "’", "（", "）", "*", "[", "]", "{", "}", "\\", "+?"}


class PatternError(ValueError):
    """A pattern that cannot be read; the text is Chinese and says what is wrong."""


@dataclass(frozen=True, slots=True)
class Node:
    """A part of a pattern.

    `kind` is literal, group, gap, near, mention, start or end; `text` is the literal, or the units of a mention
    joined by `|` ("" for any); `choices` are the alternatives of a group.
    """

    kind: str
    text: str = ""
    choices: tuple[tuple[Node, ...], ...] = ()
    optional: bool = False


def read_nodes(source: str, words: Mapping[str, str]) -> tuple[Node, ...]:
    """The parts of a pattern in their order; `words` are the lists for `〔名〕`. Raises `PatternError`."""
    return _Reader(source, words).read()


class _Reader:
    """Recursive descent over one pattern."""

    def __init__(self, source: str, words: Mapping[str, str], depth: int = 0) -> None:
        self.source, self.words, self.depth, self.at = source, words, depth, 0

    def read(self) -> tuple[Node, ...]:
        if wrong := [mark for mark in _FORBIDDEN if mark in self.source]:
            raise PatternError(f"“{self.source}”含有“{wrong[0]}”：比较前会去掉引号和括号，模式里也不要写")
        nodes: list[Node] = []
        while self.at < len(self.source):
            if self.source[self.at] == " ":
                self.at += 1
                continue
            nodes += self._token()
        if not nodes:
            raise PatternError("模式为空")
        return tuple(nodes)

    def _token(self) -> tuple[Node, ...]:
        choices = self._choices()
        return choices[0] if len(choices) == 1 else (Node("group", choices=choices),)

    def _choices(self) -> tuple[tuple[Node, ...], ...]:
        choices = [self._sequence()]
        while self._peek() == "|":
            self.at += 1
            choices.append(self._sequence())
        if len(choices) > 1 and not all(choices):
            raise PatternError(f"“{self.source}”的“|”两边都要有词")
        return tuple(choices)

    def _sequence(self) -> tuple[Node, ...]:
        nodes: list[Node] = []
        while (mark := self._peek()) not in {"", " ", "|", ")"}:
            nodes.append(self._part(mark))
        if not nodes and self._peek() == ")" and not self.depth:
            raise PatternError(f"“{self.source}”多了一个“)”")
        return tuple(nodes)

    def _part(self, mark: str) -> Node:
        if mark == "(":
            return self._group()
        if mark == "⟨":
            return self._mention()
        if mark == "〔":
            return self._reference()
        if mark in _SIGNS:
            self.at += 1
            return Node(_SIGNS[mark])
        if mark in {"?", "⟩", "〕"}:
            raise PatternError(f"“{self.source}”的“{mark}”前面没有可以配对的“( )”“⟨”或“〔”")
        words = _WORDS.match(self.source, self.at)
        self.at = words.end() if words else self.at
        return Node("literal", words[0] if words else "")

    def _group(self) -> Node:
        self.at += 1
        self.depth += 1
        choices = self._choices()
        self.depth -= 1
        if self._peek() != ")":
            raise PatternError(f"“{self.source}”的括号没有配对，或括号内有空格")
        self.at += 1
        return Node("group", choices=choices, optional=self._perhaps())

    def _mention(self) -> Node:
        end = self.source.find("⟩", self.at)
        if end < 0:
            raise PatternError(f"“{self.source}”的“⟨”没有配对")
        units = self.source[self.at + 1 : end]
        self.at = end + 1
        return Node("mention", units)

    def _reference(self) -> Node:
        end = self.source.find("〕", self.at)
        name = self.source[self.at + 1 : end]
        if end < 0 or name not in self.words:
            raise PatternError(f"“{self.source}”里的“〔{name}〕”不在共用词表中")
        self.at = end + 1
        if self.depth > 4:  # noqa: PLR2004 - a list may name lists, but not itself
            raise PatternError(f"共用词表“{name}”引用了自己")
        inner = _Reader(self.words[name], self.words, self.depth + 1)
        choices = inner._choices()
        if inner.at < len(inner.source):
            raise PatternError(f"共用词表“{name}”里不能有空格：{self.words[name]}")
        return Node("group", choices=choices, optional=self._perhaps())

    def _perhaps(self) -> bool:
        if self._peek() != "?":
            return False
        self.at += 1
        return True

    def _peek(self) -> str:
        return self.source[self.at] if self.at < len(self.source) else ""
