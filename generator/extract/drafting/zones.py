"""What each part of a plan is for, told by its headings: what is there, what is wanted, what will be done."""

from __future__ import annotations

import re
from enum import Enum

from generator.language.lexicon import hedging
from generator.source.passages import Passages
from generator.source.text_source import (
    ANNEX,
    CHAPTER,
    COLOPHON,
    LETTERHEAD,
    NOTICE,
    PARAGRAPH,
    PREAMBLE,
    SECTION,
    Provision,
)


class Zone(Enum):
    """The use of a passage."""

    FRAME = "letterhead, notice, colophon"
    PAST = "foundations, situation: what is there"
    CONTEXT = "guiding thought, principles, and what has no heading of its own"
    GOALS = "goals and indicators"
    TASKS = "tasks"
    STEPS = "steps and dates: what is due, but no tasks of their own"
    RULE = "what counts as what, what is required and paid: conditions"
    MEASURES = "safeguard measures"


_MEASURES = re.compile(
    r"保障(?:措施|机制|体系|条件|支撑|工作|实施)?(?:$|[。，,、和与及])|^保障|组织实施|实施机制|组织领导|监督评估|工作要求|推进机制|政策供给|支[撑持]条件|支持体系|支撑体系|政策支持|要素支撑|组织推进|"
    r"组织协调|工作督导|工作机制|强化支撑|落实机制|统筹推进|组织落实|推进落实|推进实施|实施方式|实施要求"
)
# Of a document that is nothing but measures (若干措施) only these secure it: 强化要素保障 is one of them.
_OF_MEASURES = re.compile(r"措施(?:的通知)?(?:[（(].*)?$")
_SECURES = re.compile(r"^(?:组织|保障)|保障措施|组织实施|组织领导")
_GOALS = re.compile(r"目标|(?<!用地)(?<!能耗)(?<!排放)指标|愿景")
_TASKS = re.compile(r"任务|举措|重点工作|主要工作|工作内容|行动|工程")
_ARE_TASKS = re.compile(r"任务|举措|重点工作|主要工作|工作内容")  # and what stands between goals and them is none
_PAST = re.compile(r"基础|现状|形势|环境|背景|回顾|成效|成就|面临|挑战|意义|情况|概况|成绩|优势|短板|必要性")
_CONTEXT = re.compile(r"指导思想|原则|总体要求|总体思路|基本要求")
_STEPS = re.compile(
    r"(?:工作|实施|计划|进度|时间|推进)(?:步骤|流程|安排|阶段|进度)|阶段安排|职责(?:分工)?$|^(?:任务)?分工$|^(?:其他|其它)(?:事项)?$"
)
_RULE = re.compile(
    r"适用范围|(?:实施|建设|认定|评定|申报|基本|准入|支持|补贴|奖励)(?:标准|条件)$|类型$|技术要求$|^资金(?:管理|拨付|使用)"
)
_RULE_ANNEX = re.compile(
    r"(?:要求|规程|规范|标准|条件|说明|名录|名单|办法|细则|指南|指引|导则|申请表|登记表|公式)[》”]?$"
)
# What a part of any chapter is called that tells of what is there.
_SITUATION = re.compile(r"(?:\d{1,2}[.．、]\s*)?(?:基本情况|发展现状|现状|概况)[:：。]")
_ENDS = re.compile(r"^(?:主要|总体|工作|发展)目标[。:：]?$")
_LEADS = re.compile(r"^(?:切实)?(?:加强|强化)?(?:组织领导|组织实施|组织保障|统筹协调)")
_GLOSSARY = re.compile(r"名词解释|术语|附则")
_NOTE = re.compile(r"\[\d+\]|注\s*[:：]")  # a footnote says what something is
_ANNEX = re.compile(r"^附|名词解释|术语")
# What a section among goals is called that is none of them: 发展环境, but not 营商环境持续优化.
_NO_GOALS = re.compile(rf"(?:{_PAST.pattern}|{_CONTEXT.pattern})[。.]?$")
# What a section of a chapter on what is there is called that tells of what is not.
_TO_COME = re.compile(r"^(?!.*(?:完成|实现)).*(?:目标|指标|愿景|任务)[。.]?$")
_BACKGROUND = (Zone.PAST, Zone.CONTEXT)
# A paragraph that opens the goals where no heading does, and those that go on with them.
_OPENS_GOALS = re.compile(rf"(?:{hedging()})?到?(?:20\d\d年|“?十[一二三四五六七八九]五”?期?末)")
_GOES_ON = re.compile(r"——|--|[-•●]|[一二三四五六七八九十]是")


