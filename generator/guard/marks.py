"""Marks of secrecy (K01) and of internal papers (K02), which are not the same as writing about secrecy."""

from __future__ import annotations

import re

from generator.guard.hit import Hit, Kind, without_overlaps
from generator.model.span import Span
from generator.text import fold

_B = r"[ \t\u00a0\u2000-\u200d\u3000\ufeff]{0,6}"
_GRADE = rf"(?:绝{_B}密|机{_B}密|秘{_B}密)"
_STAR = "[\u2605\u2606\u2b50\u272a\u272d\u272e\u272f\u2730\u2729\u2b51]"
_TERM = rf"(?:[0-9一二三四五六七八九十]{{1,4}}{_B}(?:年|个?月|天|日)|长期|解密)"
_TOP_LINES = 6
"""A mark that stands alone counts only where a document begins: GB/T 9704 puts it into the upper left corner."""

_SECRECY = re.compile(
    rf"""
    (?<!工作) {_GRADE} {_B} 级? {_B} \n? {_B} {_STAR}                # 机密★10年, 秘 密 ☆
    | (?<!工作) {_GRADE} {_B} [*] {_B} {_TERM}                       # 机密*10年, where ★ was lost
    | 密{_B}级 {_B} [:] {_B} {_GRADE}                                          # 密级：机密
    | ^ [^\S\n]* [\[(【〔] {_B} {_GRADE} {_B} 级? {_B} [\])】〕] [^\S\n]* $    # （机密） on a line of its own
    """,
    re.VERBOSE | re.MULTILINE,
)
"""Matched against the text with ： （ ） ＊ in half width."""

_ALONE = re.compile(rf"^[^\S\n]*{_GRADE}{_B}级?[^\S\n]*$", re.MULTILINE)
_STAR_AT_TOP = re.compile(rf"(?<!{_STAR})(?<!工作秘密){_STAR}(?!{_STAR}){_B}(?P<term>{_TERM})?")

_OPEN = r"[\[(【〔「『“\"]"
_CLOSE = r"[\])】〕」』”\"]"
_WORDS = (
    *("内部资料", "内部文件", "内部材料", "内部使用", "内部参考", "内部参阅", "内部刊物", "限内部阅读", "仅供领导参阅"),
    *("注意保存", "不得外传", "严禁外传", "请勿外传", "禁止外传", "不得翻印", "阅后即焚", "阅后收回"),
    *("此件不公开", "此件不予公开", "此件依申请公开"),
)
_TOPICS = ("工作秘密", "依申请公开", "不予公开", "不得公开", "不公开", "密电")
"""Words that reports also write about: a mark only in brackets that fill a line, or on a line at the top."""


def _any(words: tuple[str, ...]) -> str:
    return "(?:" + "|".join(_B.join(word) for word in words) + ")"


def _row(words: tuple[str, ...]) -> str:
    return rf"{_any(words)} (?: [,，、;；。!！\ \u3000]* {_any(words)} ){{0,3}}"


_FORMAL = re.compile(
    rf"""
    (?: 公开(?:属性|方式|类别|类型|形式|范围) | 是否公开 | 密级 | 文件性质 ) {_B} : {_B}
        (?: 依申请公开 | 不予公开 | 不公开 | 内部 (?!公开) | 工作秘密 | 否 (?=\s|$) )   # a label
    | ^ [^\S\n]* {_OPEN}? {_row(_WORDS)} [。!！]? {_CLOSE}? [^\S\n]* $              # a line of its own
    | {_OPEN} {_B} {_row(_WORDS)} {_B} {_CLOSE}                                       # brackets
    | ^ [^\S\n]* {_OPEN} {_B} {_any(_TOPICS)} {_B} {_CLOSE} [^\S\n]* $
    | 工作秘密 {_B} (?: {_STAR} | [*] {_B} {_TERM} | {_TERM} )                         # 工作秘密★3年
    """,
    re.VERBOSE | re.MULTILINE,
)
_TOPIC_AT_TOP = re.compile(rf"^[^\S\n]*{_any(_TOPICS)}[^\S\n]*$", re.MULTILINE)
"""The form of a mark. The words alone in a sentence are a topic: 办理依申请公开12件, 防止泄露工作秘密."""

_RUNNING = re.compile(
    rf"""
    此件{_B}(?:不{_B}公开|不予公开|依申请公开|属(?:于)?(?:工作秘密|内部))
    | (?:不得|严禁|请勿|切勿|禁止)(?:擅自|随意)?外传
    | 内{_B}部{_B}(?:资{_B}料|文{_B}件|材{_B}料) [,，、。;； \u3000]* (?:注意|妥善|请|不得|严禁|切勿)
    | (?:本|该)(?:文件|材料|资料|报告)(?:属(?:于)?|为|系)(?:内部(?:资料|文件|材料)|工作秘密)
    | 仅{_B}供{_B}(?:内部|领导|领导同志|有关领导|本单位|机关内部)[一-龥]{{0,6}}(?:参阅|参考|传阅|使用|掌握|阅)
    | 限{_B}(?:内部|机关内部|本单位)[一-龥]{{0,4}}(?:阅读|传阅|使用)
    | (?:内部|供内部)(?:参阅|传阅)(?!室|制度)
    | 注意保存 (?=[,，、。;；!！)）】\s]|$)
    | (?<![加保涉解机绝秘泄商严]) 密电 (?![脑话子路池视器缆台源信码影站线])
    """,
    re.VERBOSE,
)
"""Words that are a mark wherever they stand; 工作秘密, 内部管理制度 and 依申请公开 as a topic are not."""


def secrecy_marks(text: str) -> tuple[Hit, ...]:
    """Marks of state secrets. `masked` is always "": nothing of a classified paper may reach a log."""
    narrow = fold(text)
    top = _end_of_top(text)
    found = [_secret(match) for match in _SECRECY.finditer(narrow)]
    found += [_secret(match) for match in _ALONE.finditer(narrow, 0, top)]
    found += [_secret(match, certain=match["term"] is not None) for match in _STAR_AT_TOP.finditer(narrow, 0, top)]
    return without_overlaps(found)


def _secret(match: re.Match[str], *, certain: bool = True) -> Hit:
    return Hit(Span(*match.span()), Kind.SECRECY_MARK, "", certain)


def internal_marks(text: str) -> tuple[Hit, ...]:
    """Marks of working secrets and internal papers; `masked` holds the words of the mark, which are no secret."""
    narrow = fold(text)
    spans = [Span(*match.span()) for expression in (_FORMAL, _RUNNING) for match in expression.finditer(narrow)]
    spans += [Span(*match.span()) for match in _TOPIC_AT_TOP.finditer(narrow, 0, _end_of_top(text))]
    return without_overlaps(Hit(span, Kind.INTERNAL_MARK, "".join(span.of(text).split())) for span in spans)


def _end_of_top(text: str) -> int:
    """Offset behind the first lines that are not blank."""
    offset, lines = 0, 0
    for line in text.splitlines(keepends=True):
        if lines == _TOP_LINES:
            break
        lines += bool(line.strip())
        offset += len(line)
    return offset
