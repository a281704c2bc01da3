"""What the words of a passage say by their form, found once: clauses, years, hedges, amounts, what counts nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.extract.drafting.patterns import PATTERNS
from generator.extract.drafting.quantities import ORDER, Quantity, quantities
from generator.extract.drafting.years import Mention, mentions
from generator.language import lexicon
from generator.language.dates import WRITTEN_PLAN
from generator.language.numerals import find_numbers
from generator.language.units import COUNTERS
from generator.records.exclusion import ExclusionReason
from generator.source.clauses import CLAUSE_MARKS, SEGMENT_MARKS, SENTENCE_MARKS, around, split
from generator.source.passages import Span

Period = tuple[int, int]

_SHORT = 30  # characters of a title that is quoted whole
_DASH = "[-—–~～至]"
_TITLE = re.compile(r"《[^》]*》")
_HEDGE = re.compile(lexicon.hedging())
_COMPARED = re.compile(rf"(?:{lexicon.comparing()}|{lexicon.changed_to()})\s*$")
_AFTER = lexicon.comparing(position="after")
# What is done for money: its amount is the size of a grant. What is behind the amount tells it too.
_GRANTS = re.compile(
    r"给予|予以|奖励|奖补|补贴|补助|资助|贴息|奖金|按[^，,。；;]{2,12}(?:比例|标准)[^，,。；;]{0,6}支持"
)
_GRANTED = re.compile(r"[^，,。；;]{0,8}(?:奖励|奖补|补贴|补助|资助|贴息|经费支持|资金支持|开办经费|一次性)")
_GRANT_UNITS = ("元", "%", "倍")
# The noun of a class behind a size by which it is named: 年产值超100亿元的龙头企业, 30人以上企业.
_KIND = (
    r"(?:重大|重点|大型|中型|小型|龙头|骨干|优质|领军|头部|链主|上市|规上|规模以上|工业|服务业|科技|高新技术|商贸|金属|"
    r"非金属|大中型|及以上)*(?:企业|公司|项目|集群|楼宇|园区?|医院|矿山?|煤矿|机构|单位|法人|产业链|载体|平台)"
)
_SIZE = re.compile(rf"(?:{_AFTER}|级)?(?:的[^，,。；;]*[^，,。；;\d]|(?={_KIND})|[、及和][^，,。；;]*?的)")
_OVER = re.compile(r"(?:超过|超|逾)$")
_NOUN = re.compile(r"[\u4e00-\u9fff]{2,10}")
_CLASS_BY_SIZE = re.compile(rf"(?:{_AFTER})?(?:{_AFTER})(?:的|(?={_KIND}))|的[^，,。；;]{{0,20}}?{_KIND}|(?={_KIND})")
_ATTRIBUTE = re.compile(
    r"(?:产值|营收|收入|规模|面积|深度|高度|人数|投资|投资额|资金|产能|金额|税收|市值|估值|资产|距离|时间|年限|能力|井深|总量)"
    rf"(?:{lexicon.comparing()}|为|在)?$"
)
# Verbs that make something: what they govern is promised, whatever its size.
MAKES = (
    r"培育|引进|引育|打造|建成|建设|新建|集聚|实现|设立|新设|引入|完成|形成|组织|吸引|储备|优化|释放|盘活|招引|"
    r"推出|布局|认定|培训|新增|落地|开工|举办|开展|推进|推动|改造|创建|组建|开通|建立|攻克|制定|发布|遴选|支持|入库|"
    r"转化|孵化|拓展|争取|争创|力争|达到|达|超过|超|突破|累计|每年|增加|增设|净增|完善|实施|部署|投放|配建|筹建|申报|"
    r"征集|评选|选派|扩大|招聘|招录|补充|开发|建造|更新|上市|获批|获评|推广|应用|孵育|聚集|汇聚|拥有|现有|已有|共有|设有"
)
_MAKES = re.compile(MAKES)
CREATES = re.compile(r"培育|引进|引育|打造|建成|建设|新建|集聚|设立|新设|形成|组建|新增|力争|争取|实现")
_UP_TO_KIND = re.compile(rf"(?:及?以下)(?:的)?{_KIND}")
_ITEM = re.compile(r"、|和|及|与")


@dataclass(frozen=True)
class Excluded:
    """Words that hold numbers which count nothing.

    start, end: offsets into the passage's words
    """

    start: int
    end: int
    reason: ExclusionReason

    def covers(self, start: int, end: int) -> bool:
        return self.start < end and start < self.end


@dataclass(frozen=True)
class Annotated:
    """The words of one passage with what is found in them.

    years: the years that are named; hedges: where words of striving stand
    excluded: words whose numbers count nothing; amounts: what is left and measures something
    """

    words: str
    clauses: tuple[Span, ...]
    sentences: tuple[Span, ...]
    segments: tuple[Span, ...]
    years: tuple[Mention, ...]
    hedges: tuple[Span, ...]
    excluded: tuple[Excluded, ...]
    amounts: tuple[Quantity, ...]

    def clause(self, at: int) -> Span:
        """Return the clause a place lies in."""
        return around(list(self.clauses), at)

    def sentence(self, at: int) -> Span:
        """Return the sentence a place lies in."""
        return around(list(self.sentences), at)

    def segment(self, at: int) -> Span:
        """Return the part between semicolons and stops a place lies in."""
        return around(list(self.segments), at)

    def nearest(self, at: int, since: int = 0) -> Mention | None:
        """Return the year that holds for a place by the words of its own sentence; none named before `since` counts.

        A year in the same clause, or else one that opens an earlier clause of the sentence.
        """
        sentence, clause = self.sentence(at), self.clause(at)
        before = [m for m in self.years if max(sentence.start, since) <= m.start and m.end <= at and not m.compared]
        return next((m for m in reversed(before) if m.start >= clause.start or m.frames), None)

    def earlier(self, at: int, last: int | None = None) -> Mention | None:
        """Return the last year that opens a clause before a place, in whatever sentence; of those up to `last`."""
        before = [m for m in self.years if m.frames and m.end <= at and (last is None or m.year <= last)]
        return before[-1] if before else None

    def orders(self, found: list[Quantity]) -> list[Quantity]:
        """Return orders of magnitude (千亿级) in clauses without another amount: promises in words."""
        free = [c for c in self.clauses if not any(c.start <= q.start < c.end for q in found)]
        return [
            Quantity(m.start(), m.end() - 1, m.end() - 1, m[0][:-1], None, in_words=True)
            for m in ORDER.finditer(self.words)
            if self.clause(m.start()) in free
        ]


def annotate(words: str, units: tuple[str, ...] = (), period: Period | None = None) -> Annotated:
    """Return the annotations of a passage.

    units: unit words of the vocabulary; period: the plan's own, which is no citation where its title is named
    """
    return _annotated(words, units, period)


@lru_cache(maxsize=4096)
def _annotated(words: str, units: tuple[str, ...], period: Period | None) -> Annotated:
    clauses = tuple(split(words, CLAUSE_MARKS)) or (Span(0, 0),)
    years = tuple(mentions(words))
    nothing = excluded(words, period)
    taken = [(e.start, e.end) for e in nothing] + [(m.start, m.end) for m in years]
    taken += [(m.start(), m.end()) for m in re.finditer("每[百十]?万人", words)]
    found = [q for q in quantities(words, units, taken) if _measures(words, q)]
    classes = [e for q in found if (e := _condition(words, clauses, q, found))]
    counted = [q for q in found if not any(e.covers(q.start, q.end) for e in classes)]
    return Annotated(
        words,
        clauses,
        tuple(split(words, SENTENCE_MARKS)) or (Span(0, 0),),
        tuple(split(words, SEGMENT_MARKS)) or (Span(0, 0),),
        years,
        tuple(Span(m.start(), m.end()) for m in _HEDGE.finditer(words)),
        (*nothing, *classes),
        tuple(counted),
    )


def _measures(words: str, quantity: Quantity) -> bool:
    """Return whether a number measures something: it has a unit, a magnitude, or is compared with."""
    if quantity.unit or quantity.in_words:
        return True
    magnitude = len(quantity.value) > 1 and quantity.value[-1] in lexicon.LARGE
    return magnitude or (quantity.value[0].isdigit() and _COMPARED.search(words[: quantity.start]) is not None)


def _condition(words: str, clauses: tuple[Span, ...], q: Quantity, found: list[Quantity]) -> Excluded | None:
    """Return the words of an amount that nobody promises: a grant, the size of a class, a count of what is listed."""
    clause = around(list(clauses), q.start)
    before, after = words[clause.start : q.start], words[q.end : clause.end]
    unit = (q.unit or "").lstrip(lexicon.MAGNITUDE)
    if unit in _GRANT_UNITS and _is_grant(words, q):
        return Excluded(q.start, q.end, "condition")
    others = [o for o in found if o is not q and clause.start <= o.start < clause.end and not o.in_words]
    if q.in_words:
        return None
    if not counts(q):
        behind = [o for o in others if o.start > q.end and counts(o)]
        between = words[q.end : behind[0].start] if behind else ""
        if behind and (_SIZE.match(between) or (_OVER.search(before) and _NOUN.fullmatch(between))):
            return _size(words, clause, q)
        if any(counts(o) for o in others if o.end < q.start) and _CLASS_BY_SIZE.match(after):
            return _size(words, clause, q)
        sized = _ATTRIBUTE.search(before) and not CREATES.search(before)
        if (sized and _CLASS_BY_SIZE.match(after)) or _UP_TO_KIND.match(after):
            return _size(words, clause, q)
        if (
            sized
            and (joined := re.match(r"[、或及][^、，,。；;]*?", after))
            and any(
                _ATTRIBUTE.search(words[q.end + joined.start() : o.start])
                and _CLASS_BY_SIZE.match(words[o.end : clause.end])
                for o in others
                if o.start > q.end and not counts(o)
            )
        ):
            return _size(words, clause, q)
    elif not q.value[0].isdigit() and not _said_to_be(before, after) and not counts_a_list(before, q):
        end = q.end + len(re.findall(r"^[\u4e00-\u9fff]{0,4}", after)[0])
        return Excluded(q.start, end, "formula")
    return None


def _is_grant(words: str, q: Quantity) -> bool:
    sentence = around(split(words, SENTENCE_MARKS), q.start)
    before = words[sentence.start : q.start]
    granted = _GRANTED.match(words, q.end)
    grants = list(_GRANTS.finditer(before))
    return bool(granted) or bool(grants and "达到" not in before[grants[-1].end() :])


def _size(words: str, clause: Span, q: Quantity) -> Excluded:
    before = re.search(rf"{lexicon.comparing()}$", words[clause.start : q.start])
    after = re.match(_AFTER, words[q.end : clause.end])
    return Excluded(q.start - (len(before[0]) if before else 0), q.end + (after.end() if after else 0), "condition")


def counts(q: Quantity) -> bool:
    """Return whether an amount counts single things."""
    unit = (q.unit or "").lstrip(lexicon.MAGNITUDE)
    return unit in COUNTERS or (unit in "家个件项座条所名" and bool(unit))


def counts_a_list(before: str, q: Quantity) -> bool:
    """Return whether an amount counts what stands named before it, and all of it: A、B两个特色园区."""
    count = int(q.value) if q.value.isdecimal() else lexicon.DIGITS.get(q.value, 0)
    return count > 1 and len(_ITEM.findall(before)) + 1 == count and not before[-1:].isdigit()


def _said_to_be(before: str, after: str) -> bool:
    """Return whether words around a Chinese numeral make or have what it counts: 建设两条大道, not 四个功能区."""
    return bool(_MAKES.search(before[-12:]) or re.match(_AFTER, after) or _COMPARED.search(before))


def excluded(words: str, period: Period | None = None) -> list[Excluded]:
    """Return the words of a passage whose numbers count nothing, earlier patterns first."""
    candidates = list(_candidates(words, period))
    chosen = [next((e for e in candidates if e.covers(n.start, n.end)), None) for n in find_numbers(words)]
    return list(dict.fromkeys(e for e in chosen if e))


def _candidates(words: str, period: Period | None) -> Iterator[Excluded]:
    for title in _TITLE.finditer(words):
        yield from _title(words, Span(title.start(), title.end()), period)
    for reason, pattern in PATTERNS:
        for match in pattern.finditer(words):
            yield Excluded(match.start(), match.end(), reason)


def _title(words: str, title: Span, period: Period | None) -> Iterator[Excluded]:
    """Yield the numbers of another document's title as citations; the plan's own period is its period."""
    numeral = f"[{lexicon.NUMERAL}]"
    plan = re.search(
        rf"{WRITTEN_PLAN}(?:和[二2][〇0]{numeral}*\d*年远景目标)?(?:纲要)?", words[title.start : title.end]
    )
    if plan:
        yield Excluded(title.start + plan.start(), title.start + plan.end(), "citation")
    for number in find_numbers(words[title.start : title.end]):
        start, end = title.start + number.start, title.start + number.end
        span = re.search(rf"(?:19|20)\d\d年?\s*{_DASH}+\s*(?:19|20)\d\d年?", words[title.start : title.end])
        if span and title.start + span.start() <= start < title.start + span.end():
            ends = tuple(int(year) for year in re.findall(r"\d{4}", span[0]))
            yield Excluded(
                title.start + span.start(), title.start + span.end(), "period" if ends == period else "citation"
            )
        else:
            yield Excluded(*_whole(title, start, end), "citation")


def _whole(title: Span, start: int, end: int) -> tuple[int, int]:
    """Return where to cut a title around a number: not at all where it is short, else at a mark or a few words away."""
    inner = Span(title.start + 1, title.end - 1)
    if inner.end - inner.start <= _SHORT:
        return inner.start, inner.end
    return max(inner.start, start - _SHORT // 2), min(inner.end, end + _SHORT // 2)
