"""Where a text may name a person: surname and given name, and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.guard.folded import Folded, fold_text
from generator.guard.lexicon import either, is_name, masked_name, name_pattern, words
from generator.model.span import Span

_MARKS = "，。、；：（）“”《》！？\n/"
_END = re.compile(f"[{_MARKS}]|$")
_GOES_ON = re.compile(
    f"[{_MARKS}因患被系在到向于的家等与和及不诉对已经提从一办开进实予发送给上入出回请申参接自主曾正将获享领收得住来去说反]|$"
)
"""What may follow a name of three characters that stands after a cue: a mark, or a word that begins a predicate."""

_SHORT_GOES_ON = re.compile(f"[{_MARKS}因诉系被]|不服|与其|等人|$")
"""The same for two characters, which need more to be a name."""

_MAY_PRECEDE = frozenset(_MARKS + "0123456789的对在理了就向由与和给为是有结办判审查")
"""Marks, digits of a list number, and verbs and particles after which a name may follow: 审理王某诉…案."""

_SHORT = 2
"""Surname and one character: as often an ordinary word as a name."""

_CUE_REACH = 12
"""No cue before a name is longer than this."""


@dataclass(frozen=True, slots=True)
class Name:
    """A possible name in the folded text; `explicit` says that 姓名： stands before it."""

    start: int
    end: int
    text: str
    explicit: bool = False

    @property
    def is_full(self) -> bool:
        """Whether it has three characters or more, or is called a name."""
        return self.explicit or len(self.text) > _SHORT

    @property
    def masked(self) -> str:
        """The surname with 某."""
        return masked_name(self.text)


@dataclass(frozen=True, slots=True)
class Scene:
    """A folded text and every place in it where a name may stand, longest first; they may overlap."""

    folded: Folded
    names: tuple[Name, ...]

    def opens(self, name: Name) -> bool:
        """Whether a clause begins at the name, or a word precedes after which names follow."""
        before = self.folded.text[name.start - 1 : name.start]
        return not before or name.start in self.folded.breaks or before in _MAY_PRECEDE

    def closes(self, name: Name) -> bool:
        """Whether the name ends where it seems to end: at a mark, or before the beginning of a predicate."""
        end = _GOES_ON if name.is_full else _SHORT_GOES_ON
        return name.end in self.folded.breaks or end.match(self.folded.text, name.end) is not None

    def stands_alone(self, name: Name) -> bool:
        """Whether the name fills the space between two marks."""
        return self.opens(name) and _END.match(self.folded.text, name.end) is not None

    def called(self, name: Name, cue: re.Pattern[str]) -> bool:
        """Whether the words straight before the name end with the cue, an expression that ends in `$`."""
        return cue.search(self.folded.text, max(0, name.start - _CUE_REACH), name.start) is not None

    def followed(self, name: Name, cue: re.Pattern[str]) -> bool:
        """Whether the cue stands straight behind the name."""
        return cue.match(self.folded.text, name.end) is not None

    def is_person(self, name: Name) -> bool:
        """Whether a word such as 居民 or 先生 stands beside the name."""
        before, after = person_cues()
        if name.explicit:
            return True
        if self.called(name, before):
            return self.closes(name) or self.followed(name, after)
        return self.opens(name) and self.followed(name, after)

    def place(self, start: int, end: int) -> Span:
        """The span in the original text of a span of the folded one."""
        return self.folded.original(start, end)


def look_for_people(text: str) -> Scene:
    """The scene of a text."""
    folded = fold_text(text)
    return Scene(folded, tuple(sorted(_names(folded.text), key=lambda name: (name.start, -name.end))))


@cache
def person_cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words before a name (村民, 姓名：) and behind one (先生, （女, 的住址)."""
    lists = words()
    before = re.compile(f"(?:{either(lists.persons)}|姓名)[：（“]?$")
    after = re.compile(
        rf"""
        {either(lists.titles)}
        | （ (?: 男 | 女 | [0-9]{{1,3}}岁 )
        | ，(?: 男 | 女 ) [，（。]
        | 身份证 | 的?住址 | 的家庭
        | (?: 现 | 暂 | 家 ){{0,2}} 住 (?! 院 | 房 | 建 | 户 | 所 )
        """,
        re.VERBOSE,
    )
    return before, after


@cache
def _name_expression() -> re.Pattern[str]:
    return re.compile(f"(?=({name_pattern()}))")


@cache
def _explicit_expression() -> re.Pattern[str]:
    """姓名：乜强  with any characters, as long as a mark follows."""
    return re.compile(f"姓名(?:为|是)?：?({name_pattern(strict=False)})(?={_END.pattern})")


def _names(text: str) -> Iterator[Name]:
    for match in _name_expression().finditer(text):
        for length in range(len(match[1]), _SHORT - 1, -1):
            if is_name(match[1][:length]):
                yield Name(match.start(1), match.start(1) + length, match[1][:length])
    for match in _explicit_expression().finditer(text):
        yield Name(match.start(1), match.end(1), match[1], explicit=True)
