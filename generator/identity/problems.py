"""What can be wrong with a report's identity."""

from __future__ import annotations

from generator.model.diagnostic import Problem, Severity

NO_TITLE = Problem(
    code="T01",
    name="title-missing",
    severity=Severity.ERROR,
    message="报告没有标题{instead}",
    hint="在原文第一行写上标题，例如“甲县乙局2024年度法治政府建设情况报告”{otherwise}。",
    wrong="2024年，甲县乙局坚持依法行政……",
    right="甲县乙局2024年度法治政府建设情况报告\n2024年，甲县乙局坚持依法行政……",
)
ISSUER_MISSING = Problem(
    code="T02",
    name="title-without-issuer",
    severity=Severity.WARNING,
    message="标题没有写明{what}",
    hint="标题应写报告机关全称，例如“{example}”。",
    wrong="县乙局关于2024年度法治政府建设情况的报告",
    right="甲县乙局关于2024年度法治政府建设情况的报告",
)
OTHER_KIND = Problem(
    code="T05",
    name="other-kind-of-report",
    severity=Severity.ERROR,
    message="这是{kind}，不是法治政府建设年度报告",
    hint="请发布到对应的栏目，从这里移走；如果确是法治政府建设年度报告，请改正标题。",
    wrong="甲县乙局2024年政府信息公开工作年度报告",
    right="甲县乙局2024年度法治政府建设情况报告",
)
YEARS_DIFFER = Problem(
    code="T06",
    name="years-differ",
    severity=Severity.ERROR,
    message="年度不一致：{one}，{other}",
    hint="核对报告年度，改正写错的一处。报告年度是所报告的那一年，不是写报告的那一年。",
    wrong="标题写2024年，正文写“现将2023年法治政府建设情况报告如下”",
    right="标题与正文都写2024年",
)
NO_SUCH_DAY = Problem(
    code="D01",
    name="date-not-real",
    severity=Severity.WARNING,
    message="成文日期“{written}”{fault}",
    hint="核对成文日期，写全年月日。",
    wrong="2024年2月30日",
    right="2024年2月28日",
)
AGENCY_UNKNOWN = Problem(
    code="G201",
    name="agency-not-found",
    severity=Severity.WARNING,
    message="报告里找不到报告机关的名称",
    hint="在标题或落款写明机关全称，或在补充信息文件里写 agency。",
    wrong="2024年，我局坚持依法行政……",
    right="2024年，甲县乙局坚持依法行政……",
)
AGENCY_DIFFERS = Problem(
    code="G202",
    name="agency-differs",
    severity=Severity.WARNING,
    message="补充信息申报的机关是“{declared}”，报告里写的是“{found}”",
    hint="核对补充信息文件的 agency；如果两者是同一机关，把报告里的写法加到名册 agencies.yml 的 aliases。",
    wrong="agency 申报甲县乙局，报告落款是甲县丙局",
    right="申报与落款是同一机关",
)
YEAR_UNKNOWN = Problem(
    code="G203",
    name="year-not-found",
    severity=Severity.WARNING,
    message="报告里找不到所报告的年度",
    hint="在标题写明年度，或在补充信息文件里写 year。",
    wrong="甲县乙局法治政府建设情况报告",
    right="甲县乙局2024年度法治政府建设情况报告",
)
KIND_UNKNOWN = Problem(
    code="G204",
    name="kind-not-recognised",
    severity=Severity.WARNING,
    message="看不出这是法治政府建设年度报告：标题和正文都没有说到法治政府建设或依法行政",
    hint="核对放进来的文件是否正确。",
    wrong="甲县乙局2024年植树活动情况",
    right="甲县乙局2024年度法治政府建设情况报告",
)
DATES_DIFFER = Problem(
    code="G205",
    name="signing-dates-differ",
    severity=Severity.WARNING,
    message="补充信息申报的成文日期是{declared}，报告落款是{found}",
    hint="核对补充信息文件的 signed_on；落款有日期时可以不写。",
    wrong="signed_on: 2025-01-10，落款2025年1月20日",
    right="两处一致，或不写 signed_on",
)
