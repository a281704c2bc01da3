"""Records and texts into findings. Rules only report: they never print, exit or change anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.findings.finding import Finding
from generator.records.loading import Records
from generator.rules import (
    changes,
    comparisons,
    coverage,
    dates,
    equal_numbers,
    fidelity,
    gaps,
    guide,
    hedges,
    ids,
    languages,
    layout,
    numbers,
    publication,
    quotes,
    redirects,
    references,
    terms,
    translation,
)

Rule = Callable[[Records], Iterator[Finding]]

# Names first: the other families look things up and leave out what a name does not lead to.
RULES: tuple[Rule, ...] = (
    ids.check,
    references.check,
    gaps.check,
    fidelity.check,
    quotes.check,
    numbers.check,
    dates.check,
    languages.check,
    coverage.check,
    translation.check,
    equal_numbers.check,
    hedges.check,
    terms.check,
    changes.check,
    comparisons.check,
    guide.check,
    redirects.check,
    publication.check,
    layout.check,
)
