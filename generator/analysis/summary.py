"""What is covered and what is translated, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis import coverage, translation
from generator.findings.finding import DataError, Finding, Message
from generator.project.layout import Layout
from generator.records.figure import wording_of
from generator.records.filed import PlanFiles
from generator.records.kinds import TARGET, inside_plan
from generator.records.loading import load
from generator.records.plan import Plan
from generator.source import text_source


def summary(layout: Layout) -> list[tuple[str | Message, ...]]:
    """Return a table with its head: per plan the numbers captured, excluded and missing, and its records.

    Raises DataError when a file cannot be read.
    """
    numbers = ("plan", "numbers", "captured", "excluded", "missing", "coverage")
    head = (*numbers, *(name for name, _ in counts(None)), "english", "stale")
    return [tuple(Message.of(f"status.{name}") for name in head), *(_row(p) for p in load(layout).plans)]


def _row(plan_files: PlanFiles) -> tuple[str | Message, ...]:
    plan, found = plan_files.plan, coverage.measure(plan_files)
    share = 100 * (found.captured + found.excluded) / found.total if found.total else 100
    numbers = (found.total, found.captured, found.excluded, len(found.missing))
    records = (n for _, n in counts(plan))
    stale = len(translation.stale(plan_files)) if plan_files.english else 0
    return (plan.id, *map(str, numbers), f"{share:.1f} %", *map(str, records), _english(plan_files), str(stale))


def _english(plan_files: PlanFiles) -> str | Message:
    """Return the state of the translation, with how much of it a program has drafted and nobody accepted."""
    status, english = plan_files.plan.translation.status, plan_files.english or plan_files.begun
    machine = len(english.machine) if english else 0
    return Message.of("status.machine", status=status, n=machine) if machine else status


def counts(plan: Plan | None) -> Iterator[tuple[str, int]]:
    """Yield each kind of record that readers find, with how many a plan has; restatements apart from targets."""
    for kind in inside_plan():
        if kind.page:
            records = [record for record in getattr(plan, kind.plural, ()) if wording_of(record) is None]
            repeated = [record for record in records if getattr(record, "repeat_of", None)]
            yield kind.plural, len(records) - len(repeated)
            if kind.name == TARGET:
                yield "restatements", len(repeated)


def provisions(layout: Layout, plan: str) -> str:
    """Return the provisions of a plan, one a line: id and first words.

    Raises DataError when there is no such text.
    """
    path = layout.content / plan / "zh.md"
    if not path.is_file():
        raise DataError([Finding.of("S008.plan", f"content/{plan}/zh.md")])
    text = text_source.load(path, layout.relative(path))
    return "\n".join(f"{p.id:<14}{p.number or ''}{p.words[:50]}" for p in text.provisions)
