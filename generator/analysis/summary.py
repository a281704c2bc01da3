"""What is covered and what is translated, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis import coverage, translation
from generator.findings.finding import DataError, Finding
from generator.project.layout import Layout
from generator.records.kinds import inside_plan
from generator.records.loading import load
from generator.records.plan import Plan
from generator.source import text_source


def summary(layout: Layout) -> str:
    """Return a table: per plan the numbers captured, excluded and missing, and the records read out of it.

    Raises DataError when a file cannot be read.
    """
    head = (
        "plan",
        *[
            "numbers",
            "captured",
            "excluded",
            "missing",
            "coverage",
            *(name for name, _ in counts(None)),
            "english",
            "stale",
        ],
    )
    rows: list[tuple[str, ...]] = [head]
    for plan_files in load(layout).plans:
        plan = plan_files.plan
        found = coverage.measure(plan_files)
        share = 100 * (found.captured + found.excluded) / found.total if found.total else 100
        numbers = (found.total, found.captured, found.excluded, len(found.missing))
        stale = len(translation.stale(plan_files)) if plan_files.english else 0
        rows.append(
            (
                plan.id,
                *map(str, numbers),
                f"{share:.1f} %",
                *(str(n) for _, n in counts(plan)),
                plan.translation.status,
                str(stale),
            )
        )
    widths = [max(len(row[i]) for row in rows) for i in range(len(head))]

    def line(row: tuple[str, ...]) -> str:
        cells = zip(row, widths, strict=True)
        return "  ".join(cell.ljust(width) if i == 0 else cell.rjust(width) for i, (cell, width) in enumerate(cells))

    return "\n".join(map(line, rows))


def counts(plan: Plan | None) -> Iterator[tuple[str, int]]:
    """Yield each kind of record that readers find, with how many a plan has; restatements apart from targets."""
    for kind in inside_plan():
        if kind.page:
            records = getattr(plan, kind.plural, ())
            repeated = [record for record in records if getattr(record, "repeat_of", None)]
            yield kind.plural, len(records) - len(repeated)
            if kind.name == "target":
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
