"""Doubts whether an amount is a goal, or a fact, at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.extract.drafting import hedges
from generator.extract.drafting.conditions import CREATES, MAKES, counts, counts_a_list
from generator.extract.drafting.places import Place
from generator.extract.drafting.quantities import PERCENT
from generator.extract.drafting.years import Mention
from generator.extract.drafting.zones import Zone
from generator.language.lexicon import CHANGES, Comparator, comparing

_BRACKET_ENDS = re.compile(rf"(?:{comparing(position='after')})?[)）]")
_FORETELLS = re.compile(r"预计|预测|测算|将达|计算|估算|可能|有望")
_AREA = re.compile(r"(?:总?面积|[起启核先][步动心导]区|规划范围)(?:约|为|共|达)*$")
_AT_LEAST = re.compile(comparing("ge", position="after"))
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
    r"应(?![急用对收届聘援变])|须|不得|原则上|申请|申报|(?<!新)认定|符合|具备|满足|经评|注册|一般为|可享|可补贴|单个|每[个家项](?![^，,。；;\d]{1,14}?(?:建有|设有|拥有|有|建成|配备))|视为|以此"
)


@dataclass(frozen=True)
class _Read:
    """An amount as it was read.

    mention: its year; is_rule: whether the text is a regulation, not a plan
    """

    place: Place
    mention: Mention | None
    comparator: Comparator
    is_rule: bool

    @property
    def among_goals(self) -> bool:
        return self.place.zone is Zone.GOALS

    @property
    def created(self) -> bool:
        """Whether the clause begins with a verb that creates."""
        return CREATES.search(self.place.clause[:12]) is not None

    @property
    def is_share(self) -> bool:
        return self.place.quantity.unit in PERCENT


def _aside(read: _Read) -> bool:
    place = read.place
    return bool(_BRACKET_ENDS.match(place.words, place.quantity.end)) and not place.before.strip()


def _threshold(read: _Read) -> bool:
    return re.match(r"的[^,，;；。]*\d", read.place.after) is not None


def _size(read: _Read) -> bool:
    place = read.place
    sized = not counts(place.quantity) and place.before.strip() and _PROPERTY.match(place.after)
    return bool(sized) and not read.among_goals and not read.created


def _condition(read: _Read) -> bool:
    place = read.place
    measured = not counts(place.quantity) and not read.is_share and not place.quantity.in_words
    limits = measured and not read.mention and read.comparator in ("ge", "le", "lt") and not _GROWS.search(place.clause)
    ruled = read.comparator == "lt" or limits or _RULES.search(place.clause) is not None
    return (
        place.after.endswith("的")
        or (ruled and not read.among_goals and not read.created)
        or (read.is_rule and not read.mention)
    )


def _unpromised(read: _Read) -> bool:
    place = read.place
    if read.among_goals or read.mention or (read.is_share and not place.before.strip()):  # 90%以上的机构设立在企业
        return False
    firm = _WEAK.sub("", place.clause)
    verbal = MAKES.search(firm) or _CHANGES.search(firm) or _IS_DONE.search(place.after)
    return not verbal and not hedges.has_verb(_WEAK.sub("", place.before))


def _there_already(read: _Read) -> bool:
    place = read.place
    return counts(place.quantity) and bool(place.after and _IMPROVES.search(place.before))


def _means(read: _Read) -> bool:
    money = (read.place.quantity.unit or "").endswith(("元", "次"))
    return read.place.zone is Zone.MEASURES and not read.mention and money


def _place_size(read: _Read) -> bool:
    return is_area(read.place) and not read.mention


def _listed(read: _Read) -> bool:
    place = read.place
    return counts_a_list(place.before.removesuffix("等"), place.quantity) and bool(place.after)


def _foretold(read: _Read) -> bool:
    return _FORETELLS.search(read.place.clause) is not None


def _of_each(read: _Read) -> bool:
    return re.search(r"各(?!建|设|有|配).{0,2}$", read.place.before) is not None


def _in_characters(read: _Read) -> bool:
    q = read.place.quantity
    return not q.value[0].isdigit() and not q.in_words and counts(q)


# What may make an amount no goal; those of facts come last.
_OF_FACTS: tuple[tuple[Callable[[_Read], bool], str], ...] = (
    (_foretold, "foretold rather than promised or there? then exclude it"),
    (_in_characters, "a number in characters; does it count what there is or will be, or what the text lists?"),
)
_OF_TARGETS: tuple[tuple[Callable[[_Read], bool], str], ...] = (
    (_aside, "an amount in brackets behind another: the same said otherwise?"),
    (_threshold, "a threshold or a property of what is counted behind it? then exclude it"),
    (_size, "the size of what is made rather than a goal?"),
    (_condition, "a condition rather than a goal? then exclude it"),
    (_unpromised, "is this promised? no word of the clause makes or reaches it"),
    (_there_already, "does it count what is there already? then make it a fact or exclude it"),
    (_means, "a means of carrying the plan out rather than a goal?"),
    (_place_size, "the size of a place rather than a goal? then make it a fact"),
    (_listed, "does it count what stands named before it? then exclude it"),
    (_of_each, "各 counts several kinds; is it one figure for each?"),
    *_OF_FACTS,
)


def of_target(place: Place, mention: Mention | None, comparator: Comparator, *, is_rule: bool) -> Iterator[str]:
    """Yield doubts whether an amount is a goal at all. is_rule: the text is a regulation, not a plan."""
    read = _Read(place, mention, comparator, is_rule)
    yield from (doubt for holds, doubt in _OF_TARGETS if holds(read))


def of_fact(place: Place) -> Iterator[str]:
    """Yield doubts whether an amount is there at all."""
    read = _Read(place, None, "eq", is_rule=False)
    yield from (doubt for holds, doubt in _OF_FACTS if holds(read))


def is_area(place: Place) -> bool:
    """Return whether an amount is the size of a place: 总面积约60平方公里."""
    unit = (place.quantity.unit or "").lstrip("万")
    sized = unit in _AREAS and _AREA.search(place.before) and not _AT_LEAST.match(place.after)
    return bool(sized) and not re.match(r"新增|新建", place.before)
