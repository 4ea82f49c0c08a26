"""Makes the surroundings of a quantity ready for the patterns of the catalogue: bare words, no marks, no fillers."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.catalogues.patterns import Pattern, search
from generator.catalogues.phrasing import phrasing
from generator.indicators.context import Context
from generator.text.widths import fold

_LEFT, _RIGHT, _BEFORE, _SENTENCE = 80, 40, 200, 2000
"""How many characters can matter: names are short, and the cost of one quantity stays bounded."""

_DROPPED = re.compile(r"[“”‘’\"'「」『』()<>〈〉*# \t\n]+")
"""Marks that say nothing about what is counted; patterns are written without them. 《》 stay: a title is a title."""

_WIDE = re.compile("[\uff01-\uff5e\u3000\u00a0]")
"""What `fold` changes; headings alone still have it."""

_PLACE_NAME = re.compile(
    r"景德镇|镇(?:江(?=市)|海(?=区)|(?:平|远|原|雄|安|赉|康|坪|沅|巴|宁)(?=县))"
    r"|[萍新桐湘宁]乡(?=市)|[金内西武平安]乡(?=县)|乡宁(?=县)|公安(?=县)"
)
"""景德镇 is no town and 公安县 no police: names of cities and counties that hold a word of the catalogue."""

_ASIDE = re.compile(r"\((?:含|包括|不含|不包|不计|剔除|其中|同比|以下)[^()]{0,40}\)")

_FILLERS = re.compile(
    r"""(?:
        (?:共|合|总|累)计(?:达)? | (?:累积|全部|一共|总共|先后|分别|依次|首次|再次|持续|始终|一直)
        | (?:保持|稳定|维持|控制|压缩|提升|提高|上升|增长|下降|降低|达|增加|扩大|扩展|增|降|升)(?:在|到|至)了?
        | (?<=[率度比均都])在
        | 高达 | 保持 | 稳定 | (?<![传下送直表])达了? | (?<![行作])为 | (?<![民公合预节契条誓履])约 | (?<!公)共
        | (?<![商治])超 | [有是均都已仅近等了:、]
    )+$""",
    re.VERBOSE,
)
"""Words between a name and its number that do not change the name: 共 累计 达到 均为 提升至."""

_FILLERS_LENGTH = 16

_OPENING = re.compile(
    r"^(?:(?:全|本|当)年度?|(?:20)?\d\d年度?|今年(?:以来)?|年内|截至目前|目前|累计|总共|共计|已经|共(?![享同有产青和建治识性])|已(?!持))+"
)
"""Words of time and sum at the beginning of a clause: 全年共受理 is 受理."""

_RHYTHM = re.compile(r"(?:以|按)?每(?:个?[月周旬]|季度?|半年)(?:一次的?(?:频次|频率)?|(?=一[法讲学课考测案题]))")
"""以每季度一次的频次开展学习4次: how often, and then how many in the year."""

_RATES = re.compile(r"(?<=[率度比例])(?:、|以及|和|及|与)|(?<=率)(?=[^\W\d_]{2,4}率)")
"""Where one rate ends and the next begins; 及时率 holds a 及 of its own."""

_MOST_RATES = 4
"""More rates do not share a number; the limit keeps hostile text cheap."""

_RATE_UNITS = frozenset({"%", "‰"})

_SAME_UNIT = {
    "个小时": "小时",
    "个学时": "学时",
    "个课时": "课时",
    "元人民币": "元",
    "块钱": "元",
    "平米": "平方米",
    "平方": "平方米",
    "㎡": "平方米",
    "m²": "平方米",
    "m2": "平方米",
    "平方千米": "平方公里",
    "km²": "平方公里",
    "km": "公里",
    "小项": "项",
    "堂次": "堂",
    "台套": "台",
}
"""Measure words that entries know under another form."""

_RATE_END = re.compile(r"(?:率|度|比例|占比|比|面)$")

_JOINED = re.compile(r"^(?:、|以及|及(?![时格早])|和(?![谐解])|与(?!会))+")
"""What joins a name to the quantity before; 及时率 and 和解率 begin with words of their own."""

_APART = re.compile(r"、|以及|及(?![时格早])|和(?![谐解])|与(?!会)|且|并(?!联)|其中|比|较|同比")
"""What begins so behind a number is about something else."""

_AND_SO_ON = re.compile(r"等(?=(?:主题|专题|系列|宣传)?活动)")
"""“送法入户”“田间普法”等活动: 等 says that the list goes on, nothing else."""

_AND_MORE = re.compile(r"、[^、,;:]{1,20}等(?:[共近约超达]|共计|累计|总计|合计|[一二两三四五六七八九十\d]+类)*$")
"""党员干部、网格员等800人: 等 right before the number says that the whole list is counted."""

_MEMBERS = 4
"""How many other members of a list are asked; the limit keeps hostile text cheap."""

_CLAUSE_END = re.compile(r"[,;:。!?]")

_ITEM_END = re.compile(r"[、,。;:!?\d(]")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a quantity, cleaned.

    `line` is `left⟨unit⟩right`, what patterns are matched against; `whole` is what vetoes look at. `before` is the
    part of the sentence before the clause. `subject` is the phrase that the binder chose, "" where it adds nothing.
    """

    line: str
    whole: str
    left: str
    right: str
    unit: str
    previous: str
    heading: str
    sentence: str
    before: str
    subject: str
    lead: str
    part: bool = False
    """Whether the quantity is a part of what the clause before named."""
    of_whole: str = ""
    """How the text names what it is a part of (办理市级建议⟨件⟩), "" if it is no part."""
    given: str = ""
    """What `left` has from the first member of a list; see `Context`."""
    listed: str = ""
    """The line with all that its list says before it (`收录现行有效法规66件政府规章⟨件⟩`), "" where it has a verb."""

    author: frozenset[str] = frozenset()
    """The functions of the body that reports."""
    opens: bool = False
    """Whether the sentence begins with the clause."""
    aside: bool = False
    """Whether what stands behind the number is a bracket."""
    open_list: int = 0
    """Where in `left` the last member begins of a list that 等 leaves open (党员、网格员等⟨人⟩), 0 if there is none."""

    def names_another(self, pattern: Pattern) -> bool:
        """Whether what a pattern says of the last member of an open list it says of another one, too."""
        others = self.left[: self.open_list - 1].split("、")
        return any(search(pattern, f"{other}⟨{self.unit}⟩") for other in others[-_MEMBERS:])

    def on_its_own(self) -> Surroundings:
        """The same without what the first member of the list says."""
        left = self.left.removeprefix(self.given)
        line = f"{left}⟨{self.unit}⟩{self.right}"
        return replace(self, line=line, whole=line, left=left, given="")

    def by_subject(self) -> Surroundings:
        """The same with the binder's phrase in place of the words before the number."""
        line = f"{self.subject}⟨{self.unit}⟩"
        return replace(self, line=line, whole=f"{self.line}\n{line}", left=self.subject, right="", subject="")


