"""What a reviewer compares of a plan that is new: each figure with its words in both languages, tasks by title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.diff.differences import Change
from generator.diff.fitting import Section
from generator.diff.wording import code, plain
from generator.edition.strings import Strings
from generator.records.kinds import FACT, MEASURE, TARGET, TASK

# Fields of a figure, beside its name, and the interface words they are called by.
COLUMNS = {
    "figure": "diff.field.figure",
    "year": "figure.year",
    "quote": "figure.quote",
    "quote_en": "diff.field.quote_en",
}


def sections(t: Strings, language: str, plan: Change, inside: Sequence[Change]) -> Iterator[Section]:
    """Yield tables of the targets and existing figures of a plan, and its tasks and measures, folded.

    inside: all that came with the plan
    """
    name = plain(plan.plan_name.in_language(language))
    for kind in (TARGET, FACT):
        figures = [change for change in inside if change.kind == kind]
        if figures:
            heading = t("diff.new_plan", name=name, kind=t(f"diff.kind.{kind}"), n=len(figures))
            columns = (t("diff.field.label"), *map(t, COLUMNS.values()))
            head = f"\n### {heading}\n\n| {' | '.join(columns)} |\n|{'---|' * len(columns)}\n"
            yield Section(head, tuple(_row(change, language) for change in figures))
    for kind in (TASK, MEASURE):
        acts = [change for change in inside if change.kind == kind]
        if acts:
            heading = t("diff.new_plan", name=name, kind=t(f"diff.kind.{kind}"), n=len(acts))
            lines = tuple(f"- {plain(act.name.in_language(language))} {code(act.ref)}\n" for act in acts)
            yield Section(f"\n<details><summary>{heading}</summary>\n\n", lines, "\n</details>\n")


def _row(change: Change, language: str) -> str:
    """Return a figure as a row: its name, and what is said of it, — where nothing is."""
    said = {field.key: field.after.in_language(language) for field in change.fields}
    cells = (change.name.in_language(language), *(said.get(key, "") for key in COLUMNS))
    return f"| {' | '.join(plain(cell) or '—' for cell in cells)} |\n"
