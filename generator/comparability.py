"""Whether two targets of a metric may be set side by side, computed from what they count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.records.common import Bilingual
from generator.records.target import Target

Verdict = Literal["comparable", "caveat", "not-comparable"]


@dataclass(frozen=True)
class Comparison:
    """A verdict and the reasons that led to it, as keys of the interface catalogue (`compare.reason.<key>`).

    reasons: what weighs against comparing, the gravest first; empty when nothing does
    """

    verdict: Verdict
    reasons: tuple[str, ...]


def compare(a: Target, b: Target) -> Comparison:
    """Compare what two targets of one metric count. Symmetric.

    Not comparable: one is in words only; units, denominators or scopes differ; a stock against an increment or another
    kind of count. With a caveat: one side does not say what it counts, horizons differ, one side names a scope, or
    a unit was inferred.
    """
    grave = [reason for reason, holds in _grave(a, b).items() if holds]
    light = [reason for reason, holds in _light(a, b).items() if holds]
    if grave:
        return Comparison("not-comparable", tuple(grave + light))
    return Comparison("caveat" if light else "comparable", tuple(light))


def _grave(a: Target, b: Target) -> dict[str, bool]:
    return {
        "words-only": "qualitative" in (a.comparator, b.comparator),
        "unit": a.unit != b.unit,
        "denominator": _differ(a.denominator, b.denominator),
        "scope": _differ(a.scope, b.scope),
        "measure": a.measure != b.measure and "unspecified" not in (a.measure, b.measure),
    }


def _light(a: Target, b: Target) -> dict[str, bool]:
    return {
        "measure-unspecified": a.measure != b.measure and "unspecified" in (a.measure, b.measure),
        "scope-one-sided": (a.scope is None) != (b.scope is None),
        "denominator-one-sided": (a.denominator is None) != (b.denominator is None),
        "year": a.year != b.year,
        "unit-inferred": a.unit_inferred != b.unit_inferred,
    }


def _differ(a: Bilingual | None, b: Bilingual | None) -> bool:
    return a is not None and b is not None and a.zh != b.zh