def surroundings(context: Context) -> tuple[Surroundings, ...]:
    """The surroundings of a quantity, once for each of several rates before one number (`受理率、办结率均达100%`)."""
    unit = unit_of(context)
    if unit not in _RATE_UNITS:
        return (_prepared(context, context.left, unit),)
    parts = [part for part in _RATES.split(without_fillers(context.left[-2 * _LEFT :])) if part]
    first = len(parts)
    while first and len(parts) - first < _MOST_RATES and _RATE_END.search(parts[first - 1]):
        first -= 1
    rates = parts[first:] if len(parts) - first > 1 else [context.left]
    return tuple(_prepared(context, rate, unit) for rate in rates)


def unit_of(context: Context) -> str:
    """The unit in the form that entries know (平米 as 平方米)."""
    return _SAME_UNIT.get(context.unit, context.unit)


def without_fillers(words: str) -> str:
    """The words without 共 累计 达到 均为 … at their end."""
    match = _FILLERS.search(words, max(0, len(words) - _FILLERS_LENGTH))
    return words[: match.start()] if match else words


def _prepared(context: Context, left: str, unit: str) -> Surroundings:
    sentence, whole_left = context.sentence[:_SENTENCE], context.left[-2 * _LEFT :]
    place = sentence.rfind(whole_left, 0, context.at) if whole_left else sentence.find(context.right[:_RIGHT])
    end = place + len(whole_left)
    right = context.right[: 2 * _RIGHT]
    before = sentence[max(0, place - _BEFORE) : place] if place >= 0 and (whole_left or context.right) else ""
    others = unit not in _RATE_UNITS and whole_left and "⟨" in context.previous
    behind_item = sentence[end : end + 1] == "、" and (context.at is None or context.at <= end + 1)
    if place >= 0 and others and behind_item:
        left, before = "", before + whole_left  # 对6家不予处罚、60家…: the words are those of the item before
    elif left != context.left:
        before += whole_left.removesuffix(left)
    right += _rest_of_item(sentence, end, right)
    left = _RHYTHM.sub("", left)
    words = without_fillers(_clean(left[-2 * _LEFT :]))[-_LEFT:]
    own = _OPENING.sub("", _JOINED.sub("", words))
    words = _clean(context.given) + own
    behind = _clean(right)[:_RIGHT]
    behind = "" if _APART.match(behind) else behind.removeprefix("的")
    line = f"{words}⟨{unit}⟩{behind}"
    subject = without_fillers(_clean(context.subject[-_LEFT:]))
    opens, before = not before, _clean((before or context.previous)[-2 * _BEFORE :])
    more = _AND_MORE.search(left[-2 * _LEFT :])
    return Surroundings(
        line=line,
        whole=line,
        left=words,
        right=behind,
        unit=unit,
        previous=_clean(context.previous[-2 * _LEFT :]),
        heading=_clean(context.heading[-_BEFORE:]).replace("/ ", "/"),
        sentence=_clean(sentence),
        before=before,
        listed=_listed(before, left[:1], f"{own}⟨{unit}⟩{behind}"),
        lead=_clean(context.lead[-_BEFORE:]),
        part=context.part,
        of_whole=_clean(context.whole[-2 * _LEFT :]),
        given=_clean(context.given),
        author=context.author,
        opens=opens,
        aside=context.right.startswith(("(", "（")),
        open_list=words.rfind("、") + 1 if more else 0,
        subject=subject if subject and subject != words and unit not in _RATE_UNITS else "",
    )


