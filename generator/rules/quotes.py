"""Whatever was read out of a text stands in it, word for word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.analysis.whereabouts import words_meant
from generator.findings.finding import Finding
from generator.records.facets import tags
from generator.records.figure import Figure
from generator.records.kinds import figures, inside_plan
from generator.records.loading import Filed, PlanFiles, Records
from generator.records.park import RANKS, Park
from generator.records.plan import Plan
from generator.records.target import Target
from generator.source.passages import Passages, find, sentence
from generator.source.yaml_source import Keys


def check(records: Records) -> Iterator[Finding]:
    """Yield Q001 for words that do not stand in their passage, Q002 for words outside the quote's sentence,
    Q003 for words that do not name the body they are given for.
    """
    names = {body.record.id: body.record.names for body in records.bodies}
    for plan_files in records.plans:
        passages = Passages(plan_files.text)
        yield from _figures(plan_files, passages)
        yield from _tasks(plan_files, passages)
        for kind in inside_plan():
            for i, record in enumerate(getattr(plan_files.plan, kind.plural)):
                yield from _bodies(plan_files.filed, passages, (kind.plural, i, "bodies"), record, names)
                if not isinstance(record, Figure):
                    yield from _words(plan_files.filed, passages, (kind.plural, i), record)
    for park in records.parks:
        yield from _ranks(park, [Passages(p.text) for p in records.plans if p.plan.park == park.record.id])


def _words(filed: Filed[Plan], passages: Passages, keys: Keys, record: Any) -> Iterator[Finding]:
    """Yield the words of a record, as it quotes them, that its passage does not hold."""
    for key in ("quote", "printed"):
        if words := getattr(record, key, None):
            yield from _in_passage(filed, passages, (*keys, key), record.provision, words)


def _ranks(park: Filed[Park], texts: list[Passages]) -> Iterator[Finding]:
    """Yield the words of a park's industries that none of its plans holds."""
    for rank in RANKS:
        for i, entry in enumerate(getattr(park.record.industries, rank)):
            there = [passages for passages in texts if entry.provision in passages.by_id]
            if there and not any(passages.holds(entry.provision, entry.words) for passages in there):
                keys = ("industries", rank, i, "words")
                yield from _in_passage(park, there[0], keys, entry.provision, entry.words)


def _in_passage(filed: Filed, passages: Passages, keys: Keys, address: str, words: str) -> Iterator[Finding]:  # type: ignore[type-arg]
    if address in passages.by_id and not passages.holds(address, words):
        meant = words_meant(passages, address, words)
        yield filed.finding("Q001.words", keys, provision=address, words=words).guess(*meant)


def _figures(plan_files: PlanFiles, passages: Passages) -> Iterator[Finding]:
    for kind in (kind.plural for kind in figures()):
        for i, figure in enumerate(getattr(plan_files.plan, kind)):
            yield from _figure(plan_files.filed, passages, (kind, i), figure)


def _figure(filed: Filed[Plan], passages: Passages, keys: Keys, figure: Figure) -> Iterator[Finding]:
    if figure.year_words:
        where = figure.year_provision or figure.provision
        yield from _in_passage(filed, passages, (*keys, "year_words"), where, figure.year_words)
    provision = passages.by_id.get(figure.provision)
    if provision is None:
        return
    span = find(figure.quote, provision.words)
    if span is None:
        meant = words_meant(passages, figure.provision, figure.quote)
        place = (*keys, "quote")
        yield filed.finding("Q001.quote", place, provision=figure.provision, words=figure.quote).guess(*meant)
        return
    context = sentence(provision.words, span)
    words = {"comparator_word": figure.comparator_word}
    if isinstance(figure, Target):
        words["commitment_word"] = figure.commitment_word
    for key, value in words.items():
        if value and not find(value, context):
            yield filed.finding("Q002.word", (*keys, key), key=key, word=value)


def _tasks(plan_files: PlanFiles, passages: Passages) -> Iterator[Finding]:
    filed = plan_files.filed
    for i, task in enumerate(plan_files.plan.tasks):
        keys: Keys = ("tasks", i)
        for field in (facet.field for facet in tags()):
            for id_, words in getattr(task, field).items():
                yield from _in_passage(filed, passages, (*keys, field, id_), task.provision, words)
        for j, place in enumerate(task.places):
            yield from _in_passage(filed, passages, (*keys, "places", j, "zh"), task.provision, place.zh)


def _bodies(
    filed: Filed[Plan], passages: Passages, keys: Keys, record: Any, names: dict[str, tuple[str, ...]]
) -> Iterator[Finding]:
    for i, actor in enumerate(getattr(record, "bodies", ())):
        yield from _in_passage(filed, passages, (*keys, i, "words"), record.provision, actor.words)
        forms = names.get(actor.body, ())
        if forms and not any(form in actor.words for form in forms):
            yield filed.finding("Q003.body", (*keys, i, "words"), names=forms, words=actor.words)
