"""What is due by which year: the targets that are promised, by year and by whose they are, in words and as marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.corpus.plan_entry import InPlan
from generator.edition import holders
from generator.edition.edition import Edition
from generator.edition.holders import Holder
from generator.parts.timeline import Rows
from generator.records.target import Target

KINDS = ("firm", "either", "aspirational")
UNDATED = "none"
Targets = Sequence[InPlan[Target]]


def lead(edition: Edition) -> str:
    """Return how many targets there are, and how to read their marks."""
    targets = edition.corpus.promised_targets
    return edition.t("calendar.lead", n=len(targets), plans=len({of.plan.id for of in targets}))


def note(edition: Edition) -> str:
    """Return what the calendar leaves out: what only restates another target, and what a draft proposes."""
    corpus, t = edition.corpus, edition.t
    restated = len(corpus.targets) - len(corpus.distinct_targets)
    drafts = len(corpus.distinct_targets) - len(corpus.promised_targets)
    left = [t("calendar.drafts", n=drafts)] if drafts else []
    return t("list.sentence").join([t("calendar.note", n=restated), *left])


def by_year(edition: Edition) -> Mapping[int | None, Targets]:
    """Return the targets by the years that occur, in order; what has none comes last."""
    targets = edition.corpus.promised_targets
    years: list[int | None] = [*sorted({of.record.year for of in targets if of.record.year})]
    found: dict[int | None, list[InPlan[Target]]] = {year: [] for year in years}
    for of in targets:
        found.setdefault(of.record.year, []).append(of)
    return found


def shown(edition: Edition) -> list[Holder]:
    """Return the parks that have plans, and the documents without a park that promise targets."""
    found = (holder for holder in holders.holders(edition) if holder.entries)
    return [h for h in found if h.id in edition.corpus.parks or any(e.targets and not e.is_draft for e in h.entries)]


def is_drawn(edition: Edition) -> bool:
    """Return whether marks are drawn: those of many parks nobody reads."""
    return bool(edition.corpus.promised_targets) and not holders.many(edition)


def rows(edition: Edition) -> list[tuple[Holder, Mapping[int | None, Targets]]]:
    """Return whose targets are due, and which by which year."""
    found = by_year(edition)
    return [
        (holder, {year: of_holder(targets, holder) for year, targets in found.items()}) for holder in shown(edition)
    ]


def marks(edition: Edition) -> Rows:
    """Return the same as marks of a time line."""
    return [
        (bare(edition, holder), {year: kinds(targets) for year, targets in found.items()})
        for holder, found in rows(edition)
    ]


def bare(edition: Edition, of: Holder) -> str:
    """Return the name of a park, or of an area without the title of its document."""
    return edition.holder(of.entries[0]).text


def of_holder(targets: Targets, holder: Holder) -> list[InPlan[Target]]:
    """Return those of a park, or of a document without one."""
    return [of for of in targets if of.holder == holder.id]


def kinds(targets: Targets) -> list[str]:
    """Return what each target's mark looks like: firm ones first."""
    return sorted((of.record.firmness for of in targets), key=KINDS.index)


def count(targets: Targets, firmness: str) -> int:
    """Return how many targets are so firm."""
    return sum(of.record.firmness == firmness for of in targets)


def split(edition: Edition, targets: Targets) -> str:
    """Return how many of some targets are firm, striven for or either; "" for none."""
    counts = [(kind, n) for kind in KINDS if (n := count(targets, kind))]
    return edition.t("list.comma").join(edition.t(f"calendar.{kind}", n=n) for kind, n in counts)


def name(edition: Edition, year: int | None) -> str:
    """Return by when targets are due, in words."""
    return edition.t("calendar.year", year=year) if year else edition.t("calendar.undated")