def _listed(before: str, beginning: str, line: str) -> str:
    """The list that the line goes on with, up to its own number; "" if it begins one, or begins with a verb."""
    if not (before.endswith("、") or (beginning == "、" and before)) or phrasing().strong.at(line, 0):
        return ""
    return _CLAUSE_END.split(before)[-1] + line


def _rest_of_item(sentence: str, end: int, right: str) -> str:
    """What follows `right` up to a 、, where the binder kept it for the next quantity: 6家企业〔不予处罚〕、60家."""
    place = sentence.find(right, end) if right else -1
    if place < 0 or place - end > _FILLERS_LENGTH:
        return ""
    start = place + len(right)
    match = _ITEM_END.search(sentence, start, start + _RIGHT)
    return sentence[start : match.start()] if match and match[0] == "、" else ""


@lru_cache(maxsize=2048)
def _clean(text: str) -> str:
    """The text in half width and without marks; a sentence is asked for once for each of its quantities."""
    if "等" in text:
        text = _AND_SO_ON.sub("", text)
    if _WIDE.search(text):
        text = fold(text)
    if "镇" in text or "乡" in text or "公安县" in text:
        text = _PLACE_NAME.sub("某", text)
    if "(" in text:
        text = _ASIDE.sub("", text)
    return _DROPPED.sub("", text)
