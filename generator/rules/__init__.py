"""What is wrong with records and texts, as findings. Rules only report: they never print, exit or change anything.

A family of rules is a module, a rule a function found by its code: `@rule("N004")`. The modules named here are read,
so that their rules stand in the register.
"""

from __future__ import annotations

from generator.rules import (  # noqa: F401 - read for the rules they register
    aliases,
    comparisons,
    coverage,
    dates,
    doubts,
    equal_numbers,
    exceptions,
    fidelity,
    gaps,
    guide,
    hedges,
    ids,
    languages,
    layout,
    lifecycle,
    members,
    numbers,
    provenance,
    publication,
    quotes,
    redirects,
    references,
    remarks,
    results,
    spelling,
    summaries,
    terms,
    translation,
)
from generator.rules.registry import RULES

__all__ = ["RULES"]
