"""Word and OFD containers made by hand, small enough to see what is in them."""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_NAMESPACES = (
    f'xmlns:w="{{word}}" xmlns:r="{_OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def zipped(members: dict[str, str | bytes]) -> bytes:
    """A ZIP file with these members."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in members.items():
            archive.writestr(name, body)
    return made.getvalue()


def run(text: str, properties: str = "") -> str:
    """A run of text with properties in XML."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph of runs; plain text becomes one run."""
    inside = content if content.startswith("<") else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def docx(body: str, *, strict: bool = False, members: dict[str, str | bytes] | None = None, **parts: str) -> bytes:
    """A Word document; `parts` are `styles`, `numbering`, `footnotes`, `comments` … as the inside of their roots."""
    word = _STRICT if strict else _WORD
    namespaces = _NAMESPACES.format(word=word)
    roots = {
        "styles": "styles",
        "numbering": "numbering",
        "footnotes": "footnotes",
        "endnotes": "endnotes",
        "comments": "comments",
        "header": "hdr",
    }
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": (
            f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" '
            f'Target="word/document.xml"/><Relationship Id="r2" Type="{_PROPERTIES}" Target="docProps/core.xml"/>'
            "</Relationships>"
        ),
        "word/document.xml": f"<w:document {namespaces}><w:body>{body}<w:sectPr/></w:body></w:document>",
    }
    relations = ""
    for name, inside in parts.items():
        files[f"word/{name}.xml"] = f"<w:{roots[name]} {namespaces}>{inside}</w:{roots[name]}>"
        relations += f'<Relationship Id="{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
    files["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>'
    return zipped(files | (members or {}))


def author(name: str) -> dict[str, str | bytes]:
    """The member of a Word document that names its author."""
    return {
        "docProps/core.xml": (
            f'<cp:coreProperties xmlns:cp="{_PROPERTIES}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:creator>{name}</dc:creator></cp:coreProperties>"
        )
    }


def text_object(x: float, y: float, text: str, size: float = 5.6, **attributes: str) -> str:
    """A line of an OFD page whose box begins at a place in millimetres."""
    more = "".join(f' {name}="{value}"' for name, value in attributes.items())
    width = size * len(text)
    return (
        f'<ofd:TextObject ID="1" Boundary="{x} {y} {width} {size * 1.2}" Font="1" Size="{size}"{more}>'
        f'<ofd:TextCode X="0" Y="{size * 0.86}" DeltaX="g {max(0, len(text) - 1)} {size}">{escape(text)}</ofd:TextCode>'
        "</ofd:TextObject>"
    )


def ofd(pages: list[str], *, info: str = "", namespace: str = "http://www.ofdspec.org/2016", **members: str) -> bytes:
    """An OFD document whose pages are the insides of their layers."""
    attribute = f'xmlns:ofd="{namespace}"'
    listed = "".join(
        f'<ofd:Page ID="{number}" BaseLoc="Pages/Page_{number}/Content.xml"/>' for number in range(len(pages))
    )
    files: dict[str, str | bytes] = {
        "OFD.xml": (
            f"<ofd:OFD {attribute}><ofd:DocBody><ofd:DocInfo>{info}</ofd:DocInfo>"
            "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
        ),
        "Doc_0/Document.xml": (
            f"<ofd:Document {attribute}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"
            f"</ofd:PageArea>{members.pop('common', '')}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
        ),
    }
    for number, page in enumerate(pages):
        files[f"Doc_0/Pages/Page_{number}/Content.xml"] = (
            f"<ofd:Page {attribute}><ofd:Content><ofd:Layer ID='9'>{page}</ofd:Layer></ofd:Content></ofd:Page>"
        )
    files.update(members)
    return zipped(files)
