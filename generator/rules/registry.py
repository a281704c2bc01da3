"""The register of rules: one function a code, found by its code."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.findings.finding import Finding
from generator.records.filed import Records

Rule = Callable[[Records], Iterable[Finding]]
RULES: dict[str, Rule] = {}


def rule(code: str) -> Callable[[Rule], Rule]:
    """Register a function as the rule of a code: of the records it yields findings of that code and of no other."""

    def register(function: Rule) -> Rule:
        if code in RULES:
            raise ValueError(f"a code must have one rule: {code}")
        RULES[code] = function
        return function

    return register
