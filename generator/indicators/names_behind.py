"""Names from the noun behind a quantity, and what is said of it: 60家企业适用简易程序, 化解40件积案."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.catalogues.measures import MeasureKind
from generator.catalogues.phrasing import phrasing
from generator.indicators.bound import Name, Rule, name_of
from generator.indicators.documents import sets_down
from generator.indicators.following import REACH, done_to, lists_members, whose
from generator.indicators.memory import Memory
from generator.indicators.naming import LONGEST, tidied, with_suffix
from generator.indicators.phrases import take_apart
from generator.indicators.predicates import opens_predicate
from generator.indicators.saying import says_little
from generator.indicators.slot import Slot
from generator.indicators.trimming import trim_left, trim_right
from generator.indicators.verbs import leading_verbs, split_light, sure_verbs, verb_groups

_OBJECTS = frozenset(("件", "份", "部", "台", "条", "宗", "起", "处", "栋", "卷"))

_PLACE = re.compile(
    r"(?:行政|自然)?(?:村|社区|乡|镇|街道|县|区|市|州|旗|盟|园区|乡镇|镇街|镇办|镇乡|县区|区县|村居|村社|县市区)"
    r"(?:\(.{1,6}\))?"
)
"""A number of villages is no result by itself; what was done in them stands beside the name, not inside."""

_SHORT_PREDICATE = 12
"""A predicate of up to twelve characters goes into the name (免予处罚的企业数), a longer one beside it."""

_AWARD = re.compile(r"获评|获得|荣获|入选|创成|通过|获批|被评为|被命名|达到|创建")
"""What villages were named is the result that is counted, unlike what was done in them."""

_LONG_PREDICATE = 18

_LONGEST_PREDICATE = 26
"""What is said of a noun as short as 项目 is all that tells one row from another."""

_SHORT_NOUN = 2

_FOCUS = re.compile(r"^(?:了(?!解)|聚焦|紧扣|紧盯|对照|对标|瞄准|锚定|突出|抓住|版(?!权))+")

_NO_MEMBER = re.compile(r"[的从该《》，及]")

_SHORTEST_MEMBER, _LONGEST_MEMBER = 2, 14

_LONG_NOUN = 4

_MEETING = re.compile(r"[^\W\d_]{1,10}(?:会|会议|组|[局委办院厅处所]|支部|政府|班子|领导|负责人|机关|部门)")

_WHERE = re.compile(r"到?(?:全[国省市县区镇]|辖区)?$")

_BY_WHOM = re.compile(r"^被[^、]{0,14}?(?=推荐|评为|命名|授予|列为|认定|通报|表彰|采纳|确定|采用|转发)")

_SAID_OF = re.compile(r"^(提出|反映|申请|委托|推荐)的")

_MEMBERS = re.compile(
    r"(?P<noun>[^的]{0,8}?)(?:主要|相关|抽调|选派)*(?:负责人|负责同志|人员|骨干)?"
    r"(?:(?:为成员|为成员单位|参加|参与)的|组成[的了]?)(?P<group>.{2,14})"
)
"""由28个部门负责人组成的领导小组: how many make it up is not how many of it there are."""

_MADE_UP = re.compile(r"(?P<group>[^、由]{2,20})由[^由]*")

_BY = re.compile(r"[由以](?:[^由以,]{0,24}等)?$")

_MADE_OF = re.compile(r"^(?:由|以)[^的]{2,24}的")

_DONE_TO = re.compile(r"(?:开展|进行|实施|给予|作出)(?!了?[^、]{0,12}(?:开展|进行|实施|给予|作出)).{2,}$")
"""对107名负责人履行职责情况开展测评: behind 对 the last verb says what was done to them."""

_HAVING = re.compile(r"[共均都已]*(?:拥|设|配|建|备)?有(?=[^\W\d_效序力关]|“)")
"""6个村共有“法律明白人”19名: 有 is what is said of them."""

_DONE_TO_CASES = ("调解成功", "成功调解", "成功化解", "化解成功")

_FOR = frozenset("为给向")

_DOING = re.compile(r"(?:(?P<empty>进行)|开展|实施)(?:了)?(?!的)(?=..)")

_RELATIVE = re.compile(r"(?:^(?:针?对)?|[^\W\d_]*?(?:推动|完成|落实|对|将|把))(?P<what>[^、的]{2,12})的$")
"""涉及到的35家单位, 推动年初设立的20项任务: what is said of a thing before its number."""

_FOUND = frozenset(("问题", "线索", "隐患", "意见", "图斑", "疑点", "案件", "违法线索", "问题线索"))

_FOUND_BY = re.compile(
    r"(?:^|[,、]|[对将把]|针对)(?P<what>[^、,对将把]{2,12}(?:反馈|(?:审|督察|督查|巡察)反映|交办|指出|移交|移送|下发|转办|通报)的)$"
)
"""对督察反馈的32个问题建账销号: who found them tells them apart."""

_WENT = re.compile(r"(?:走进|走入|深入|分赴|奔赴|进驻|来到|赶赴)$")

_YEARS = re.compile(r"(?:19|20)\d\d(?:[-—至到](?:19|20)?\d\d)?年度?")

_DONE = re.compile(r"(?<!事)了(?!解)")

_CAN = re.compile(r"可(?:以|在线|网上|直接|现场)*(?:办理|申请|申报|查询|代办)(?=[^\W\d_])")
"""窗口可办理社保、医保等66项事项."""

_MANNERS = frozenset(("现场", "当场", "集中", "线上", "线下"))

_AMONG_THEM = re.compile(r"中\d|(?:划分?|整合|合并|拆分|细分)$")
"""17名执法人员中45岁以上占六成: said of some of them; 11个社区划为86个网格: of what they became."""

_LIST_MARK = re.compile(r"、(?![^“]{0,40}”)")


def members_of_group(slot: Slot) -> str:
    """法治建设领导小组成员部门 for 由28个部门组成的法治建设领导小组; "" where the words are no such group."""
    if slot.right == "组成" and (made := _MADE_UP.fullmatch(slot.left)):
        return take_apart(made["group"]).text  # 审查室由所长、顾问5人组成
    match = _MEMBERS.match(slot.right) if _BY.search(slot.left) else None
    return f"{match['group']}成员{match['noun']}" if match else ""


def names_behind(memory: Memory, slot: Slot) -> tuple[tuple[Name, ...], Rule]:
    """The name of a quantity that counts the noun behind it, and the rule."""
    noun = _MADE_OF.sub("", slot.noun)
    if reach := REACH.search(slot.left):
        lead = trim_left(slot.left[: reach.start()])
        about = memory.topic if not lead and noun in phrasing().alone.words else ""
        said = (lead if len(lead) <= _SHORT_PREDICATE else "") + _WHERE.sub("", reach[0]) + noun
        return (name_of(slot, said, about),), Rule.ATTRIBUTIVE
    if not slot.governed and slot.left.endswith(_DONE_TO_CASES):  # 调解成功854件各类案件
        return (name_of(slot, slot.left[-len(_DONE_TO_CASES[0]) :] + noun),), Rule.ATTRIBUTIVE
    if not slot.governed:
        noun = _DONE.sub("", noun, count=1) if sure_verbs().at(noun, 0) else noun
        if slot.towards and slot.predicate and slot.quantity.measure.unit in _OBJECTS:  # 对32台电梯进行评估，改造6台
            memory.keep("", tidied(noun), slot.quantity.measure.unit)
        if noun in _FOUND and (found := _FOUND_BY.search(slot.left)):
            memory.keep("", found["what"] + noun, slot.quantity.measure.unit)
            return (name_of(slot, found["what"] + noun),), Rule.SUBJECT
        if noun in _MANNERS and slot.predicate:  # 组织210人现场旁听
            return (name_of(slot, noun + slot.predicate.removeprefix(noun)),), Rule.SUBJECT
        return (_said_of(memory, slot, noun),), Rule.SUBJECT
    phrase = take_apart(slot.left)
    verb = phrase.verb or (_verb_at_end(slot.left) if phrase.fronted else "")
    owner = whose(phrase.object) if (verb or phrase.light) and not slot.left.endswith(("及", "和", "与")) else ""
    noun = noun if noun.startswith(owner) else owner + noun
    if slot.quantity.measure.kind is MeasureKind.EVENT and not verb and not phrase.light:
        verb = phrase.object if _MEETING.fullmatch(phrase.object) else ""  # 厅长办公会2次研究法治工作
    if verb == "通过" and slot.quantity.measure.kind is MeasureKind.EVENT:
        verb = ""  # 通过4次研判会: by what means
    if not verb and len(noun) < _LONG_NOUN:
        verb = phrase.light
    about = memory.document if sets_down(slot.left) and noun in phrasing().alone.words else ""
    memory.keep(phrase.verb, tidied(noun), slot.quantity.measure.unit)
    verb = "" if noun.startswith(verb) else verb  # 培育8个培育项目
    return (name_of(slot, verb + noun, about),), Rule.ATTRIBUTIVE


def _verb_at_end(left: str) -> str:
    """移交 of 部门间移交1项职权: the verb before a number, whoever stands before it; "" behind a list of nouns."""
    text = trim_right(left)
    length = 0 if "、" in text[1:] else phrasing().strong.before(text, len(text))
    return text[len(text) - length :]


def _said_of(memory: Memory, slot: Slot, noun: str) -> Name:
    """适用简易程序的企业: what is said of the noun goes into its name where it tells the row, else beside it."""
    said = _DONE.sub("", _first_of_list(slot.predicate), count=1)
    has = _HAVING.match(said)
    predicate = f"有{said[has.end() :]}" if has else trim_left(said).removesuffix("工作")
    predicate = _SAID_OF.sub(r"\1", _BY_WHOM.sub("被", predicate))
    if slot.towards and (done := _DONE_TO.search(predicate, 1)):
        predicate = done[0]
    empty = predicate.endswith("情况") and not opens_predicate(predicate)  # 10家观察点消毒情况
    predicate = "" if empty or _AMONG_THEM.match(predicate) else _reaching(slot, _received(slot, noun, predicate))
    if not predicate and (relative := _RELATIVE.search(slot.left)):
        predicate = trim_left(relative["what"]).removesuffix("到")
    listed = slot.left.endswith("等")
    if not predicate and slot.left.startswith("、"):  # 镇87项、街道29项权力事项
        noun = whose(slot.left[1:]) + noun
    if not predicate and (listed or lists_members(slot.left, slot.right)):
        return _of_list(memory, slot, noun)
    apart = listed or (len(noun) > 1 and _PLACE.fullmatch(noun) is not None)
    longest = 0 if apart else _LONGEST_PREDICATE if len(noun) <= _SHORT_NOUN else _SHORT_PREDICATE
    if _AWARD.match(predicate):
        longest = max(longest, _LONG_PREDICATE)
    if predicate and len(predicate) <= longest:
        return name_of(slot, f"{predicate}的{noun}")
    if len(predicate) + len(noun) >= LONGEST:
        predicate = _YEARS.sub("", predicate)
    if len(predicate) > LONGEST:
        predicate = take_apart(predicate).text
    if predicate:
        long = len(predicate) + len(noun) >= LONGEST
        told = take_apart(predicate).text if long and predicate.startswith(("在", "通过")) else predicate
        whole = f"{told}的{noun}" if told and len(told) + len(noun) < LONGEST else noun
        return replace(name_of(slot, noun, predicate), text=with_suffix(whole, slot.quantity.measure))
    return name_of(slot, _with_way(slot, noun), _topic(memory, slot, noun))


def _reaching(slot: Slot, predicate: str) -> str:
    """年度述法全覆盖 of 年度述法实现15个部门全覆盖."""
    what = trim_left(slot.left.removesuffix("实现")) if slot.left.endswith("实现") else ""
    return what + predicate if predicate.startswith("全覆盖") and len(what) <= _SHORT_PREDICATE else predicate


def _with_way(slot: Slot, noun: str) -> str:
    """走进学校 of 普法队走进14所学校: not all schools there are."""
    went = _WENT.search(slot.left) if slot.quantity.measure.kind is not MeasureKind.PEOPLE else None
    return went[0] + noun if went else noun


def _topic(memory: Memory, slot: Slot, noun: str) -> str:
    """What a noun that says nothing alone is of; bodies are of nothing that was named before."""
    words = phrasing()
    if noun not in words.alone.words or noun in words.bodies.words:
        return ""
    listed = not slot.left and [memory.topic] == memory.subjects[-1:]  # 8个指标12个问题100个政策点
    return "" if listed else memory.topic


def _of_list(memory: Memory, slot: Slot, noun: str) -> Name:
    """打造服务站点 of 打造警务室、工作室等4个服务站点; a noun that says little keeps the first of its list."""
    before = slot.left.partition("、")[0]
    verb = split_light(before[: leading_verbs(before)])[1]
    governing = [before[start:end] for start, end in verb_groups(before) if start and end < len(before) - 1]
    can = _CAN.search(before)
    verb = can[0] if can else governing[-1] if verb and governing else verb  # 运用法治思维解决项目推进等4个难题
    member = _first_member(slot.left) if says_little(verb + noun) else ""
    if not member:
        return name_of(slot, verb + noun, _topic(memory, slot, verb + noun))
    return replace(name_of(slot, verb + noun), text=with_suffix(f"{verb}{member}等{noun}", slot.quantity.measure))


def _first_member(left: str) -> str:
    """城乡建设 of 聚焦城乡建设、自然资源、市场监管等, the first of a list closed by 等; "" if it is no short noun."""
    first = trim_left(left.removesuffix("等").partition("、")[0].partition("”“")[0])
    words = phrasing()
    while length := words.preposition.at(first, 0) or leading_verbs(first) or words.light.at(first, 0):
        first = trim_left(first[length:])
    behind = next((first[end:] for _, end in verb_groups(first)[::-1] if len(first) - end >= _SHORTEST_MEMBER), first)
    first = _FOCUS.sub("", behind)
    first = f"{first}”" if first.startswith("“") and not first.endswith("”") else first
    return first if _SHORTEST_MEMBER <= len(first) <= _LONGEST_MEMBER and not _NO_MEMBER.search(first) else ""


def _received(slot: Slot, noun: str, predicate: str) -> str:
    """What was done to persons or bodies as what they got: 接受专项检查, 获解答法律咨询; without 进行 in any case."""
    doing = _DOING.match(predicate)
    words = phrasing()
    if done_to(slot.left) and predicate and not doing:
        return f"接受{predicate}"
    some_one = words.persons.before(noun, len(noun)) or words.bodies.before(noun, len(noun)) or _PLACE.fullmatch(noun)
    if doing and slot.towards == "对" and some_one:
        return f"接受{predicate[doing.end() :]}"
    if doing and doing["empty"] and len(predicate) > doing.end() + 1:
        return predicate[doing.end() :]
    if slot.towards in _FOR and some_one and leading_verbs(predicate):
        return f"获{predicate}"
    return predicate


def _first_of_list(predicate: str) -> str:
    """采取限产停产措施 of 采取限产停产措施、移送…: what follows a 、 outside quotations is said of something else."""
    for mark in _LIST_MARK.finditer(predicate):
        if sure_verbs().at(predicate, mark.end()):
            return predicate[: mark.start()]
    return predicate
