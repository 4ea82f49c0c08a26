"""Of what time a figure speaks, and whether that is the report's year, so that it may be compared."""

from __future__ import annotations

import pytest

from generator.indicators.periods import Period, period_of

YEAR = 2023
THIS = str(YEAR)

CASES = [
    # the sentence before the figure, what is shown, whether it is the report's year
    ("全县办理公证", THIS, True),
    ("2023年，全县办理公证", THIS, True),
    ("2023年度共办理公证", THIS, True),
    ("截至目前，办理公证", "截至目前", True),
    ("截至2023年底，办理公证", "截至2023年底", True),
    ("截至11月，办理公证", "截至11月", True),
    ("累计办理公证", "累计", True),
    ("今年以来办理公证", "今年以来", True),
    ("1至11月，办理公证", "1至11月", True),
    ("截至2022年底，办理公证", "截至2022年底", False),
    ("2022年办理公证", "2022年", False),
    ("2021年以来办理公证", "2021年以来", False),
    ("自2015年起，办理公证", "自2015年起", False),
    ("去年以来办理公证", "去年以来", False),
    ("上年办理公证", "上年", False),
    ("2021年至2023年，办理公证", "2021年至2023年", False),
    ("近三年来办理公证", "近三年来", False),
    ("“十四五”期间，办理公证", "“十四五”期间", False),
    ("2023年上半年办理公证", "上半年", False),
    ("一季度办理公证", "一季度", False),
    ("1-6月办理公证", "1-6月", False),
    # some days, up to the next ；
    ("民法典宣传月期间，各村宣讲", "民法典宣传月期间", False),
    ("民法典宣传月期间，各村宣讲12场，发放资料", "民法典宣传月期间", False),
    ("民法典宣传月期间，各村宣讲12场;办理公证", THIS, True),
    ("在4月集中宣传月期间以防骗为主题，入户", "4月集中宣传月期间", False),
    ("“12·4”国家宪法日当天，接待群众", "“12·4”国家宪法日当天", False),
    ("中秋、国庆“双节”期间，出动执法人员", "国庆“双节”期间", False),
    ("春节前夕，检查加油站", "春节前夕", False),
    ("国庆节前,检查企业", "国庆节前", False),
    ("自8月1日至9月30日，查处", "自8月1日至9月30日", False),
    ("1月1日至12月31日，查处", "1月1日至12月31日", True),
    ("宣传月期间宣讲12场，全年宣讲", THIS, True),
    # the last word counts, the report's own year too
    ("2022年办理公证68件，2023年", THIS, True),
    ("2023年办理公证68件，2022年", "2022年", False),
    ("上半年办理公证68件，全年", THIS, True),
    ("2023年上半年办理公证68件，2023年全年", THIS, True),
    ("去年全年办理公证", "去年全年", False),
    ("2022年办理公证68件，今年", THIS, True),
    # said of the next number only
    ("公证由2020年的", "2020年", False),
    ("公证由2020年的11件降为", THIS, True),
    ("办结率由上年的87.6%提高到", THIS, True),
    ("对2012年以来印发的", "2012年以来", False),
    ("对2012年以来印发的53件文件提出意见，废止", THIS, True),
    ("2021年以来办理公证68件，公告", "2021年以来", False),
    ("败诉率12%，比2021年的", "2021年", False),
    ("败诉率12%，比2021年的15%低", THIS, True),
    # what it is compared with is no time of its own; nor is a year in a title
    ("办理公证68件，较2022年增长", THIS, True),
    ("按照《2022年普法要点》，开展宣讲", THIS, True),
]


@pytest.mark.parametrize(("before", "text", "in_year"), CASES)
def test_period(before: str, text: str, in_year: bool) -> None:  # noqa: FBT001
    assert period_of(before, YEAR) == Period(text, in_year)


def test_a_report_of_unknown_year() -> None:
    assert period_of("办理公证", None) == Period("", in_year=True)
    assert period_of("2022年办理公证", None) == Period("2022年", in_year=False)
