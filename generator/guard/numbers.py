"""Numbers that belong to one person: identity cards, mobile telephones, bank cards (P01–P03)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from generator.guard.digits import Candidate, candidates
from generator.guard.hit import Hit, Kind, without_overlaps
from generator.model.span import Span

_PROVINCES = frozenset(
    str(code)
    for codes in ((11, 16), (21, 24), (31, 38), (41, 47), (50, 55), (61, 66), (71, 72), (81, 84), (99, 100))
    for code in range(*codes)
)
"""First two digits of region codes (GB/T 2260), 83 for residence permits of Taiwan residents; 99 is not allotted and
serves tests, which need numbers that belong to nobody."""

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
"""GB 11643-1999 (ISO 7064 MOD 11-2)."""
_CHECKS = "10X98765432"

_MOBILE_SHAPES = frozenset({(3, 4, 4), (3, 3, 5), (3, 8), (7, 4), (4, 3, 4), (3, 4, 2, 2), (3, 5, 3), (5, 6), (6, 5)})
_CARD_SHAPE = re.compile(r"(?:4,){3}(?:4|4,[1-3]|[5-7])|6,\d+|4,4,\d+|\d+")
"""Groups of bank cards: 4-4-4-4, 4-4-4-4-3, 6-13, or none."""

_MONEY = re.compile(r"\s*(?:余|多)?(?:[万亿]|美?元|吨|度|千瓦|公里|平方米|立方米|公顷|亩|千克|%|％)")
_NOT_A_CARD = re.compile(
    r"""
    (?: 代码 | 编号 | 编码 | 文号 | 索引号 | 订单号? | 流水号? | 许可证号? | 注册号 | 登记号 | 备案号
      | 条形?码 | 追溯码 | 案号 | 工单号? | 受理号 | 办件号 | 证书号? | 档案?号 | 序列号 | 版本号 | IMEI | ISBN )
    [：:为是\s（(]* $
    """,
    re.VERBOSE,
)
_CARD_CUE = re.compile(r"(?:卡号|账号|帐号|账户|帐户|开户行?|银行卡|储蓄卡|信用卡|借记卡|银行|一卡通)[^\d。；]{0,12}$")
_IDENTITY_CUE = re.compile(r"(?:身份证|公民身份|身份号码|证件号|ID)[^\d。；]{0,12}$")
_LEGACY_OTHER = re.compile(r"(?:注册号|IMEI|编号|代码|文号|单号|编码)[：:为是\s]*$")
_ADDRESS_OF_PAGE = re.compile(r"(?:https?://|www\.)[!-~]+")
_X = re.compile(r"[ \u00a0\u2000-\u200d\u3000]{0,3}\n?[ \u3000]{0,4}[XxＸｘ](?![A-Za-z])")
_LOOK_BACK = 24
_NEW, _OLD, _MOBILE, _SHORTEST_CARD = 18, 15, 11, 16
"""Lengths in digits: identity cards since 1999 and before, mobile numbers, bank cards."""


def personal_numbers(text: str) -> tuple[Hit, ...]:
    """Identity card, mobile and bank card numbers in `text`, in order, none of them overlapping another."""
    numbers = tuple(candidates(text))
    links = tuple(match.span() for match in _ADDRESS_OF_PAGE.finditer(text))
    found = [*_identity_cards(text, numbers)]
    for hit in (*_mobiles(text, numbers), *_bank_cards(text, numbers)):
        place = bisect_right(links, (hit.span.start, len(text)))
        if not place or links[place - 1][1] < hit.span.end:
            found.append(hit)
    return without_overlaps(found)


def valid_identity(number: str) -> bool:
    """Whether 18 characters are an identity card number: region, date of birth, checksum (`X` in upper case)."""
    if number[:2] not in _PROVINCES or not _is_date(number[6:14]):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number[:17], strict=True))
    return _CHECKS[total % 11] == number[17]


def valid_legacy_identity(number: str) -> bool:
    """Whether 15 digits have the form of identity cards before 1999: region, date of birth without century."""
    return number[:2] in _PROVINCES and _is_date("19" + number[6:12]) and not _is_filler(number)


def passes_luhn(number: str) -> bool:
    """The checksum of payment cards (ISO/IEC 7812-1)."""
    total = 0
    for place, digit in enumerate(reversed(number)):
        worth = int(digit) * (2 if place % 2 else 1)
        total += worth - 9 if worth > 9 else worth  # noqa: PLR2004  (the sum of the two digits)
    return total % 10 == 0


def _identity_cards(text: str, numbers: tuple[Candidate, ...]) -> Iterator[Hit]:
    for item in numbers:
        count = len(item.digits)
        if count == _NEW and valid_identity(item.digits):
            yield _identity(item.start, item.end, item.digits)
        elif count == _NEW - 1 and (match := _X.match(text, item.end)) and valid_identity(item.digits + "X"):
            yield _identity(item.start, match.end(), item.digits + "X")
        elif count == _OLD and _is_legacy(text, item):
            cued = _IDENTITY_CUE.search(_before(text, item.start)) is not None
            yield _identity(item.start, item.end, item.digits, certain=cued)


def _is_legacy(text: str, item: Candidate) -> bool:
    shaped = item.shape in {(_OLD,), (6, 6, 3)} or item.spaced_out
    alone = not _latin(text[item.start - 1 : item.start]) and not _latin(text[item.end : item.end + 1])
    other = _LEGACY_OTHER.search(_before(text, item.start))
    return shaped and alone and not item.tabs and other is None and valid_legacy_identity(item.digits)


def _identity(start: int, end: int, number: str, *, certain: bool = True) -> Hit:
    masked = number[:4] + "*" * (len(number) - 6) + number[-2:]
    return Hit(Span(start, end), Kind.IDENTITY_CARD, masked, certain)


def _mobiles(text: str, numbers: tuple[Candidate, ...]) -> Iterator[Hit]:
    for item in numbers:
        number = item.digits
        for prefix in ("0086", "86"):
            if len(number) == _MOBILE + len(prefix):
                number = number.removeprefix(prefix)
        if len(number) != _MOBILE or number[0] != "1" or number[1] < "3" or number.endswith("0000000"):
            continue
        if _mobile_shape(item) and not _part_of_something(text, item):
            yield Hit(Span(item.start, item.end), Kind.MOBILE, f"{number[:3]}****{number[-4:]}")


def _mobile_shape(item: Candidate) -> bool:
    shape = item.shape
    if len(shape) > 1 and len(item.digits) > _MOBILE and shape[0] == len(item.digits) - _MOBILE:
        shape = shape[1:]  # +86 stands alone
    contiguous = len(shape) == 1
    return (contiguous or shape in _MOBILE_SHAPES or item.spaced_out) and item.line_ends <= 1 and not item.tabs


def _bank_cards(text: str, numbers: tuple[Candidate, ...]) -> Iterator[Hit]:
    for item in numbers:
        number = item.digits
        if len(number) < _SHORTEST_CARD or not passes_luhn(number) or item.line_ends > 1 or item.tabs:
            continue
        shaped = item.spaced_out or _CARD_SHAPE.fullmatch(",".join(map(str, item.shape)))
        if not shaped or _is_filler(number) or _part_of_something(text, item):
            continue
        before = _before(text, item.start)
        issued = number[0] in "3456" or number.startswith("95")
        if (issued or _CARD_CUE.search(before)) and not _NOT_A_CARD.search(before):
            masked = number[:4] + "*" * (len(number) - 8) + number[-4:]
            yield Hit(Span(item.start, item.end), Kind.BANK_CARD, masked)


def _part_of_something(text: str, item: Candidate) -> bool:
    """Whether the digits go on as letters, decimals, an amount or a document number."""
    before, after = text[max(0, item.start - 2) : item.start], text[item.end : item.end + 3]
    if _latin(before[-1:]) or _latin(after[:1]):
        return True
    if before[-1:] in {".", "．"} and before[:1].isdecimal():
        return True
    if after[:1] == "." and after[1:2].isdecimal():
        return True
    return before[-1:] in {"〕", "¥", "￥", "$"} or _MONEY.match(text, item.end) is not None


def _is_filler(number: str) -> bool:
    """Rows of noughts or ones, as on forms."""
    return len(set(number)) <= 2  # noqa: PLR2004


def _latin(character: str) -> bool:
    return character == "_" or (character.isascii() and character.isalpha())


def _before(text: str, start: int) -> str:
    return text[max(0, start - _LOOK_BACK) : start]


def _is_date(digits: str) -> bool:
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return 1900 <= born.year < 2100  # noqa: PLR2004  (no clock here: the century is enough)
