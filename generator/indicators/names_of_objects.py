"""Names of what something was done to: 受理行政复议申请36件, which later clauses may leave out."""

from __future__ import annotations

import re

from generator.catalogues.phrasing import phrasing
from generator.indicators.bound import Name, name_of
from generator.indicators.memory import Memory
from generator.indicators.names_carried import spoken_of
from generator.indicators.names_of_doers import ACTOR, WAY, doers_of, is_kind, shown_with_doer, with_doer
from generator.indicators.names_of_members import JOINED
from generator.indicators.names_of_verbs import graded
from generator.indicators.naming import tidied
from generator.indicators.phrases import Phrase
from generator.indicators.shortening import without_clause
from generator.indicators.slot import Slot
from generator.indicators.trimming import trim_left, trim_right
from generator.indicators.verbs import leading_verbs, without_verbs_at_end

_LEVEL = re.compile(r"(?:国家|自治区|(?<![全各])[省市州县区镇乡村])级(?=清单|目录)")

_AVERAGE = re.compile(
    r"""
      (?<!一)[日月年人户村]均(?![衡等线])
    | 单[期条篇场次](?=[^\W\d_]{2})
    | 每个?(?:镇街|街道|乡镇|镇|村|社区|部门|单位|企业)平均
    | 平均每[人件户家所个名镇乡县区村站](?:\([^()]{1,4}\))?
    """,
    re.VERBOSE,
)

_TITLES = re.compile(r"(?P<first>[《“][^《》“”]{2,60}[》”])(?:[、和及]?[《“][^《》“”]{2,60}[》”])*")

_DECIDED = ("不予", "准予", "予以", "或")
"""不予许可25件: what was decided is not what the next is done to."""

_SETTLING = frozenset(("调解", "化解", "仲裁"))

_LONG_TITLE = 20

_OUT = re.compile(r"^出(?=问题|隐患|风险|线索|矛盾|违)")
"""排查|出问题: what was found is no 出问题."""

_MANNER = re.compile(r"(?:当场|当面|现场|上门|网上|线上|线下|就近|按期|按时|如期)(?P<did>.{2,4})?")


def name_of_object(memory: Memory, slot: Slot, phrase: Phrase) -> Name:
    """受理行政复议申请 of 受理行政复议申请36件, which later clauses may leave out."""
    words = slot.left if not JOINED.match(slot.left) else memory.average + slot.left
    if average := _AVERAGE.search(words):
        memory.average = average[0]
    said = doers_of(slot, phrase) or _of_titles(slot, phrase)
    plainly = _with_average(words, with_doer(phrase))
    grade = graded(memory, slot, plainly) if phrase.verb else plainly
    said = said or grade
    acting = phrase.fronted or without_verbs_at_end(phrase.object)
    if acting == phrase.object or not ACTOR.search(acting):
        thing = tidied(without_clause(phrase.fronted or _OUT.sub("", phrase.object) or phrase.text, longest=0))
        if is_kind(phrase):
            thing = WAY.sub("", trim_right(trim_left(phrase.lead))) + thing
        if level := _LEVEL.search(phrase.lead):  # 市级清单涉及证明事项205项，取消48项
            thing = thing if level[0] in thing else level[0] + thing
        about = spoken_of(memory, phrase)
        words_alone = phrasing().alone.words | phrasing().state.words
        known = phrase.text in words_alone or phrase.object in phrasing().state.words
        if grade == plainly and not known and not _is_manner(thing) and not thing.startswith(_DECIDED):
            memory.keep(phrase.verb, _AVERAGE.sub("", thing), slot.quantity.measure.unit)
        return shown_with_doer(name_of(slot, said, about, words), phrase)
    if not phrase.verb and phrase.object[len(acting) :] in _SETTLING:  # 调解中心调解733件，成功689件
        memory.keep("", phrase.object[len(acting) :], slot.quantity.measure.unit)
    return shown_with_doer(name_of(slot, said, spoken_of(memory, phrase), words), phrase)


def _with_average(words: str, name: str) -> str:
    """平台日均查询业务: an average is no total, whoever's it is."""
    average = _AVERAGE.search(words)
    return average[0] + name if average and average[0] not in name and not name.startswith("平均") else name


def _is_manner(thing: str) -> bool:
    """Whether a verb with nothing but how it was done stands where an object should: 当场|答复."""
    how = _MANNER.fullmatch(thing)
    return how is not None and leading_verbs(how["did"] or "") == len(how["did"] or "")


def _of_titles(slot: Slot, phrase: Phrase) -> str:
    """修订《保密规定》等文件 for 修订《保密规定》《用印规定》等16部: titles alone do not say that they are examples."""
    titles = _TITLES.fullmatch(phrase.object) if slot.left.endswith("等") else None
    if titles is None:
        return ""
    form = "文件" if titles["first"].startswith("《") else "事项"
    first = f"{titles['first']}等" if len(titles["first"]) <= _LONG_TITLE else ""
    return f"{phrase.verb or phrase.light}{first}{form}"
