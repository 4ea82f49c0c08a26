"""The traps of Word documents, one made by hand for each."""

from __future__ import annotations

import pytest

from generator.intake import read_bytes
from generator.model.diagnostic import Diagnostic
from generator.model.document import Document, Style
from tests.intake.build_zip import author, docx, paragraph, run, zipped

_SENTENCE = "全年依法办理行政复议案件12件，办结率100%。"


def _read(data: bytes) -> tuple[Document, tuple[Diagnostic, ...]]:
    document, diagnostics = read_bytes(data, "报告.docx")
    assert document is not None, diagnostics
    return document, diagnostics


def _lines(data: bytes) -> list[str]:
    return _read(data)[0].text.split("\n")


def _level(index: int, form: str, text: str, more: str = "") -> str:
    inside = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{more}'
    return f'<w:lvl w:ilvl="{index}">{inside}</w:lvl>'


def _number(number: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


_LISTS = (
    '<w:abstractNum w:abstractNumId="0">'
    + _level(0, "chineseCountingThousand", "%1、")
    + _level(1, "chineseCounting", "（%2）")
    + _level(2, "decimal", "%1.%2.%3", "<w:isLgl/>")
    + _level(3, "decimalEnclosedCircleChinese", "%4")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
    "</w:lvlOverride></w:num>"
)


def test_automatic_numbers_count_and_reset() -> None:
    body = "".join(
        paragraph(text, _number(1, level))
        for text, level in (("总体", 0), ("甲", 1), ("乙", 1), ("成效", 0), ("丙", 1), ("丁", 2), ("戊", 3), ("己", 3))
    )
    assert _lines(docx(body, numbering=_LISTS)) == [
        "一、总体", "（一）甲", "（二）乙", "二、成效", "（一）丙", "2.1.1丁", "①戊", "②己",
    ]  # fmt: skip


def test_a_list_restarts_where_its_number_says_so() -> None:
    body = paragraph("第一章甲", _number(1)) + paragraph("第一章乙", _number(1)) + paragraph("第二章甲", _number(2))
    assert _lines(docx(body, numbering=_LISTS)) == ["一、第一章甲", "二、第一章乙", "一、第二章甲"]


def test_number_zero_takes_the_number_away() -> None:
    style = '<w:style w:type="paragraph" w:styleId="H"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    body = paragraph("有编号的一行", '<w:pStyle w:val="H"/>') + paragraph(
        "没有编号的一行", '<w:pStyle w:val="H"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    )
    assert _lines(docx(body, numbering=_LISTS, styles=style)) == ["一、有编号的一行", "没有编号的一行"]


def test_numbers_come_from_the_chain_of_styles() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="C"><w:basedOn w:val="C"/></w:style>'
    )
    body = paragraph("继承来的编号", '<w:pStyle w:val="B"/>') + paragraph("自己基于自己", '<w:pStyle w:val="C"/>')
    assert _lines(docx(body, numbering=_LISTS, styles=styles)) == ["一、继承来的编号", "自己基于自己"]


def test_a_level_names_the_style_that_it_numbers() -> None:
    lists = _LISTS.replace('<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:pStyle w:val="Second"/>')
    styles = '<w:style w:type="paragraph" w:styleId="Second"><w:name w:val="heading 2"/></w:style>'
    document, _ = _read(docx(paragraph("组织领导情况", '<w:pStyle w:val="Second"/>'), numbering=lists, styles=styles))
    assert document.text == "（一）组织领导情况"
    assert [run.style for run in document.styles] == [Style.HEADING_2]


