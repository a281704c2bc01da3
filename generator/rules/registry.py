"""The register of rules: one function a code, found by its code."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.findings.finding import Finding
from generator.records.filed import Records

Rule = Callable[[Records], Iterable[Finding]]
RULES: dict[str, Rule] = {}
BY_PLAN: set[str] = set()


def rule(code: str, *, by_plan: bool = False) -> Callable[[Rule], Rule]:
    """Register a function as the rule of a code: of the records it yields findings of that code and of no other.

    by_plan: whether what it finds in the files of a plan follows from these, from what belongs to no plan, and from
        which plans there are; and what it finds elsewhere, from no plan. So it need not be run on plans it has seen.
    """

    def register(function: Rule) -> Rule:
        if code in RULES:
            raise ValueError(f"a code must have one rule: {code}")
        RULES[code] = function
        if by_plan:
            BY_PLAN.add(code)
        return function

    return register
