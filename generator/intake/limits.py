"""How much of a file is read before it is refused. Annual reports are 10–300 KB, scans of them up to 10 MB."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of the door and of the readers; each one stops a kind of hostile or mistaken file.

    Sizes are in bytes unless the name says otherwise.
    """

    file: int = 20_000_000
    """Any file. Scanned reports reach 10 MB; nothing larger is a report."""
    text: int = 8_000_000
    """Plain text and Markdown: a thousand times a long report."""
    characters: int = 1_000_000
    """Characters of a text, tables included: thirty times the longest reports, and what later stages take in stride."""
    pieces: int = 300_000
    """Lines, blanks and marks into which a text falls; a long report has 2,000. Keeps cleaning under two seconds."""
    visible: int = 5
    """Fewer visible characters than this are no report."""
    undecodable: float = 0.02
    """Share of characters that could not be decoded above which a file is not text."""

    entries: int = 2_000
    """Members of a ZIP container; a DOCX has 10–30, a long OFD 200."""
    unpacked: int = 200_000_000
    """All members of a ZIP container together, unpacked, as declared by its directory."""
    member: int = 64_000_000
    """One member of a ZIP container, unpacked; counted while reading, since the directory may lie."""
    ratio: int = 200
    """Times a member may grow when unpacked; XML of real documents grows 5–20 times, bombs 300–1,000 times."""
    ratio_above: int = 1_000_000
    """The ratio of members smaller than this does not matter."""
    depth: int = 200
    """Levels of XML; text boxes in tables in content controls reach 40."""
    elements: int = 300_000
    """Elements of one XML document; a report has 2,000–40,000. Keeps a reader under 200 MB."""

    page: int = 4_000_000
    """An HTML page in bytes; real ones have 10–300 KB."""
    page_elements: int = 60_000
    """Elements and stretches of text of an HTML page; a portal's page has 500–5,000."""
    page_open: int = 1_500
    """Elements open at once in an HTML page, counted before it is parsed: parsers are quadratic in depth."""
    page_depth: int = 250
    """Levels of the parsed tree; layout tables and Word's spans reach 60."""

    pdf_pages: int = 300
    """Pages of a PDF or OFD; the longest reports have 60."""
    pdf_glyphs: int = 20_000
    """Characters on one page; a dense one has 2,000."""
    pdf_stream: int = 40_000_000
    """One stream of a PDF, unpacked; the largest Chinese font has 20 MB."""
    pdf_unpacked: int = 300_000_000
    """All streams of a PDF, unpacked."""

    memory: int = 1_000_000_000
    """Address space of the reading process; the last line where a bomb gets past the counts above."""
    cpu_seconds: int = 15
    """Processor time for one file; the slowest honest ones take one second."""
    wall_seconds: int = 20
    """Time on the clock for one file, after which its process is killed."""
    recycle: int = 200
    """Files after which a reading process is replaced by a new one."""
    office_memory: int = 4_000_000_000
    """Address space of LibreOffice, which reserves much more than it uses."""
    office_seconds: int = 90
    """Time on the clock and processor time for one conversion; one takes one to two seconds."""


DEFAULT = Limits()
