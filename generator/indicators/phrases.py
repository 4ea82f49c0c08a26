"""Takes the words before a quantity apart: what is done, and to what, without how, when and by whom."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.catalogues.phrasing import phrasing
from generator.indicators.governing import FORMS, governing, with_first
from generator.indicators.naming import LONGEST, tidied
from generator.indicators.shortening import LONG_ENOUGH, SHORTEST, plain, shortened
from generator.indicators.trimming import trim_left, trim_right
from generator.indicators.verbs import QUOTED, leading_verbs, split_light, verb_groups, with_helping

_MAIN_ADVERB = re.compile(
    r"[^，“”《》]{2,40}"
    r"(?: (?<![公一总比])共计?(?![计享建同治青用服识赢性济]|产[党主]) | 累计 | 先后 | 全年 | 年内 ) (?=[^\W\d_]{2})",
    re.VERBOSE,
)
"""市场监管局共接收投诉: the main verb stands behind such an adverb."""

_MEANS = re.compile(
    r"(?:通过|依托|采取|采用|运用|利用|借助|以)(?:[^,]{2,40}?(?:等|的|相结合)|[^,、]{2,10}?)"
    r"(?:手段|方式|形式|途径|渠道|方法|载体|契机|模式)(?=[^\W\d_]{2})(?!的)"
)
"""通过行政复议纠错、调解等手段|避免败诉: by what means says nothing of what is counted."""

_CUT_TITLE = re.compile(r"《[^《》]*…[^《》]*》|^[^《》]*》")
"""The middle of very long clauses is left out; what is left of a title there names nothing."""

_DEEDS = re.compile(r"(?:[解办做排纾送][^\W\d_]{1,3}、)+[解办做排纾送][^\W\d_]{1,3}$")
"""解难题、办实事、做好事: short deeds of one kind are counted together."""

_WON = re.compile(
    r"(?P<who>[^、“”《》的]{2,14}?[局院委办所队部校站社区县市镇乡统关门厅])"
    r"[^、“”《》的]{0,6}?(?P<verb>荣?获得?)(?=“|《|全|省|市|国|县|区)"
)
"""区法院获“先进集体”等荣誉: who won belongs to the name."""

_THING = re.compile(r"(?![由于向对为在从以将把各])[^\W\d_]{1,7}[证卡牌照书册金款贴券码本票品药]")
"""优待证累计制发: papers and goods do nothing."""

_DENIED = re.compile(r"(?:违规|(?<!轻微)违法|非法|重复|虚假|冒名|擅自|私自|不能|未能|无法|不得|尚未|仍未|未经|未|不)$")
"""不能参加执法, 违规领取: what was not done, or against the law, is another thing."""

_TELLING = frozenset(("涉及", "惠及", "覆盖", "协助", "配合"))
"""共涉及企业60家: not all 企业 there are; 协助法院调解案件: the court did it."""

_RESULTS = ("出", "出了", "到", "到了")
"""评选出10位顾问: no thing that was 评选."""

_PREPOSITION = re.compile(
    r"在(?![线册编岗建校])|经(?![济营常理费验])|按照|依照|按(?![揭期时])|对(?![外口象])|为(?![民主])|从(?![业事轻属])|以(?![上下内外])"
    r"|[由因](?![^、,]{2,10}(?:引发|引起|产生|导致)的)|[于向凭]|通过|依托|根据|依据|结合|围绕|针对|利用|截[至止]"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of words taken apart: `lead` + `light` + `verb` + `object`, each possibly "".

    `verb` are the content verbs (受理, 审查备案), `light` the empty ones (开展, 组织) before them. Where the verb
    stands last (行政复议案件审结) `object` is the whole and `fronted` the part before the verb.
    """

    lead: str
    light: str
    verb: str
    object: str
    fronted: str = ""

    @property
    def bare(self) -> bool:
        """Whether the stretch has a verb and names nothing that it is done to."""
        return bool(self.verb or self.light) and not self.object

    @property
    def text(self) -> str:
        """The stretch as part of a name; the light verb only where the rest is too short without it."""
        return _told(self.light, self.verb, self.object)


@lru_cache(maxsize=2048)
def _told(light: str, verb: str, done_to: str) -> str:
    if light in _TELLING and not verb:
        verb = light
    rest = verb + shortened(done_to)
    if len(rest) > LONGEST:  # cut behind the verb, which says what was done
        rest = verb + tidied(shortened(done_to), LONGEST - len(verb))
    return rest if len(plain(rest)) >= LONG_ENOUGH or rest.startswith(light) else light + rest


@lru_cache(maxsize=2048)
def take_apart(text: str) -> Phrase:
    """The parts of the words before a quantity; the last verb that governs something decides.

    A verb inside quotation marks or brackets, in a relative clause (…反映强烈的问题) or in a list closed by 等 governs
    nothing.
    """
    listed = text.endswith("等")
    text = trim_right(trim_left(_CUT_TITLE.sub("", text)))
    if deeds := _DEEDS.search(text):
        return Phrase(text[: deeds.start()], "", "", deeds[0])
    means = _MEANS.match(text)
    rest = text[means.end() :] if means else text
    if won := _WON.match(rest):
        return Phrase(won["who"], "", won["verb"], rest[won.end() :])
    cut = _MAIN_ADVERB.match(rest)
    phrase = _behind_adverb(cut[0], rest[cut.end() :]) if cut else _parts(rest, listed=listed)
    return replace(phrase, lead=means[0] + phrase.lead) if means else phrase


