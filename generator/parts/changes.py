"""What a change has altered, value by value."""

from __future__ import annotations

from generator.edition.edition import Edition
from generator.records.change import Change


def altered(edition: Edition, change: Change) -> tuple[str, ...]:
    """Return a line for each value that a change has altered: what it was, and what it is."""
    return tuple(
        edition.t("change.altered", what=edition.say(a.what), old=edition.say(a.old), new=edition.say(a.new))
        for a in change.altered
    )
