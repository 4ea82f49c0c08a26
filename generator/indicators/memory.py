"""What a paragraph has said so far, for the words that later clauses leave out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from generator.catalogues.phrasing import phrasing
from generator.indicators.documents import document_in
from generator.indicators.occasions import occasion_in
from generator.indicators.phrases import take_apart
from generator.indicators.predicates import predicate_at
from generator.indicators.slot import Slot
from generator.indicators.topics import Told, topic_in
from generator.indicators.trimming import trim_left
from generator.indicators.verbs import leading_verbs

_SHORTEST_LIST = 2

_TOLD = 8
"""How many clauses back in its sentence the work may be told of that a name speaks of."""

_INTRODUCED = 2
"""How many clauses a sentence has at most that tells what the next one is about."""

_KINDS_OF_WORK = frozenset(("项", "场"))
"""“一件事”33项，受理2.6万件: what is counted so is what the cases behind it are of."""

_REMEMBERED = 4
"""How many clauses back a plan may be named whose parts are counted."""

_SHORT, _LONG = 1, 14

_AVERAGE = re.compile(r"(?:[人户日月年村]均|平均).*")

_BRACKET = re.compile(r"\([^()]*\)")

_DEED = re.compile(r"[^\W\d_]{2,10}")

_TOLD_OF_DEED = re.compile(r"[由均都已改实全]")

_LED = re.compile(r"^.*(?:[均都已]?经(?![济营])|的|对|由|实行|开展|进行|推行|将|把|和|与)(?=[^\W\d_]{2})")
"""决定均经|法制审核, 实行|扫码备案."""

_TOWARDS = re.compile(r"(?:对|将|把)(?P<what>[^对将把、,⟨]{4,20})(?:进行|开展|实施)[^、,⟨]{2,8}$")
"""对下放的职权事项进行梳理，其中首批下放86项."""

_RATED = re.compile(r"(?P<what>[^、]{4,14}?)(?:创建|建成|命名|达标|认定|覆盖|建设)率")

_MEASURE = re.compile(r"(?<=..)(?:总量|数量|总数|(?<!发案)量|数)$")


_ASIDE = re.compile(r"(?:\([^()]*\))?")
"""判决书41份（均胜诉），调解书4份: what stands in brackets ends no list."""


def _of_what(subject: str) -> str:
    """What a number counts: 事项申请 of 事项申请量; "" for an average, of which no rate is one."""
    return _MEASURE.sub("", _AVERAGE.sub("", subject))


def _shared(one: str, other: str) -> str:
    """What both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return one[: next((place for place, (left, right) in pairs if left != right), min(len(one), len(other)))]


def _is_deed(words: str) -> bool:
    """Whether words name no thing: 废止失效, 继续有效."""
    return leading_verbs(words) == len(words) or words in phrasing().state.words


