"""One page of a PDF as a sheet: glyphs with their places, drawn rules, pictures."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

from generator.intake import problems
from generator.intake.layout.sheet import Glyph, Rule, Sheet
from generator.intake.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.intake.limits import Limits

_INVISIBLE = 3
_FILL_AND_STROKE = 2
_BOLD_WEIGHT = 600
_THIN = 2.5
_STRAIGHT = 0.7
_TILT = 0.09  # radians: five degrees
_DEEPEST = 6
_TEXT, _PATH, _IMAGE, _FORM = 1, 2, 3, 5
_MOST_OBJECTS = 60_000


@dataclass(slots=True)
class _Run:
    """What the glyphs of one text object share."""

    size: float
    bold: bool
    invisible: bool
    angle: float


def read_page(document: Any, index: int, limits: Limits) -> Sheet:
    """The sheet of a page (0-based) of an open `pypdfium2.PdfDocument`."""
    page = document[index]
    try:
        width, height = page.get_size()
        sheet = Sheet(index + 1, width, height)
        turn = _Turn(page)
        text = page.get_textpage()
        try:
            _glyphs(text.raw, sheet, turn, limits)
        finally:
            text.close()
        _objects(page.raw, sheet, turn)
    finally:
        page.close()
    return sheet


class _Turn:
    """Turns places in the space of a page into places from its top left corner, as it is shown."""

    def __init__(self, page: Any) -> None:
        self.rotation = (page.get_rotation() // 90) % 4
        self.left, self.bottom, self.right, self.top = page.get_cropbox()

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        across, up = x - self.left, y - self.bottom
        width, height = self.right - self.left, self.top - self.bottom
        if self.rotation == 1:
            return up, across
        if self.rotation == 2:  # noqa: PLR2004 — quarter turns
            return width - across, up
        if self.rotation == 3:  # noqa: PLR2004
            return height - up, width - across
        return across, height - up


def _glyphs(text: Any, sheet: Sheet, turn: _Turn, limits: Limits) -> None:
    count = pdfium.FPDFText_CountChars(text)
    if count > limits.pdf_glyphs:
        raise Refusal(problems.BOMB.at(why=f"第 {sheet.number} 页有 {count:,} 个字"))
    runs: dict[int, _Run] = {}
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    px, py, pbox = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
    unseen: list[Glyph] = []
    tilted: list[str] = []
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code in {0, 0xFFFE, 10, 13} or pdfium.FPDFText_IsGenerated(text, index) == 1:
            sheet.implausible += code == 0
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, px, py)
        pdfium.FPDFText_GetLooseCharBox(text, index, pbox)
        run = _run_of(text, index, runs)
        char = _plain(code)
        if not is_plausible(char):
            sheet.implausible += 1
        if abs(math.remainder(run.angle + turn.rotation * math.pi / 2, 2 * math.pi)) > _TILT:
            tilted.append(char)
            continue
        one, base = turn(box.left, y.value)
        two, _ = turn(box.right, y.value)
        if turn.rotation % 2:
            one, base = turn(x.value, box.bottom)
            two, base = turn(x.value, box.top)
            base = turn(x.value, y.value)[1]
            one, two = turn(x.value, box.bottom)[0], turn(x.value, box.top)[0]
        glyph = Glyph(char, min(one, two), max(one, two), base, run.size, run.bold)
        if not (-1 <= glyph.left <= sheet.width and 0 <= base <= sheet.height + 1):
            continue  # outside the visible page
        if run.invisible:
            unseen.append(glyph)
        else:
            sheet.glyphs.append(glyph)
    sheet.invisible = sum(not glyph.char.isspace() for glyph in unseen)
    if not sheet.glyphs:
        sheet.glyphs = unseen
    if tilted:
        sheet.dropped.append(("watermark", "".join(tilted).strip()))


def _run_of(text: Any, index: int, runs: dict[int, _Run]) -> _Run:
    shape = pdfium.FPDFText_GetTextObject(text, index)
    address = ctypes.cast(shape, ctypes.c_void_p).value or 0
    known = runs.get(address)
    if known is not None:
        return known
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    size = pdfium.FPDFText_GetFontSize(text, index) * scale
    mode = pdfium.FPDFTextObj_GetTextRenderMode(shape) if address else 0
    weight = pdfium.FPDFText_GetFontWeight(text, index)
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, index, name, 128, ctypes.byref(flags))
    bold = weight >= _BOLD_WEIGHT or b"bold" in name.value.lower() or mode == _FILL_AND_STROKE
    run = _Run(size or 1.0, bold, mode == _INVISIBLE, math.atan2(matrix.b, matrix.a))
    runs[address] = run
    return run


def _plain(code: int) -> str:
    # Some fonts map to the radical or compatibility forms of characters; they look the same and mean the same.
    char = chr(code)
    if 0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF:  # noqa: PLR2004
        return unicodedata.normalize("NFKC", char)
    return char


def is_plausible(char: str) -> bool:
    """Whether a character may stand in a Chinese report: no private use, no control, no unassigned code."""
    return char.isspace() or (unicodedata.category(char)[0] != "C" and char != "\ufffd")


def _objects(page: Any, sheet: Sheet, turn: _Turn) -> None:
    identity = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    area = (sheet.width * sheet.height) or 1.0
    seen = 0
    for shape, kind, matrix in _walk(page, identity):
        seen += 1
        if seen > _MOST_OBJECTS:
            break
        if kind == _IMAGE:
            left, bottom, right, top = _bounds(shape, matrix)
            sheet.pictures.append(min(1.0, abs((right - left) * (top - bottom)) / area))
        elif kind == _PATH:
            sheet.rules.extend(_rules(shape, matrix, turn))


def _walk(page: Any, matrix: tuple[float, ...]) -> Iterator[tuple[Any, int, tuple[float, ...]]]:
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        yield from _inside(pdfium.FPDFPage_GetObject(page, index), matrix, 0)


def _inside(shape: Any, matrix: tuple[float, ...], depth: int) -> Iterator[tuple[Any, int, tuple[float, ...]]]:
    kind = pdfium.FPDFPageObj_GetType(shape)
    if kind != _FORM:
        yield shape, kind, matrix
        return
    if depth >= _DEEPEST:
        return
    inner = _times(_matrix(shape), matrix)
    for index in range(pdfium.FPDFFormObj_CountObjects(shape)):
        yield from _inside(pdfium.FPDFFormObj_GetObject(shape, index), inner, depth + 1)


def _matrix(shape: Any) -> tuple[float, ...]:
    own = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(shape, ctypes.byref(own)):
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return (own.a, own.b, own.c, own.d, own.e, own.f)


def _times(one: tuple[float, ...], two: tuple[float, ...]) -> tuple[float, ...]:
    a, b, c, d, e, f = one
    m, n, o, p, q, r = two
    return (a * m + b * o, a * n + b * p, c * m + d * o, c * n + d * p, e * m + f * o + q, e * n + f * p + r)


def _apply(matrix: tuple[float, ...], x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _bounds(shape: Any, matrix: tuple[float, ...]) -> tuple[float, float, float, float]:
    values = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(shape, *(ctypes.byref(value) for value in values))
    left, bottom = _apply(matrix, values[0].value, values[1].value)
    right, top = _apply(matrix, values[2].value, values[3].value)
    return left, bottom, right, top


def _rules(shape: Any, matrix: tuple[float, ...], turn: _Turn) -> Iterator[Rule]:
    count = pdfium.FPDFPath_CountSegments(shape)
    if not 2 <= count <= 200:  # noqa: PLR2004 — longer paths are drawings
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(shape, ctypes.byref(fill), ctypes.byref(stroke))
    whole = _times(_matrix(shape), matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    paths: list[list[tuple[float, float]]] = []
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(shape, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == 1:  # a curve
            return
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = turn(*_apply(whole, x.value, y.value))
        if kind == 2 or not paths:  # noqa: PLR2004 — a new path begins
            paths.append([point])
        else:
            paths[-1].append(point)
        if pdfium.FPDFPathSegment_GetClose(segment) and paths[-1][0] != point:
            paths[-1].append(paths[-1][0])
    for path in paths:
        yield from rules_of(path, stroked=bool(stroke.value))


def rules_of(path: list[tuple[float, float]], *, stroked: bool, thin: float = _THIN) -> Iterator[Rule]:
    """The rules that a path of straight lines draws: its lines if stroked, or itself if it is a thin filled bar."""
    left, right = min(x for x, _ in path), max(x for x, _ in path)
    top, bottom = min(y for _, y in path), max(y for _, y in path)
    if right - left <= thin or bottom - top <= thin:
        middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
        if right - left >= bottom - top:
            yield Rule(left, middle_y, right, middle_y)
        else:
            yield Rule(middle_x, top, middle_x, bottom)
        return
    if not stroked:
        return
    for (x1, y1), (x2, y2) in zip(path, path[1:], strict=False):
        if abs(x1 - x2) <= _STRAIGHT or abs(y1 - y2) <= _STRAIGHT:
            yield Rule(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