@pytest.mark.parametrize(
    ("form", "markers"),
    [
        ("chineseCountingThousand", ["一", "二", "十", "十一", "二十", "二十三"]),
        ("ideographDigital", ["一", "二", "一〇", "一一", "二〇", "二三"]),
        ("decimalEnclosedCircle", ["①", "②", "⑩", "⑪", "⑳", "23"]),
        ("decimalEnclosedParen", ["⑴", "⑵", "⑽", "⑾", "⒇", "23"]),
        ("upperLetter", ["A", "B", "J", "K", "T", "W"]),
        ("lowerRoman", ["i", "ii", "x", "xi", "xx", "xxiii"]),
        ("ideographTraditional", ["甲", "乙", "癸", "11", "20", "23"]),
        ("chineseLegalSimplified", ["壹", "贰", "壹拾", "壹拾壹", "贰拾", "贰拾叁"]),
        ("decimalFullWidth", ["１", "２", "１０", "１１", "２０", "２３"]),
    ],
)
def test_forms_of_numbers(form: str, markers: list[str]) -> None:
    lists = (
        f'<w:abstractNum w:abstractNumId="0">{_level(0, form, "%1：")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    lines = _lines(docx(paragraph("事项", _number(1)) * 23, numbering=lists))
    assert [lines[index - 1].partition("：")[0] for index in (1, 2, 10, 11, 20, 23)] == markers


def test_bullets_print_nothing() -> None:
    lists = (
        f'<w:abstractNum w:abstractNumId="0">{_level(0, "bullet", chr(0xF06C))}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    assert _lines(docx(paragraph("加强组织领导", _number(1)), numbering=lists)) == ["加强组织领导"]


def test_revisions_are_accepted_and_counted() -> None:
    body = (
        f"<w:p>{run('全年')}<w:del w:author='张三'><w:r><w:delText>旧稿</w:delText></w:r></w:del>"
        f"<w:ins w:author='李四'>{run('新稿内容')}</w:ins>{run('完成。')}</w:p>"
        f"<w:p><w:moveFrom w:author='张三'>{run('移走的话')}</w:moveFrom></w:p>"
        f"<w:p><w:moveTo w:author='张三'>{run('移来的话。')}</w:moveTo></w:p>"
    )
    document, diagnostics = _read(docx(body))
    assert document.text == "全年新稿内容完成。\n移来的话。"
    found = next(problem for problem in diagnostics if problem.code == "P07")
    assert found.blocks
    assert "修订痕迹 3 处（插入 1、删除 1、移动 1）" in found.message
    assert "2 个" in found.message
    assert "张三" not in found.message


def test_a_deleted_paragraph_mark_joins() -> None:
    body = f"<w:p><w:pPr><w:rPr><w:del w:author='x'/></w:rPr></w:pPr>{run('前半句，')}</w:p>{paragraph('后半句。')}"
    assert _lines(docx(body)) == ["前半句，后半句。"]


def test_hidden_text_stays_hidden_whatever_hides_it() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="secret"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="note"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    in_style, shown = run("样式隐藏", '<w:rStyle w:val="secret"/>'), run("并不隐藏。", '<w:vanish w:val="0"/>')
    body = (
        f"<w:p>{run('公开的话。')}{run('直接隐藏', '<w:vanish/>')}{in_style}</w:p>"
        + paragraph("整段隐藏", '<w:pStyle w:val="note"/>')
        + f"<w:p>{shown}</w:p>"
        + f"<w:p>{run('旧格式才隐藏。', '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>')}</w:p>"
    )
    document, diagnostics = _read(docx(body, styles=styles))
    assert document.text == "公开的话。\n并不隐藏。\n旧格式才隐藏。"
    assert any("隐藏文字 3 处" in problem.message for problem in diagnostics)


def test_comments_are_counted_and_never_text() -> None:
    comments = '<w:comment w:id="1" w:author="科长"><w:p><w:r><w:t>这句删掉</w:t></w:r></w:p></w:comment>'
    document, diagnostics = _read(docx(paragraph(_SENTENCE), comments=comments))
    assert document.text == _SENTENCE
    assert any("批注 1 条" in problem.message and problem.blocks for problem in diagnostics)


@pytest.mark.parametrize(("name", "reported"), [("王小明", True), ("Administrator", False), ("python-docx", False)])
def test_authors_are_people(name: str, *, reported: bool) -> None:
    _, diagnostics = _read(docx(paragraph(_SENTENCE), members=author(name)))
    assert any(problem.code == "P07" for problem in diagnostics) is reported


def test_text_boxes_content_controls_and_soft_breaks() -> None:
    box = paragraph("某县司法局2023年法治政府建设情况报告")
    body = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>{box}"
        f"</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{box}"
        "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        f"<w:sdt><w:sdtContent>{paragraph('控件里的一段话。')}</w:sdtContent></w:sdt>"
        f"<w:p><w:smartTag>{run('智能标记、')}</w:smartTag><w:hyperlink>{run('链接和')}</w:hyperlink>"
        f"<w:sdt><w:sdtContent>{run('行内控件。')}</w:sdtContent></w:sdt></w:p>"
        "<w:p><w:r><w:t>软回车之前。</w:t><w:br/><w:t>软回车之后。</w:t></w:r></w:p>"
    )
    assert _lines(docx(body)) == [
        "某县司法局2023年法治政府建设情况报告",
        "控件里的一段话。",
        "智能标记、链接和行内控件。",
        "软回车之前。",
        "软回车之后。",
    ]


def test_footnotes_follow_the_text_and_are_marked() -> None:
    notes = '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t>数据截至年底。</w:t></w:r></w:p></w:footnote>'
    body = f"<w:p>{run('办结12件')}<w:r><w:footnoteReference w:id='2'/></w:r>{run('。')}</w:p>{paragraph('下一段。')}"
    document, _ = _read(docx(body, footnotes=notes))
    assert document.text == "办结12件。\n下一段。\n数据截至年底。"
    assert [run.span.of(document.text) for run in document.styles if run.style is Style.FOOTNOTE] == ["数据截至年底。"]


def test_endnotes_formulas_and_readings() -> None:
    body = (
        "<w:p><m:oMath><m:r><m:t>a</m:t></m:r><m:r><m:t>+b</m:t></m:r></m:oMath>"
        "<w:r><w:ruby><w:rt><w:r><w:t>yín</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>鄞州区</w:t></w:r></w:rubyBase></w:ruby>"
        f"</w:r>{run('有关情况')}<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>"
        "<w:r><w:endnoteReference w:id='4'/></w:r></w:p>"
    )
    notes = '<w:endnote w:id="4"><w:p><w:r><w:t>见附表。</w:t></w:r></w:p></w:endnote>'
    assert _lines(docx(body, endnotes=notes)) == ["a+b鄞州区有关情况☑", "见附表。"]


def test_field_codes_go_and_their_results_stay() -> None:
    def field(code: str, result: str) -> str:
        return (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText>{code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    body = (
        f"<w:p>{run('见')}{field('HYPERLINK http://x', '附件材料')}{run('。')}{field(' PAGE ', '3')}</w:p>"
        f"<w:p>{field(' TOC o', '一、总体情况……1')}</w:p>{paragraph(_SENTENCE)}"
    )
    document, _ = _read(docx(body))
    assert document.text == f"见附件材料。\n{_SENTENCE}"
    assert [one.kind for one in document.dropped] == ["contents", "contents"]


def test_strict_namespaces_are_read() -> None:
    assert _lines(docx(paragraph(_SENTENCE), strict=True)) == [_SENTENCE]


def test_parts_may_have_any_name() -> None:
    data = docx(paragraph(_SENTENCE))
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    moved = zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": (
                f'<Relationships xmlns="{relations}">'
                f'<Relationship Type="{office}/officeDocument" Target="/正文/a.xml"/></Relationships>'
            ),
            "正文/a.xml": f'<document xmlns="{word}"><body><p><r><t>{_SENTENCE}</t></r></p></body></document>',
        }
    )
    assert _lines(moved) == _lines(data)


