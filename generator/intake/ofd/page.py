"""One page of an OFD document as a sheet."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from generator.intake import problems
from generator.intake.layout.characters import is_plausible
from generator.intake.layout.paths import rules_of
from generator.intake.layout.sheet import Rule, Sheet
from generator.intake.layout.turning import Mark, put_upright, quarter_of
from generator.intake.ofd.package import numbers, value_of
from generator.intake.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.intake.limits import Limits
    from generator.intake.ofd.package import OfdPage
    from generator.intake.xmltree import Node

_THIN = 0.9
_BOLD_WEIGHT = 600
_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_USUAL_SIZE = 4.0
_STEP = re.compile(r"[A-Za-z]|[-+]?[\d.]+(?:[eE][-+]?\d+)?")
_MOST_STEPS = 400
_OFF = frozenset({"false", "0"})


def read_page(page: OfdPage, number: int, limits: Limits) -> Sheet:
    """The sheet of a page, in millimetres; what its templates draw is furniture and only recorded."""
    left, top, width, height = page.box
    sheet = Sheet(number, width, height)
    area = width * height
    marks: list[Mark] = []
    spans: list[list[Mark]] = []  # the text objects that were given one and the same place
    place = ""
    for shape in _shapes(page.content):
        if shape.tag == "TextObject":
            if value_of(shape, "Visible").lower() in _OFF:
                sheet.invisible += sum(len(code.text or "") for code in shape.iter("TextCode"))
                continue
            if value_of(shape, "Boundary") != place:
                _lay_out(spans, place)
                spans, place = [], value_of(shape, "Boundary")
            spans.append(list(_marks(shape, left, top)))
            marks.extend(spans[-1])
            if len(marks) > limits.pdf_glyphs:
                raise Refusal(problems.BOMB.at(why=f"第 {number} 页字数过多"))
        elif shape.tag == "ImageObject":
            box = numbers(value_of(shape, "Boundary"))
            sheet.pictures.append(min(1.0, box[2] * box[3] / area) if len(box) == 4 else 0.0)  # noqa: PLR2004
        else:
            sheet.rules.extend(_rules(shape, left, top))
    _lay_out(spans, place)
    sheet.implausible = sum(not is_plausible(mark.char) for mark in marks)
    put_upright(sheet, marks)
    for template in page.templates:
        text = "".join((code.text or "").strip() for shape in _shapes(template) for code in shape.iter("TextCode"))
        if text:
            sheet.dropped.append(("header", text))
    return sheet


def _lay_out(spans: list[list[Mark]], place: str) -> None:
    # Some writers give every span of a line the box of the whole line; then they follow each other in drawing order.
    spans = [span for span in spans if span]
    marks = [mark for span in spans for mark in span]
    box = numbers(place)
    if len(spans) < 2 or len(box) != 4 or not marks or box[2] <= 0:  # noqa: PLR2004
        return
    if any(abs(span[0].x - spans[0][0].x) > marks[0].size / 2 for span in spans):
        return
    widths = [0.5 if mark.char.isascii() else 1.0 for mark in marks]
    unit = box[2] / sum(widths)
    start = marks[0].left
    for mark, width in zip(marks, widths, strict=True):
        mark.left, mark.right, start = start, start + width * unit, start + width * unit


def fit_heights(sheets: list[Sheet]) -> None:
    """Mend the sizes of pages whose writer gave them in another unit than the text: all text in the upper half."""
    lowest = max((glyph.base for sheet in sheets for glyph in sheet.glyphs), default=0.0)
    farthest = max((glyph.right for sheet in sheets for glyph in sheet.glyphs), default=0.0)
    for sheet in sheets:
        if len(sheets) > 1 and lowest < sheet.height / 2 and farthest < sheet.width / 2:
            sheet.width, sheet.height = farthest * 1.12, lowest * 1.06


def _shapes(node: Node) -> Iterator[Node]:
    stack = [*node][::-1]
    while stack:
        child = stack.pop()
        if child.tag in {"TextObject", "ImageObject", "PathObject"}:
            yield child
        else:
            stack.extend([*child][::-1])


def _marks(shape: Node, left: float, top: float) -> Iterator[Mark]:
    box = numbers(value_of(shape, "Boundary"))
    x0, y0 = (box[0] - left, box[1] - top) if len(box) > 1 else (0.0, 0.0)
    ctm = numbers(value_of(shape, "CTM"))
    matrix = tuple(ctm) if len(ctm) == 6 else _IDENTITY  # noqa: PLR2004
    size = next(iter(numbers(value_of(shape, "Size"))), _USUAL_SIZE) or _USUAL_SIZE
    stretch = next(iter(numbers(value_of(shape, "HScale"))), 1.0) or 1.0
    bold = next(iter(numbers(value_of(shape, "Weight"))), 0.0) >= _BOLD_WEIGHT
    a, b, c, d, e, f = matrix
    shown = size * (math.hypot(c, d) or 1.0)
    quarter = quarter_of(math.atan2(b, a))
    x = y = 0.0
    for code in shape:
        if code.tag != "TextCode":
            continue
        x = next(iter(numbers(value_of(code, "X"))), x)
        y = next(iter(numbers(value_of(code, "Y"))), y)
        text = (code.text or "").strip("\r\n\t") if "\n" in (code.text or "") else (code.text or "")
        across, down = _deltas(value_of(code, "DeltaX")), _deltas(value_of(code, "DeltaY"))
        px, py = x, y
        for index, char in enumerate(text):
            step = across[index] if index < len(across) else 0.0
            usual = size * stretch * (0.5 if char.isascii() else 1.0)
            width = step if 0 < step < 2 * usual else usual
            corners = [(px, py - size * 0.86), (px + width, py + size * 0.14)]
            (lx, ly), (rx, ry) = ((a * u + c * v + e + x0, b * u + d * v + f + y0) for u, v in corners)
            ox, oy = a * px + c * py + e + x0, b * px + d * py + f + y0
            yield Mark(char, lx, ly, rx, ry, ox, oy, shown, bold, quarter)
            px += step if index < len(across) or down else usual
            py += down[index] if index < len(down) else 0.0


def _deltas(text: str) -> list[float]:
    # `g 3 5.6` stands for three times 5.6.
    found: list[float] = []
    parts = text.split()
    index = 0
    while index < len(parts) and len(found) < 20_000:  # noqa: PLR2004 — more than a page may hold
        if parts[index] == "g" and index + 2 < len(parts) and parts[index + 1].isdigit():
            values = numbers(parts[index + 2]) or [0.0]
            found += values * min(int(parts[index + 1]), 20_000)
            index += 3
        else:
            found += numbers(parts[index])
            index += 1
    return found


def _rules(shape: Node, left: float, top: float) -> Iterator[Rule]:
    box = numbers(value_of(shape, "Boundary"))
    data = next(shape.iter("AbbreviatedData"), None)
    if data is None or len(box) != 4:  # noqa: PLR2004
        return
    steps = _STEP.findall((data.text or "")[:20_000])
    if len(steps) > _MOST_STEPS or any(step in "QCBAqcba" for step in steps):
        return
    ctm = numbers(value_of(shape, "CTM"))
    a, b, c, d, e, f = tuple(ctm) if len(ctm) == 6 else _IDENTITY  # noqa: PLR2004
    paths: list[list[tuple[float, float]]] = []
    values: list[float] = []
    command = ""
    for step in [*steps, "end"]:
        if step.isalpha():
            if command in {"M", "S", "L"} and len(values) >= 2:  # noqa: PLR2004
                u, v = values[0], values[1]
                point = (a * u + c * v + e + box[0] - left, b * u + d * v + f + box[1] - top)
                if command == "L" and paths:
                    paths[-1].append(point)
                else:
                    paths.append([point])
            if step == "C" and paths and len(paths[-1]) > 2:  # noqa: PLR2004
                paths[-1].append(paths[-1][0])
            command, values = step, []
        else:
            values += numbers(step)
    stroked = value_of(shape, "Stroke").lower() not in _OFF
    for path in paths:
        if len(path) > 1:
            yield from rules_of(path, stroked=stroked, thin=_THIN)
