"""Time grows with the length of the text, also where someone tries to make it grow faster."""

import pytest

from generator.intake import read_text
from generator.outline import find_outline
from tests.support.growth import growth

SHORT, LONG = 1000, 8000
HOSTILE = {
    "points in one line": "一是加强领导。",
    "points after commas": "一是加强领导，二是",
    "unclosed quotation marks": "“一是（",
    "closing marks only": "”）》一是",
    "numbers in one line": "1.甲；2.乙；",
    "brackets": "（一）（",
    "headings": "一、工作\n（一）领导\n1.学习\n一是学法。\n",
    "runs of numerals": "一二三四五六七八九十",
    "short lines": "加强领导\n",
    "dates": "2024年1月5日\n甲县乙局\n",
    "blanks": "一、 \u3000 x ",
    "one clause": "一是加强",
    "colons": "：一、：",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_linear(piece: str) -> None:
    short, long = (read_text(piece * count, "a.txt")[0] for count in (SHORT, LONG))
    # Eight times the text; 24 times the time leaves room for a busy machine, a square would be 64.
    assert growth(find_outline, short, long, enough=24, measurable=0.002) < 24