def test_bold_and_title_and_headings_become_styles() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="O"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    )
    body = (
        paragraph("某局2023年法治政府建设情况报告", '<w:pStyle w:val="T"/>')
        + paragraph("工作情况", '<w:pStyle w:val="H1"/>')
        + paragraph("组织领导", '<w:pStyle w:val="O"/>')
        + f"<w:p>{run('一是加强', '<w:b/>')}{run('学习。', '<w:b/>')}{run('全年学习12次。')}</w:p>"
    )
    document, _ = _read(docx(body, styles=styles))
    assert [(run.style, run.span.of(document.text)) for run in document.styles] == [
        (Style.TITLE, "某局2023年法治政府建设情况报告"),
        (Style.HEADING_1, "工作情况"),
        (Style.HEADING_2, "组织领导"),
        (Style.BOLD, "一是加强学习。"),
    ]


def test_a_large_centred_first_line_is_the_title() -> None:
    large, centred = '<w:sz w:val="44"/>', '<w:jc w:val="center"/>'
    lines = ("某市某局关于2023年度", "法治政府建设情况的报告")
    body = "".join(paragraph(run(line, large), centred) for line in lines) + paragraph(_SENTENCE)
    document, _ = _read(docx(body))
    assert document.text.split("\n")[0] == "某市某局关于2023年度法治政府建设情况的报告"
    assert document.styles[0].style is Style.TITLE


