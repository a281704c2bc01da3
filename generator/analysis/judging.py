"""Whether a result shows that a target was reached: one pure function of both, with the reasons as keys.

Knows records only. What is said of each key stands with the interface words, below `judged`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from generator.analysis.comparability import is_ratio
from generator.analysis.spans import Span, ends, exact, precision, span
from generator.records.common import Bilingual
from generator.records.fact import Fact
from generator.records.metric import Direction
from generator.records.result import Result
from generator.records.target import Target

Outcome = Literal["reached", "not-reached", "not-reached-so-far", "on-course", "behind", "cannot-say", "words-only"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
REACHED, NOT_REACHED, SO_FAR, ON_COURSE, BEHIND, CANNOT_SAY, WORDS_ONLY = OUTCOMES

# Why nothing can be said.
CANNOT = (
    *("words-result", "doubtful", "unit", "denominator", "scope", "measure", "direction", "bound", "approximate"),
    *(
        "span",
        "later-year",
        "before-year",
        "no-line",
        "no-baseline",
        "baseline-bound",
        "baseline-other",
        "baseline-year",
    ),
)
# What a reader must know all the same.
CAVEATS = (
    *("target-silent", "result-silent", "both-silent", "left-open", "unit-inferred"),
    *("provisional", "result-approx", "span-shorter", "no-year"),
)
_HIGHER = {"ge": "higher", "gt": "higher", "le": "lower", "lt": "lower"}


@dataclass(frozen=True)
class Case:
    """A result and the target it is of.

    direction: of the metric: on which side of a bare number a result is no worse
    baseline: the fact the target starts from; start: first year of the plan; doubted: the printed figure is doubtful
    """

    target: Target
    result: Result
    direction: Direction
    baseline: Fact | None = None
    start: int | None = None
    doubted: bool = False


@dataclass(frozen=True)
class Judgement:
    """What can be said. line: where the straight line from the baseline to the target stands in the result's year."""

    outcome: Outcome
    reasons: tuple[str, ...]
    caveats: tuple[str, ...] = ()
    line: Decimal | None = None


def judge(case: Case) -> Judgement:
    """Return what a result says of its target.

    ge, gt, le, lt: as written. A bare number or “about”: the result, rounded to the printed precision, is not on the
    worse side of it, as the metric is judged. A range: within it. Where something else is counted, where words or the
    direction are lacking, nothing can be said; before the target's year only whether the result keeps up with the
    straight line from the baseline.
    """
    target, result = case.target, case.result
    if target.comparator == "qualitative":
        return Judgement(WORDS_ONLY, ("words-target",))
    if grave := tuple(_grave(case)):
        return Judgement(CANNOT_SAY, grave)
    if target.year and result.year < target.year:
        return _on_the_way(case)
    if target.year and result.year > target.year:
        return Judgement(CANNOT_SAY, ("later-year",))
    reason, met = _met(case)
    if met is None:
        return Judgement(CANNOT_SAY, (reason,))
    spans = _span(case)
    if spans == ("longer" if met else "shorter"):
        return Judgement(CANNOT_SAY, ("span",))
    caveats = (*_caveats(case), *(("span-shorter",) if spans == "shorter" else ()))
    return Judgement(_outcome(target, met), (f"{reason}-met" if met else f"{reason}-unmet",), caveats)


def _outcome(target: Target, met: bool) -> Outcome:
    if met:
        return REACHED
    return NOT_REACHED if target.firmness == "firm" and target.year else SO_FAR


def _grave(case: Case) -> Iterator[str]:
    """Yield why a result cannot be held against its target at all."""
    target, result = case.target, case.result
    if result.comparator == "qualitative":
        yield "words-result"
        return
    if case.doubted:
        yield "doubtful"
    if target.unit != result.unit:
        yield "unit"
    if _differ(target.denominator, result.denominator):
        yield "denominator"
    if _differ(target.scope, result.scope):
        yield "scope"
    if target.measure != result.measure and not {target.measure, result.measure} & {"unspecified"}:
        yield "measure"


