"""One page of a PDF as a sheet: glyphs with their places, drawn rules, pictures."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

from generator.intake import problems
from generator.intake.layout.characters import is_plausible
from generator.intake.layout.paths import rules_of
from generator.intake.layout.sheet import Rule, Sheet
from generator.intake.layout.turning import Mark, put_upright, quarter_of
from generator.intake.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.intake.limits import Limits

_INVISIBLE = 3
_FILL_AND_STROKE = 2
_BOLD_WEIGHT = 600
_THIN = 2.5
_NO_GLYPH = frozenset({0, 10, 13, 0xFFFE})
_FIRST_SYMBOL, _LAST_SYMBOL = 0xF020, 0xF0FF
"""Where symbol fonts put their bullets and boxes: signs of layout, no text."""
_DEEPEST = 6
_TEXT, _PATH, _IMAGE, _FORM = 1, 2, 3, 5
_MOST_OBJECTS = 60_000
_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_NO_WIDTH = 0.01


@dataclass(slots=True)
class _Run:
    """What the glyphs of one text object share."""

    size: float
    bold: bool
    invisible: bool
    quarter: int | None


def read_page(document: Any, index: int, limits: Limits) -> Sheet:
    """The sheet of a page (0-based) of an open `pypdfium2.PdfDocument`."""
    page = document[index]
    try:
        width, height = page.get_size()
        sheet = Sheet(index + 1, width, height)
        turn = _Turn(page)
        text = page.get_textpage()
        try:
            _objects(page.raw, sheet, turn)
            _glyphs(text.raw, sheet, turn, limits)
        finally:
            text.close()
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
    seen: list[Mark] = []
    unseen: list[Mark] = []
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code in _NO_GLYPH or _FIRST_SYMBOL <= code <= _LAST_SYMBOL or pdfium.FPDFText_IsGenerated(text, index) == 1:
            sheet.implausible += code == 0
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, px, py)
        pdfium.FPDFText_GetLooseCharBox(text, index, pbox)
        run = _run_of(text, index, runs, turn)
        char = _plain(code)
        sheet.implausible += not is_plausible(char)
        left, top = turn(box.left, box.top)
        right, bottom = turn(box.right, box.bottom)
        across, down = turn(x.value, y.value)
        if -1 <= across <= sheet.width + 1 and -1 <= down <= sheet.height + 1:  # else outside the visible page
            mark = Mark(char, left, top, right, bottom, across, down, run.size, run.bold, run.quarter)
            (unseen if run.invisible else seen).append(mark)
    sheet.invisible = sum(not mark.char.isspace() for mark in unseen)
    sheet.searchable = bool(unseen) and all(mark.char.isspace() for mark in seen)
    put_upright(sheet, unseen if sheet.searchable else seen)


def _run_of(text: Any, index: int, runs: dict[int, _Run], turn: _Turn) -> _Run:
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
    angle = -math.atan2(matrix.b, matrix.a) + turn.rotation * math.pi / 2
    run = _Run(size or 1.0, bold, mode == _INVISIBLE, quarter_of(angle))
    runs[address] = run
    return run


def _plain(code: int) -> str:
    # Some fonts map to the radical or compatibility forms of characters; they look the same and mean the same.
    char = chr(code)
    if 0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF:  # noqa: PLR2004
        return unicodedata.normalize("NFKC", char)
    return char


def _objects(page: Any, sheet: Sheet, turn: _Turn) -> None:
    area = (sheet.width * sheet.height) or 1.0
    for shape, kind, matrix in islice(_walk(page, _IDENTITY), _MOST_OBJECTS):
        if kind == _IMAGE:
            left, bottom, right, top = _bounds(shape, matrix)
            sheet.pictures.append(min(1.0, abs((right - left) * (top - bottom)) / area))
        elif kind == _TEXT:
            sheet.lost += _is_lost(shape)
        elif kind == _PATH:
            sheet.rules.extend(_rules(shape, matrix, turn))


def _is_lost(shape: Any) -> bool:
    # PDFium leaves out a single character for which its stand-in font has no glyph; a blank in an embedded font is
    # just as wide as nothing, but nothing is lost with it.
    if pdfium.FPDFFont_GetIsEmbedded(pdfium.FPDFTextObj_GetFont(shape)) == 1:
        return False
    left, _, right, _ = _bounds(shape, _IDENTITY)
    return right - left < _NO_WIDTH


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
        return _IDENTITY
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
        yield from rules_of(path, stroked=bool(stroke.value), thin=_THIN)