def _cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def test_tables_keep_merged_cells_and_a_caption() -> None:
    restart, goes_on, wide = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
    table = (
        "<w:tbl>"
        f"<w:tr>{_cell('类别', restart)}{_cell('2023年', wide)}</w:tr>"
        f"<w:tr>{_cell('', goes_on)}{_cell('数量')}{_cell('占比')}</w:tr>"
        f"<w:tr>{_cell('复议案件')}{_cell('12')}{_cell('100%')}</w:tr></w:tbl>"
    )
    document, _ = _read(docx(paragraph(_SENTENCE) + paragraph("表1 案件办理情况") + table + paragraph(_SENTENCE)))
    (found,) = document.tables
    assert [[(c.span.of(document.text), c.column, c.columns, c.rows) for c in row] for row in found.rows] == [
        [("类别", 0, 1, 2), ("2023年", 1, 2, 1)],
        [("数量", 1, 1, 1), ("占比", 2, 1, 1)],
        [("复议案件", 0, 1, 1), ("12", 1, 1, 1), ("100%", 2, 1, 1)],
    ]
    assert found.header_rows == 2
    assert found.caption is not None
    assert found.caption.of(document.text) == "表1 案件办理情况"
    assert document.text.split("\n")[2:5] == ["类别\t2023年", "数量\t占比", "复议案件\t12\t100%"]


def test_rows_that_only_carry_merged_cells_stay() -> None:
    restart, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = (
        f"<w:tbl><w:tr>{_cell('类别', restart)}{_cell('说明', restart)}</w:tr>"
        f"<w:tr>{_cell('', goes_on)}{_cell('', goes_on)}</w:tr><w:tr>{_cell('甲')}{_cell('12')}</w:tr>"
        f"<w:tr>{_cell('')}{_cell('')}</w:tr></w:tbl>"
    )
    document, _ = _read(docx(table))
    assert [[(c.span.of(document.text), c.rows) for c in row] for row in document.tables[0].rows] == [
        [("类别", 2), ("说明", 2)],
        [],
        [("甲", 1), ("12", 1)],
    ]
    assert document.text == "类别\t说明\n甲\t12"


def test_a_line_end_in_the_xml_is_a_blank() -> None:
    assert _lines(docx("<w:p><w:r><w:t>全年完成\n任务12件。</w:t></w:r></w:p>")) == ["全年完成任务12件。"]


def test_a_table_of_one_column_is_a_frame() -> None:
    table = f"<w:tbl><w:tr><w:tc>{paragraph('框里的第一段。')}{paragraph('框里的第二段。')}</w:tc></w:tr></w:tbl>"
    document, _ = _read(docx(table))
    assert document.text == "框里的第一段。\n框里的第二段。"
    assert document.tables == ()


def test_pictures_without_text_are_a_scan() -> None:
    picture = "<w:p><w:r><w:drawing><a:blip r:embed='x'/></w:drawing></w:r></w:p>"
    document, diagnostics = read_bytes(docx(picture * 3), "扫描.docx")
    assert document is None
    assert diagnostics[0].code == "G018"


def test_headers_are_dropped_and_listed() -> None:
    document, _ = _read(docx(paragraph(_SENTENCE), header=paragraph("内部资料 注意保存")))
    assert document.text == _SENTENCE
    assert [(one.kind, one.text) for one in document.dropped] == [("header", "内部资料 注意保存")]


def test_a_workbook_is_no_report() -> None:
    document, diagnostics = read_bytes(
        zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}), "数据.docx"
    )
    assert document is None
    assert diagnostics[0].code == "G017"
    assert "电子表格" in diagnostics[0].message
