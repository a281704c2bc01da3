"""What the words of a plan mean: what compares a number, what hedges a promise, what kind of count is meant.

One table each. Rules, pages and drafting derive their patterns from them, so that a new word is one line here, and
what is drafted is what is accepted. English counterparts of the hedges stand in `counterparts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Literal

Comparator = Literal["gt", "ge", "eq", "approx", "range", "lt", "le", "qualitative"]
Commitment = Literal["firm", "aspirational"]
Measured = Literal["stock", "annual", "increment", "cumulative", "unspecified"]
Position = Literal["before", "inside", "after"]


@dataclass(frozen=True)
class Comparing:
    """A word that compares a number.

    position: where it stands: before the number, inside (between number and unit: 百余家), or after the unit
    reaches: whether it is a verb that says by itself what is done: 企业达到8家
    not_behind: words behind which it is part of another one: 到 for 达 (到达), 附 for 近 (附近)
    negated: what it says behind one of NEGATIONS; None where it has no negation
    short_of: whether it says that the number is not quite reached: nearly, not about
    """

    word: str
    comparator: Comparator
    position: Position = "before"
    reaches: bool = False
    not_behind: tuple[str, ...] = ()
    negated: Comparator | None = None
    short_of: bool = False


# 以上, 以下 and 以内 include the number; 超过, 不满 and 不足 do not (Civil Code of the PRC, art. 1259).
COMPARATORS: tuple[Comparing, ...] = (
    Comparing("超过", "gt", reaches=True, negated="le"),
    Comparing("超", "gt", reaches=True, not_behind=("反",), negated="le"),
    Comparing("突破", "gt", reaches=True, negated="le"),
    Comparing("超出", "gt", reaches=True, negated="le"),
    Comparing("余", "gt", "inside"),
    Comparing("多", "gt", "inside"),
    Comparing("大于", "gt", negated="le"),
    Comparing("高于", "gt", negated="le"),
    Comparing("多于", "gt", negated="le"),
    Comparing("逾", "gt", reaches=True, negated="le"),
    Comparing(
        "过",
        "gt",
        reaches=True,
        not_behind=("超", "经", "通", "不", "越", "透", "胜", "路", "跨", "渡", "做", "用", "进行", "开展"),
    ),
    Comparing("＞", "gt"),
    Comparing(">", "gt"),
    Comparing("迈上", "ge", reaches=True),
    Comparing("达到", "ge", reaches=True, negated="lt"),
    Comparing("达", "ge", reaches=True, not_behind=("直", "到"), negated="lt"),
    Comparing("以上", "ge", "after"),
    Comparing("及以上", "ge", "after"),
    Comparing("至少", "ge"),
    Comparing("≥", "ge"),
    Comparing("约", "approx"),
    Comparing("大约", "approx"),
    Comparing("左右", "approx", "after"),
    Comparing("上下", "approx", "after"),
    Comparing("近", "approx", not_behind=("附", "最", "邻", "临", "就"), short_of=True),
    Comparing("接近", "approx", short_of=True),
    Comparing("低于", "lt", negated="ge"),
    Comparing("小于", "lt", negated="ge"),
    Comparing("少于", "lt", negated="ge"),
    Comparing("不足", "lt"),
    Comparing("不满", "lt"),
    Comparing("未满", "lt"),
    Comparing("不到", "lt"),
    Comparing("＜", "lt"),
    Comparing("<", "lt"),
    Comparing("以下", "le", "after"),
    Comparing("及以下", "le", "after"),
    Comparing("以内", "le", "after"),
    Comparing("内", "le", "after", not_behind=("年", "区", "市")),
    Comparing("及以内", "le", "after"),
    Comparing("控制在", "le"),
    Comparing("至多", "le"),
    Comparing("最高", "le"),
    Comparing("最多", "le"),
    Comparing("≤", "le"),
)
# Promised, it is at least so much; of what exists it is the figure itself.
REACHED = tuple(entry.word for entry in COMPARATORS if entry.reaches and entry.comparator == "ge")
# What is said of a number that is not quite reached.
SHORT_OF = tuple(entry.word for entry in COMPARATORS if entry.short_of)
# What turns the word behind it into its opposite (不得超过, 未达到; not 不断突破), and what may stand between.
NEGATIONS = (
    "不", "不得", "不可", "不应", "不宜", "不能", "不许", "不准", "不会", "不要", "不再", "不予", "不允许",
    "未", "未能", "没有", "严禁", "禁止", "严防", "防止", "避免", "杜绝",
)  # fmt: skip
DEGREES = ("再", "明显", "大幅", "显著", "随意", "擅自", "一律", "违规")
# Of these, those that forbid: they reach over what is done to the comparator (不得单次超过).
FORBIDDING = ("不得", "不可", "不应", "不宜", "不能", "不许", "不准", "不允许", "严禁", "禁止", "不同时")
NEGATION = (
    f"(?:(?:{'|'.join(sorted(NEGATIONS, key=len, reverse=True))})(?:{'|'.join(DEGREES)})*"
    f"|(?:{'|'.join(FORBIDDING)})[^，,。；;、但而且并或超达突高低大小多少逾\\d]{{1,6}}?)"
)


@dataclass(frozen=True)
class Hedging:
    """A word that says how firm a promise is.

    not_behind, not_before: words beside which it hedges nothing: 经过共同努力, 在 … 努力下
    """

    word: str
    commitment: Commitment = "aspirational"
    not_behind: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()


# Words of striving only. 预计 foretells, 确保 and 务必 promise: neither makes a target one that is striven for, and a
# target must not be called so without a word that says it.
HEDGES: tuple[Hedging, ...] = (
    Hedging("力争"),
    Hedging("争取"),
    Hedging("努力", not_behind=("共同", "不懈"), not_before=("下",)),
    Hedging("力求"),
    Hedging("争创", not_behind=("竞",)),
    Hedging("争设", not_behind=("竞",)),
    Hedging("争当", not_behind=("竞",)),
    Hedging("争做", not_behind=("竞",)),
    Hedging("争进", not_behind=("竞",)),
)


@dataclass(frozen=True)
class Counting:
    """A word that says what kind of count is meant; `hedges` where its English must not be lost either."""

    word: str
    measure: Measured
    hedges: bool = False


# The first kind that is printed decides: 累计新增 is cumulative.
COUNT_WORDS: tuple[Counting, ...] = (
    Counting("当年", "annual", hedges=True),
    Counting("每年", "annual"),
    Counting("年度", "annual"),
    Counting("年均", "annual"),
    Counting("累计", "cumulative", hedges=True),
    Counting("新增", "increment", hedges=True),
    Counting("增加", "increment"),
    Counting("净增", "increment"),
    Counting("新建", "increment"),
    Counting("增长", "increment"),
)

# Verbs behind which 到 or 至 names the level that is reached, not the change: 增加到200家, 压减至20家.
CHANGES = (
    "增加", "增长", "提高", "提升", "扩大", "上升", "下降", "降低", "减少", "压缩", "压减", "缩小", "缩短", "控制",
)  # fmt: skip
SHORT_CHANGES = ("增", "提", "升", "降")  # with 至 only: 增至, 降至

DIGITS = {sign: i for i, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
MAGNITUDES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
MAGNITUDE = "".join(MAGNITUDES)  # signs that multiply
LARGE = "".join(sign for sign, worth in MAGNITUDES.items() if worth >= 10**4)  # of them, those that count anew: 三千|万
NUMERAL = f"〇{''.join(sign for sign in DIGITS if sign not in '〇两')}{MAGNITUDE}两"  # signs of a Chinese numeral
COUNTED = "".join(sign for sign, worth in DIGITS.items() if worth and sign != "两")  # 一 to 九
ENUMERATED = f"{COUNTED}十"  # of what numbers a list: 一是, 十二
OUTLINED = f"{ENUMERATED}百"  # of what numbers an outline
OUTLINE_NUMBER = f"[{OUTLINED}]{{1,5}}"
ENUMERATOR = f"[{ENUMERATED}]+是"  # 一是, 二是

# Classifiers of what plans count most: companies, projects, people.
COUNTERS = "家个件项人名户条种台"


def comparing(
    *comparators: Comparator, position: Position = "before", reaches: bool | None = None, shortest: int = 1
) -> str:
    """Return a pattern of the words that compare, negations included.

    comparators: only those of this meaning; all when none is given
    reaches: only verbs, or only what is none; shortest: the fewest characters of a word, its negation counted as 不
    """
    entries = [e for e in COMPARATORS if e.position == position and reaches in (None, e.reaches)]
    plain = [e for e in entries if e.comparator in (comparators or (e.comparator,)) and len(e.word) >= shortest]
    negated = [
        e for e in entries if e.negated and e.negated in (comparators or (e.negated,)) and len(e.word) >= shortest - 1
    ]
    return _compared(plain, negated)


def _compared(plain: Iterable[Comparing], negated: Iterable[Comparing]) -> str:
    words = {entry.word: f"{_not_behind(entry.not_behind)}{re.escape(entry.word)}" for entry in plain}
    opposed = {entry.word: re.escape(entry.word) for entry in negated}
    return f"(?:{NEGATION}{_any(opposed)}|{_beginning(words)}{_NOT_NEGATED}{_any(words)})"


def _beginning(words: Iterable[str]) -> str:
    """Return a pattern of a place where a word may begin; it spares looking behind nearly everywhere."""
    signs = "".join(sorted({word[0] for word in words}))
    return f"(?=[{re.escape(signs)}])" if signs else ""


def _not_behind(words: Iterable[str]) -> str:
    """Return a pattern of a place that none of the words stands before; alternatives looked back at have one length."""
    return "".join(f"(?<!{'|'.join(same)})" for _, same in groupby(sorted(words, key=len), key=len))


_NOT_NEGATED = _not_behind(f"{negation}{degree}" for negation in NEGATIONS for degree in ("", *DEGREES))


def _any(patterns: Mapping[str, str]) -> str:
    """Return a pattern of any of some words, the longest first: 达到 before 达."""
    return f"(?:{'|'.join(patterns[word] for word in sorted(patterns, key=len, reverse=True)) or '(?!)'})"


def comparator_words(comparator: Comparator) -> tuple[str, ...]:
    """Return the words that say so, negations with 不 behind the others."""
    plain = [entry.word for entry in COMPARATORS if entry.comparator == comparator]
    return (*plain, *(f"{NEGATIONS[0]}{entry.word}" for entry in COMPARATORS if entry.negated == comparator))


def meanings(words: str) -> list[Comparator]:
    """Return how each comparing word in some words compares: 不超过 is no 超过, 最多 no 多."""
    return [_meaning(match[0]) for match in _reader(COMPARATORS).finditer(words)]


@lru_cache(maxsize=2)
def _reader(comparators: tuple[Comparing, ...]) -> re.Pattern[str]:
    return re.compile(_compared(comparators, (entry for entry in comparators if entry.negated)))


def _meaning(printed: str) -> Comparator:
    """Return the meaning of one word as printed, whole or behind a negation."""
    entry = max((e for e in COMPARATORS if printed.endswith(e.word)), key=lambda e: len(e.word))
    return entry.comparator if printed == entry.word else entry.negated or entry.comparator


def position(word: str) -> Position:
    """Return where a printed comparator stands; before the number when it is no single word of the table."""
    return next((entry.position for entry in COMPARATORS if entry.word == word), "before")


def hedging(commitment: Commitment = "aspirational") -> str:
    """Return a pattern of the words that hedge a promise so, longest first."""
    hedges = (entry for entry in HEDGES if entry.commitment == commitment)
    return _any({e.word: f"{_not_behind(e.not_behind)}{e.word}(?!{'|'.join(e.not_before) or '(?!)'})" for e in hedges})


def hedge_words(commitment: Commitment = "aspirational") -> tuple[str, ...]:
    """Return the words that hedge a promise so."""
    return tuple(entry.word for entry in HEDGES if entry.commitment == commitment)


def count_words(measure: Measured | None = None, *, hedges: bool | None = None) -> tuple[str, ...]:
    """Return the words of a kind of count, of all kinds when none is named."""
    return tuple(w.word for w in COUNT_WORDS if measure in (None, w.measure) and hedges in (None, w.hedges))


def kinds_of_count() -> tuple[Measured, ...]:
    """Return the kinds of count that words tell, the one that decides first."""
    return tuple(dict.fromkeys(entry.measure for entry in COUNT_WORDS))


def changed_to(ends: str = "到至") -> str:
    """Return a pattern of verbs of change with what names the level they reach."""
    return f"(?:(?:{'|'.join(CHANGES)})[{ends}]|[{''.join(SHORT_CHANGES)}]至)"
