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

TITLE_MARK = Problem(
    code="G401",
    name="title-mark",
    severity=Severity.WARNING,
    message="书名号不成对",
    hint="检查前后文，补上缺少的《或》；书名号里面再用书名号时用〈〉",
    wrong="贯彻落实《优化营商环境条例，制定",
    right="贯彻落实《优化营商环境条例》，制定",
)

NUMBER_FORM = Problem(
    code="C12",
    name="document-number-form",
    severity=Severity.WARNING,
    message="发文字号“{written}”写法不规范",
    hint="年份用六角括号〔〕，序号不加“第”、不编虚位：{right}（GB/T 9704—2012）",
    wrong="区政发[2023]06号",
    right="区政发〔2023〕6号",
)

REPEALED = Problem(
    code="C11",
    name="repealed-law",
    severity=Severity.WARNING,
    message="引用了已于{day}废止的《{name}》",
    hint="核对引用是否过时，现行规定见{by}；确需提到旧法的，在元数据中接受本条并说明理由",
    wrong="组织学习《中华人民共和国合同法》",
    right="组织学习《中华人民共和国民法典》",
)
