"""The entries of a plan: itself, its targets, facts, tasks, measures, doubtful passages, provisions and exclusions.

Words and figures are those of the views.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.corpus.plan_entry import InPlan, PlanEntry
from generator.diff.entries import Entry, Maker, Value
from generator.diff.reported_entries import of_plan_milestones, of_plan_results
from generator.edition import formats, named
from generator.edition.edition import Edition
from generator.parts import figures, metadata, plan_records, standing
from generator.parts.figures import FigureView
from generator.parts.standing import RelationView
from generator.records.facets import BODY, FACETS, tags
from generator.records.figure import Figure
from generator.records.kinds import (
    ANOMALY,
    EXCLUSION,
    FACT,
    KINDS,
    METRIC,
    MILESTONE,
    PLAN,
    PROVISION,
    RESULT,
    TARGET,
    TASK,
    WORDING,
    Kind,
    inside_plan,
)
from generator.records.lifecycle import ISSUED
from generator.records.plan import Plan
from generator.records.redirect import reference
from generator.records.target import Target
from generator.records.task import Task

# Fields of a figure that are said together, as its amount and how it is hedged.
AMOUNT = ("comparator", "comparator_word", "value", "value_low", "value_high", "unit", "commitment_word")


def entries(make: Maker, entry: PlanEntry) -> Iterator[Entry]:
    """Yield a plan and everything in it."""
    yield _itself(make, entry)
    for kind in inside_plan():
        special = _MAKERS.get(kind.name)
        yield from special(make, entry) if special else _records(make, entry, kind)
    yield from _provisions(make, entry)
    yield from _wordings(make, entry)


def _itself(make: Maker, entry: PlanEntry) -> Entry:
    edition, plan = make.edition, entry.plan
    fields = [(f.key, f.name, "" if f.missing else f.value) for f in metadata.fields(edition, entry)]
    official = plan.official_translation
    values = (
        make.said("title", "diff.field.title", edition.say(plan.title)),
        *(Value(key, name, text, text) for key, name, text in fields),
        make.said("standing", "diff.field.standing", _standing(edition, plan)),
        make.said("relations", "plan.relations", " · ".join(f"{r.relation}: {r.title}" for r in _related(make, entry))),
        make.said("parents", "plan.parents", " · ".join(edition.say(parent.title) for parent in plan.parents)),
        make.said("official_translation", "plan.official_translation", official.title if official else ""),
    )
    return make.entry(reference(PLAN, plan.id), edition.say(plan.title), values, plan.id)


def _standing(edition: Edition, plan: Plan) -> str:
    said = plan.standing
    state = edition.t(f"plan.standing.{said.state if said else ISSUED}")
    return f"{state} ({formats.date(said.since, edition.language)})" if said and said.since else state


def _related(make: Maker, entry: PlanEntry) -> tuple[RelationView, ...]:
    return standing.view(make.edition, entry).relations


def _targets(make: Maker, entry: PlanEntry) -> Iterator[Entry]:
    for target in entry.records[TARGET]:
        view = figures.view(make.edition, target)
        values = [*_figure(make, target.record, view), *_promise(make, target.record, view)]
        values += make.rest(KINDS[TARGET], target.record, (*AMOUNT, *(value.key for value in values)))
        yield make.entry(target.ref, view.label, values, entry.plan.id)


def _facts(make: Maker, entry: PlanEntry) -> Iterator[Entry]:
    for fact in entry.records[FACT]:
        view = figures.view(make.edition, fact)
        values = [*_figure(make, fact.record, view)]
        values += make.rest(KINDS[FACT], fact.record, (*AMOUNT, *(value.key for value in values)))
        yield make.entry(fact.ref, view.label, values, entry.plan.id)


def _figure(make: Maker, figure: Figure, view: FigureView) -> Iterator[Value]:
    amounts = (figure.value, figure.value_low, figure.value_high, figure.unit, figure.unit_inferred)
    printed = (figure.comparator, figure.comparator_word, view.quantity.printed, view.hedge.commitment)
    yield make.said("figure", "diff.field.figure", figures.spoken(make.edition, view), (amounts, printed))
    yield make.said("full", "compare.normalised", view.quantity.full, (amounts, printed))
    yield make.said(WORDING, f"kind.{WORDING}", str(figure.wording or ""))
    yield make.said("printed", "figure.as_printed", view.quantity.printed)
    yield make.said("year", "figure.year", view.horizon.text)
    yield make.said("label", "diff.field.label", view.label)
    yield make.said("scope", "figure.scope", view.basis.scope)
    yield make.said("denominator", "figure.denominator", view.basis.denominator)
    metric = make.edition.corpus.metrics.get(figure.metric or "")
    yield make.about(METRIC, make.edition.say(metric.name) if metric else "", figure.metric or "")
    yield make.said("unit_inferred", "diff.field.unit_inferred", view.doubts.unit_inferred)
    yield make.said("quote", "figure.quote", view.evidence.quote)
    yield make.said("quote_en", "diff.field.quote_en", view.evidence.quote_en)
    yield make.about(PROVISION, view.evidence.provision.text, figure.provision)
    yield make.said("notes", "diff.field.notes", " · ".join(view.doubts.notes))


def _promise(make: Maker, target: Target, view: FigureView) -> Iterator[Value]:
    word = f" ({view.hedge.commitment_word})" if view.hedge.commitment_word else ""
    yield make.said("commitment", "metric.commitment", f"{view.hedge.commitment}{word}")
    yield make.said("measure", "figure.measure", view.basis.measure)
    baseline, first = view.baseline, view.repeat_of
    yield make.said("baseline", "figure.baseline", baseline.text if baseline else "", target.baseline or "")
    yield make.said("repeat_of", "figure.repeat_of", first.text if first else "", target.repeat_of or "")


def _tasks(make: Maker, entry: PlanEntry) -> Iterator[Entry]:
    for of in entry.tasks:
        title = make.edition.say(of.record.title)
        values = [*_task(make, of)]
        tagged = (facet.field for facet in FACETS.values())
        values += make.rest(KINDS[TASK], of.record, (*tagged, *(value.key for value in values)))
        yield make.entry(of.ref, title, values, of.plan.id)


def _task(make: Maker, of: InPlan[Task]) -> Iterator[Value]:
    edition, task = make.edition, of.record
    yield make.said("title", "diff.field.title", edition.say(task.title))
    yield make.said("summary", "diff.field.summary", edition.say(task.summary))
    yield make.about(PROVISION, edition.provision(of.entry, task.provision).text, task.provision)
    for key, facet in FACETS.items():
        if not facet.quoted and not facet.part:
            [value] = facet.values(task)
            yield make.said(key, f"facet.{key}", edition.facet_value(key, value).text, value)
    for facet in tags():
        found = [(id_, edition.facet_value(facet.key, id_).text, words) for id_, words in facet.evidence(task)]
        yield _tags(make, facet.key, found)
    actors = [(f"{a.body} {a.role}", edition.facet_value(BODY, a.body).text, a) for a in task.bodies]
    yield _tags(make, BODY, [(id_, f"{name} ({edition.t(f'role.{a.role}')})", a.words) for id_, name, a in actors])
    yield make.said("places", "task.places", " · ".join(sorted(edition.say(place) for place in task.places)))


def _tags(make: Maker, facet: str, tags: list[tuple[str, str, str]]) -> Value:
    """Return what a task is tagged with: id, name and the words it was read from, in whatever order."""
    text = " · ".join(f"{name}: {words}" for _, name, words in sorted(tags))
    return make.said(facet, f"facet.{facet}", text, frozenset((id_, words) for id_, _, words in tags))


def _records(make: Maker, entry: PlanEntry, kind: Kind) -> Iterator[Entry]:
    """Yield the records of a kind that is known by a title and a text."""
    edition = make.edition
    for of in entry.records[kind.name]:
        title, provision = edition.say(getattr(of.record, kind.title)), of.record.provision
        values = [
            make.said("title", "diff.field.title", title),
            make.said(kind.text, f"diff.field.{kind.text}", edition.say(getattr(of.record, kind.text))),
            make.about(PROVISION, edition.provision(entry, provision).text, provision),
        ]
        values += make.rest(kind, of.record, (kind.title, *(value.key for value in values)))
        yield make.entry(of.ref, title, values, of.plan.id)


def _anomalies(make: Maker, entry: PlanEntry) -> Iterator[Entry]:
    for of in entry.anomalies:
        view, record = plan_records.anomaly(make.edition, of), of.record
        touched = " · ".join(sorted(link.text for link in view.targets))
        values = (
            make.said("kind", "diff.field.kind", view.kind),
            make.said("weight", "diff.field.weight", view.weight),
            make.said("printed", "anomaly.printed", view.printed),
            make.said("proposed", "anomaly.proposed", view.proposed),
            make.said("reason", "anomaly.reason", view.reason),
            make.about(PROVISION, view.provision.text, record.provision),
            make.said("targets", "anomaly.touches", touched, frozenset(record.targets)),
        )
        yield make.entry(of.ref, record.printed, values, of.plan.id)


def _provisions(make: Maker, entry: PlanEntry) -> Iterator[Entry]:
    for p in entry.files.text.provisions:
        english = entry.english.get(p.id)
        values = (
            make.said("zh", "diff.field.zh", f"{p.number or ''}{p.words}"),
            make.said("en", "diff.field.en", f"{english.number or ''} {english.words}".strip() if english else ""),
            make.said("state", "diff.field.state", make.edition.t("text.stale") if p.id in entry.stale else ""),
        )
        yield make.entry(
            reference(PROVISION, entry.plan.id, p.id), make.edition.provision(entry, p.id).text, values, entry.plan.id
        )


def _wordings(make: Maker, entry: PlanEntry) -> Iterator[Entry]:
    edition, plan = make.edition, entry.plan
    for said in plan.wordings:
        place = edition.provision(entry, said.provision).text if said.provision else ""
        values = (
            make.said("change", "diff.field.text", edition.say(said.change)),
            make.about(PROVISION, place, said.provision or ""),
        )
        yield make.entry(reference(WORDING, plan.id, said.id), named.wording(edition, entry, said), values, plan.id)


def _exclusions(make: Maker, entry: PlanEntry) -> Iterator[Entry]:
    plan, edition = entry.plan, make.edition
    for record in plan.exclusions:
        values = (
            make.said("reason", "anomaly.reason", edition.t(f"exclusion.{record.reason}")),
            make.said("notes", "diff.field.notes", edition.say(record.note) if record.note else ""),
        )
        ref = reference(EXCLUSION, plan.id, record.provision or "*", record.text)
        yield make.entry(ref, record.text, values, plan.id, edition.to.status())


_MAKERS: Mapping[str, Callable[[Maker, PlanEntry], Iterator[Entry]]] = {
    TARGET: _targets,
    FACT: _facts,
    TASK: _tasks,
    ANOMALY: _anomalies,
    EXCLUSION: _exclusions,
    RESULT: of_plan_results,
    MILESTONE: of_plan_milestones,
}
