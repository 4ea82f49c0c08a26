"""OFD pages made by hand, with the liberties that writers take."""

from __future__ import annotations

import pytest

from generator.intake import read_bytes
from generator.model.diagnostic import Diagnostic
from generator.model.document import Document
from tests.intake.build_zip import ofd, text_object, zipped

_LINES = (
    "一是全年召开会议研究部署重点任务推动各项工作落",
    "到实处依法办理行政复议案件全部按期办结并向社会公",
    "开接受监督。",
)


def _page(top: float = 40, left: float = 30, size: float = 5.6, **attributes: str) -> str:
    placed = [
        text_object(left + (2 * size if index == 0 else 0), top + index * 10, line, size, **attributes)
        for index, line in enumerate(_LINES)
    ]
    return "".join(placed)


def _read(data: bytes) -> tuple[Document, tuple[Diagnostic, ...]]:
    document, diagnostics = read_bytes(data, "报告.ofd")
    assert document is not None, [problem.message for problem in diagnostics]
    return document, diagnostics


def _paragraph() -> str:
    return "".join(_LINES)


@pytest.mark.parametrize("namespace", ["http://www.ofdspec.org/2016", "http://www.ofdspec.org", "urn:other"])
def test_lines_become_paragraphs(namespace: str) -> None:
    document, _ = _read(ofd([_page() + _page(top=100)], namespace=namespace))
    assert document.text.split("\n") == [_paragraph()] * 2


def test_the_default_namespace_and_shuffled_objects() -> None:
    objects = _page().replace("ofd:", "").split("</TextObject>")[:-1]
    shuffled = "".join(f"{one}</TextObject>" for one in (objects[2], objects[0], objects[1]))
    page = f'<Page xmlns="http://www.ofdspec.org/2016"><Content><Layer>{shuffled}</Layer></Content></Page>'
    data = ofd([""], **{"Doc_0/Pages/Page_0/Content.xml": page})
    assert _read(data)[0].text == _paragraph()


def test_lines_wrapped_by_steps_downwards_in_one_object() -> None:
    size, first = 5.6, _LINES[0]
    steps = [size] * (len(first) - 1) + [-size * (len(first) + 1)] + [size] * (len(_LINES[1]) - 1)
    steps += [-size * (len(_LINES[1]) - 1)] + [size] * (len(_LINES[2]) - 1)
    falls = [0.0] * (len(first) - 1) + [10.0] + [0.0] * (len(_LINES[1]) - 1) + [10.0] + [0.0] * (len(_LINES[2]) - 1)
    across, down = (" ".join(f"{value:.2f}" for value in values) for values in (steps, falls))
    page = (
        f'<ofd:TextObject ID="1" Boundary="30 40 150 60" Font="1" Size="{size}">'
        f'<ofd:TextCode X="{2 * size}" Y="5" DeltaX="{across}" DeltaY="{down}">{_paragraph()}</ofd:TextCode>'
        "</ofd:TextObject>"
    )
    assert _read(ofd([page]))[0].text == _paragraph()


def test_text_turned_by_its_matrix_is_read() -> None:
    size = 5.6
    page = "".join(
        f'<ofd:TextObject ID="1" Boundary="{150 - 10 * index} {30 + (2 * size if not index else 0)} 8 160" Font="1" '
        f'Size="{size}" CTM="0 1 -1 0 8 0"><ofd:TextCode X="0" Y="5" DeltaX="g {len(line) - 1} {size}">{line}'
        "</ofd:TextCode></ofd:TextObject>"
        for index, line in enumerate(_LINES)
    )
    assert _read(ofd([page]))[0].text == _paragraph()


def test_names_of_attributes_and_parts_in_the_wrong_case() -> None:
    page = _page().replace("Size=", "size=").replace("Boundary=", "boundary=")
    document, _ = _read(ofd([page]).replace(b"OFD.xml", b"ofd.XML"))
    assert document.text == _paragraph()


