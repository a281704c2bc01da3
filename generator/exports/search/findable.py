"""What a reader may look for: one entry per provision, target, task, measure, term, metric, park and plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.corpus.corpus import named
from generator.corpus.plan_entry import InPlan, PlanEntry
from generator.edition import order
from generator.edition.edition import Edition
from generator.edition.formats import english
from generator.edition.named import plan_name
from generator.parts import figures
from generator.parts.quantities import values
from generator.records.common import Bilingual
from generator.records.kinds import METRIC, PARK, PLAN, PROVISION, TARGET, TERM, Kind, searched
from generator.records.park import Park
from generator.records.target import Target


@dataclass(frozen=True)
class Findable:
    """Something to be found.

    kind: key of the kind; kind_name: its name in the language
    title: shown as the result; heading: the part of it that is its own, which is searched; text: shown below it
    also: other words that find it, never shown (the other language, numbers, aliases)
    reading: pinyin of its Chinese title, syllables apart
    park, plan: their ids, or ""; park_names, plan_name: their names
    names: everything it is called, in either language, with document numbers
    zh: the Chinese title that the reading is of
    other: the text in the other language, shown where only that holds the words
    """

    kind: str
    kind_name: str
    title: str
    heading: str
    text: str
    also: str
    reading: str
    address: str
    park: str
    park_name: str
    park_names: tuple[str, ...]
    plan: str
    plan_name: str
    names: tuple[str, ...]
    zh: str
    other: str


@dataclass(frozen=True)
class Names:
    """What something is called: the title shown, the Chinese title whose reading finds it, and what else finds it.

    called: further names and numbers, which count as names when results are put in order
    other: its text in the other language
    heading: the part of the title that is searched, where the rest only says where it stands
    """

    title: str
    zh: str
    also: tuple[str, ...]
    called: tuple[str, ...] = ()
    other: str = ""
    heading: str | None = None


def all_findable(edition: Edition) -> Iterator[Findable]:
    """Yield everything to be found in a language's index."""
    for kind, _ in searched():
        make = _MAKERS.get(kind.name)
        yield from make(edition) if make else _records(edition, kind)


@dataclass(frozen=True)
class Place:
    """Where something belongs: a park and a plan, as far as it has them."""

    park: Park | None = None
    entry: PlanEntry | None = None


NOWHERE = Place()


def _make(edition: Edition, kind: str, names: Names, text: str, address: str, place: Place = NOWHERE) -> Findable:
    park, entry = place.park or (place.entry.park if place.entry else None), place.entry
    heading = names.title if names.heading is None else names.heading
    return Findable(
        kind=kind,
        kind_name=edition.t(f"kind.{kind}"),
        title=names.title,
        heading=heading,
        text=text,
        also="\n".join(filter(None, names.also)),
        reading=order.syllables(names.zh),
        address=address,
        park=park.id if park else "",
        park_name=edition.say(park.short_name) if park else "",
        park_names=(edition.say(park.short_name), edition.other(park.short_name)) if park else (),
        plan=entry.plan.id if entry else "",
        plan_name=plan_name(edition, entry) if entry else "",
        names=tuple(filter(None, (heading, names.zh, *names.called))),
        zh=names.zh,
        other=names.other,
    )


def _named(edition: Edition, words: Bilingual, *also: str, called: tuple[str, ...] = (), other: str = "") -> Names:
    """Return names for something with a bilingual name: either language finds it."""
    return Names(edition.say(words), words.zh, (edition.other(words), *also), (edition.other(words), *called), other)


def _parks(edition: Edition) -> Iterator[Findable]:
    for park in edition.corpus.parks.values():
        short, district = park.short_name, park.district
        also = (edition.other(park.name), short.zh, short.en, edition.other(park.profile), district.zh, district.en)
        called = (edition.other(park.name), short.en)
        names = Names(edition.say(park.name), short.zh, also, called, edition.other(park.profile))
        yield _make(edition, PARK, names, edition.say(park.profile), edition.to.park(park.id), Place(park))


