"""How firm and how exact a printed promise is: comparator, commitment, and what is counted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.extract.drafting.annotations import Annotated
from generator.extract.drafting.conditions import CREATES
from generator.language import lexicon
from generator.language.lexicon import Commitment, Comparator, Measured
from generator.language.units import DURATIONS

_FILLERS = "(?:了|为|人民币|可|给予|奖励|补助|补贴|支持|资助)*"
_BEFORE = re.compile(f"({lexicon.comparing()}){_FILLERS}$")
_AT_LEAST = re.compile("(至少|至多|最多)[\u4e00-\u9fff]{1,4}$")  # 至少建设1个
_INSIDE = re.compile(lexicon.comparing(position="inside"))
_AFTER = re.compile(lexicon.comparing(position="after"))
_REACHES = re.compile(f"{lexicon.comparing('gt', 'ge', reaches=True)}$")
_HEDGE = re.compile(lexicon.hedging())
_CHANGE = re.compile(f"{lexicon.changed_to('到至为')}$")
_BEFORE_NUMBER = re.compile(f"(?:{lexicon.comparing()}|{lexicon.changed_to()}|[到至])$")
_SIDES: dict[Comparator, int] = {"gt": 1, "ge": 1, "lt": -1, "le": -1}
_ENDS = re.compile(r"内(?:$|[，,。；;、）)]|完成|办结|实现)")  # 100家内; not 10平方公里内建设
_SOLVED = re.compile(r"(?:以上|左右)?[^,，。；;、]{0,14}(?:技术|工艺|瓶颈|难题|装备|材料|产品|零部件)")
_BREAKS = re.compile(r"(?<![不数量])突破了?$")
_SOLVED_UNITS = ("项", "个", "种", "类", "件", "款")
_FLOWS = re.compile(r"(?<!拥有)(?<![存总数])量$|额$|产值|收入|营收|税收|投资|交易|申请|流量|吞吐|增加值|总值|次数")
_COUNTED = re.compile(r"(?:企业|公司|机构|中心|平台|园区|工厂|人才|人员|人数|数量|总数|总量|拥有量|家数|数)$")


@dataclass(frozen=True)
class Reading:
    """One reading and the word it rests on."""

    comparator: Comparator
    word: str | None


def comparator(before: str, between: str, after: str, unit: str | None = None) -> Reading:
    """Read how a number is compared.

    before: the words of its clause in front of it; between: what stands between number and unit; after: what follows
    unit: as printed, for 内 says “at most” of a time (30天内, not 园区内), and 突破 is a verb where it solves things
    """
    tail = _reading(_AFTER.match(re.sub("^/[年月日天]", "", after.lstrip())))
    if tail and tail.word == "内" and unit not in DURATIONS and not _ENDS.match(after):
        tail = None
    if tail and tail.comparator == "approx":
        return tail
    head = _BEFORE.search(before.rstrip()) or _AT_LEAST.search(before.rstrip())
    if breaks_through(before, after, unit):
        head = None
    inside = _INSIDE.fullmatch(between.strip())
    if head and tail and _SIDES.get(_meaning(head)) == -_SIDES.get(tail.comparator, 0):
        return tail  # 控制在90%以上, 达到3天以内: what stands behind says which side is meant
    return _reading(head) or _reading(inside) or tail or Reading("eq", None)


def breaks_through(before: str, after: str, unit: str | None) -> bool:
    """Return whether 突破 in front of a number has what is counted as its object: 突破10项技术, not 专利数突破10项."""
    return unit in _SOLVED_UNITS and bool(_BREAKS.search(before.rstrip()) and _SOLVED.match(after))


def _meaning(match: re.Match[str]) -> Comparator:
    return lexicon.meanings(match[match.lastindex or 0])[0]


def _reading(match: re.Match[str] | None) -> Reading | None:
    if match is None:
        return None
    return Reading(_meaning(match), match[match.lastindex or 0])


@dataclass(frozen=True)
class Hedge:
    """How firm a promise is.

    doubt: a hedge in an earlier clause that may or may not reach, as a comment for the editor
    """

    commitment: Commitment
    word: str | None
    doubt: str | None = None


def commitment(text: Annotated, at: int) -> Hedge:
    """Read how firm the promise at a place is.

    A hedge reaches to the end of its clause; in front of a year that opens the sentence (力争到2026年,…) it reaches as
    far as the year does. Source: the second reading of the five plans, decision 0007.
    """
    segment, clause = text.segment(at), text.clause(at)
    for hedge in reversed([h for h in text.hedges if segment.start <= h.start and h.end <= at]):
        word = text.words[hedge.start : hedge.end]
        if hedge.start >= clause.start:
            return Hedge("aspirational", word)
        own = text.clause(hedge.start)
        if any(m.frames and hedge.end <= m.start <= own.end for m in text.years):
            return Hedge("aspirational", word)
        if not text.opens_clause(hedge.start):  # A力争达到1,B达到2: B has a subject of its own
            return Hedge("firm", None)
        distance = sum(own.start < c.start <= clause.start for c in text.clauses)
        where = "one clause" if distance == 1 else f"{distance} clauses"
        return Hedge("firm", None, f"{word} stands {where} before; does it reach here?")
    return Hedge("firm", None)


def measure(quote: str, before: str, unit: str | None, kind: Comparator) -> Measured:
    """Read what is counted.

    quote: the whole clause; before: its words in front of the number; unit: id of the unit
    Counts that are reached or exceeded are a stock; what is made or attracted (培育5家), a flow of which no period is
    printed, a sum or a share is left unspecified: the text does not say (decision 0007).
    """
    if _CHANGE.search(before):
        return "stock" if unit in _COUNTS and not _FLOWS.search(_subject(before)) else "unspecified"
    quote = re.sub("增加值|上一?年度?", "", quote)  # nor does the year that is compared with say what is counted
    for kind_of_count in lexicon.kinds_of_count():
        if any(word in quote for word in lexicon.count_words(kind_of_count)):
            return kind_of_count
    subject = _subject(before)
    if unit not in _COUNTS and not (unit in _AREAS and subject.endswith("面积")):
        return "unspecified"
    verbal = _REACHES.search(before.rstrip()) is not None
    reached = subject.removeprefix("实现") if verbal else subject  # 实现入孵企业超400家: a level that is reached
    plain = not CREATES.match(reached) and not _FLOWS.search(reached)
    named = verbal or (_COUNTED.search(reached) is not None and not _HEDGE.search(before))
    is_stock = kind in ("ge", "gt", "le", "lt", "approx") and (reached or verbal) and plain and named
    return "stock" if is_stock else "unspecified"


_AREAS = ("m2", "km2")
_COUNTS = ("count", "person", "person-times", "per-10k-people")


def _subject(before: str) -> str:
    """Return what stands in front of the comparator, without the hedge and the frame."""
    bare = _HEDGE.sub("", before)
    while shorter := _BEFORE_NUMBER.search(bare.rstrip()):
        bare = bare[: shorter.start()]
    return bare.rstrip().removesuffix("数量").removesuffix("总数").strip("“”")


def has_verb(before: str) -> bool:
    """Return whether the words in front of a number say themselves what is done, or reached."""
    reached = _REACHES.search(before.rstrip()) is not None
    counted = any(word in before for word in lexicon.count_words())
    return reached or counted or CREATES.match(before) is not None


def hedge_free(words: str) -> str:
    """Return words without their hedges, for a label."""
    return _HEDGE.sub("", words)
