"""Files that go with a report, the proof that nothing was lost, and severities of earlier stages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.catalogues.load import CatalogueError
from generator.catalogues.rules import Example
from generator.guard import scan_bytes
from generator.intake.problems import METADATA, UNLINKED
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.metadata import Ledger, Metadata, Mode, Roster
from generator.model.outcome import Verdict
from generator.model.settings import Settings
from generator.model.span import RepairKind, Slice, SourceMap, Span
from generator.rules import RuleContext, grade, judge, judge_file
from generator.rules.settle import settled_rule, settled_rules
from tests.guard.test_files import archive
from tests.rules.scenario import try_example

FRAME = Example(Verdict.MET)


def test_a_leak_in_an_attachment_is_told_with_its_place() -> None:
    scan = scan_bytes("名单\n电话19912345678\n".encode(), "名单.csv")
    tried = try_example(FRAME, files=(scan,))
    (problem,) = (item for item in tried.problems if item.code == "P02")
    assert (problem.file, problem.line, problem.quote) == ("名单.csv", 2, "199****5678")
    assert problem.message == "有手机号码199****5678（文件“名单.csv”）"


def test_a_secrecy_mark_is_told_without_a_word_of_it() -> None:
    scan = scan_bytes("机密★10年\n绝不能外泄的内容".encode(), "附件.txt")
    tried = try_example(replace(FRAME, sentence="转发有关文件（绝密★长期）。"), files=(scan,))
    problems = [item for item in tried.problems if item.code == "K01"]
    assert [item.quote for item in problems] == ["", ""]
    told = "".join(item.message + item.hint + item.place for item in problems) + tried.outcome("K01").reason
    assert [word for word in ("机密", "绝密", "★", "长期", "外泄") if word in told] == []


def test_a_leak_in_the_original_is_told_once() -> None:
    example = replace(FRAME, sentence="联系电话19912345678。")
    scan = scan_bytes("联系电话19912345678。".encode(), "报告.txt")
    tried = try_example(example, files=(scan,))
    assert [item.code for item in tried.problems if item.code == "P02"] == ["P02"]


def test_hidden_content_and_unchecked_files() -> None:
    comments = scan_bytes(archive(word__comments_xml="<w:comment w:id='1'/>"), "附件.docx")
    author = scan_bytes(archive(docProps__core_xml="<dc:creator>某人</dc:creator>"), "表.docx")
    tried = try_example(FRAME, files=(comments, author, scan_bytes(b"%PDF-1.4", "扫描件.pdf")))
    assert tried.outcome("P07").verdict is Verdict.NOT_MET
    assert [item.severity for item in tried.problems if item.code == "P07"] == [Severity.ERROR, Severity.WARNING]
    assert tried.outcome("P08").verdict is Verdict.NOT_MET
    assert [item.file for item in tried.problems if item.code == "P08"] == ["扫描件.pdf"]


def test_one_message_says_all_that_a_file_hides() -> None:
    members = {
        "word__comments_xml": "<w:comment w:id='1'/>",
        "word__document_xml": "<w:del w:id='1'/><w:ins w:id='2'/>",
        "docProps__core_xml": "<dc:creator>某人</dc:creator>",
    }
    scan = scan_bytes(archive(**members), "附表.docx")
    wanted = "文件“附表.docx”带有不宜公开的信息：批注 1 处、修订痕迹 2 处、作者姓名等文件属性 1 处"
    told = [item for item in try_example(FRAME, files=(scan,)).problems if item.code == "P07"]
    assert [(item.message, item.severity) for item in told] == [(wanted, Severity.ERROR)]
    alone = [item for item in judge_file(scan, "附表.docx") if item.code == "P07"]
    assert [(item.message, item.severity) for item in alone] == [(wanted, Severity.ERROR)]


def test_what_the_original_hides_is_told_by_its_reader_alone() -> None:
    """The reader knows better what a name is and what is hidden; an attachment has only the rule."""
    report = try_example(FRAME).report
    told = Diagnostic("P07", "metadata-in-original", Severity.ERROR, "原文件带有不宜公开的信息：批注 1 条。", "办法")
    data = archive(word__comments_xml="<w:comment w:id='1'/>")
    for diagnostics in ((), (told,)):
        for names, files in ((("报告.txt",), []), (("报告.txt", "附表.docx"), ["附表.docx"])):
            scans = tuple(scan_bytes(data, name) for name in names)
            context = RuleContext(Settings("测试"), Roster(), Ledger(), FRAME.today, scans)
            judgement, problems = judge(replace(report, diagnostics=diagnostics), context)
            assert [item.file for item in problems if item.code == "P07"] == files
            verdict = next(item.verdict for item in judgement.outcomes if item.rule == "P07")
            assert verdict is (Verdict.NOT_MET if diagnostics or files else Verdict.MET)


def test_an_original_that_was_read_is_not_called_unchecked() -> None:
    scans = (scan_bytes("正\0文".encode(), "报告.txt"), scan_bytes(b"\x89PNG", "图.png"))
    told = [item.file for item in try_example(FRAME, files=scans).problems if item.code == "P08"]
    assert told == ["图.png"]


def test_clean_files_meet_the_rules() -> None:
    tried = try_example(FRAME, files=(scan_bytes("说明".encode(), "说明.txt"),))
    assert [tried.outcome(rule).verdict for rule in ("P07", "P08")] == [Verdict.MET, Verdict.MET]
    alone = try_example(FRAME)
    assert [alone.outcome(rule).verdict for rule in ("P07", "P08")] == [Verdict.NOT_APPLICABLE] * 2


def test_text_that_is_not_the_source_is_found() -> None:
    report = try_example(FRAME).report
    document = replace(
        report.document,
        source="甲乙丙",
        text="甲丁丙",
        source_map=SourceMap((Slice(Span(0, 3), Span(0, 3), None),)),
    )
    context = RuleContext(Settings("测试"), Roster(), Ledger(), FRAME.today)
    judgement, problems = judge(replace(report, document=document, diagnostics=()), context)
    assert next(item.verdict for item in judgement.outcomes if item.rule == "X03") is Verdict.NOT_MET
    assert [item.severity for item in problems if item.code == "X03"] == [Severity.ERROR]
    repaired = replace(document, source_map=SourceMap((Slice(Span(0, 3), Span(0, 3), RepairKind.MARKUP),)))
    judgement, _ = judge(replace(report, document=repaired, diagnostics=()), context)
    assert next(item.verdict for item in judgement.outcomes if item.rule == "X03") is Verdict.MET


def test_severities_follow_the_mode() -> None:
    report = try_example(replace(FRAME, metadata=Metadata(title="标题"))).report
    stages = tuple(
        Diagnostic(code, "name", severity, "说明", "提示")
        for code, severity in (("T01", Severity.ERROR), ("G002", Severity.ERROR), ("X01", Severity.ERROR))
    )

    def severities(settings: Settings) -> list[Severity]:
        return [item.severity for item in grade(stages, report, settings)]

    assert severities(Settings("测试")) == [Severity.NOTE, Severity.ERROR, Severity.ERROR]
    assert severities(Settings("测试", mode=Mode.OFFICIAL)) == [Severity.ERROR] * 3
    assert severities(Settings("测试", rules={"T01": {"enabled": False}})) == [Severity.ERROR] * 2


def test_a_trace_in_an_original_without_a_link_stays_a_warning() -> None:
    report = try_example(FRAME).report
    told = (UNLINKED.at(found="原文件带有不宜公开的信息：批注 1 条。"), METADATA.at(what="批注 1 条"))
    for mode in Mode:
        graded = grade(told, report, Settings("测试", mode=mode))
        assert [item.severity for item in graded] == [Severity.WARNING, Severity.ERROR]
    milder = Settings("测试", rules={"P07": {"severity": "note"}})
    assert [item.severity for item in grade(told, report, milder)] == [Severity.NOTE, Severity.NOTE]


def test_a_site_may_change_rules() -> None:
    settings = Settings(
        "测试",
        rules={
            "S10": {"enabled": False},
            "D03": {"severity": {"demo": "note", "official": "error"}, "parameters": {"month": 2, "day": 28}},
        },
    )
    assert "S10" not in {rule.id for rule in settled_rules(settings)}
    changed = settled_rule(settings, "D03")
    assert (changed.severity.of(Mode.OFFICIAL), changed.check.month) == (Severity.ERROR, 2)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        ({"Q01": {}}, "“rules”中没有规则“Q01”"),
        ({"S10": {"level": 1}}, "“rules.S10.level”不认识的键"),
        ({"S10": {"severity": "bad"}}, "“rules.S10.severity/enabled/binds”取值有误"),
        ({"S10": {"parameters": {"percent": "x"}}}, "“rules.S10.parameters”取值有误"),
        ({"S10": {"parameters": {"unknown": 1}}}, "“rules.S10.parameters”取值有误"),
    ],
)
def test_a_wrong_change_is_refused(rules: dict[str, dict[str, object]], message: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        settled_rules(Settings("测试", rules=rules))
    assert caught.value.message == message
