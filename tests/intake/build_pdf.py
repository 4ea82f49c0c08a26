"""PDF files made by hand: Chinese text by a font that every reader knows, rules, pictures, and what can go wrong."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

_UNICODE = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font/Subtype/"
    b"CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000"
    b"/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0"
    b"/Ascent 880/Descent -120/CapHeight 880/StemV 80>>>>]>>"
)
_NAMELESS = (
    b"<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Secret/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/"
    b"CIDFontType2/BaseFont/AAAAAA+Secret/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000"
    b"/FontDescriptor<</Type/FontDescriptor/FontName/AAAAAA+Secret/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0"
    b"/Ascent 880/Descent -120/CapHeight 880/StemV 80>>>>]>>"
)


@dataclass
class Page:
    """One page: `text` lines as `(x, y, size, text)` from the bottom left, `rules` as `(x1, y1, x2, y2)`."""

    text: list[tuple[float, float, float, str]] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)
    picture: bool = False
    mode: int = 0
    rotate: int = 0
    matrix: str = "1 0 0 1 0 0 cm"
    nameless: bool = False

    def content(self) -> bytes:
        """The page's drawing commands."""
        parts = [f"{self.matrix}"]
        if self.picture:
            parts.append("q 595 0 0 842 0 0 cm /I Do Q")
        for x1, y1, x2, y2 in self.rules:
            parts.append(f"{x1} {y1} m {x2} {y2} l S")
        font = "G" if self.nameless else "F"
        for x, y, size, text in self.text:
            code = text.encode("utf-16-be").hex()
            parts.append(f"BT {self.mode} Tr /{font} {size} Tf 1 0 0 1 {x} {y} Tm <{code}> Tj ET")
        return "\n".join(parts).encode("ascii")


def lines(
    *texts: str, top: float = 760, left: float = 80, size: float = 16, step: float = 28
) -> list[tuple[float, float, float, str]]:
    """Lines one below the other; a line that begins with two ideographic blanks is indented by them."""
    placed = []
    for number, text in enumerate(texts):
        bare = text.lstrip("\u3000")
        placed.append((left + size * (len(text) - len(bare)), top - number * step, size, bare))
    return placed


def pdf(pages: list[Page], *, info: str = "", extra: bytes = b"") -> bytes:
    """A PDF file with these pages; `info` is the inside of its information dictionary."""
    picture = zlib.compress(b"\xee" * 64 * 64)
    objects: list[bytes] = [
        b"<</Type/Catalog/Pages 2 0 R" + extra + b">>",
        b"<</Type/Pages/Count %d/Kids[%s]>>"
        % (len(pages), b" ".join(b"%d 0 R" % (7 + 2 * number) for number in range(len(pages)))),
        _UNICODE,
        _NAMELESS,
        b"<</Type/XObject/Subtype/Image/Width 64/Height 64/ColorSpace/DeviceGray/BitsPerComponent 8"
        b"/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(picture), picture),
        b"<<" + info.encode("latin-1") + b">>",
    ]
    for number, page in enumerate(pages):
        content = zlib.compress(page.content())
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate %d/Contents %d 0 R/Resources<</Font<</F 3 0 R"
            b"/G 4 0 R>>/XObject<</I 5 0 R>>>>>>" % (page.rotate, 8 + 2 * number)
        )
        objects.append(b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(content), content))
    made = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer\n<</Size %d/Root 1 0 R/Info 6 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(made)