def zones(passages: Passages) -> dict[str, Zone]:
    """Return the zone of every passage, by its id.

    A heading of its own kind decides for what stands under it. Of the other chapters those after the goals hold
    tasks (a five-year plan has a chapter for each field), those before them context.
    """
    chapters = _chapters([p for p in passages.text.provisions if p.level == CHAPTER], passages)
    result: dict[str, Zone] = {}
    before: Provision | None = None
    annex: Zone | None = None  # an annex is read as the tasks are, where its title does not make it a rule
    for p in passages.text.provisions:
        if p.parent in (COLOPHON, ANNEX):
            annex = _annex(p, before, annex)
        if p.id in (LETTERHEAD, NOTICE, COLOPHON, ANNEX):
            result[p.id] = Zone.FRAME
        elif annex and p.id.startswith((COLOPHON, ANNEX)):
            result[p.id] = annex
        elif p.id == PREAMBLE:  # where no chapters are found, tasks begin at once
            result[p.id] = Zone.CONTEXT if chapters else Zone.TASKS
        elif p.level == CHAPTER and _GLOSSARY.search(p.words):
            result[p.id] = Zone.FRAME
        elif p.level == CHAPTER:
            result[p.id] = chapters[p.id]
        elif p.level == SECTION and result[p.parent or ""] in (*_BACKGROUND, Zone.GOALS):
            outer = result[p.parent or ""]
            kind = _kind(p) or outer
            if outer is Zone.PAST and kind in (Zone.GOALS, Zone.TASKS) and not _TO_COME.search(p.words):
                kind = outer  # 目标任务全面完成, among what was achieved
            goes_on = outer is Zone.GOALS and kind in _BACKGROUND and not _NO_GOALS.search(p.words)
            result[p.id] = outer if goes_on else kind
        elif _SITUATION.match(p.words) or (p.level == PARAGRAPH and _NOTE.match(p.words)):
            result[p.id] = Zone.PAST
        elif p.level == PARAGRAPH and _is_goal(p, result, before):
            result[p.id] = Zone.GOALS
        else:
            result[p.id] = result[p.parent or ""]
        before = p
    return result


def _annex(p: Provision, before: Provision | None, zone: Zone | None) -> Zone | None:
    """Return the zone of an annex that begins here, by its title here or in the next line; else the one so far."""
    begins = _ANNEX.match(p.words) is not None
    titled = before is not None and _ANNEX.match(before.words) is not None
    if not begins and not titled:
        return zone
    return Zone.RULE if _RULE_ANNEX.search(p.words) else Zone.TASKS if begins else zone


def _is_goal(p: Provision, zones: dict[str, Zone], before: Provision | None) -> bool:
    """Return whether a paragraph among principles tells goals: it opens with a year, or goes on with such a one."""
    if zones[p.parent or ""] is not Zone.CONTEXT or p.parent in (LETTERHEAD, NOTICE):
        return False
    goes_on = before is not None and zones[before.id] is Zone.GOALS and _GOES_ON.match(p.words)
    return bool(goes_on or _OPENS_GOALS.match(p.words))


def _chapters(chapters: list[Provision], passages: Passages) -> dict[str, Zone]:
    result: dict[str, Zone] = {}
    kinds = [_kind(p) for p in chapters]
    kinds += [Zone.GOALS for p in passages.text.provisions if p.level == SECTION and _kind(p) is Zone.GOALS]
    # whether the goals have been read; where a text has none, measures for support begin at once
    wanted = not {Zone.GOALS, Zone.TASKS} & set(kinds)
    closing = len(chapters)  # the last chapters tell how the plan is secured, whatever others speak of 保障
    title = passages.by_id.get(PREAMBLE)
    secures = _SECURES if title and _OF_MEASURES.search(title.words) else _MEASURES
    while closing and any(kind.search(chapters[closing - 1].words) for kind in (secures, _ANNEX, _STEPS)):
        closing -= 1
    closing = next((i for i, c in enumerate(chapters) if i and _LEADS.search(c.words)), closing)
    first = next((i for i, c in enumerate(chapters) if _ARE_TASKS.search(c.words) and _kind(c) is Zone.TASKS), 0)
    for i, chapter in enumerate(chapters):
        named = _kind(chapter)
        able = (Zone.GOALS,) if wanted and i else (Zone.GOALS, *_BACKGROUND)
        if wanted and _STEPS.search(chapter.words):
            result[chapter.id] = Zone.STEPS
        elif named is Zone.RULE or (named is Zone.GOALS and _ENDS.search(chapter.words)):
            result[chapter.id] = named
        elif i >= closing and i > 0 and wanted:
            result[chapter.id] = Zone.MEASURES
        elif named and named in able and Zone.TASKS not in result.values():
            result[chapter.id] = named
        elif i < first and named is not Zone.TASKS:
            result[chapter.id] = Zone.CONTEXT
        else:
            result[chapter.id] = Zone.TASKS if wanted or named is Zone.TASKS else Zone.CONTEXT
        below = {_kind(p) for p in passages.children[chapter.id] if p.level == SECTION}
        opens = any(_OPENS_GOALS.match(p.words) for p in passages.inside(chapter.id) if p.level == PARAGRAPH)
        wanted = wanted or result[chapter.id] in (Zone.GOALS, Zone.TASKS) or Zone.GOALS in below or opens
    return result


def _kind(heading: Provision) -> Zone | None:
    for pattern, zone in (
        (_RULE, Zone.RULE),
        (_GOALS, Zone.GOALS),
        (_CONTEXT, Zone.CONTEXT),
        (_PAST, Zone.PAST),
        (_TASKS, Zone.TASKS),
    ):
        if pattern.search(heading.words):
            return zone
    return None