@dataclass(slots=True)
class Memory:
    """What earlier clauses of the paragraph said, for what later ones leave out."""

    object: str = ""
    verb: str = ""
    unit: str = ""
    previous: str = ""
    before: str = ""
    """The clause before, if it is of this sentence."""
    sentence: int = -1
    names: list[str] = field(default_factory=list)
    """Names of the quantities of this sentence so far."""
    subjects: list[str] = field(default_factory=list)
    """The same without the suffix of the unit (行政处罚案卷 of 行政处罚案卷宗数)."""
    units: list[str] = field(default_factory=list)
    """Their measure words."""
    last: tuple[list[str], list[str]] = field(default_factory=lambda: ([], []))
    """Measure words and subjects of the sentence before."""
    subject: str = ""
    """The last of them that is no rate."""
    said: int = -1
    """The sentence that the object is from."""
    told: list[str] = field(default_factory=list)
    """The clauses of this sentence so far."""
    part: list[Told] = field(default_factory=list)
    """The same since the last ；."""
    earlier: tuple[Told, ...] = ()
    """What the sentence before has told of, if it counts one thing at most."""
    head: str = ""
    """What a clause before a colon speaks of, for the list behind it."""
    finished: bool = False
    """Whether a ； has ended what the last number counted."""
    among: str = ""
    """What the clause before set apart: 已办结的申请中，1件予以公开."""
    clauses: list[str] = field(default_factory=list)
    """The last clauses of the paragraph."""
    stretch: int = 0
    """How many ； and sentences have ended."""
    kept: int = -1
    """The stretch that the object is from."""
    base: str = ""
    """What the last rate was called before a change (原), "" if it was no former value."""
    average: str = ""
    """日均 or the like, if the first member of the list that is being read is an average."""
    first: str = ""
    """What the first member of that list names."""
    whole: str = ""
    """What 其中 is a part of: what the sentence had named before the clause that is being read."""
    aside: str = ""
    """What the first part in a bracket is a part of: that of its other parts, too."""
    parted: str = ""
    """The whole whose parts the clauses of this sentence name since 其中, "" if they do not."""
    parted_unit: str = ""
    """The measure word of the parts."""
    given: str = ""
    """What the first member of the list that is being read says for all: the verb, and a clause before the noun."""

    @property
    def document(self) -> str:
        """The plan or list that the clauses before set down (明确5个方面 are sides of it), "" if none does."""
        return next((named for clause in self.clauses[::-1] if (named := document_in(clause))), "")

    def say(self, clause: str, told: Told, ends: str) -> None:
        """A clause has been read that ends with that mark."""
        self.previous = self.before = clause
        self.told.append(clause)
        self.finished = self.finished or ends == ";"
        self.head = topic_in(told.words) if ends == ":" and told.measure is None else self.head
        if ends == ";":
            self.part = []
        else:
            self.part.append(told)
        self.stretch += ends == ";"
        self.clauses = [*self.clauses[1 - _REMEMBERED :], clause]

    @property
    def left_behind(self) -> bool:
        """Whether a ； has ended what was done to the object, and this part of the sentence has begun with words."""
        return self.kept < self.stretch and self.said == self.sentence and self.afresh

    @property
    def afresh(self) -> bool:
        """Whether this part of the sentence, behind a ；, has begun with words and no number."""
        return bool(self.part) and not self.part[0].measure and len(self.part) < len(self.told)

    @property
    def occasion(self) -> str:
        """What work this sentence has told of: 专项督察 of 开展专项督察，发现问题36个."""
        return next((work for clause in self.told[: -_TOLD - 1 : -1] if (work := occasion_in(clause))), "")

    @property
    def begun(self) -> str:
        """What the clauses since the last ； speak of if they hold no number: 合同 of ；合同送律师把关，共25份."""
        if not self.subjects or not self.part or any(told.measure for told in self.part):
            return ""
        clause = self.part[0].words
        bracket = clause.find("(")
        named = trim_left(clause[: predicate_at(clause, governed=False) if bracket < 0 else bracket])
        return named if len(self.part) < len(self.told) and _SHORT < len(named) <= _LONG else ""

    @property
    def counted(self) -> bool:
        """Whether something has been counted since the last ；: then nothing before it is what a rate is of."""
        return any(told.measure for told in self.part)

    @property
    def topic(self) -> str:
        """What a bare rate speaks of: 群众诉求 of 受理群众诉求23.6万件，满意率…; "" if this sentence does not say."""
        if self.finished or (self.kept < self.stretch and self.said == self.sentence and self.counted):
            return ""
        if self.said != self.sentence:
            return _of_what(self.subject)
        if len(self.object) > 1:
            return "" if self.object.endswith(("人数", "人次", "额")) else self.object
        deed = self.verb + self.object
        return deed if len(deed) > 1 else _of_what(self.subject)

    gives: bool = False
    """Whether that verb may be the verb of the next clause, too."""
    carried: bool = False
    """Whether the verb is that of the clause before: it belongs to the names, not to the words."""
    going: str = ""
    """The verb of the clause before, if a number ends it: 收到 of 收到判决书41份，调解书4份."""
    going_object: str = ""
    """What was counted there."""
    going_unit: str = ""
    """The measure word of that number."""

    def end_clause(self, last: Slot) -> None:
        """A clause ends with that quantity; where words follow it the next clause does not go on with its verb."""
        self.finished = False
        ended = not last.right or _ASIDE.fullmatch(last.right) is not None
        self.going = self.given if ended and self.gives else ""
        self.going_unit = last.quantity.measure.unit
        self.going_object = self.subjects[-1] if self.subjects else ""

    def begin_clause(self) -> None:
        """A clause begins: no list is being read; parts in it are of what this sentence, else the last one, named."""
        whole = self.subject if self.said != self.sentence and self.subject else self.verb + self.object
        if self.units and self.subject and self.unit != self.units[-1] != "%":  # 教育2.6万人次，立案870件，其中城管类
            whole = self.subject
        if self.afresh:  # ；调解室覆盖县乡，其中市级1个
            clause = self.told[-1]
            whole = trim_left(clause[: predicate_at(clause, governed=False)])
        if (
            self.said != self.sentence and not self.subject and self.told
        ):  # the clause before names it, without a number
            towards = _TOWARDS.search(self.told[-1])
            whole = towards["what"] if towards else whole
        self.whole = "" if whole.endswith("额") else _MEASURE.sub("", whole)
        self.given = self.average = self.first = self.aside = ""
        self.gives = self.carried = False

    def whole_in(self, unit: str) -> str:
        """What a part counted in that unit is a part of: 火灾 of 火灾280起，损失3亿元，其中重大火灾1起."""
        units, subjects = (self.units, self.subjects) if self.units else self.last
        if unit in units[-1:] or unit not in units:
            return self._of_rate() if "%" in self.units[-1:] else self.whole
        return subjects[len(units) - 1 - units[::-1].index(unit)]

    def _of_rate(self) -> str:
        """示范社区 of 示范社区创建率82%，其中市级11家: what the last rate is of; "" if it does not say so itself."""
        rated = _RATED.fullmatch(self.subjects[-1])
        return rated["what"] if rated else ""

    def done_to(self, unit: str) -> str:
        """证明事项 of 证明事项120项，清单3张，取消16项: what is counted in that unit, else what was spoken of last."""
        if unit == self.unit or unit not in self.units or self.unit in _KINDS_OF_WORK:
            return self.object
        same = (said for said, other in zip(self.subjects[::-1], self.units[::-1], strict=True) if other == unit)
        things = (take_apart(said).object or said for said in same)
        return next((thing for thing in things if not _is_deed(thing)), self.object)

    def counted_in(self, unit: str) -> str:
        """积案 of 积案64件，确权1万亩，积案化解40件: what the last thing in that unit is about; "" if there is none."""
        same = [subject for subject, other in zip(self.subjects, self.units, strict=True) if other == unit]
        return next((subject for subject in same if same[-1].startswith(subject)), "")

    def list_of(self, unit: str) -> str:
        """What the figures of this sentence with that unit are: 违建、占道经营; "" where they are no list."""
        same = [subject for subject, other in zip(self.subjects, self.units, strict=True) if other == unit]
        if len(same) < _SHORTEST_LIST:
            return ""
        if self.object and all(self.object in subject for subject in same):
            return self.object
        if len(same) > _SHORTEST_LIST:
            return f"{same[0]}等"
        one, other = same
        return f"{one}、{other.removeprefix(_shared(one, other))}"

    def copied(self) -> Memory:
        """The same, so that what a bracket says can be forgotten behind it."""
        return replace(self, names=[*self.names], subjects=[*self.subjects], units=[*self.units])

    def echo(self, verb: str) -> str:
        """资格认定 of 资格认定改为随时受理，全年认定6000人: what the clauses before call the deed; "" if nothing."""
        for clause in self.told[::-1]:
            before, done, behind = _BRACKET.sub("", clause).rpartition(verb)
            of = _LED.sub("", trim_left(before)) if done and (not behind or _TOLD_OF_DEED.match(behind)) else ""
            if "⟨" not in clause and _DEED.fullmatch(of):
                return of + verb
        return ""

    def keep(self, verb: str, thing: str, unit: str) -> None:
        """Remember what was done to what, for later clauses."""
        self.object, self.verb, self.unit, self.said, self.kept = thing, verb, unit, self.sentence, self.stretch

    def dealt(self, slot: Slot, *, change: bool = True) -> str:
        """The name that a number of a row takes up: the second of 分别下降12.4%和8.9% speaks of the second before."""
        said = self.names if change else self.subjects
        return said[slot.place - slot.several] if len(said) >= slot.several > 1 else ""

    def begin(self, sentence: int) -> None:
        """A new sentence: nothing of it has been said."""
        self.last = (self.units, self.subjects)
        counts = len(self.subjects)
        said = [told for told in self.part if bool(told.measure) is bool(counts)] if counts <= 1 else []
        self.earlier = tuple(replace(told, earlier=True) for told in said) if len(self.part) <= _INTRODUCED else ()
        self.names, self.subjects, self.units, self.told, self.subject, self.sentence = [], [], [], [], "", sentence
        self.among = self.before = self.going = self.parted = ""
        self.part, self.finished, self.head = [], False, ""
        self.stretch += 1
