"""E-mail addresses, number plates and travel documents of private persons (P09–P11)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.guard.hit import Hit, Kind
from generator.model.span import Span
from generator.text import fold

_ADDRESS = re.compile(
    r"(?<![A-Za-z0-9._%+@-]) [A-Za-z0-9_][A-Za-z0-9._%+-]{0,63} \s{0,2} @ \s{0,2}"
    r"(?P<host> (?: [A-Za-z0-9-]{1,63} \. ){1,4} [A-Za-z]{2,10} ) (?![A-Za-z0-9-])",
    re.VERBOSE,
)
_OFFICIAL = re.compile(r"(?:^|\.)gov\.cn$|(?:^|\.)(?:example|invalid|test)(?:\.[a-z]+)?$", re.IGNORECASE)
"""Hosts of offices, and those that are nobody's (RFC 2606)."""

_CONTACT = re.compile(
    r"""
    联系 | 投诉 | 举报 | 咨询 | 反馈 | 征求 | 征集 | 投稿 | 报送 | 索取 | 热线 | 传真 | 邮编 | 网址 | 技术支持
      | (?: 监督 | 办公 ) (?: 电话 | 邮箱 | 地址 | 渠道 ) | 主办 | 承办 | [书县市区局省镇乡厅] [记长] 信箱
      | feedback | contact
    | ^ [\s"'{\[（(>*#-]* (?: (?: 电子 )? (?: 邮箱 | 邮件 | 信箱 ) (?: 地址 )? | e-?mail ) \W
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A line on how to reach an office: its address there is meant to be public, whoever hosts it."""

_PERSON = re.compile(r"(?:居民|村民|市民|当事人|申请人|患者|学生|家长|业主|户主|信访人|举报人|投诉人|受害人|姓名|个人)")

_PLATE = re.compile(
    r"""
    [京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新] [A-HJ-NP-Z] [ ·•・.-]?
    (?: (?= [A-HJ-NP-Z0-9]{0,4} [0-9] ) (?: [A-HJ-NP-Z0-9]{5,6} | [A-HJ-NP-Z0-9]{4} [学挂港澳] ) )
    (?! [A-Za-z0-9] | [-.][0-9A-Za-z] )
    """,
    re.VERBOSE,
)
"""GA 36-2018: province, office, five characters, six for electric cars; I and O are never used."""

_DOCUMENT = re.compile(
    r"""
    (?: 护照 | 通行证 | 台胞证 | 回乡证 | 旅行证 | 永久居留 (?: 身份 )? 证 | 军官证 | 士兵证 | 驾驶证 )
    (?P<called> 号 码? | 编号 | 证号 )? (?: 分别 )? [为是系]? \s? [:：，,（(]? \s?
    (?P<number> [A-Z]{1,3} \s? [0-9]{7,12} | [一-龥] 字第 \s? [0-9]{5,10} | (?(called) [0-9]{7,12} | (?!) ) )
    (?! [0-9] )
    """,
    re.VERBOSE,
)

_LINE = 120
"""Characters of a line that are looked at: a line of a table may be long, one on how to reach an office is not."""


def contacts(text: str) -> Iterator[Hit]:
    """Addresses outside contact lines and plates, which a person has to look at; numbers of travel documents."""
    narrow = fold(text)
    for match in _ADDRESS.finditer(narrow):
        if not _OFFICIAL.search(match["host"]) and not _is_office(narrow, match.start()):
            yield Hit(Span(*match.span()), Kind.EMAIL, f"{match[0][0]}***@{match['host']}", certain=False)
    for match in _PLATE.finditer(narrow):
        yield Hit(Span(*match.span()), Kind.PLATE, f"{match[0][:2]}***{match[0][-1]}", certain=False)
    for match in _DOCUMENT.finditer(narrow):
        number = "".join(match["number"].split())
        shown = number[:2] + "*" * (len(number) - 4) + number[-2:]
        yield Hit(Span(*match.span("number")), Kind.TRAVEL_DOCUMENT, shown)


def _is_office(text: str, at: int) -> bool:
    """Whether the line up to `at` tells how to reach an office, and names nobody else."""
    line = text[max(0, at - _LINE) : at].rpartition("\n")[2]
    return _CONTACT.search(line) is not None and _PERSON.search(line) is None
