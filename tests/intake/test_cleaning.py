"""What cleaning makes of blanks, left-overs, titles and broken lines."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.intake import read_file, read_text
from generator.intake.joining import habits, is_cut, is_sentence
from generator.model.diagnostic import Severity
from generator.model.document import Style
from generator.model.span import RepairKind
from tests.intake.samples import SAMPLES

_OWN = SAMPLES / "own"


def _blanks() -> list[tuple[str, str]]:
    lines = (_OWN / "blanks.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(left.encode("raw_unicode_escape").decode("unicode_escape"), right) for left, right in pairs]


@pytest.mark.parametrize(("source", "cleaned"), _blanks())
def test_blanks_and_left_overs(source: str, cleaned: str) -> None:
    assert read_text(source, "a.txt")[0].text == cleaned


def _titles() -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = yaml.safe_load((_OWN / "titles.yml").read_text(encoding="utf-8"))
    return cases


@pytest.mark.parametrize("case", _titles(), ids=lambda case: str(case["title"]))
@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n　　"], ids=["one", "two", "indented"])
def test_titles_are_one_line(case: dict[str, Any], between: str) -> None:
    document, diagnostics = read_text(between.join(case["lines"]), "a.txt")
    joined = [piece for piece in document.repairs() if piece.repair is RepairKind.TITLE_JOIN]
    if case["title"] is None:
        assert joined == []
        assert len(document.lines()) == len(case["lines"])
    else:
        assert case["title"] in document.text.split("\n")
    assert "X02" not in [problem.code for problem in diagnostics]


def test_hard_wrapped_text_becomes_paragraphs() -> None:
    paragraphs = [
        "2023年，我局认真落实法治政府建设各项任务，坚持依法行政，完善制度机制，强化监督检查，各项工作取得了新的成效。",
        "一是加强组织领导，成立领导小组，明确责任分工，全年召开会议12次，研究部署重点任务，推动各项工作落到实处，见到成效。",
        "二是规范执法行为，落实三项制度，开展案卷评查，全年办理行政处罚案件35件，没有发生复议诉讼败诉情形，群众满意度较高。",
    ]
    wrapped = "\n".join(
        "\n".join(("　　" + text)[place : place + 24] for place in range(0, len(text) + 2, 24)) for text in paragraphs
    )
    document, diagnostics = read_text(f"某局2023年法治政府建设情况报告\n{wrapped}\n", "a.txt")
    assert document.text.split("\n") == ["某局2023年法治政府建设情况报告", *paragraphs]
    assert [problem.code for problem in diagnostics] == ["X02"]
    assert "固定宽度" in diagnostics[0].message


def test_headings_of_one_length_above_long_paragraphs_are_no_fixed_width() -> None:
    paragraphs = [
        f"局党组第{number}次会议专题研究法治政府建设，明确责任分工，强化督促检查，" * 3 + "成效明显。"
        for number in "一二三四"
    ]
    headings = [
        "（一）深化理论武装，筑牢法治思想根基",
        "（二）强化组织领导，压实法治建设责任",
        "（三）规范行政行为，提升依法行政水平",
    ]
    lines = [
        "一、推进法治政府建设的主要举措和成效",
        *(line for pair in zip(headings, paragraphs, strict=False) for line in pair),
        paragraphs[3],
    ]
    document, diagnostics = read_text("\n".join(lines), "a.txt")
    assert document.text.split("\n") == lines
    assert diagnostics == ()


def test_the_five_reports_tell_of_their_real_defects(reports: tuple[Path, ...]) -> None:
    told = {}
    for path in reports:
        _, diagnostics = read_file(path)
        told[path.name[:3]] = [(problem.code, problem.severity, problem.quote) for problem in diagnostics]
    assert told == {
        "000": [],
        "001": [],
        "002": [],
        "003": [
            ("X01", Severity.NOTE, None),
            ("X02", Severity.WARNING, "、高标准落实”的“三｜高”创建标准，按照上"),
            ("X02", Severity.WARNING, "向市政府和区人大常委｜会备案规范性文件4件"),
            ("X02", Severity.WARNING, "卫滨区推进服务型行政｜执法建设工作要点》，"),
            ("X02", Severity.WARNING, "（件）。二是探索建立｜“府检联动”工作机制"),
        ],
        "004": [("X01", Severity.NOTE, "[bookmark: _GoBack]")],
    }


def test_simulated_breaks_are_found_and_true_borders_kept(reports: tuple[Path, ...]) -> None:
    found = breaks = 0
    for path in reports:
        document, _ = read_file(path)
        assert document is not None
        lines = document.text.split("\n")
        usual, started = habits(lines), False
        for left, right in pairwise(lines):
            started = started or is_sentence(left)
            assert not is_cut(left, right, usual, body_started=started), (left[-20:], right[:20])
        for line in (line for line in lines if is_sentence(line) and len(line) >= 60):
            for place in range(2, len(line) - 2):
                left, right = line[:place], line[place:]
                if left[-1] not in "。；：！？" and any(mark in left for mark in "，。；："):
                    breaks += 1
                    found += is_cut(left, right, usual, body_started=True)
    assert breaks > 10_000
    assert found / breaks > 0.97


def test_a_bold_lead_is_carried_over_a_false_break(reports: tuple[Path, ...]) -> None:
    document, _ = read_file(next(path for path in reports if path.name.startswith("003")))
    assert document is not None
    bold = [run.span.of(document.text) for run in document.styles if run.style is Style.BOLD]
    assert "二是探索建立“府检联动”工作机制。" in bold
    assert len(bold) == 14


def test_control_characters_are_told() -> None:
    _, diagnostics = read_text("正文里有\u202e反向\u202c和\x1b[31m颜色\x1b[0m。", "a.txt")
    assert [(problem.code, problem.severity) for problem in diagnostics] == [("G010", Severity.WARNING)]
    assert "4 个" in diagnostics[0].message
    assert "U+202E" in diagnostics[0].message


_MARKDOWN = """---
title: x
---
# 某局2023年法治政府建设情况报告

