"""To which field or campaign a figure is restricted, as the real engine finds it."""

from __future__ import annotations

import pytest

from tests.indicators.marked import analysed, read_marked


@pytest.mark.parametrize(
    ("text", "dimension"),
    [
        ("开展招投标整治，立案⟦19件⟧。", "招投标整治"),
        ("开展招投标整治，发出预警146个，立案19件，罚款⟦72.6万元⟧。", "招投标整治，罚款"),
        ("开展招投标整治，立案19件，罚款72.6万元；开展资质挂靠治理，立案23件，罚款⟦186万元⟧。", "资质挂靠治理，罚款"),
        ("食品安全方面，检查单位320家，发现隐患⟦126个⟧。", "食品安全"),
        ("查处虚假宣传违法行为⟦21起⟧。", "虚假宣传"),
        ("立案查处重点工业产品领域相关案件⟦33件⟧。", "重点工业产品领域"),
        ("开展校园安全检查⟦126次⟧。", "校园安全检查"),
        ("开展行政执法检查⟦126次⟧。", ""),
        ("扎实开展“铁拳”行动，全年立案查处各类违法案件⟦326件⟧。", ""),
        ("开展专项执法行动，立案⟦46件⟧。", ""),
        ("开展专项执法检查，立案46件；全系统立案⟦86件⟧。", ""),
        ("立案查处各类违法案件⟦326件⟧，罚没款86万元。", ""),
        ("2022年查办养老领域违法案件⟦17件⟧。", "养老领域"),
        ("调查处理来信投诉52件，查处各类违法案件⟦21件⟧。", ""),
        ("全市共查办民生领域案件⟦46件⟧，罚款3.2万元。", "民生领域"),
        ("全市共查办民生领域案件46件，罚款⟦3.2万元⟧。", "民生领域，罚款"),
        ("全市共查办民生领域案件46件，移送司法机关⟦3件⟧。", "民生领域"),
        ("查处无照经营案件6件、占道停车案件8件，罚款⟦3.2万元⟧。", "罚款"),
        ("查处无照经营案件6件；全年累计罚款⟦3.2万元⟧。", "罚款"),
        ("一般程序案件共办理226件，同比增长20%，处罚金额共⟦91.8万元⟧。", "一般程序，罚款"),
        ("办理行政处罚案件80件，其中简易程序案件62件，罚款⟦1.2万元⟧。", "简易程序"),
        ("办理行政处罚案件80件，其中简易程序案件62件、一般程序案件18件，罚款⟦1.2万元⟧。", "罚款"),
        ("检查旧货回收企业⟦26家⟧。", "旧货回收企业"),
        ("检查⟦36家⟧危险化学品运输企业。", "危险化学品运输企业"),
        ("检查企业⟦260家⟧。", ""),
        ("检查各类市场主体⟦260家⟧。", ""),
        ("检查企业、商户共计⟦260家⟧。", ""),
        ("自然资源领域严厉打击违法行为，立案⟦11起⟧。", "自然资源"),
        ("查办药品案件63件、罚款35万元，查办医疗器械案件30件、罚款⟦20万元⟧。", "医疗器械，罚款"),
        ("查处燃气用具案件61件、添加二甲醚案件⟦23件⟧。", "添加二甲醚"),
        ("检查检验检测机构90家，责令改正⟦30家⟧。", "检验检测机构"),
        ("检查企业90家，责令改正⟦30家⟧。", ""),
    ],
)
def test_the_field_or_campaign_is_the_dimension(text: str, dimension: str) -> None:
    marked = read_marked(text)
    (span, _), *_ = marked.mentions
    (fact,) = analysed(marked.text).facts_at(span)
    assert fact.indicator is not None
    assert fact.dimension == dimension


@pytest.mark.parametrize(
    ("text", "dimension"),
    [
        ("承办政协提案68件，办复率⟦100%⟧。", "政协提案"),
        ("承办人大代表建议46件，政协提案68件，办复率⟦100%⟧。", ""),
    ],
)
def test_a_rate_of_several_things_is_of_none_of_them(text: str, dimension: str) -> None:
    marked = read_marked(text)
    (span, _), *_ = marked.mentions
    (fact,) = analysed(marked.text).facts_at(span)
    assert fact.indicator == "proposals-reply-rate"
    assert fact.dimension == dimension


