"""Doubts whether an amount is a goal, or a fact, at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extract.drafting import hedges
from generator.extract.drafting.conditions import CREATES, MAKES, counts, counts_a_list
from generator.extract.drafting.places import Place
from generator.extract.drafting.quantities import PERCENT
from generator.extract.drafting.years import Mention
from generator.extract.drafting.zones import Zone
from generator.language.lexicon import CHANGES, Comparator, comparing

_FORETOLD = "foretold rather than promised or there? then exclude it"
_IN_CHARACTERS = "a number in characters; does it count what there is or will be, or what the text lists?"
_BRACKET_ENDS = re.compile(rf"(?:{comparing(position='after')})?[)）]")
_FORETELLS = re.compile(r"预计|预测|测算|将达|计算|估算|可能|有望")
_AREA = re.compile(r"(?:总?面积|[起启核先][步动心导]区|规划范围)(?:约|为|共|达)*$")
_AREAS = ("平方公里", "平方千米", "平方米", "亩", "公顷")
_GROWS = re.compile(
    rf"{CREATES.pattern}|{'|'.join(CHANGES)}|达|累计|每年|全年|完成|服务|培养|培训|投入|安排|供[应给]|总"
)
# Verbs of which what they govern may be there already, or be meant for others: 推动10个试点, 支持5家企业.
_WEAK = re.compile(r"推进|推动|支持|实施|组织|发布|应用|推广|完善|更新|申报|遴选|开展|优化")
_IS_DONE = re.compile(r"(?:建设|改造|修缮|整治|修复)(?:工作|项目|任务)?$")  # 推进34条滨水生态廊道建设
_IMPROVES = re.compile(r"(?:提升|优化|落实|完善|贯彻|深化|调整)(?:[^，,；;。\d]{1,10}的)?$")
_CHANGES = re.compile("|".join(CHANGES))
_PROPERTY = re.compile(r"(?:以上)?的[\u4e00-\u9fff]")
_RULES = re.compile(
    r"应(?![急用对收届聘援变])|须|不得|原则上|申请|申报|(?<!新)认定|符合|具备|满足|经评|注册|一般为|可享|可补贴|单个|每[个家项]|视为|以此"
)


def of_target(place: Place, mention: Mention | None, comparator: Comparator, *, is_rule: bool) -> Iterator[str]:
    """Yield doubts whether an amount is a goal at all. is_rule: the text is a regulation, not a plan."""
    if _BRACKET_ENDS.match(place.words, place.quantity.end) and not place.before.strip():
        yield "an amount in brackets behind another: the same said otherwise?"
    if re.match(r"的[^,，;；。]*\d", place.after):
        yield "a threshold or a property of what is counted behind it? then exclude it"
    created = CREATES.search(place.clause[:12]) is not None
    money = (place.quantity.unit or "").endswith(("元", "次"))
    sized = not counts(place.quantity) and bool(place.before.strip()) and _PROPERTY.match(place.after)
    if place.zone is not Zone.GOALS and sized and not created:
        yield "the size of what is made rather than a goal?"
    measured = not counts(place.quantity) and place.quantity.unit not in PERCENT and not place.quantity.in_words
    limits = measured and not mention and comparator in ("ge", "le", "lt") and not _GROWS.search(place.clause)
    ruled = (
        place.zone is not Zone.GOALS and (comparator == "lt" or limits or _RULES.search(place.clause)) and not created
    )
    if place.after.endswith("的") or ruled or (is_rule and not mention):
        yield "a condition rather than a goal? then exclude it"
    shares = place.quantity.unit in PERCENT and not place.before.strip()  # 90%以上的机构设立在企业
    if place.zone is not Zone.GOALS and not mention and not shares and not _is_promised(place):
        yield "is this promised? no word of the clause makes or reaches it"
    if counts(place.quantity) and place.after and _IMPROVES.search(place.before):
        yield "does it count what is there already? then make it a fact or exclude it"
    if place.zone is Zone.MEASURES and not mention and money:
        yield "a means of carrying the plan out rather than a goal?"
    if is_area(place) and not mention:
        yield "the size of a place rather than a goal? then make it a fact"
    if counts_a_list(place.before.removesuffix("等"), place.quantity) and place.after:
        yield "does it count what stands named before it? then exclude it"
    if _FORETELLS.search(place.clause):
        yield _FORETOLD
    if "各" in place.before[-3:]:
        yield "各 counts several kinds; is it one figure for each?"
    if _is_in_characters(place):
        yield _IN_CHARACTERS


def of_fact(place: Place) -> Iterator[str]:
    """Yield doubts whether an amount is there at all."""
    if _FORETELLS.search(place.clause):
        yield _FORETOLD
    if _is_in_characters(place):
        yield _IN_CHARACTERS


def _is_in_characters(place: Place) -> bool:
    q = place.quantity
    return not q.value[0].isdigit() and not q.in_words and counts(q)


def _is_promised(place: Place) -> bool:
    firm = _WEAK.sub("", place.clause)
    verbal = MAKES.search(firm) or _CHANGES.search(firm) or _IS_DONE.search(place.after)
    return bool(verbal) or hedges.has_verb(_WEAK.sub("", place.before))


def is_area(place: Place) -> bool:
    """Return whether an amount is the size of a place: 总面积约60平方公里."""
    unit = (place.quantity.unit or "").lstrip("万")
    return unit in _AREAS and bool(_AREA.search(place.before)) and not re.match(r"新增|新建", place.before)
