"""The texts of plans, indexed, and the quantities read out of them and out of what is cited."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any, Generic, NamedTuple, TypeVar

from generator.analysis.shared import shared
from generator.records import kinds
from generator.records.figure import Figure, wording_of
from generator.records.filed import Filed, PlanFiles, Records
from generator.records.kinds import CITED_TARGET, KINDS, MILESTONE, RESULT
from generator.records.lifecycle import Relation, Standing, Validity, Wording
from generator.records.plan import Parent, Plan
from generator.records.quantity import Quantity
from generator.records.report import Reported
from generator.records.target import Target
from generator.source.passages import Passages, Span, find, sentence
from generator.source.places import Keys
from generator.source.text_source import PARAGRAPH, PART, Provision, Text

Q = TypeVar("Q", bound=Quantity)

REPORT, QUOTED = "report", "report/1"  # what is here of a report: its title, and in it the words that are quoted


class FiledQuantity(NamedTuple, Generic[Q]):
    """A quantity, where it is written, and the text it was read out of."""

    filed: Filed[Any]
    keys: Keys
    figure: Q
    passages: Passages

    @property
    def provision(self) -> str:
        """Return where its quote stands in that text."""
        return self.figure.provision if isinstance(self.figure, Figure) else place(getattr(self.figure, "source", None))

    def quoted(self) -> Span | None:
        """Return where its quote stands in its provision; None where it does not."""
        provision = self.passages.by_id.get(self.provision)
        return find(self.figure.quote, provision.words) if provision else None

    def sentence(self) -> str | None:
        """Return the sentence of its quote; None where the quote does not stand in its provision."""
        span = self.quoted()
        return sentence(self.passages.by_id[self.provision].words, span) if span else None


class Told(NamedTuple):
    """Words that are quoted from elsewhere: where they are written, and where they are said to stand."""

    filed: Filed[Any]
    keys: Keys
    source: Reported
    quote: str


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
def figures(records: Records) -> list[FiledQuantity[Figure]]:
    """Return the figures of every plan, each with the text that it was read out of."""
    return [
        FiledQuantity(plan_files.filed, keys, figure, text_of(records, plan_files.plan, figure))
        for plan_files in records.plans
        for keys, figure in plan_files.records(*kinds.figures())
    ]


@shared
def quantities(records: Records) -> list[FiledQuantity[Any]]:
    """Return the figures of every plan, and what is reported of its targets and of documents it rests on."""
    results = ((f.filed, keys, result) for f in records.plans for keys, result in f.records(KINDS[RESULT]))
    cited = ((filed, (), filed.record) for filed in records.of(KINDS[CITED_TARGET]))
    return [
        *figures(records),
        *(
            FiledQuantity(filed, keys, record, text_told(records, record.source, record.quote))
            for filed, keys, record in (*results, *cited)
        ),
    ]


def told(records: Records) -> Iterator[Told]:
    """Yield all words that are quoted from a report, or from another document than the one they are said of."""
    for filed, keys, figure, _ in quantities(records):
        if not isinstance(figure, Figure):
            yield Told(filed, keys, figure.source, figure.quote)
    for plan_files in records.plans:
        for keys, milestone in plan_files.records(KINDS[MILESTONE]):
            for i, said in enumerate(milestone.progress):
                yield Told(plan_files.filed, (*keys, "progress", i), said.source, said.quote)


def text_told(records: Records, source: Reported, quote: str) -> Passages:
    """Return the text that words are quoted from; of a report all that is here: its title and those words."""
    if source.plan:
        return texts_by_plan(records).get(source.plan) or Passages(Text("", {}, ()))
    titles = {filed.record.id: filed.record.title.zh for filed in records.reports}
    head = Provision(REPORT, None, PART, None, titles.get(source.report or "", ""), None, (), 1)
    return Passages(Text("", {}, (head, Provision(QUOTED, REPORT, PARAGRAPH, None, None, quote, (), 2))))


def place(source: Reported | None) -> str:
    """Return the passage that quoted words stand in."""
    return (source.provision if source and source.plan else None) or QUOTED


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