@pytest.mark.parametrize(
    ("text", "dimension"),
    [
        ("建成州级公共法律服务中心⟦2个⟧。", "州级"),
        ("建成乡镇公共法律服务工作站⟦12个⟧。", "乡镇（街道）"),
        ("建成公共法律服务点⟦1个⟧。", ""),
        ("培育“枫桥式”人民调解委员会⟦6个⟧。", "枫桥式"),
        ("培育“枫桥式”派出所3个、人民调解委员会⟦6个⟧。", "枫桥式"),
        ("培育“枫桥式”派出所3个，成立人民调解委员会⟦6个⟧。", ""),
        ("主动公开政府信息46条，其中公文类政府信息⟦9条⟧。", "公文"),
        ("处理群众来信86件，其中主动公开政府信息⟦8条⟧。", ""),
        ("全市有人民调解委员会320个，其中规范化人民调解委员会⟦180个⟧。", "规范化"),
        ("省级清单列明证明事项26项，取消⟦4项⟧。", "省级"),
        ("省级清单列明证明事项26项，取消4项；县级清单列明证明事项34项，取消⟦6项⟧。", "县级"),
        ("配备县级以上人民调解员⟦6名⟧。", ""),
        ("设立省、市级法律援助工作站⟦28个⟧。", ""),
        ("梳理现行有效省级地方性法规⟦156件⟧。", "省级，地方性法规"),
        ("新增区级“免申即享”政策⟦12项⟧。", "区级，新增"),
        ("对4个县（市）、6个州级部门开展法治督察，反馈问题⟦92个⟧。", ""),
        ("对6个州级部门开展法治督察，反馈问题⟦92个⟧。", ""),
        ("政府投资项目审批由26个工作日压缩至⟦3个工作日⟧。", "政府投资"),
        ("聘请村级法治监督员⟦126名⟧。", "村级法治监督员"),
        ("新增持证执法人员⟦6名⟧（通过市级行政执法资格考试）。", ""),
        ("编制区级重大行政决策目录。完成规范性文件合法性审查⟦36件⟧。", ""),
        ("一审行政诉讼案件46件，审结38件，败诉⟦3件⟧。", "一审"),
        ("物业纠纷调委会调解案件26件，成功18件，成功率⟦69.2%⟧。", "物业"),
        ("调解纠纷26件，其中婚姻家庭16件、邻里10件，制作协议书20份，成功率⟦96.2%⟧。", ""),
        ("新增行政诉讼案件52件，其中一审37件，再审3件；审结⟦44件⟧。", ""),
    ],
)
def test_any_entry_keeps_the_level_and_the_rank_that_the_sentence_names(text: str, dimension: str) -> None:
    marked = read_marked(text)
    (span, _), *_ = marked.mentions
    (fact,) = analysed(marked.text).facts_at(span)
    assert fact.indicator is not None
    assert fact.dimension == dimension


@pytest.mark.parametrize(
    ("text", "dimension"),
    [
        ("办理市级建议提案21件（人大建议⟦13件⟧、政协提案8件）。", "市级"),
        ("办理市级建议提案21件（人大建议13件、政协提案⟦8件⟧）。", "市级"),
        ("办理市级建议提案21件（人大建议13件），县级建议提案34件（人大建议⟦19件⟧、政协提案15件）。", "县级"),
        ("办理建议提案21件（人大建议⟦13件⟧、政协提案8件）。", ""),
        ("办结涉企行政复议案件26件，其中通过责令履职等方式直接纠错⟦4件⟧。", "涉企"),
        ("办结行政复议案件26件，其中通过责令履职等方式直接纠错⟦4件⟧。", ""),
    ],
)
def test_a_part_is_of_the_level_and_the_kind_that_its_whole_is_of(text: str, dimension: str) -> None:
    assert dimension_of(text) == dimension


@pytest.mark.parametrize(
    ("text", "dimension"),
    [
        ("侦破涉企犯罪案件18起，抓获犯罪嫌疑人⟦35名⟧。", "涉企"),
        ("侦破犯罪案件18起，抓获犯罪嫌疑人⟦35名⟧。", ""),
        ("侦破涉企犯罪案件18起、盗窃案件26起，抓获犯罪嫌疑人⟦35名⟧。", ""),
        ("侦破涉企犯罪案件18起。抓获犯罪嫌疑人⟦35名⟧。", ""),
        ("侦破涉企犯罪案件18起，在全县范围内抓获犯罪嫌疑人⟦35名⟧。", ""),
        ("设立行业性、专业性调解组织16个，调解员⟦72人⟧。", "行业性专业性"),
        ("人民调解组织调解医疗纠纷36件，调解成功⟦31件⟧。", "医疗"),
        ("对⟦16件⟧涉企规范性文件进行清理。", "涉企"),
    ],
)
def test_the_kind_of_matter_goes_with_what_came_of_it(text: str, dimension: str) -> None:
    assert dimension_of(text) == dimension


