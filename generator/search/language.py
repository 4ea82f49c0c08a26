"""How people ask: words that carry no meaning in a question, wishes that a word betrays, other words for a thing.

Read from a YAML file that a clerk can edit (`generator/catalogues/search_synonyms.yml` explains its keys).
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

_KEYS = ("stop", "ask", "wishes", "same", "means")
_WISHES = ("figures", "measures", "shortcomings", "first_responsible", "next_year_plan")


class LanguageError(Exception):
    """A mistake in the file; `str()` is `file:line:column: message`, in Chinese."""


@dataclass(frozen=True, slots=True)
class Wish:
    """`words` show that figures or one of the five parts (a `SectionKind`) are wanted.

    `cues` stand in the text that fulfils it, such as 万元 where somebody asks 多少钱.
    """

    wants: str
    words: tuple[str, ...]
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchLanguage:
    """`stop` words are dropped, `ask` words also show a question. `other_words` gives (word, other words, weight)."""

    stop: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    wishes: tuple[Wish, ...] = ()
    other_words: tuple[tuple[str, tuple[str, ...], float], ...] = ()


SAME_WEIGHT, MEANS_WEIGHT = 0.9, 0.8
"""How much a match by another word counts beside a match by the word itself: equals more than paraphrases."""


def load_language(path: Path) -> SearchLanguage:
    """Read the file at `path`.

    Raises `LanguageError` with line and column for broken YAML, unknown keys and wrong types.
    """
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        raise _error(path, error.problem_mark, f"YAML 格式有误：{error.problem}") from None
    reader = _Reader(path)
    groups = reader.mapping(node, _KEYS)
    same = [reader.words(item) for item in reader.items(groups.get("same"))]
    other_words = [
        (word, tuple(other for other in group if other != word), SAME_WEIGHT) for group in same for word in group
    ]
    for item in reader.items(groups.get("means")):
        keys = reader.mapping(item, ("say", "find"))
        found = reader.words(keys.get("find"))
        other_words += [(word, found, MEANS_WEIGHT) for word in reader.words(keys.get("say"))]
    return SearchLanguage(
        stop=reader.words(groups.get("stop")),
        ask=reader.words(groups.get("ask")),
        wishes=tuple(reader.wish(item) for item in reader.items(groups.get("wishes"))),
        other_words=tuple(other_words),
    )


def _error(path: Path, mark: Any, message: str) -> LanguageError:
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return LanguageError(f"{path}:{line}:{column}: {message}")


@dataclass(frozen=True, slots=True)
class _Reader:
    path: Path

    def mapping(self, node: yaml.Node | None, allowed: tuple[str, ...]) -> dict[str, yaml.Node]:
        if not isinstance(node, yaml.MappingNode):
            raise _error(self.path, node and node.start_mark, "应为键值对照")
        for key, _ in node.value:
            if key.value not in allowed:
                raise _error(self.path, key.start_mark, f"不认识的键“{key.value}”")
        return {key.value: value for key, value in node.value}

    def items(self, node: yaml.Node | None) -> list[yaml.Node]:
        if node is None:
            return []
        if not isinstance(node, yaml.SequenceNode):
            raise _error(self.path, node.start_mark, "应为列表")
        return list(node.value)

    def words(self, node: yaml.Node | None) -> tuple[str, ...]:
        words = []
        for item in self.items(node):
            if not isinstance(item, yaml.ScalarNode) or not item.value.strip():
                raise _error(self.path, item.start_mark, "应为文字")
            words.append(item.value)
        return tuple(words)

    def wish(self, node: yaml.Node) -> Wish:
        keys = self.mapping(node, ("wants", "words", "cues"))
        wants = keys.get("wants")
        if not isinstance(wants, yaml.ScalarNode) or wants.value not in _WISHES:
            raise _error(self.path, (wants or node).start_mark, f"wants 应为 {'、'.join(_WISHES)} 之一")
        return Wish(wants.value, self.words(keys.get("words")), self.words(keys.get("cues")))
