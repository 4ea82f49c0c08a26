"""Pages in the manner of different portals: the report whole, nothing of what is around it."""

from __future__ import annotations

import pytest
import yaml

from generator.intake import read_bytes
from generator.model.diagnostic import Diagnostic
from generator.model.document import Document, Style
from tests.intake.samples import SAMPLES

_TITLE = "某县司法局2023年法治政府建设情况报告"
_BODY = (
    "2023年，我局认真落实法治政府建设各项任务，现将有关情况报告如下：",
    "一、工作开展情况",
    "（一）加强组织领导。全年召开会议12次，研究部署重点任务，推动工作落实到位。",
    "二是依法办理行政复议案件35件，按期办结率100%，群众满意度持续提升。",
    "某县司法局",
    "2024年1月15日",
)
_PARAGRAPHS = "".join(f"<p>　　{text}</p>" for text in _BODY)
_NEWS = "".join(
    f'<li><a href="/{number}.html">我县召开第{number}次全面深化改革会议，部署工作</a><i>2024-01-1{number}</i></li>'
    for number in range(8)
)
_TOP = """
<div class="header"><h1><a href="/"><img src="logo.png">某县人民政府</a></h1>
<ul class="nav"><li><a href="/">网站首页</a></li><li><a href="/x">政务公开</a></li></ul></div>
<div class="position">您现在的位置：<a href="/">首页</a> &gt; 信息公开</div>
"""
_FOOT = """
<div class="share">分享到：<a>微信</a></div><div>上一篇：<a href="/1">关于放假的通知</a></div><div>下一篇：没有了</div>
<div class="foot">版权所有：某县人民政府　主办单位：某县人民政府办公室<br>网站标识码：0000000000　ICP备00000000号</div>
"""
_INFO = """
<table><tr><td>索引号：</td><td>000014349/2024-00001</td></tr><tr><td>发文机关：</td><td>某县司法局</td></tr></table>
<div class="info">发布时间：2024-01-15 10:20　来源：县司法局　浏览次数：<span id="hits">123</span> 字体：【大 小】</div>
"""


def _portals() -> dict[str, str]:
    texts: dict[str, str] = yaml.safe_load((SAMPLES / "own/portals.yml").read_text(encoding="utf-8"))
    lines = "<br><br>".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{text}" for text in _BODY)
    return {
        name: text.format(title=_TITLE, body=_PARAGRAPHS, lines=lines, info=_INFO, news=_NEWS)
        for name, text in texts.items()
    }


_PORTALS = _portals()


def _page(main: str) -> str:
    head = f"<html><head><meta charset='utf-8'><title>{_TITLE}_某县人民政府</title></head>"
    return f"{head}<body>{_TOP}{main}{_FOOT}</body></html>"


def _read(page: str | bytes, name: str = "报告.html") -> tuple[Document, tuple[Diagnostic, ...]]:
    data = page.encode("utf-8") if isinstance(page, str) else page
    document, diagnostics = read_bytes(data, name)
    assert document is not None, [problem.message for problem in diagnostics]
    return document, diagnostics


@pytest.mark.parametrize("portal", _PORTALS)
def test_the_report_is_found_whole(portal: str) -> None:
    document, _ = _read(_page(_PORTALS[portal]))
    assert document.text.split("\n") == [_TITLE, *_BODY]


def test_fragments_are_pages_as_well() -> None:
    document, _ = _read(f"<div>{_TITLE}</div>{_PARAGRAPHS}")
    assert document.text.split("\n") == [_TITLE, *_BODY]


def test_a_page_under_the_name_of_a_word_file() -> None:
    document, _ = _read(_page(_PORTALS["TRS"]), "报告.doc")
    assert document.original.media_type == "text/html"
    assert document.text.split("\n")[0] == _TITLE


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("gb18030", "gb2312"),
        ("gbk", "GBK"),
        ("gb18030", "utf-8"),
        ("utf-8", "gb2312"),
        ("utf-16", "utf-16"),
        ("gbk", ""),
    ],
)
def test_charset_is_decided_before_parsing(encoding: str, declared: str) -> None:
    page = _page(_PORTALS["TRS"]).replace("charset='utf-8'", f"charset='{declared}'" if declared else "name='x'")
    document, _ = _read(page.encode(encoding))
    assert document.text.split("\n") == [_TITLE, *_BODY]


