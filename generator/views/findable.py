"""What a reader may look for: one entry per provision, target, task, measure, term, metric, park and plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.corpus import Of
from generator.i18n import order
from generator.records.figure import Figure
from generator.records.target import Target
from generator.views import figures
from generator.views.page import Scope


@dataclass(frozen=True)
class Findable:
    """Something to be found.

    kind: key of the kind; kind_name: its name in the language
    title: shown as the result; text: shown below it
    also: other words that find it, never shown (the other language, numbers, aliases)
    reading: pinyin of its Chinese title, syllables apart; initials: their first letters
    park: id of the park, or ""
    """

    kind: str
    kind_name: str
    title: str
    text: str
    also: str
    reading: str
    initials: str
    address: str
    park: str
    park_name: str


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


def _make(scope: Scope, kind: str, title: str, title_zh: str, text: str, also: list[str], address: str, park: str = "") -> Findable:
    _, initials = order.plain_pinyin(title_zh)
    return Findable(
        kind=kind, kind_name=scope.t(f"kind.{kind}"), title=title, text=text, also=" ".join(filter(None, also)),
        reading=order.syllables(title_zh), initials=initials if len(initials) <= 12 else "", address=address, park=park,
        park_name=scope.say(scope.corpus.parks[park].short_name) if park else "",
    )  # fmt: skip


def _parks(scope: Scope) -> Iterator[Findable]:
    for park in scope.corpus.parks.values():
        also = [scope.other(park.name), park.short_name.zh, park.short_name.en, scope.other(park.profile), park.district.zh, park.district.en]
        yield _make(scope, "park", scope.say(park.name), park.short_name.zh, scope.say(park.profile), also, scope.to.park(park.id), park.id)


def _plans(scope: Scope) -> Iterator[Findable]:
    for entry in scope.corpus.plans.values():
        plan = entry.plan
        official = plan.official_translation
        issuers = [scope.corpus.bodies[i].name for i in plan.issuers]
        text = scope.t("list.comma").join(filter(None, (plan.document_number, plan.index_number, *map(scope.say, issuers))))
        also = [scope.other(plan.title), official.title if official else "", (official.number or "") if official else "", *map(scope.other, issuers)]
        yield _make(scope, "plan", scope.say(plan.title), plan.title.zh, text, also, scope.to.plan(plan.id), entry.park.id)


def _metrics(scope: Scope) -> Iterator[Findable]:
    for id_, metric in scope.corpus.metrics.items():
        if scope.corpus.targets_by_metric.get(id_):
            also = [scope.other(metric.name), scope.other(metric.definition)]
            yield _make(scope, "metric", scope.say(metric.name), metric.name.zh, scope.say(metric.definition), also, scope.to.metric(id_))


def _terms(scope: Scope) -> Iterator[Findable]:
    for term in scope.corpus.terms.values():
        title = f"{term.zh} {term.en}" if scope.zh else f"{term.en} {term.zh}"
        also = [term.official_en or "", scope.other(term.explanation)]
        yield _make(scope, "term", title, term.zh, scope.say(term.explanation), also, scope.to.glossary(term.id))


def _targets(scope: Scope) -> Iterator[Findable]:
    for of in scope.corpus.targets:
        view = figures.target(scope, of)
        amount = " ".join(filter(None, (view.comparator, view.amount.text if view.amount else "", view.horizon)))
        words = view.quote if scope.zh else view.quote_en or view.quote
        text = scope.t("list.dash").join(filter(None, (amount, words)))
        also = [scope.other(of.record.label), view.quote, view.quote_en, view.full, _english(scope, of)]
        yield _make(scope, "target", view.label, of.record.label.zh, text, also, view.itself.to, of.park.id)


def _english(scope: Scope, of: Of[Target]) -> str:
    from generator.i18n.formats import english

    figure: Figure = of.record
    unit = scope.corpus.units.get(figure.unit or "")
    amounts = figures.values(figure)
    return english(amounts, unit).text if unit and amounts else ""


def _tasks(scope: Scope) -> Iterator[Findable]:
    for of in scope.corpus.tasks:
        task = of.record
        bodies = [scope.corpus.bodies[actor.body].name for actor in task.bodies]
        also = [scope.other(task.title), scope.other(task.summary), *(b.zh for b in bodies), *(b.en for b in bodies)]
        title, address = scope.say(task.title), scope.to.task(of.plan.id, task.id)
        yield _make(scope, "task", title, task.title.zh, scope.say(task.summary), also, address, of.park.id)


def _measures(scope: Scope) -> Iterator[Findable]:
    for entry in scope.corpus.plans.values():
        for of in entry.measures:
            also = [scope.other(of.record.title), scope.other(of.record.summary)]
            title, address = scope.say(of.record.title), scope.to.measure(of.plan.id, of.record.id)
            yield _make(scope, "measure", title, of.record.title.zh, scope.say(of.record.summary), also, address, of.park.id)


def _provisions(scope: Scope) -> Iterator[Findable]:
    for entry in scope.corpus.plans.values():
        for p in entry.files.text.provisions:
            if p.words:
                heading = entry.heading_around(p.id)
                title = " ".join(filter(None, (scope.provision(entry, p.id).text, p.heading or (heading.words if heading else ""))))
                address = scope.to.text(entry.plan.id, p.id)
                yield _make(scope, "provision", title, p.heading or "", p.words, [], address, entry.park.id)
