"""What a reader may look for, in both languages: whatever has a kind that is searched (`records/kinds.py`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.corpus.corpus import named
from generator.corpus.plan_entry import InPlan, PlanEntry
from generator.edition.edition import Edition
from generator.edition.formats import english
from generator.parts import cautions, figures, milestones, results
from generator.parts.quantities import values
from generator.records.common import Bilingual
from generator.records.facets import FACETS
from generator.records.kinds import (
    METRIC,
    MILESTONE,
    PARK,
    PLAN,
    PROVISION,
    RESULT,
    STATEMENT,
    TARGET,
    TERM,
    Kind,
    searched,
)
from generator.records.park import Park
from generator.records.target import Target


@dataclass(frozen=True)
class Findable:
    """Something to be found, in one language.

    kind: key of the kind; park, plan: their ids, or ""
    title: shown as the result; figure: what a target states, shown beside it; text: shown below it
    names: everything it is called, in either language, with document numbers
    also: other words that find it, never shown
    zh: the Chinese title, and its reading: pinyin, syllables apart
    """

    kind: str
    park: str
    plan: str
    address: str
    title: str
    text: str
    names: tuple[str, ...]
    also: str
    zh: str
    figure: str = ""


@dataclass(frozen=True)
class Names:
    """What something is called: the title shown, the Chinese title whose reading finds it, and what else finds it.

    called: further names and numbers, which count as names when results are put in order
    heading: the part of the title that is searched, where the rest only says where it stands
    """

    title: str
    zh: str
    also: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    heading: str | None = None


def all_findable(edition: Edition) -> Iterator[Findable]:
    """Yield everything to be found, in one language: the same things in the same order in each."""
    for kind, _ in searched():
        if make := _MAKERS.get(kind.name):
            yield from make(edition)
        elif kind.name in FACETS:
            yield from _values(edition, kind.name)
        else:
            yield from _records(edition, kind)


@dataclass(frozen=True)
class Place:
    """Where something belongs: a park and a plan, as far as it has them."""

    park: Park | None = None
    entry: PlanEntry | None = None


NOWHERE = Place()


def _make(kind: str, names: Names, text: str, address: str, place: Place = NOWHERE) -> Findable:
    park, entry = place.park or (place.entry.park if place.entry else None), place.entry
    heading = names.title if names.heading is None else names.heading
    return Findable(
        kind=kind,
        park=park.id if park else "",
        plan=entry.plan.id if entry else "",
        address=address,
        title=names.title,
        text=text,
        names=tuple(dict.fromkeys(filter(None, (heading, names.zh, *names.called)))),
        also="\n".join(filter(None, names.also)),
        zh=names.zh,
    )


def _named(edition: Edition, words: Bilingual, *also: str, called: tuple[str, ...] = ()) -> Names:
    """Return names for something with a bilingual name: either language finds it."""
    return Names(edition.say(words), words.zh, also, (edition.other(words), *called))


def _parks(edition: Edition) -> Iterator[Findable]:
    for park in edition.corpus.parks.values():
        short, district = park.short_name, park.district
        bare = (short.zh.removesuffix("园"), short.en.removesuffix(" Park"))
        called = (edition.other(park.name), short.en, *bare, park.id)
        names = Names(edition.say(park.name), short.zh, (district.zh, district.en), called)
        yield _make(PARK, names, edition.say(park.profile), edition.to.park(park.id), Place(park))


def _plans(edition: Edition) -> Iterator[Findable]:
    for entry in edition.corpus.plans.values():
        plan = entry.plan
        official = plan.official_translation
        issuers = [edition.corpus.bodies[i].name for i in plan.issuers]
        numbers = (plan.document_number or "", plan.index_number or "")
        text = edition.t("list.comma").join(filter(None, (*numbers, *map(edition.say, issuers))))
        further = (number_in_english(entry), *((official.title, official.number or "") if official else ()))
        names = _named(edition, plan.title, called=(*numbers, *further))
        yield _make(PLAN, names, text, edition.to.plan(plan.id), Place(entry=entry))


def number_in_english(entry: PlanEntry) -> str:
    """Return a plan's document number as its English text prints it, "" where it has none."""
    number = entry.plan.document_number
    printed = (p.id for p in entry.files.text.provisions if number and p.words == number)
    return next((entry.english[id_].words for id_ in printed if id_ in entry.english), "")


def _metrics(edition: Edition) -> Iterator[Findable]:
    for id_, metric in edition.corpus.metrics.items():
        if edition.corpus.targets_by_metric.get(id_):
            names = _named(edition, metric.name, called=metric.aliases)
            yield _make(METRIC, names, edition.say(metric.definition), edition.to.metric(id_))


def _terms(edition: Edition) -> Iterator[Findable]:
    for term in edition.corpus.terms.values():
        title = f"{term.zh} {term.en}" if edition.is_original else f"{term.en} {term.zh}"
        also = (form for form in term.also if "…" not in form)
        called = (term.en, term.official_en or "", *also, *term.aliases)
        names = Names(title, term.zh, called=called, heading=term.zh)
        yield _make(TERM, names, edition.say(term.explanation), edition.to.glossary(term.id))