def _caveats(case: Case) -> Iterator[str]:
    target, result = case.target, case.result
    if not is_ratio(target):
        silent = (target.measure == "unspecified", result.measure == "unspecified")
        if any(silent):
            yield {(True, True): "both-silent", (True, False): "target-silent"}.get(silent, "result-silent")
    if target.left_open:
        yield "left-open"
    if target.unit_inferred or result.unit_inferred:
        yield "unit-inferred"
    if not result.final:
        yield "provisional"
    if result.comparator == "approx":
        yield "result-approx"
    if target.year is None:
        yield "no-year"


def _met(case: Case) -> tuple[str, bool | None]:
    """Return by which row of the table a target is judged, and whether it is met; None where that cannot be said."""
    target, found = case.target, span(case.result)
    if target.comparator == "range":
        row, met = "range", found.within(*ends(target))
    elif target.comparator in _HIGHER:
        row, met = target.comparator, _compared(target.comparator, exact(target))(found)
    elif case.direction == "none":
        return "direction", None
    else:
        step = precision(target)
        row, comparator = f"rounded-{case.direction}", "ge" if case.direction == "higher" else "le"
        met = _compared(comparator, exact(target))(found.rounded(step) if step else found)
    if case.result.comparator == "approx" != target.comparator and found.low in ends(target):
        return "approximate", None
    return (row, met) if met is not None else ("bound", None)


def _compared(comparator: str, figure: Decimal) -> Callable[[Span], bool | None]:
    strictly = comparator in ("gt", "lt")
    if comparator in ("ge", "gt"):
        return lambda found: found.above(figure, strictly=strictly)
    return lambda found: found.below(figure, strictly=strictly)


def _on_the_way(case: Case) -> Judgement:
    """Return whether a result of an earlier year keeps up with the straight line from the baseline to the target."""
    target, base = case.target, case.baseline
    if target.measure not in ("stock", "cumulative") or case.result.measure != target.measure:
        return Judgement(CANNOT_SAY, ("before-year", "no-line"))
    direction = _HIGHER.get(target.comparator, case.direction)
    if direction == "none":
        return Judgement(CANNOT_SAY, ("before-year", "direction"))
    if why := _baseline_unfit(case):
        return Judgement(CANNOT_SAY, ("before-year", why))
    line = _line(case, base, _goal(target, direction)) if base else Decimal(0)
    met = _compared("ge" if direction == "higher" else "le", line)(span(case.result))
    if met is None:
        return Judgement(CANNOT_SAY, ("before-year", "bound"))
    return Judgement(ON_COURSE if met else BEHIND, (f"line-{'met' if met else 'unmet'}",), (*_caveats(case),), line)


def _baseline_unfit(case: Case) -> str:
    """Return why no straight line can be drawn from the baseline, "" where one can."""
    base, target = case.baseline, case.target
    if base is None:
        return "no-baseline"
    if base.value is None or base.comparator not in ("eq", "approx"):
        return "baseline-bound"
    if target.unit != base.unit or _differ(target.scope, base.scope) or _differ(target.denominator, base.denominator):
        return "baseline-other"
    return "" if base.year and base.year < case.result.year else "baseline-year"


def _line(case: Case, base: Fact, goal: Decimal) -> Decimal:
    """Return where the straight line stands in the year of the result."""
    first, last, start = base.year or 0, case.target.year or 0, exact(base)
    return start + (goal - start) * (case.result.year - first) / (last - first)


def _goal(target: Target, direction: str) -> Decimal:
    """Return the figure that is to be reached: of a range the end that is met first."""
    low, high = ends(target)
    return low if direction == "higher" else high


def _span(case: Case) -> str:
    """Return over which years an increase is counted, beside those of the plan: the same, longer or shorter."""
    if "increment" not in (case.target.measure, case.result.measure):
        return "same"
    since = case.result.since or case.result.year
    start = case.start or since
    return "same" if since == start else "longer" if since < start else "shorter"


def _differ(a: Bilingual | None, b: Bilingual | None) -> bool:
    return (a and a.zh) != (b and b.zh)