def test_web_archives_are_opened() -> None:
    page = _page(_PORTALS["UCAP"]).encode("gb18030").replace(b"utf-8", b"gb2312")
    archive = (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----=_x"\r\n\r\n------=_x\r\n'
        b'Content-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
        + page
        + b"\r\n------=_x--\r\n"
    )
    document, _ = _read(archive, "报告.mht")
    assert document.text.split("\n") == [_TITLE, *_BODY]


def test_scripts_and_hidden_parts_never_come_out() -> None:
    inside = (
        '<script>var a="<p>脚本里的字</p>"</script><style>p{}</style><!-- 注释里的字 -->'
        '<p style="display: none">隐藏的备注内容</p>'
        '<iframe srcdoc="框里的字"></iframe><noscript>没有脚本</noscript><p hidden>也隐藏了</p><del>删去的字</del>'
    )
    document, diagnostics = _read(_page(_PORTALS["TRS"].replace('"TRS_Editor">', f'"TRS_Editor">{inside}')))
    assert document.text.split("\n") == [_TITLE, *_BODY]
    found = [problem for problem in diagnostics if problem.code == "P07"]
    assert [("隐藏文字 2 处" in problem.message, problem.blocks) for problem in found] == [(True, False)]


def test_entities_are_literal_text() -> None:
    document, _ = _read("<p>&lt;script&gt;alert(1)&lt;/script&gt;是字面的标签文字。</p>")
    assert document.text == "<script>alert(1)</script>是字面的标签文字。"


def test_tables_of_data_are_tables_and_tables_of_layout_are_not() -> None:
    table = (
        "<table border=1><tr><th rowspan=2>类别</th><th colspan=2>2023年</th></tr><tr><th>数量</th><th>占比</th></tr>"
        "<tr><td>复议<br>案件</td><td>12</td><td>100%</td></tr></table>"
    )
    document, _ = _read(_page(f'<div class="TRS_Editor">{_PARAGRAPHS}{table}</div>'))
    (found,) = document.tables
    assert [[(c.span.of(document.text), c.column, c.columns, c.rows) for c in row] for row in found.rows] == [
        [("类别", 0, 1, 2), ("2023年", 1, 2, 1)],
        [("数量", 1, 1, 1), ("占比", 2, 1, 1)],
        [("复议案件", 0, 1, 1), ("12", 1, 1, 1), ("100%", 2, 1, 1)],
    ]
    assert found.header_rows == 2


@pytest.mark.parametrize(
    ("attributes", "markers"),
    [("", ["1.", "2."]), ('start="3"', ["3.", "4."]), ('type="A"', ["A.", "B."]),
     ('style="list-style-type:cjk-ideographic"', ["一、", "二、"]), ('style="list-style:none"', ["", ""])],
)  # fmt: skip
def test_numbers_of_lists_are_printed(attributes: str, markers: list[str]) -> None:
    items = ("加强组织领导，落实责任。", "强化学习培训，提升能力。")
    document, _ = _read(f"<ol {attributes}>" + "".join(f"<li><p>{item}</p></li>" for item in items) + "</ol>")
    assert document.text.split("\n") == [marker + item for marker, item in zip(markers, items, strict=True)]


@pytest.mark.parametrize(
    ("tags", "styles"),
    [
        (("h1", "h2", "h3"), [Style.TITLE, Style.HEADING_1, Style.HEADING_2]),
        (("h1", "h1", "h2"), [Style.TITLE, Style.HEADING_1, Style.HEADING_2]),
        (("h2", "h3", "h3"), [Style.TITLE, Style.HEADING_1, Style.HEADING_1]),
        (("p", "h2", "h3"), [Style.HEADING_1, Style.HEADING_2]),
    ],
)
def test_headings_become_styles(tags: tuple[str, str, str], styles: list[Style]) -> None:
    texts = (_TITLE, "一、工作开展情况", "（一）加强组织领导")
    page = "".join(f"<{tag}>{text}</{tag}>" for tag, text in zip(tags, texts, strict=True)) + f"<p>{_BODY[0]}</p>"
    document, _ = _read(page)
    assert [run.style for run in document.styles] == styles


def test_a_guess_is_said_to_be_one() -> None:
    _, diagnostics = _read(_page(_PORTALS["unknown boxes"]))
    assert "G022" in [problem.code for problem in diagnostics]
    _, diagnostics = _read(_page(_PORTALS["TRS"]))
    assert "G022" not in [problem.code for problem in diagnostics]


def test_nesting_is_counted_before_parsing() -> None:
    document, diagnostics = read_bytes(b"<div>" * 50_000 + b"x" * 100, "a.html")
    assert document is None
    assert diagnostics[0].code == "G015"
