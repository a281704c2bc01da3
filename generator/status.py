"""What is covered and what is translated, for a terminal."""

from __future__ import annotations

from generator.findings import DataError, Finding
from generator.layout import Layout
from generator.records.loading import load
from generator.rules import coverage
from generator.source import text_source


def summary(layout: Layout) -> str:
    """Return a table: per plan the numbers captured, excluded and missing, and the records read out of it.

    Raises DataError when a file cannot be read.
    """
    head = (
        "plan",
        "numbers",
        "captured",
        "excluded",
        "missing",
        "coverage",
        "targets",
        "facts",
        "tasks",
        "measures",
        "anomalies",
    )
    rows: list[tuple[str, ...]] = [head]
    for plan_files in load(layout).plans:
        plan = plan_files.plan
        found = coverage.measure(plan_files)
        share = 100 * (found.captured + found.excluded) / found.total if found.total else 100
        rows.append(
            (
                plan.id,
                *map(str, (found.total, found.captured, found.excluded, len(found.missing))),
                f"{share:.1f} %",
                *map(str, map(len, (plan.targets, plan.facts, plan.tasks, plan.measures, plan.anomalies))),
            )
        )
    widths = [max(len(row[i]) for row in rows) for i in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.ljust(w) if i == 0 else cell.rjust(w) for i, (cell, w) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )


def provisions(layout: Layout, plan: str) -> str:
    """Return the provisions of a plan, one a line: id and first words.

    Raises DataError when there is no such text.
    """
    path = layout.content / plan / "zh.md"
    if not path.is_file():
        raise DataError(
            [Finding(f"content/{plan}/zh.md", 1, 1, "S008", "file is missing", "name one of the folders of content/")]
        )
    text = text_source.load(path, layout.relative(path))
    return "\n".join(f"{p.id:<14}{p.number or ''}{p.words[:50]}" for p in text.provisions)
