"""Where a private person lives (P04); the address of an office is not meant."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

from generator.guard.hit import Hit, Kind
from generator.guard.lexicon import either, words
from generator.guard.people import Name, Scene

_REACH = 30
"""How far, in characters, a name may stand from an address to belong to it (rule P04)."""

_NUMBER = r"[0-9一二三四五六七八九十百零]{1,5}"
_PLACE = r"(?:大街|大道|街道?|路|巷|胡同|弄|里|村|庄|屯|寨|小区|社区|花园|苑|家园|公寓|新村|镇|乡|组)"
_HOUSE = r"(?:号楼?|栋|幢|座|单元|室|户|楼|组|排|门)"
_FLAT = re.compile(r"[栋幢室户组]|单元")

_ADDRESS = re.compile(
    rf"""
    {_PLACE} [^，。；：！？（）《》〔〕\n0-9住民]{{0,10}}?          # 建设路, 东里村
    (?<!第) {_NUMBER} {_HOUSE} (?! 文 | 令 | 公告 | 线 | 通知 | 以上 )   # 12号, 三组; not 3号线
    (?: [^，。；：！？（）\n]{{0,6}}? {_NUMBER} {_HOUSE} ){{0,3}}  # 3单元502室
    """,
    re.VERBOSE,
)


@cache
def _home() -> re.Pattern[str]:
    """家住…, 户籍地址：… straight before the address."""
    return re.compile(f"{either(words().residence)}[为是于在：]{{0,2}}[^，。；：\\n]{{0,24}}$")


def home_addresses(scene: Scene) -> Iterator[Hit]:
    """Addresses with a house number that are called a home or stand beside a name."""
    text = scene.folded.text
    starts = [name.start for name in scene.names]
    for match in _ADDRESS.finditer(text):
        start, end = match.span()
        around = scene.names[bisect_left(starts, start - _REACH) : bisect_right(starts, end + _REACH)]
        near = [name for name in around if _is_near(text, name, start, end)]
        home = _home().search(text, max(0, start - _REACH), start) is not None
        cued = next((name for name in near if scene.is_person(name)), None)
        alone = next((name for name in near if name.is_full and scene.stands_alone(name)), None)
        if not (home or cued or alone):
            continue
        # 联系人：刘某，地址：人民路66号 may be an office; a flat is not.
        certain = bool(home and near) or bool(cued and _FLAT.search(match[0]))
        name = cued or alone or next(iter(near), None)
        yield Hit(scene.place(start, end), Kind.HOME_ADDRESS, f"{name.masked if name else '某人'}的住址", certain)


def _is_near(text: str, name: Name, start: int, end: int) -> bool:
    if start - _REACH <= name.start and name.end <= start:
        between = text[name.end : start]
    elif end <= name.start <= end + _REACH:
        between = text[end : name.start]
    else:
        return False
    return "\n" not in between and "。" not in between