def _plans(edition: Edition) -> Iterator[Findable]:
    for entry in edition.corpus.plans.values():
        plan = entry.plan
        official = plan.official_translation
        issuers = [edition.corpus.bodies[i].name for i in plan.issuers]
        numbers = (plan.document_number or "", plan.index_number or "")
        text = edition.t("list.comma").join(filter(None, (*numbers, *map(edition.say, issuers))))
        also = (number_in_english(entry), *((official.title, official.number or "") if official else ()))
        called = (*filter(None, numbers), *(filter(None, also)))
        names = _named(edition, plan.title, *also, *map(edition.other, issuers), called=called)
        yield _make(edition, PLAN, names, text, edition.to.plan(plan.id), Place(entry=entry))


def number_in_english(entry: PlanEntry) -> str:
    """Return a plan's document number as its English text prints it, "" where it has none."""
    number = entry.plan.document_number
    printed = (p.id for p in entry.files.text.provisions if number and p.words == number)
    return next((entry.english[id_].words for id_ in printed if id_ in entry.english), "")


def _metrics(edition: Edition) -> Iterator[Findable]:
    for id_, metric in edition.corpus.metrics.items():
        if edition.corpus.targets_by_metric.get(id_):
            names = _named(
                edition, metric.name, edition.other(metric.definition), other=edition.other(metric.definition)
            )
            yield _make(edition, METRIC, names, edition.say(metric.definition), edition.to.metric(id_))


def _terms(edition: Edition) -> Iterator[Findable]:
    for term in edition.corpus.terms.values():
        title = f"{term.zh} {term.en}" if edition.is_original else f"{term.en} {term.zh}"
        other = edition.other(term.explanation)
        names = Names(title, term.zh, (term.official_en or "", other), (term.en, term.official_en or ""), other)
        yield _make(edition, TERM, names, edition.say(term.explanation), edition.to.glossary(term.id))


def _targets(edition: Edition) -> Iterator[Findable]:
    for of in edition.corpus.targets:
        view = figures.view(edition, of)
        evidence, stated = view.evidence, figures.spoken(edition, view) if view.quantity.amount else ""
        said = " ".join(filter(None, (stated, view.horizon.text)))
        words = evidence.quote if edition.is_original else evidence.quote_en or evidence.quote
        text = edition.t("list.dash").join(filter(None, (said, words)))
        further = (text for _, text in view.further)
        converted = (view.quantity.full, _english(edition, of))
        other = " ".join(filter(None, ((evidence.quote_en if edition.is_original else evidence.quote), *converted)))
        names = _named(edition, of.record.label, evidence.quote, evidence.quote_en, *converted, *further, other=other)
        yield _make(edition, TARGET, names, text, view.itself.to, Place(entry=of.entry))


def _english(edition: Edition, of: InPlan[Target]) -> str:
    unit = edition.corpus.units.get(of.record.unit or "")
    amounts = values(of.record)
    return english(amounts, unit).text if unit and amounts else ""


def _records(edition: Edition, kind: Kind) -> Iterator[Findable]:
    """Yield the records of a kind that is known by a title and a text, as its plans list them."""
    for entry in edition.corpus.plans.values():
        for of in entry.records[kind.name]:
            title, text = getattr(of.record, kind.title), getattr(of.record, kind.text)
            other = edition.other(text)
            names = _named(edition, title, other, *_bodies(edition, of.record), other=other)
            address = edition.to.of(of.ref)
            yield _make(edition, kind.name, names, edition.say(text), address, Place(entry=entry))


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
                text, other = (p.words, english) if edition.is_original or not english else (english, p.words)
                title = f"{edition.provision(entry, p.id).text} {heading}".strip()
                # A paragraph shows the heading it stands under, but is not found by it.
                also, shown = (p.id, other), heading if p.heading else ""
                names = Names(title, p.heading or "", also, called=(p.id,), other=other, heading=shown)
                yield _make(edition, PROVISION, names, text, edition.to.text(entry.plan.id, p.id), Place(entry=entry))


_MAKERS: Mapping[str, Callable[[Edition], Iterator[Findable]]] = {
    PARK: _parks,
    PLAN: _plans,
    METRIC: _metrics,
    TERM: _terms,
    TARGET: _targets,
    PROVISION: _provisions,
}
