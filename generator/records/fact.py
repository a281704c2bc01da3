"""A fact: a quantity that already exists when the plan is written."""

from __future__ import annotations

from generator.records.figure import Figure


class Fact(Figure):
    """A baseline or another existing quantity."""
