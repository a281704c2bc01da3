"""How firm and how exact a printed promise is: comparator, commitment, and what is counted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.extract.drafting.years import mentions
from generator.records.common import Comparator
from generator.records.target import Commitment, Measured
from generator.rules.numbers import MEASURE_WORDS, NEGATION
from generator.source.clauses import CLAUSE_MARKS, SEGMENT_MARKS, around, split
from generator.source.passages import Span

_MORE = "超过|超出|突破|大于|高于|多于|(?<!反)超|逾"
_LESS = "低于|小于|少于"
NOT_MORE_OR_LESS = f"{NEGATION}(?:{_MORE}|{_LESS})"
# Right before the number, what is negated first, so that 不超过 and 不得超过 are no 超过, 未达到 is no 达到.
_BEFORE: tuple[tuple[Comparator, str], ...] = (
    ("le", f"{NEGATION}(?:{_MORE})|控制在|至多|最高|最多|≤"),
    ("lt", f"{NEGATION}达到?|不足|不到|[不未]满"),
    ("ge", f"{NEGATION}(?:{_LESS})|至少|达到|≥|(?<!直)(?<!到)达"),
    ("gt", f"{_MORE}|＞|>"),
    ("lt", f"{_LESS}|＜|<"),
    ("approx", "大约|约|接近|(?<![附最邻临])近"),
)
_AFTER: tuple[tuple[Comparator, str], ...] = (
    ("approx", "左右|上下"),
    ("ge", "(?:及)?以上"),
    ("le", "(?:及)?以[内下]"),
)
_FILLERS = "(?:了|为|人民币|可|给予|奖励|补助|补贴|支持|资助)*"
_BETWEEN = re.compile(r"余|多")
_HEDGE = re.compile(r"力争|争取|(?<!共同)(?<!不懈)努力(?!下)|争创|力求")
_CHANGE = re.compile(
    r"(?:增[加长]|提[高升]|扩大|上升|增至|下降|降低|减少|压[缩减]|缩[小短]|控制)(?:到|至|为)$|[增提降升]至$"
)
_FLOWS = re.compile(r"(?<!拥有)(?<![存总数])量$|额$|产值|收入|营收|税收|投资|交易|申请|流量|吞吐|增加值|总值|次数")
_MAKES = re.compile(
    r"培育|引进|引育|打造|建成|建设|集聚|实现|推动|推进|开展|举办|设立|新设|引入|完成|形成|组织|吸引|储备|优化|释放|"
    r"盘活|招引|开放|推出|承担|给予|筹建|布局|开通|入选|落地|认定|培训|服务|开工|新[增设建]|累计"
)
_VERBAL = ("达到", "达", "突破", "超过", "超", "逾")
_COUNTED = re.compile(r"(?:企业|公司|机构|中心|平台|园区|工厂|人才|人员|人数|数量|总数|总量|拥有量|家数|数)$")


@dataclass(frozen=True)
class Reading:
    """One reading and the word it rests on."""

    comparator: Comparator
    word: str | None


def comparator(before: str, between: str, after: str) -> Reading:
    """Read how a number is compared.

    before: the words of its clause in front of it; between: what stands between number and unit; after: what follows
    """
    tail = next((found for found in _adjacent(_AFTER, after, at_end=False)), None)
    if tail and tail.comparator == "approx":
        return tail
    head = next((found for found in _adjacent(_BEFORE, before.rstrip(), at_end=True)), None)
    if head:
        return head
    if _BETWEEN.fullmatch(between.strip()):
        return Reading("gt", between.strip())
    return tail or Reading("eq", None)


def _adjacent(table: tuple[tuple[Comparator, str], ...], words: str, *, at_end: bool) -> list[Reading]:
    found = []
    for kind, pattern in table:
        match = re.search(f"({pattern}){_FILLERS}$", words) if at_end else re.match(f"({pattern})", words.lstrip())
        if match:
            found.append(Reading(kind, match[1]))
    return found


@dataclass(frozen=True)
class Hedge:
    """How firm a promise is.

    doubt: a hedge in an earlier clause that may or may not reach, as a comment for the editor
    """

    commitment: Commitment
    word: str | None
    doubt: str | None = None


def commitment(words: str, at: int) -> Hedge:
    """Read how firm the promise at a place is.

    A hedge reaches to the end of its clause; in front of a year that opens the sentence (力争到2026年,…) it reaches as
    far as the year does. Source: the second reading of the five plans, decision 0007.
    """
    segment = around(split(words, SEGMENT_MARKS), at)
    clauses = [c for c in split(words, CLAUSE_MARKS) if segment.start <= c.start and c.start <= at]
    own = list(_HEDGE.finditer(words, clauses[-1].start, at))
    if own:
        return Hedge("aspirational", own[-1][0])
    for distance, clause in enumerate(reversed(clauses[:-1]), 1):
        hedges = list(_HEDGE.finditer(words, clause.start, clause.end))
        if not hedges:
            continue
        if any(m.frames and hedges[-1].end() <= m.start <= clause.end for m in mentions(words)):
            return Hedge("aspirational", hedges[-1][0])
        where = "one clause" if distance == 1 else f"{distance} clauses"
        return Hedge("firm", None, f"{hedges[-1][0]} stands {where} before; does it reach here?")
    return Hedge("firm", None)


def measure(quote: str, before: str, unit: str | None, kind: Comparator) -> tuple[Measured, str | None]:
    """Read what is counted, and say why when the words leave it open.

    quote: the whole clause; before: its words in front of the number; unit: id of the unit
    Counts that are reached or exceeded are a stock; what is made or attracted (培育5家), a flow of which no period is
    printed, a sum or a share is left unspecified (decision 0007).
    """
    if _CHANGE.search(before):
        return ("stock" if unit in _COUNTS and not _FLOWS.search(_subject(before)) else "unspecified"), None
    quote = quote.replace("增加值", "")
    for name in ("annual", "cumulative", "increment"):
        if any(word in quote for word in MEASURE_WORDS[name]):
            return name, None
    subject = _subject(before)
    if unit not in _COUNTS and not (unit in _AREAS and subject.endswith("面积")):
        return "unspecified", None
    verbal = any(before.rstrip().endswith(word) for word in _VERBAL)
    reached = subject.removeprefix("实现") if verbal else subject  # 实现入孵企业超400家: a level that is reached
    plain = not _MAKES.match(reached) and not _FLOWS.search(reached)
    named = verbal or (_COUNTED.search(reached) is not None and not _HEDGE.search(before))
    if kind in ("ge", "gt", "le", "lt", "approx") and (reached or verbal) and plain and named:
        return "stock", None
    return "unspecified", "stock or increase? the text does not say"


_AREAS = ("m2", "km2")
_COUNTS = ("count", "person", "person-times", "per-10k-people")


def _subject(before: str) -> str:
    """Return what stands in front of the comparator, without the hedge and the frame."""
    bare = _HEDGE.sub("", before)
    for _, pattern in _BEFORE:
        bare = re.sub(f"(?:{pattern}|(?:增加|提[高升]|增长)?[到至])$", "", bare.rstrip())
    return bare.rstrip().removesuffix("数量").removesuffix("总数").strip("“”")


def has_verb(before: str) -> bool:
    """Say whether the words in front of a number say themselves what is done, or reached."""
    reached = any(before.rstrip().endswith(word) for word in _VERBAL)
    counted = any(word in before for words in MEASURE_WORDS.values() for word in words)
    return reached or counted or _MAKES.match(before) is not None


def hedge_free(words: str) -> str:
    """Return words without their hedges, for a label."""
    return _HEDGE.sub("", words)


def clause_of(words: str, at: int) -> Span:
    """Return the clause a place lies in."""
    return around(split(words, CLAUSE_MARKS), at)
