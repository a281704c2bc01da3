"""The register of rules: one function a code, found by its code."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

from generator.findings.finding import Finding
from generator.records.filed import Records

Rule = Callable[[Records], Iterable[Finding]]
RULES: dict[str, Rule] = {}
Scope = Literal["all", "plan", "single", "common"]
SCOPES: dict[str, Scope] = {}


def rule(code: str, *, scope: Scope = "all") -> Callable[[Rule], Rule]:
    """Register a function as the rule of a code: of the records it yields findings of that code and of no other.

    scope: what its findings follow from, besides which plans there are; what it follows from is not looked at again

    | scope  | a finding follows from                                                     |
    |--------|----------------------------------------------------------------------------|
    | all    | anything                                                                   |
    | plan   | in a file of a plan: that plan and what is no plan's; elsewhere: the latter |
    | single | one plan and what is no plan's, wherever it stands                         |
    | common | what is no plan's                                                          |
    """

    def register(function: Rule) -> Rule:
        if code in RULES:
            raise ValueError(f"a code must have one rule: {code}")
        RULES[code] = function
        SCOPES[code] = scope
        return function

    return register


def scoped(*scopes: Scope) -> set[str]:
    """Return the codes of the rules of some scopes."""
    return {code for code, scope in SCOPES.items() if scope in scopes}
