"""Numbers that are no figures because of what they are: dates, document numbers, ordinals, slogans, names.

Everything found is kept with its reason, so that a page can say what was left out. What depends on the sentence
around a quantity (targets, frequencies, lengths of activities) is decided in `verdicts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.catalogues.exclusions import exclusions
from generator.catalogues.phrasing import WordList
from generator.indicators.grammar import HAN, MARKER, grammar
from generator.indicators.shadow import Shadow
from generator.model.fact import Reason
from generator.model.span import Span

_LONGEST_QUOTE = 24
"""Longer quotations are sentences, in which numbers may count."""

_UNIT_STARTS = "余多个件次人名家户条项份起宗例万亿元分倍台套处"
"""First characters of the usual measure words: behind them a number is a quantity."""

_NUMERAL = rf"[{HAN}\d]"

_AT_DIGITS: tuple[tuple[Reason, re.Pattern[str]], ...] = tuple(
    (reason, re.compile(pattern))
    for reason, pattern in (
        # 2021—2025年; 2023 年度; 2023年3月15日; 2024-03-15; 1至11月; 3月15日; 9:00; 12·4
        (Reason.DATE, r"(?:19|20)\d{2}\s?年?\s?(?:-{1,2}|—{1,2}|–|~|至|到)\s?(?:19|20)\d{2}\s?年?度?"),
        (Reason.DATE, r"(?:19|20)\d{2}\s?年度?(?:\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?)?"),
        (Reason.DATE, r"(?<=[自从])(?:19|20)\d{2}(?=\s?(?:起|以来|开始))"),
        (Reason.DATE, r"\d{1,2}\s?[时点]\s?\d{1,2}\s?分(?!钟)"),
        (Reason.DATE, r"(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}(?!\d)"),
        (Reason.DATE, r"\d{1,2}\s?月?\s?(?:-|—{1,2}|–|~|至|到|、)\s?\d{1,2}\s?月份?(?!\d)"),
        (Reason.DATE, r"\d{1,2}\s?月(?:份|\s?\d{1,2}\s?日)?(?!报|刊)"),
        (
            Reason.DATE,
            (
                r"(?<![缩压][短缩减][至到为])(?<![限期间]由)\d{1,2}\s?(?:日|号)"
                r"(?!楼|线|均|文|令|公告|判决|裁定|(?:缩短|压缩|压减|缩减|[减压])[至到为])"
            ),
        ),
        (Reason.DATE, r"\d{1,2}:\d{2}(?!\d)"),
        (Reason.DATE, r"\d{1,2}[·•]\d{1,2}(?!\d)"),
        # 7×24小时; 24小时; 365天
        (Reason.DURATION, r"\d{1,2}\s?[×xX*+ ]\s?24(?:\s?小时)?"),
        (Reason.DURATION, r"24\s?小时(?!数)"),
        (Reason.DURATION, r"36[56]\s?天"),
        (Reason.DURATION, r"\d{1,3}\s?个[多余半](?:月|小时)"),
        # 12345、12348等热线; 110报警平台: no measure word behind, or a word for a line of communication
        (Reason.HOTLINE, rf"(?:12[0-9]{{3}}|96\d{{3,4}})(?!\d|\s?[{_UNIT_STARTS}%,])"),
        (
            Reason.HOTLINE,
            (
                rf"(?:110|119|120|122|114)(?!\s?[{_UNIT_STARTS}%])"
                r"(?=[^\W\d_]{0,8}(?:热线|专线|报警|急救|指挥|联动|平台))"
            ),
        ),
        # 2.0版, 3.0平台, 5G, 4A级
        (Reason.VERSION, r"\d{1,2}\.\d版本?"),
        (
            Reason.VERSION,
            rf"\d{{1,2}}\.\d(?!\s?[{_UNIT_STARTS}])(?=[^\W\d_%‰]{{0,6}}(?:版|平台|系统|改革|网办|应用))",
        ),
        (Reason.VERSION, rf"\d{{1,2}}\.0(?![\d.%‰]|\s?[{_UNIT_STARTS}])"),
        (Reason.VERSION, r"[2-6][GgAaDd](?![A-Za-z])"),
        # 14+N, 1+3+N
        (Reason.SLOGAN, r"[\dNnXx]{1,3}(?:\s?\+\s?[\dNnXx]{1,3}){1,5}(?![\d%])"),
        (Reason.DOCUMENT_NUMBER, r"\d{1,5}\s?号(?=文|令|公告|判决|裁定)"),
        # 人民路128号; 18周岁
        (Reason.ORDINAL, r"\d{1,5}\s?号(?!文)"),
        (Reason.ORDINAL, r"\d{1,3}\s?(?:周岁|岁)"),
    )
)
"""Tried where a row of digits begins."""

_RANKED = r"(?:排名|位列|位居|名列|排)(?:前|第)"

_ANYWHERE: tuple[tuple[Reason, re.Pattern[str]], ...] = tuple(
    (reason, re.compile(pattern))
    for reason, pattern in (
        # 〔2023〕6号: the letters before it are added by `_with_issuer`; 国务院令第711号
        (Reason.DOCUMENT_NUMBER, r"[〔\[(【]\s?(?:(?:19|20)\d{2})?\s?[〕\])】]\s?第?\s?\d{1,5}\s?号"),
        # (2023)豫01行终12号: a case at court
        (
            Reason.DOCUMENT_NUMBER,
            r"[〔\[(【]\s?(?:19|20)\d{2}\s?[〕\])】]\s?[^\W\d_]{1,4}\s?\d{0,6}[^\W\d_]{1,6}\d{1,6}\s?号",
        ),
        (Reason.DOCUMENT_NUMBER, rf"第\s?{_NUMERAL}{{1,6}}\s?号(?!楼)"),
        # 二〇三五年; 近三年; 第三季度; 上半年
        (Reason.DATE, r"[一二][〇○零一二三四五六七八九]{3}年"),
        (Reason.DATE, rf"{_NUMERAL}(?<![\d.].){_NUMERAL}{{0,2}}\s?(?:余|多)?(?:周年|年)(?:来|间|内|以来|期)?(?!级)"),
        (Reason.DATE, r"[一二三四1-4]季度|[上下]半年"),
        # 第三届, 第26次, 第一责任人, 前三名, 一审
        (
            Reason.ORDINAL,
            (
                rf"第\s?{_NUMERAL}{{1,6}}\s?(?:责任人|议题|时间|批次|阶段|部分|"
                r"[方届批条款项次期位名轮场季号个部集课章站家例起件类种])?"
            ),
        ),
        # 十二届八次全会; 在全国100个城市…位列第九: what a rank is among
        (Reason.PROPER, rf"{_NUMERAL}{{1,3}}届{_NUMERAL}{{1,3}}次(?=全会|全体|会议)"),
        (Reason.ORDINAL, rf"(?<=全国|全省)\d{{1,4}}个[^,，。；\d]{{1,24}}(?={_RANKED})"),
        (Reason.ORDINAL, rf"(?:排名|位列|位居|名列|列|居|排)(?:[^\W\d_]{{0,4}})?(?:前|第){_NUMERAL}{{1,4}}(?:名|位)?"),
        (Reason.ORDINAL, rf"(?<=在)\d{{1,4}}个[^,，。；\d]{{2,24}}中[^,，。；\d]{{0,8}}(?={_RANKED})"),
        (Reason.ORDINAL, rf"(?<=全国|全省)\d{{1,4}}个[^,，。；\d]{{1,16}}(?=第{_NUMERAL}{{1,3}}[名位])"),
        # 排名较上年前移4位, 上升3个位次
        (
            Reason.ORDINAL,
            rf"(?:前移|后移|上升|跃升|提升|下降|进位|前进|晋升)了?{_NUMERAL}{{1,3}}(?:位(?=$|[,，。；、:\n)])|个?位次)",
        ),
        (Reason.ORDINAL, rf"前(?<![目以之提向当此]前){_NUMERAL}{{1,3}}(?:名|位|强)"),
        (Reason.ORDINAL, r"(?:TOP|Top|top)\s?\d{1,4}"),
        (Reason.ORDINAL, r"[一二三](?:等奖|等功|审|期工程)(?!制)"),
        # 为期3天, 历时两个月
        (
            Reason.DURATION,
            (
                rf"(?:为期|历时|持续|连续)\s?(?:近|约|超过?)?{_NUMERAL}{{1,4}}\s?[余多]?\s?"
                r"(?:个?半?月|个?星期|周|天|个?小时|个?工作日|日|年)"
            ),
        ),
        (Reason.VERSION, r"[VvAB](?<![A-Za-z][VvAB])\d(?:\.\d)?"),
        (Reason.SLOGAN, r"[NnXx](?:\s?\+\s?[\dNnXx]{1,3}){1,5}(?![\d%])"),
        # 三分之二以上成员
        (Reason.LEXICAL, r"[一二三四五六七八九十]{1,3}分之[一二三四五六七八九十]{1,3}(?:以上)?"),
        # 三个“全生命周期”, 十一个坚持: a Chinese numeral that counts a slogan
        (Reason.SLOGAN, r"[一二两三四五六七八九十]{1,3}(?:个|项|大|张|本|类|种|条|化|型|度)(?=[“‘])"),
        (
            Reason.SLOGAN,
            (
                r"[一二两三四五六七八九十]{1,3}个(?:坚持|意识|自信|确立|维护|全面|必须|不准|严禁|一律|到位|方面|环节|"
                r"关键|明确|统一|衔接|结合|转变|体系|着力|更加)"
            ),
        ),
    )
)
"""Tried everywhere; each begins with a fixed set of characters, so that the search is quick."""

_DIGITS = re.compile(r"(?<![\d.])\d+")

_ISSUER = re.compile(r"[^\W\d_]{1,8}$")

_RUN_IN = re.compile(
    rf"""
      (?: ^ | (?<= [\n。;:!?,] ) ) [ ]* (?:
          (?P<first> [{HAN}]{{1,3}} ) 、
        | {MARKER}
        | (?: [一二三四五六七八九十]{{1,3}} ) [是要则] (?= [^\W\d_] | [“‘《:,] )
      )
    """,
    re.VERBOSE | re.MULTILINE,
)

_RATE_TOLD = re.compile(r"\s?[%‰]")

_RATE_NAMED = re.compile(r"(?:率|比例|占比|比重|满意度)(?:已|均)?(?:达到?|超过?|为)?\s?$")
"""“即办件比例36.48%以上”: the quotation marks stand around a clause that names a rate and tells it."""

_WORD_START = re.compile(r"[一两二三四五六七八九十百千万亿零双首唯单统每任某这那下上新合归清队之第]")

_NUMBER = re.compile(rf"\d+(?:\.\d+)?|[{HAN}]+")


@dataclass(frozen=True, slots=True)
class Masked:
    """A number that is no figure, with the reason."""

    span: Span
    reason: Reason


@cache
def _phrases() -> tuple[WordList, dict[str, Reason]]:
    """All fixed phrases, and why each is no figure; the first kind counts where one stands under two."""
    found = exclusions()
    kinds = (
        (Reason.LEXICAL, found.lexical),
        (Reason.STRUCTURAL, found.structural),
        (Reason.PROPER, found.proper),
        (Reason.SLOGAN, found.slogan),
    )
    reasons = {word: reason for reason, words in kinds for word in words}
    return WordList(reasons), reasons


def find_masked(shadow: Shadow, markers: tuple[Span, ...]) -> tuple[Masked, ...]:
    """Every masked number of the text, in order and without overlaps; `markers` are the heading markers."""
    hits = [
        *(Masked(marker, Reason.HEADING) for marker in markers),
        *_matches(shadow.plain),
        *_words(shadow.plain),
        *_inside(shadow),
        *(Masked(Span(*match.span()), Reason.VAGUE) for match in grammar().vague.finditer(shadow.plain)),
    ]
    return _without_overlaps(hits)


def _matches(text: str) -> Iterator[Masked]:
    for match in _RUN_IN.finditer(text):
        begin = match.start() + len(match[0]) - len(match[0].lstrip())
        yield Masked(Span(begin, match.end()), Reason.HEADING)
    for digits in _DIGITS.finditer(text):
        for reason, pattern in _AT_DIGITS:
            if found := pattern.match(text, digits.start()):
                yield Masked(Span(*found.span()), reason)
    for reason, pattern in _ANYWHERE:
        for match in pattern.finditer(text):
            yield Masked(_with_issuer(text, match) if match[0][0] in "〔[(【" else Span(*match.span()), reason)


def _with_issuer(text: str, match: re.Match[str]) -> Span:
    """许魏法〔2023〕6号: the letters before the bracket belong to the number."""
    letters = _ISSUER.search(text, max(0, match.start() - 8), match.start())
    return Span(letters.start() if letters else match.start(), match.end())


def _words(text: str) -> Iterator[Masked]:
    phrases, reasons = _phrases()
    for match in _WORD_START.finditer(text):
        start = match.start()
        if text[start] in HAN and text[start - 1 : start] and text[start - 1] in HAN:
            continue
        if length := phrases.at(text, start):
            yield Masked(Span(start, start + length), reasons[text[start : start + length]])


def _inside(shadow: Shadow) -> Iterator[Masked]:
    """Numbers inside 《…》, and inside “…” of up to 24 characters."""
    for spans, reason in ((shadow.titles, Reason.TITLE), (shadow.quotes, Reason.QUOTED)):
        for span in spans:
            if reason is Reason.QUOTED and len(span) - 2 > _LONGEST_QUOTE:
                continue
            for match in _NUMBER.finditer(shadow.plain, span.start, span.end):
                if _RATE_TOLD.match(shadow.plain, match.end(), span.end) and _RATE_NAMED.search(
                    shadow.plain, span.start, match.start()
                ):
                    continue
                yield Masked(Span(*match.span()), reason)


_RANK = {Reason.HEADING: 0, Reason.DOCUMENT_NUMBER: 1, Reason.DATE: 2, Reason.SLOGAN: 3}


def _without_overlaps(hits: list[Masked]) -> tuple[Masked, ...]:
    kept: list[Masked] = []
    for hit in sorted(hits, key=lambda item: (item.span.start, -len(item.span), _RANK.get(item.reason, 9))):
        if kept and kept[-1].span.overlaps(hit.span):
            if _wins(hit, kept[-1]):
                kept[-1] = hit
            continue
        kept.append(hit)
    return tuple(kept)


def _wins(hit: Masked, other: Masked) -> bool:
    ranks = (_RANK.get(hit.reason, 9), _RANK.get(other.reason, 9))
    return len(hit.span) > len(other.span) and ranks[0] <= ranks[1]
