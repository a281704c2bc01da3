"""The texts of plans, indexed, and the figures read out of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from generator.analysis.shared import shared
from generator.records import kinds
from generator.records.figure import Figure, wording_of
from generator.records.filed import Filed, PlanFiles, Records
from generator.records.lifecycle import Relation, Standing, Validity, Wording
from generator.records.plan import Parent, Plan
from generator.records.target import Target
from generator.source.passages import Passages, Span, find, sentence
from generator.source.yaml_source import Keys


class FiledFigure(NamedTuple):
    """A figure, where it is written and the text it was read out of."""

    filed: Filed[Plan]
    keys: Keys
    figure: Figure
    passages: Passages

    def quoted(self) -> Span | None:
        """Return where its quote stands in its provision; None where it does not."""
        provision = self.passages.by_id.get(self.figure.provision)
        return find(self.figure.quote, provision.words) if provision else None

    def sentence(self) -> str | None:
        """Return the sentence of its quote; None where the quote does not stand in its provision."""
        span = self.quoted()
        return sentence(self.passages.by_id[self.figure.provision].words, span) if span else None


@shared
def texts(records: Records) -> list[tuple[PlanFiles, Passages]]:
    """Return each plan with its Chinese text."""
    return [(plan_files, Passages(plan_files.text)) for plan_files in records.plans]


@shared
def texts_by_plan(records: Records) -> dict[str, Passages]:
    """Return the Chinese text of each plan by its id."""
    return {plan_files.plan.id: passages for plan_files, passages in texts(records)}


@shared
def _texts_by_wording(records: Records) -> dict[tuple[str, datetime.date | None], Passages]:
    """Return the Chinese text of each plan in each of its wordings."""
    return {(files.plan.id, files.wording): Passages(files.text) for files in records.wordings}


def text_of(records: Records, plan: Plan, record: object) -> Passages:
    """Return the text that a record was read out of: of the wording that it names, where there is such a one."""
    found = _texts_by_wording(records)
    return found.get((plan.id, wording_of(record))) or texts_by_plan(records)[plan.id]


@shared
def figures(records: Records) -> list[FiledFigure]:
    """Return the figures of every plan, each with the text that it was read out of."""
    return [
        FiledFigure(plan_files.filed, keys, figure, text_of(records, plan_files.plan, figure))
        for plan_files in records.plans
        for keys, figure in plan_files.records(*kinds.figures())
    ]


def addressed(plan: Plan) -> Iterator[tuple[Keys, Parent | Validity | Standing | Relation | Wording]]:
    """Yield what is said of a plan itself that stands in a provision of its text, with where it is written."""
    for key in ("validity", "standing"):
        if (said := getattr(plan, key)) is not None:
            yield (key,), said
    for key in ("parents", "relations", "wordings"):
        yield from (((key, i), said) for i, said in enumerate(getattr(plan, key)))


def targets(records: Records) -> Iterator[tuple[Filed[Plan], Keys, Target]]:
    """Yield the targets of every plan with where each is written."""
    for filed, keys, figure, _ in figures(records):
        if isinstance(figure, Target):
            yield filed, keys, figure
