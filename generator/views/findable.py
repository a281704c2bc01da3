"""What a reader may look for: one entry per provision, target, task, measure, term, metric, park and plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.corpus import Of, PlanEntry, named
from generator.i18n import order
from generator.i18n.formats import english
from generator.records.common import Bilingual
from generator.records.measure import Measure
from generator.records.park import Park
from generator.records.target import Target
from generator.records.task import Task
from generator.views import figures
from generator.views.page import Scope


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


def all_findable(scope: Scope) -> Iterator[Findable]:
    """Yield everything to be found in a language's index."""
    yield from _parks(scope)
    yield from _plans(scope)
    yield from _metrics(scope)
    yield from _terms(scope)
    yield from _targets(scope)
    yield from _tasks(scope)
    yield from _measures(scope)
    yield from _provisions(scope)


@dataclass(frozen=True)
class Home:
    """Where something belongs: a park and a plan, as far as it has them."""

    park: Park | None = None
    entry: PlanEntry | None = None


NOWHERE = Home()


def _make(scope: Scope, kind: str, names: Names, text: str, address: str, home: Home = NOWHERE) -> Findable:
    park, entry = home.park or (home.entry.park if home.entry else None), home.entry
    heading = names.title if names.heading is None else names.heading
    return Findable(
        kind=kind,
        kind_name=scope.t(f"kind.{kind}"),
        title=names.title,
        heading=heading,
        text=text,
        also="\n".join(filter(None, names.also)),
        reading=order.syllables(names.zh),
        address=address,
        park=park.id if park else "",
        park_name=scope.say(park.short_name) if park else "",
        park_names=(scope.say(park.short_name), scope.other(park.short_name)) if park else (),
        plan=entry.plan.id if entry else "",
        plan_name=plan_name(scope, entry) if entry else "",
        names=tuple(filter(None, (heading, names.zh, *names.called))),
        zh=names.zh,
        other=names.other,
    )


def plan_name(scope: Scope, entry: PlanEntry) -> str:
    """Return a document's name short enough for a list to choose from."""
    period = f"{entry.plan.period.start}–{entry.plan.period.end}"
    kind = scope.t(f"plan.kind.{entry.plan.kind}")
    return scope.t("search.plan_name", park=scope.say(entry.park.short_name), kind=kind, period=period)


def _named(scope: Scope, words: Bilingual, *also: str, called: tuple[str, ...] = (), other: str = "") -> Names:
    """Return names for something with a bilingual name: either language finds it."""
    return Names(scope.say(words), words.zh, (scope.other(words), *also), (scope.other(words), *called), other)


def _parks(scope: Scope) -> Iterator[Findable]:
    for park in scope.corpus.parks.values():
        short, district = park.short_name, park.district
        also = (scope.other(park.name), short.zh, short.en, scope.other(park.profile), district.zh, district.en)
        called = (scope.other(park.name), short.en)
        names = Names(scope.say(park.name), short.zh, also, called, scope.other(park.profile))
        yield _make(scope, "park", names, scope.say(park.profile), scope.to.park(park.id), Home(park))


def _plans(scope: Scope) -> Iterator[Findable]:
    for entry in scope.corpus.plans.values():
        plan = entry.plan
        official = plan.official_translation
        issuers = [scope.corpus.bodies[i].name for i in plan.issuers]
        numbers = (plan.document_number or "", plan.index_number or "")
        text = scope.t("list.comma").join(filter(None, (*numbers, *map(scope.say, issuers))))
        also = (number_in_english(entry), *((official.title, official.number or "") if official else ()))
        called = (*filter(None, numbers), *(filter(None, also)))
        names = _named(scope, plan.title, *also, *map(scope.other, issuers), called=called)
        yield _make(scope, "plan", names, text, scope.to.plan(plan.id), Home(entry=entry))