def _values(edition: Edition, facet: str) -> Iterator[Findable]:
    """Yield the values of a facet that have a page: industries, organisations, policy tools, themes and others."""
    without = edition.corpus.values_without_task[facet]
    shown = {*edition.corpus.tasks_by_facet[facet], *without} if FACETS[facet].own_page else edition.values(facet)
    for id_, value in edition.corpus.vocabulary(FACETS[facet]).items():
        if id_ in shown:
            called = (*value.aliases, *getattr(value, "names", ()))
            definition = edition.say(getattr(value, "definition", None))
            names = _named(edition, value.name, called=called)
            yield _make(facet, names, definition, edition.to.facet_value(facet, id_))


def _statements(edition: Edition) -> Iterator[Findable]:
    for section in edition.corpus.guide:
        for statement in section.statements:
            title, text = edition.say(section.title), edition.say(statement.text)
            names = Names(title, section.title.zh, (statement.words,), heading="")
            place = Place(entry=edition.corpus.plans[statement.plan])
            yield _make(STATEMENT, names, text, edition.to.guide(section.section), place)


def _targets(edition: Edition) -> Iterator[Findable]:
    for of in edition.corpus.targets:
        view = figures.view(edition, of)
        evidence, stated = view.evidence, figures.spoken(edition, view) if view.quantity.amount else ""
        said = " ".join(filter(None, (stated, view.horizon.text)))
        said += cautions.bracketed(edition, view) if stated else ""
        words = _quoted(edition, evidence.quote, evidence.quote_en)
        further = (text for _, text in view.further)
        names = _named(edition, of.record.label, view.quantity.full, _english(edition, of), *further)
        yield replace(_make(TARGET, names, words, view.itself.to, Place(entry=of.entry)), figure=said)


def _results(edition: Edition) -> Iterator[Findable]:
    for found in edition.corpus.outcomes.values():
        for outcome in found:
            of, view = outcome.of, results.view(edition, outcome)
            words = _quoted(edition, view.quote, view.quote_en)
            names = _named(edition, of.record.label, view.full, view.source.title)
            made = _make(RESULT, names, words, view.itself.to, Place(entry=of.entry))
            yield replace(made, figure=f"{view.figure} ({view.year})")


def _milestones(edition: Edition) -> Iterator[Findable]:
    for entry in edition.corpus.plans.values():
        for of in entry.milestones:
            view = milestones.view(edition, of)
            text = edition.t("list.dash").join((view.due, _quoted(edition, view.quote, view.quote_en)))
            yield _make(MILESTONE, _named(edition, of.record.title), text, view.itself.to, Place(entry=entry))


def _quoted(edition: Edition, quote: str, english: str) -> str:
    """Return quoted words in the reader's language, where there are any in it."""
    return quote if edition.is_original else english or quote


def _english(edition: Edition, of: InPlan[Target]) -> str:
    unit = edition.corpus.units.get(of.record.unit or "")
    amounts = values(of.record)
    return english(amounts, unit).text if unit and amounts else ""


def _records(edition: Edition, kind: Kind) -> Iterator[Findable]:
    """Yield the records of a kind that is known by a title and a text, as its plans list them."""
    for entry in edition.corpus.plans.values():
        for of in entry.records[kind.name]:
            title, text = getattr(of.record, kind.title), getattr(of.record, kind.text)
            names = _named(edition, title, *_bodies(edition, of.record))
            yield _make(kind.name, names, edition.say(text), edition.to.of(of.ref), Place(entry=entry))


def _bodies(edition: Edition, record: Any) -> Iterator[str]:
    """Yield the names of the bodies a record names, in both languages."""
    for body in (edition.corpus.bodies[id_] for id_ in named(record)):
        yield from (body.name.zh, body.name.en)


def _provisions(edition: Edition) -> Iterator[Findable]:
    for entry in edition.corpus.plans.values():
        for p in entry.files.text.provisions:
            if p.words:
                around = entry.heading_around(p.id)
                named = p if p.heading else around
                heading = (named if edition.is_original else entry.english.get(named.id, named)).words if named else ""
                english = entry.english[p.id].words if p.id in entry.english else ""
                title = f"{edition.provision(entry, p.id).text} {heading}".strip()
                # A paragraph shows the heading it stands under, but is not found by it.
                names = Names(title, p.heading or "", called=(p.id,), heading=heading if p.heading else "")
                text = p.words if edition.is_original or not english else english
                yield _make(PROVISION, names, text, edition.to.text(entry.plan.id, p.id), Place(entry=entry))


_MAKERS: Mapping[str, Callable[[Edition], Iterator[Findable]]] = {
    PARK: _parks,
    PLAN: _plans,
    METRIC: _metrics,
    TERM: _terms,
    STATEMENT: _statements,
    TARGET: _targets,
    RESULT: _results,
    MILESTONE: _milestones,
    PROVISION: _provisions,
}