def test_absolute_places_of_parts() -> None:
    data = ofd(
        [_page()],
        **{
            "Doc_0/Document.xml": (
                '<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData/><ofd:Pages>'
                '<ofd:Page ID="1" BaseLoc="/Doc_0/Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>'
            )
        },
    )
    assert _read(data)[0].text == _paragraph()


def test_template_pages_are_furniture() -> None:
    def whole(inside: str, before: str = "") -> str:
        layer = f"<ofd:Content><ofd:Layer>{inside}</ofd:Layer></ofd:Content>"
        return f'<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016">{before}{layer}</ofd:Page>'

    template = whole(text_object(80, 10, "征求意见稿"))
    page = whole(_page(), '<ofd:Template TemplateID="7"/>')
    data = ofd(
        [""],
        common='<ofd:TemplatePage ID="7" BaseLoc="Tpls/Tpl_0/Content.xml"/>',
        **{"Doc_0/Tpls/Tpl_0/Content.xml": template, "Doc_0/Pages/Page_0/Content.xml": page},
    )
    document, _ = _read(data)
    assert document.text == _paragraph()
    assert [(one.kind, one.text) for one in document.dropped] == [("header", "征求意见稿")]


def test_page_numbers_are_dropped() -> None:
    document, _ = _read(ofd([_page() + text_object(100, 280, "— 1 —", 4)]))
    assert document.text == _paragraph()
    assert [one.kind for one in document.dropped] == ["page_number"]


def test_rules_make_a_table() -> None:
    lines = [(30, y, 130, y) for y in (150, 165, 180)] + [(x, 150, x, 180) for x in (30, 80, 130)]
    rules = "".join(
        f'<ofd:PathObject ID="1" Boundary="{x1} {y1} {x2 - x1} {y2 - y1}" LineWidth="0.3">'
        f"<ofd:AbbreviatedData>M 0 0 L {x2 - x1} {y2 - y1}</ofd:AbbreviatedData></ofd:PathObject>"
        for x1, y1, x2, y2 in lines
    )
    cells = [(35, 155, "事项"), (85, 155, "数量"), (35, 170, "受理"), (85, 170, "12")]
    document, _ = _read(ofd([_page() + rules + "".join(text_object(x, y, text, 4) for x, y, text in cells)]))
    assert document.text.split("\n")[1:] == ["事项\t数量", "受理\t12"]
    assert document.tables[0].header_rows == 1


def test_invisible_text_is_left_out_and_reported() -> None:
    document, diagnostics = _read(ofd([_page() + text_object(30, 200, "内部掌握", Visible="false")]))
    assert document.text == _paragraph()
    assert [problem.code for problem in diagnostics] == ["P07"]


def test_authors_are_reported() -> None:
    _, diagnostics = _read(ofd([_page()], info="<ofd:Author>王小明</ofd:Author>"))
    assert [(problem.code, "王小明" in problem.message) for problem in diagnostics] == [("P07", False)]


def test_a_missing_page_is_damage() -> None:
    data = zipped(
        {
            "OFD.xml": "<OFD><DocBody><DocRoot>d.xml</DocRoot></DocBody></OFD>",
            "d.xml": "<Document><Pages><Page BaseLoc='nowhere.xml'/></Pages></Document>",
        }
    )
    document, diagnostics = read_bytes(data, "报告.ofd")
    assert document is None
    assert diagnostics[0].code == "G014"


def test_declared_chinese_encodings_are_read() -> None:
    page = (
        '<?xml version="1.0" encoding="GB2312"?><ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content><ofd:Layer>'
        f"{_page()}</ofd:Layer></ofd:Content></ofd:Page>"
    )
    document, _ = _read(ofd([""], **{"Doc_0/Pages/Page_0/Content.xml": page.encode("gb2312")}))  # type: ignore[arg-type]
    assert document.text == _paragraph()