@pytest.mark.parametrize(
    ("text", "dimension"),
    [
        # a drive of the clause before, and what came of it
        ("开展“春风助农”活动，走访企业⟦36家⟧。", "春风助农"),
        ("开展“春风助农”活动12场，发放宣传资料800份，解答法律咨询⟦260人次⟧。", "春风助农"),
        ("开展“春风助农”活动12场；解答法律咨询⟦260人次⟧。", ""),
        ("开展“春风助农”活动12场，组织法治培训3期，培训⟦260人次⟧。", ""),
        ("开展“春风助农”活动，全年走访企业⟦360家⟧。", ""),
        ("结合“春风助农”“送法进企”等活动，走访企业⟦36家⟧。", "春风助农、送法进企等"),
        ("在“金秋护农”行动中，查获假劣农资42件，捣毁窝点⟦2个⟧。", "金秋护农"),
        ("开展2024“金秋护农”铁拳行动，突出查办大案，移送司法机关⟦7件⟧。", "金秋护农"),
        # one event
        ("活动当天，发放宣传资料⟦600份⟧；解答法律咨询80人次。", "活动当天"),
        ("活动当天，发放宣传资料600份；解答法律咨询⟦80人次⟧。", "活动当天"),
        ("此次联合行动共出动执法人员⟦46人次⟧。", "此次联合行动"),
        ("百日行动以来，共出动执法人员⟦460人次⟧。", "百日行动以来"),
        # a platform, a window, a way
        ("“春晖”专班共化解矛盾纠纷⟦166件⟧。", "春晖专班"),
        ("“春晖”专窗共产生办件⟦166件⟧。", "专门窗口"),
        ("依托“某城司法”抖音平台发布普法短视频⟦21条⟧。", "某城司法抖音平台"),
        ("依托“某城通”等平台发布普法短视频⟦21条⟧。", ""),
        ("启用“8号章”办理审批服务事项⟦130件⟧。", "8号章"),
        ("“某城在线”线上兑付惠企资金⟦3.2亿元⟧。", "某城在线"),
        ("第二批取消行政许可3项，承接⟦2项⟧。", "第二批"),
        ("配合省厅开展双随机抽查⟦2次⟧。", "配合"),
        ("国庆节前，检查企业⟦12家⟧。", "国庆节前"),
        # a place
        ("在江北街道设立社会治理中心，矛盾纠纷化解率达⟦98%⟧。", "江北街道"),
        ("在全县设立社会治理中心，矛盾纠纷化解率达⟦98%⟧。", ""),
        # words that narrow nothing
        ("严格落实“第一议题”制度，开展中心组学习⟦12次⟧。", ""),
        ("深化“放管服”改革，取消审批事项⟦12项⟧。", ""),
        ("推出“一件事一次办”事项⟦36个⟧。", ""),
        ("开展“法治体检”活动，为⟦126家⟧企业提供法治体检。", ""),
    ],
)
def test_a_drive_a_platform_an_event_or_a_place_restricts_a_figure_of_any_entry(text: str, dimension: str) -> None:
    assert dimension_of(text) == dimension


def test_the_rule_tells_what_restricts_the_figure() -> None:
    marked = read_marked("开展“春风助农”活动，走访企业⟦36家⟧。")
    ((span, _),) = marked.mentions
    (fact,) = analysed(marked.text).facts_at(span)
    assert fact.rule.endswith("（限于前文的活动、行动）")


def dimension_of(text: str) -> str:
    """The dimension of the figure marked."""
    marked = read_marked(text)
    ((span, _),) = marked.mentions
    (fact,) = analysed(marked.text).facts_at(span)
    assert fact.indicator
    return fact.dimension


def test_a_bracket_goes_on_with_the_figure_before_it() -> None:
    marked = read_marked("办理代表建议6件（主办⟦4件⟧，会办2件）。")
    ((span, _),) = marked.mentions
    (context,) = analysed(marked.text).contexts_at(span)
    assert (context.previous, context.whole) == ("办理代表建议⟨件⟩", "办理代表建议⟨件⟩")