def number_in_english(entry: PlanEntry) -> str:
    """Return a plan's document number as its English text prints it, "" where it has none."""
    number = entry.plan.document_number
    printed = (p.id for p in entry.files.text.provisions if number and p.words == number)
    return next((entry.english[id_].words for id_ in printed if id_ in entry.english), "")


def _metrics(scope: Scope) -> Iterator[Findable]:
    for id_, metric in scope.corpus.metrics.items():
        if scope.corpus.targets_by_metric.get(id_):
            names = _named(scope, metric.name, scope.other(metric.definition), other=scope.other(metric.definition))
            yield _make(scope, "metric", names, scope.say(metric.definition), scope.to.metric(id_))


def _terms(scope: Scope) -> Iterator[Findable]:
    for term in scope.corpus.terms.values():
        title = f"{term.zh} {term.en}" if scope.zh else f"{term.en} {term.zh}"
        other = scope.other(term.explanation)
        names = Names(title, term.zh, (term.official_en or "", other), (term.en, term.official_en or ""), other)
        yield _make(scope, "term", names, scope.say(term.explanation), scope.to.glossary(term.id))


def _targets(scope: Scope) -> Iterator[Findable]:
    for of in scope.corpus.targets:
        view = figures.target(scope, of)
        amount = " ".join(filter(None, (view.comparator, view.amount.text if view.amount else "", view.horizon)))
        words = view.quote if scope.zh else view.quote_en or view.quote
        text = scope.t("list.dash").join(filter(None, (amount, words)))
        converted = (view.full, _english(scope, of))
        other = " ".join(filter(None, ((view.quote_en if scope.zh else view.quote), *converted)))
        names = _named(scope, of.record.label, view.quote, view.quote_en, *converted, other=other)
        yield _make(scope, "target", names, text, view.itself.to, Home(entry=of.entry))


def _english(scope: Scope, of: Of[Target]) -> str:
    unit = scope.corpus.units.get(of.record.unit or "")
    amounts = figures.values(of.record)
    return english(amounts, unit).text if unit and amounts else ""


def _tasks(scope: Scope) -> Iterator[Findable]:
    for of in scope.corpus.tasks:
        task = of.record
        also = (scope.other(task.summary), *_bodies(scope, task))
        address = scope.to.task(of.plan.id, task.id)
        names = _named(scope, task.title, *also, other=scope.other(task.summary))
        yield _make(scope, "task", names, scope.say(task.summary), address, Home(entry=of.entry))


def _bodies(scope: Scope, record: Task | Measure) -> Iterator[str]:
    """Yield the names of the bodies a task or a measure names, in both languages."""
    for body in (scope.corpus.bodies[id_] for id_ in named(record)):
        yield from (body.name.zh, body.name.en)


def _measures(scope: Scope) -> Iterator[Findable]:
    for entry in scope.corpus.plans.values():
        for of in entry.measures:
            other = scope.other(of.record.summary)
            names = _named(scope, of.record.title, other, *_bodies(scope, of.record), other=other)
            address = scope.to.measure(of.plan.id, of.record.id)
            yield _make(scope, "measure", names, scope.say(of.record.summary), address, Home(entry=entry))


def _provisions(scope: Scope) -> Iterator[Findable]:
    for entry in scope.corpus.plans.values():
        for p in entry.files.text.provisions:
            if p.words:
                around = entry.heading_around(p.id)
                named = p if p.heading else around
                heading = (named if scope.zh else entry.english.get(named.id, named)).words if named else ""
                english = entry.english[p.id].words if p.id in entry.english else ""
                text, other = (p.words, english) if scope.zh or not english else (english, p.words)
                title = f"{scope.provision(entry, p.id).text} {heading}".strip()
                # A paragraph shows the heading it stands under, but is not found by it.
                also, shown = (p.id, other), heading if p.heading else ""
                names = Names(title, p.heading or "", also, called=(p.id,), other=other, heading=shown)
                yield _make(scope, "provision", names, text, scope.to.text(entry.plan.id, p.id), Home(entry=entry))
