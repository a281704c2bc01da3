"""What a reader may look for: one entry per provision, target, task, measure, term, metric, park and plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.corpus import Of
from generator.i18n import order
from generator.i18n.formats import english
from generator.records.common import Bilingual
from generator.records.target import Target
from generator.views import figures
from generator.views.page import Scope


@dataclass(frozen=True)
class Findable:
    """Something to be found.

    kind: key of the kind; kind_name: its name in the language
    title: shown as the result; text: shown below it
    name: its name in the other language, which ranks it as the title does
    also: other words that find it, never shown (the other language, numbers, aliases)
    reading: pinyin of its Chinese title, syllables apart; initials: their first letters
    park: id of the park, or ""
    """

    kind: str
    kind_name: str
    title: str
    text: str
    name: str
    also: str
    reading: str
    initials: str
    address: str
    park: str
    park_name: str


LONGEST_INITIALS = 12  # nobody types the initials of a sentence


@dataclass(frozen=True)
class Names:
    """What something is called: the title shown, the Chinese title whose reading finds it, and what else finds it.

    also: the name in the other language first
    """

    title: str
    zh: str
    also: tuple[str, ...]


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


def _make(scope: Scope, kind: str, names: Names, text: str, address: str, park: str = "") -> Findable:
    _, initials = order.plain_pinyin(names.zh)
    return Findable(
        kind=kind,
        kind_name=scope.t(f"kind.{kind}"),
        title=names.title,
        text=text,
        name=names.also[0] if names.also else "",
        also=" ".join(filter(None, names.also)),
        reading=order.syllables(names.zh),
        initials=initials if len(initials) <= LONGEST_INITIALS else "",
        address=address,
        park=park,
        park_name=scope.say(scope.corpus.parks[park].short_name) if park else "",
    )


def _named(scope: Scope, words: Bilingual, *also: str) -> Names:
    """Return names for something with a bilingual name: either language finds it."""
    return Names(scope.say(words), words.zh, (scope.other(words), *also))


def _parks(scope: Scope) -> Iterator[Findable]:
    for park in scope.corpus.parks.values():
        short, district = park.short_name, park.district
        also = (scope.other(park.name), short.zh, short.en, scope.other(park.profile), district.zh, district.en)
        names = Names(scope.say(park.name), short.zh, also)
        yield _make(scope, "park", names, scope.say(park.profile), scope.to.park(park.id), park.id)


def _plans(scope: Scope) -> Iterator[Findable]:
    for entry in scope.corpus.plans.values():
        plan = entry.plan
        official = plan.official_translation
        issuers = [scope.corpus.bodies[i].name for i in plan.issuers]
        numbers = (plan.document_number or "", plan.index_number or "")
        text = scope.t("list.comma").join(filter(None, (*numbers, *map(scope.say, issuers))))
        also = (official.title, official.number or "") if official else ()
        names = _named(scope, plan.title, *also, *map(scope.other, issuers))
        yield _make(scope, "plan", names, text, scope.to.plan(plan.id), entry.park.id)


def _metrics(scope: Scope) -> Iterator[Findable]:
    for id_, metric in scope.corpus.metrics.items():
        if scope.corpus.targets_by_metric.get(id_):
            names = _named(scope, metric.name, scope.other(metric.definition))
            yield _make(scope, "metric", names, scope.say(metric.definition), scope.to.metric(id_))


def _terms(scope: Scope) -> Iterator[Findable]:
    for term in scope.corpus.terms.values():
        title = f"{term.zh} {term.en}" if scope.zh else f"{term.en} {term.zh}"
        names = Names(title, term.zh, ("", term.official_en or "", scope.other(term.explanation)))
        yield _make(scope, "term", names, scope.say(term.explanation), scope.to.glossary(term.id))


def _targets(scope: Scope) -> Iterator[Findable]:
    for of in scope.corpus.targets:
        view = figures.target(scope, of)
        amount = " ".join(filter(None, (view.comparator, view.amount.text if view.amount else "", view.horizon)))
        words = view.quote if scope.zh else view.quote_en or view.quote
        text = scope.t("list.dash").join(filter(None, (amount, words)))
        names = _named(scope, of.record.label, view.quote, view.quote_en, view.full, _english(scope, of))
        yield _make(scope, "target", names, text, view.itself.to, of.park.id)


def _english(scope: Scope, of: Of[Target]) -> str:
    unit = scope.corpus.units.get(of.record.unit or "")
    amounts = figures.values(of.record)
    return english(amounts, unit).text if unit and amounts else ""


def _tasks(scope: Scope) -> Iterator[Findable]:
    for of in scope.corpus.tasks:
        task = of.record
        bodies = [scope.corpus.bodies[actor.body].name for actor in task.bodies]
        also = (scope.other(task.summary), *(b.zh for b in bodies), *(b.en for b in bodies))
        address = scope.to.task(of.plan.id, task.id)
        yield _make(scope, "task", _named(scope, task.title, *also), scope.say(task.summary), address, of.park.id)


def _measures(scope: Scope) -> Iterator[Findable]:
    for entry in scope.corpus.plans.values():
        for of in entry.measures:
            names = _named(scope, of.record.title, scope.other(of.record.summary))
            address = scope.to.measure(of.plan.id, of.record.id)
            yield _make(scope, "measure", names, scope.say(of.record.summary), address, of.park.id)


def _provisions(scope: Scope) -> Iterator[Findable]:
    for entry in scope.corpus.plans.values():
        for p in entry.files.text.provisions:
            if p.words:
                around = entry.heading_around(p.id)
                named = p if p.heading else around
                heading = (named if scope.zh else entry.english.get(named.id, named)).words if named else ""
                english = entry.english[p.id].words if p.id in entry.english else ""
                text, other = (p.words, english) if scope.zh or not english else (english, p.words)
                names = Names(f"{scope.provision(entry, p.id).text} {heading}".strip(), p.heading or "", ("", other))
                yield _make(scope, "provision", names, text, scope.to.text(entry.plan.id, p.id), entry.park.id)
