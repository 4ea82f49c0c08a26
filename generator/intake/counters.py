"""Numbers as word processors print them: 一, 十二, （三）, ①, iv."""

from __future__ import annotations

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_CHINESE, _LARGEST_ROMAN, _LARGEST_LETTER = 99_999, 3_999, 780
_CHINESE = frozenset(
    {
        "chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand",
        "japaneseCounting", "koreanCounting",
    }
)  # fmt: skip
_RINGS = {
    "decimalEnclosedCircle": (0x2460, 20),
    "decimalEnclosedCircleChinese": (0x2460, 20),
    "decimalEnclosedParen": (0x2474, 20),
    "decimalEnclosedFullstop": (0x2488, 20),
    "ideographEnclosedCircle": (0x3280, 10),
}


def chinese(number: int) -> str:
    """十二, 一百〇五 as 一百零五, 二千零二十三; digits where the number is out of range (1–99,999)."""
    return _places(number, "零一二三四五六七八九", "十百千万") if 0 < number <= _LARGEST_CHINESE else str(number)


def numeral(number: int, form: str) -> str:
    """A counter in one of the forms of ECMA-376 (`ST_NumberFormat`); "" for bullets and `none`, else decimal digits."""
    if form in _CHINESE or form in {"none", "bullet"}:
        return chinese(number) if form in _CHINESE else ""
    if form in {"ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital2"}:
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    if form in {"chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"}:
        return _places(number, _LEGAL, "拾佰仟万") if 0 < number <= _LARGEST_CHINESE else str(number)
    if form in _RINGS:
        first, last = _RINGS[form]
        return chr(first + number - 1) if 1 <= number <= last else str(number)
    if form in {"ideographTraditional", "ideographZodiac"}:
        row = _STEMS if form == "ideographTraditional" else _BRANCHES
        return row[number - 1] if 1 <= number <= len(row) else str(number)
    return _western(number, form)


def _western(number: int, form: str) -> str:
    if form == "decimalZero":
        return f"{number:02}"
    if form in {"decimalFullWidth", "decimalFullWidth2"}:
        return str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    if form in {"lowerLetter", "upperLetter"} and 1 <= number <= _LARGEST_LETTER:
        text = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return text.upper() if form == "upperLetter" else text
    if form in {"lowerRoman", "upperRoman"} and 1 <= number <= _LARGEST_ROMAN:
        text = _roman(number)
        return text.upper() if form == "upperRoman" else text
    return str(number)


def _roman(number: int) -> str:
    parts = []
    for worth, letters in _ROMAN:
        parts.append(letters * (number // worth))
        number %= worth
    return "".join(parts)


def _places(number: int, digits: str, units: str) -> str:
    text, gap = "", False
    for place in range(len(str(number)) - 1, -1, -1):
        digit = number // 10**place % 10
        if not digit:
            gap = bool(text)
            continue
        text += ("" if not gap else digits[0]) + digits[digit] + (units[place - 1] if place else "")
        gap = False
    everyday = digits[1] == "一"
    return text.removeprefix("一") if everyday and text.startswith("一十") else text
