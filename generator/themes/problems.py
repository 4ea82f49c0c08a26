"""What can be wrong with themes and citations; declared here once."""

from __future__ import annotations

from generator.model.diagnostic import Problem, Severity

YEAR_OUTSIDE = Problem(
    code="H01",
    name="theme-year",
    severity=Severity.WARNING,
    message="报告年度{year}不在主题目录的适用年度内，暂按《{framework}》归类，须由人决定",
    hint="新的法治政府建设纲要发布后，在主题目录中增加一份纲要文件（见主题目录说明）；在此之前主题仅供参考",
    wrong="用2021—2025年的纲要给2031年的报告分主题",
    right="每个报告年度按当年适用的纲要分主题",
)
