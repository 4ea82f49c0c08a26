"""What the binder tells the catalogue about one quantity."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of one quantity, cleaned for matching: no blanks, no `**`, half-width digits.

    `left` and `right` are the parts of the clause before and after the mention (a clause ends at ，。；：！？, at a
    line end and after another mention); `unit` is the bare unit without 余/多, brackets and multipliers (`万元` gives
    `元`). `previous` is the clause before, its quantities written as `⟨unit⟩`; `subject` is the phrase the binder
    chose; `heading` joins the titles of the headings above with ` / `; `sentence` is the whole sentence; `lead` is what
    the paragraph says before the sentence, its last 200 characters at most ("" at the beginning of a paragraph).
    In a table cell `left` holds row head and column head. `given` is what the first member of a list says for all
    members: 取消 in `取消许可2项、确认7项`, "" where the words before the number have a verb of their own. `at` is
    where in the sentence the number begins, None if unknown. `part` says that it is a part of what the clause before
    named (其中民事案件3件); `whole` is how the text names what it is a part of, with that number: 办理市级建议⟨件⟩.
    `author`: the functions of the body that reports (`catalogues/functions.yml`), empty if it has none of its own.
    """

    left: str
    unit: str
    right: str
    previous: str
    subject: str
    heading: str
    sentence: str
    lead: str = ""
    given: str = ""
    part: bool = False
    whole: str = ""
    at: int | None = None
    author: frozenset[str] = frozenset()

    @property
    def line(self) -> str:
        """`LEFT⟨unit⟩RIGHT`: what patterns of catalogue entries are matched against."""
        return f"{self.left}⟨{self.unit}⟩{self.right}"


@dataclass(frozen=True, slots=True)
class Resolution:
    """A catalogue entry that fired: its id, the dimension ("" for the whole) and the pattern that decided.

    `per` says that the entry may stand for a value per unit (平均跑动次数), which others never do; `of_previous` that
    it speaks of the figure before it (同比增长12%).
    """

    indicator: str
    name: str
    theme: str
    dimension: str
    rule: str
    per: bool = False
    of_previous: bool = False