def _parts(text: str, *, listed: bool) -> Phrase:
    groups = with_first(text, verb_groups(text))
    chosen = governing(text, groups, listed=listed)
    if chosen is None:
        return _without_verb(text)
    start, end = chosen
    if denied := _DENIED.search(text, max(0, start - 3), start):
        start = denied.start()
    rest = text[end:].removeprefix("了")
    rest = "" if rest in _RESULTS else rest
    light, verb = split_light(text[start:end])
    more = leading_verbs(rest)
    if (first := with_helping(text, groups, start)) < start:
        if not rest:
            return Phrase(text[:first], "", "", text[first:])
        return Phrase(text[:first], "", text[first:end] + rest[:more], rest[more:])
    if not rest or (more == len(rest) and not light):
        return _verb_last(text, groups, start)
    if not verb and len(rest) > LONGEST and (inner := _verb_after_actor(rest)):
        return replace(inner, lead=text[:end] + inner.lead)  # 组织镇村干部|学习习近平法治思想、…
    if verb and more < len(rest):  # 完成整改 says nothing more; 出具审查意见 does
        more = 0
    return Phrase(text[:start], light, verb + rest[:more], rest[more:])


def _behind_adverb(before: str, behind: str) -> Phrase:
    """市场监管局共|接收投诉; 一般程序案件共|办理, where what it is done to stands in front."""
    inner = take_apart(behind)
    done_to = trim_left(trim_right(before))
    if inner.bare and (done_to.endswith(tuple(phrasing().generic.words)) or _THING.fullmatch(done_to)):
        return Phrase("", "", "", done_to + inner.verb + inner.light, done_to)
    return replace(inner, lead=before + inner.lead)


def _verb_last(text: str, groups: list[tuple[int, int]], start: int) -> Phrase:
    """行政复议案件审结: the object stands before the verb; 在法定期限内结案: it stands nowhere."""
    heads = phrasing().noun_head
    before = [end for _, end in groups if end <= start and not heads.at(text, end)]  # 受理机关
    fronted = trim_left(text[max(before, default=0) : start])
    if len(fronted) < LONG_ENOUGH and before and not _PREPOSITION.match(text):
        fronted = trim_left(text[:start])  # 标准化达标企业|新增
    light, verb = split_light(text[start:])
    at_place = light and not verb and _AT_PLACE.search(text[:start])
    if not fronted or _PREPOSITION.match(fronted) or at_place:
        return Phrase(text[:start], light, verb, "")
    return Phrase(text[: start - len(fronted)], "", "", fronted + text[start:], fronted)


def _without_verb(text: str) -> Phrase:
    """No sure verb: a noun phrase (行政应诉案件), or verbs that may be nouns (审查合同, 备案)."""
    if _PREPOSITION.match(text) and (found := _verb_after_preposition(text)):
        return found
    if found := _verb_after_actor(text):
        return found
    way = _WAY_OF.match(text)
    start = way.end() if way and phrasing().deliberate.at(text, way.end()) else 0
    end = start + leading_verbs(text[start:])
    if len(text) - end == 1 and text[end:] in FORMS:
        return Phrase("", "", "", text)  # 调解员
    if text[end:] in _RESULTS:
        return Phrase("", "", text[:end], "")
    return Phrase("", "", text[:end], text[end:]) if end > start else Phrase("", "", "", text)


_WAY_OF = re.compile(r"(?:专题|集中|集体|系统)(?=[^\W\d_]{6})")

_AT_PLACE = re.compile(r"(?:走进|深入|进)[^\W\d_]{2,6}$")
"""走进社区开展2场: where is not what."""

_ACTOR_END = re.compile(
    r"(?:委员会|机关|部门|组织|法庭|中心|大队|支队|中队|会议|组会|委会|务会|公会|[局所队办站院]"
    r"|干部|人员|职工|民警|党员|公务员|队员|学员)(?:专题|集中|系统|认真|深入|集体|统一|先后|多次)*$"
)


def _verb_after_actor(text: str) -> Phrase | None:
    """镇人民调解委员会调解婚姻家庭纠纷: behind a body that acts a verb that may be a noun is the verb."""
    weak = phrasing().weak
    for at in range(3, len(text) - 4):
        length = weak.at(text, at)
        if length and len(text) - at - length > SHORTEST and _ACTOR_END.search(text[:at]):
            return Phrase(text[:at], "", text[at : at + length], text[at + length :])
    return None


def _in_fixed(text: str, end: int) -> bool:
    """Whether a verb that ends there is the end of a fixed word: 行政处罚, but not 主动公开."""
    length = phrasing().compound.before(text, end)
    return length > SHORTEST and not phrasing().adverb.at(text, end - length)


def _verb_after_preposition(text: str) -> Phrase | None:
    """向市政府备案规范性文件: behind a preposition a verb that may be a noun is the verb."""
    weak = phrasing().weak
    hidden = [match.span() for match in QUOTED.finditer(text)]
    for at in range(len(text) - 2, 1, -1):
        if any(start <= at < end for start, end in hidden):
            continue
        length = weak.at(text, at)
        rest = text[at + length :]
        if length and not rest:
            first = _PREPOSITION.match(text)
            start = first.end() if first else 1
            return Phrase(text[:start], "", "", text[start:])
        if length and len(rest) >= SHORTEST and not rest.startswith(("、", "等")) and not _in_fixed(text, at + length):
            start = at
            while more := weak.before(text, start):
                start -= more  # 向法院申请强制执行
            return Phrase(text[:start], "", text[start : at + length], rest)
    return None