## 一、工作情况

### （一）组织领导

**一是加强领导。** 全年 *召开* 会议[12次](http://x/y)，见![图](a.png)。

| 指标 | 数量 |
|:---|---:|
| 受理 | `12` |
| 办结 | 11\\|12 |

- 列表项<br>第二行
> 引用的话 &lt;b&gt;

<script>alert(1)</script>
1. 有序的项
"""


def test_markdown_is_structure() -> None:
    document, diagnostics = read_text(_MARKDOWN, "a.md")
    assert document.text.split("\n") == [
        "某局2023年法治政府建设情况报告", "一、工作情况", "（一）组织领导", "一是加强领导。全年召开会议12次，见图。",
        "指标\t数量", "受理\t12", "办结\t11|12", "列表项", "第二行", "引用的话 <b>", "1. 有序的项",
    ]  # fmt: skip
    assert [(run.style, run.span.of(document.text)) for run in document.styles] == [
        (Style.TITLE, "某局2023年法治政府建设情况报告"),
        (Style.HEADING_1, "一、工作情况"),
        (Style.HEADING_2, "（一）组织领导"),
        (Style.BOLD, "一是加强领导。"),
    ]
    assert [[cell.span.of(document.text) for cell in row] for row in document.tables[0].rows] == [
        ["指标", "数量"], ["受理", "12"], ["办结", "11|12"],
    ]  # fmt: skip
    assert document.tables[0].header_rows == 1
    assert {piece.repair for piece in document.repairs()} == {RepairKind.MARKUP, RepairKind.BLANK}
    assert diagnostics == ()


def test_in_plain_text_markup_is_literal() -> None:
    text = "# 标题\n<b>粗</b> [x](y) | a | &lt; `c`\n--8<--\n::: note\n{{ x }}"
    document, _ = read_text(text, "a.txt")
    assert document.text == "# 标题\n<b>粗</b> [x](y) | a | &lt; `c`\n--8<--\n::: note\n{{ x }}"
