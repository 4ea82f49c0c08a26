"""One spelling for everything that reads the same: the text that is indexed, searched and verified.

`site_overrides/assets/search/normalise.js` does the same in the browser; tests/cases/search/normalise.tsv holds both
to it. The rules, in order:

1. each code point: Unicode NFKC, lower case, traditional → simplified (one character for one);
2. a point between digits stays (85.64), a comma that groups thousands goes (1,236 → 1236);
3. quotation marks, brackets, 《》, 、, ·, +, - and blanks vanish, so that 一件事业务 finds “一件事”业务; between two
   words or numbers one blank remains (〔2023〕6号 → 2023 6号);
4. % and ‰ stay; any other mark separates: one blank.
"""

import re
import unicodedata
from functools import cache
from importlib.resources import files

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
"""Chinese characters, for use inside a character class: URO with its extensions A–H, compatibility forms, 〇."""

_JOINING = frozenset(
    "\"'“”‘’«»‹›「」『』〈〉《》<>()[]{}〔〕【】〖〗、·・•‧+-_*`~^| \t\n\v\f\r\u00ad\u200b\u200c\u200d\u2060\ufeff"
)
_RATES = frozenset("%‰")
INSIDE_GB2312 = (("後", "后"), ("於", "于"), ("徵", "征"), ("夥", "伙"), ("菸", "烟"))
"""Traditional forms that GB 2312 holds and simplified text does not use."""
# Marks for what must be seen in context; private-use characters of the source become separators.
_JOIN, _POINT, _COMMA = "\ue000", "\ue001", "\ue002"

_GROUPED = re.compile(rf"(?<![0-9])[0-9]{{1,3}}(?:{_COMMA}[0-9]{{3}})+(?![0-9])")
_DECIMAL = re.compile(rf"(?<=[0-9]){_POINT}(?=[0-9])")
_BETWEEN_WORDS = re.compile(rf"(?<=[^ {_JOIN}{HAN}]){_JOIN}+(?=[^ {_JOIN}{HAN}%‰])")
_BLANKS = re.compile(" +")


class _Folds(dict[int, str]):
    """Code point → its folded characters or a mark, worked out when first asked for."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character in ",，":
            folded = _COMMA if character == "," else " "
        else:
            folded = "".join(map(_fold_one, unicodedata.normalize("NFKC", character).lower()))
        self[code] = folded
        return folded


def _fold_one(character: str) -> str:
    if character in _JOINING:
        return _JOIN
    if character == ".":
        return _POINT
    if character in _RATES:
        return character
    if unicodedata.category(character)[0] in "LNM":
        return simplified().get(character, character)
    return " "


_FOLDS = _Folds()


def fold(text: str) -> str:
    """The text in its one spelling: words, numbers and Chinese runs, with single blanks where something separates.

    Not reversible, and not to be applied twice. Empty when the text has no word, number or Chinese character.
    """
    folded = text.translate(_FOLDS)
    if _COMMA in folded:
        folded = _GROUPED.sub(lambda found: found.group().replace(_COMMA, ""), folded).replace(_COMMA, " ")
    if _POINT in folded:
        folded = _DECIMAL.sub(".", folded).replace(_POINT, " ")
    if _JOIN in folded:
        folded = _BETWEEN_WORDS.sub(" ", folded).replace(_JOIN, "")
    return _BLANKS.sub(" ", folded).strip()


@cache
def simplified() -> dict[str, str]:
    """Traditional character → simplified character, from the table of OpenCC (Apache-2.0).

    Only characters outside GB 2312 are mapped, and the five of `INSIDE_GB2312`: the browser knows GB 2312 from its
    own text decoder, and so knows without a table when it needs this one. What else lies inside (乾, 么 …) is
    simplified as well, or part of names.
    """
    table = dict(INSIDE_GB2312)
    source = files("opencc") / "dictionary" / "TSCharacters.txt"
    for line in source.read_text(encoding="utf-8").splitlines():
        traditional, _, options = line.partition("\t")
        target = options.split(" ")[0]
        if _in_basic_block(traditional) and len(target) == 1 and target != traditional and not _in_gb2312(traditional):
            table[traditional] = target
    return {traditional: table.get(target, target) for traditional, target in table.items()}


def _in_basic_block(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _in_gb2312(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
