"""What a change has altered, value by value, and what has become of the plan since."""

from __future__ import annotations

from generator.edition import states
from generator.edition.edition import Edition
from generator.parts import standing
from generator.records.change import Change


def altered(edition: Edition, change: Change) -> tuple[str, ...]:
    """Return a line for each value that a change has altered: what it was, and what it is."""
    return tuple(
        edition.t("change.altered", what=edition.say(a.what), old=edition.say(a.old), new=edition.say(a.new))
        for a in change.altered
    )


def state(edition: Edition, change: Change) -> str:
    """Return what has become of the plan that a change is about, for whoever reads of it away from the site."""
    entry = edition.corpus.plans[change.plan]
    said = states.inline(edition.state(entry)).text
    return edition.t("change.state", plan=standing.short(edition, entry), state=said)
