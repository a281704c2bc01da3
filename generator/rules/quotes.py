"""Whatever was read out of a text stands in it, word for word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.analysis.texts import (
    REPORT,
    addressed,
    place,
    quantities,
    text_of,
    text_told,
    texts,
    texts_by_plan,
    told,
)
from generator.analysis.whereabouts import words_meant
from generator.findings.finding import Finding
from generator.language import lexicon
from generator.records import kinds
from generator.records.cited_target import CitedTarget
from generator.records.common import TODO
from generator.records.facets import actors, tags
from generator.records.figure import Figure
from generator.records.filed import Filed, PlanFiles, Records
from generator.records.kinds import inside_plan
from generator.records.milestone import Milestone
from generator.records.park import RANKS, Park, RankedIndustry
from generator.records.quantity import Quantity
from generator.records.result import Result
from generator.records.target import Target
from generator.records.task import Task
from generator.rules.registry import rule
from generator.source.passages import Passages, find
from generator.source.places import Keys
from generator.source.text_source import ROW

Words = tuple[Filed[Any], Passages, Keys, str, str]  # where they are written, and the provision they must stand in


@rule("Q001", scope="single")
def words_in_passage(records: Records) -> Iterator[Finding]:
    """Find words that do not stand in their passage."""
    for found in quantities(records):
        filed, keys, figure, passages = found
        if found.provision in passages.by_id and not found.quoted():
            meant = words_meant(passages, found.provision, figure.quote)
            given = {"provision": found.provision, "words": figure.quote}
            yield filed.finding("Q001.quote", (*keys, "quote"), **given).guess(*meant)
    for filed, passages, keys, address, words in _all_words(records):
        if address in passages.by_id and not passages.holds(address, words):
            meant = words_meant(passages, address, words)
            yield filed.finding("Q001.words", keys, provision=address, words=words).guess(*meant)


@rule("Q002", scope="per-plan")
def words_in_sentence(records: Records) -> Iterator[Finding]:
    """Find a comparator or a commitment outside the sentence of the quote."""
    for found in quantities(records):
        context = found.sentence()
        for key in ("comparator_word", "commitment_word") if context is not None else ():
            word = getattr(found.figure, key, None)
            if word and not find(word, context or ""):
                yield found.filed.finding("Q002.word", (*found.keys, key), key=key, word=word)


@rule("Q006", scope="per-plan")
def governing_words_in_quote(records: Records) -> Iterator[Finding]:
    """Find a quote that leaves out words of its sentence by which its figure is recorded."""
    for found in quantities(records):
        sentence = found.sentence()
        for key, words in governing(found.figure) if sentence is not None else ():
            printed = [word for word in words if find(word, sentence or "")]
            if printed and not any(find(word, found.figure.quote) for word in printed):
                yield found.filed.finding("Q006.left", (*found.keys, "quote"), key=key, word=printed[0])


def governing(figure: Any) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the words by which a field of a figure may have been recorded."""
    for key in ("comparator_word", "commitment_word"):
        if word := getattr(figure, key, None):
            yield key, (word,)
    if isinstance(figure, Target | Result | CitedTarget):
        yield "measure", lexicon.count_words(figure.measure)
    if getattr(figure, "commitment_open", None):
        yield "commitment_open", lexicon.hedge_words()


@rule("Q003", scope="per-plan")
def body_named(records: Records) -> Iterator[Finding]:
    """Find words that do not name the body they are given for."""
    names = {body.record.id: body.record.names for body in records.bodies}
    for plan_files in records.plans:
        for keys, record in plan_files.records(*inside_plan()):
            for i, actor in enumerate(actors(record)):
                forms = names.get(actor.body, ())
                if forms and not any(form in actor.words for form in forms):
                    at = (*keys, "bodies", i, "words")
                    yield plan_files.filed.finding("Q003.body", at, names=forms, words=actor.words)


@rule("Q005")
def english_in_passage(records: Records) -> Iterator[Finding]:
    """Find English words that are not in their passage's English; of a row of a table a sentence is made."""
    english = {p.plan.id: Passages(p.english) for p in records.plans if p.english}
    for filed, keys, plan, address, words in _english_words(records):
        text = english.get(plan)
        if words in (None, TODO) or text is None or address not in text.by_id or text.by_id[address].level == ROW:
            continue
        if not any(text.holds(address, first + words[1:]) for first in (words[0].upper(), words[0].lower())):
            yield filed.finding("Q005.english", keys, provision=address, words=words)


def _english_words(records: Records) -> Iterator[tuple[Filed[Any], Keys, str, str, Any]]:
    """Yield the words copied from English texts of today: where they are written, their plan and provision."""
    for plan_files in records.plans:
        for keys, figure in plan_files.records(*kinds.figures()):
            if figure.wording is None:
                yield plan_files.filed, (*keys, "quote_en"), plan_files.plan.id, figure.provision, figure.quote_en
    for park, keys, entry, there in _ranked(records):
        for plan_files, passages in there:
            if passages.holds(entry.provision, entry.words):
                yield park, (*keys, "words_en"), plan_files.plan.id, entry.provision, entry.words_en


def _all_words(records: Records) -> Iterator[Words]:
    """Yield all words that were read out of a text, but for the quotes of quantities, which stand in one passage."""
    for filed, keys, figure, passages in quantities(records):
        if figure.year_words:
            yield filed, passages, (*keys, "year_words"), _place_of_year(figure), figure.year_words
    for filed, keys, source, quote in told(records):
        yield filed, text_told(records, source, quote), (*keys, "quote"), place(source), quote
    for plan_files, passages in texts(records):
        for keys, record in plan_files.records(*inside_plan()):
            for at, address, words in _words(record):
                yield plan_files.filed, text_of(records, plan_files.plan, record), (*keys, *at), address, words
        for at, said in addressed(plan_files.plan):
            if said.provision and (copied := getattr(said, "words", None)):
                yield plan_files.filed, passages, (*at, "words"), said.provision, copied
    yield from _words_of_parks(records)
    for filed in records.guide:
        for i, statement in enumerate(filed.record.statements):
            if text := texts_by_plan(records).get(statement.plan):
                yield filed, text, ("statements", i, "words"), statement.provision, statement.words


def _words(record: Any) -> Iterator[tuple[Keys, str, str]]:
    """Yield the words of a record with their field and their provision."""
    if isinstance(record, Quantity):
        return
    for key in ("quote", "printed"):
        if words := getattr(record, key, None):
            yield (key,), record.provision, words
    if isinstance(record, Milestone):
        yield ("year_words",), record.year_provision or record.provision, record.year_words
    for i, actor in enumerate(actors(record)):
        yield ("bodies", i, "words"), record.provision, actor.words
    if isinstance(record, Task):
        yield from _words_of_task(record)


def _place_of_year(figure: Any) -> str:
    """Return where the words stand that set a year; those of a report may stand in its title, too."""
    if figure.year_provision or isinstance(figure, Figure):
        return str(figure.year_provision or figure.provision)
    return str(figure.source.provision or REPORT)


def _words_of_task(task: Task) -> Iterator[tuple[Keys, str, str]]:
    for field in (facet.field for facet in tags()):
        for id_, words in getattr(task, field).items():
            yield (field, id_), task.provision, words
    for i, named in enumerate(task.places):
        yield ("places", i, "zh"), task.provision, named.zh


def _words_of_parks(records: Records) -> Iterator[Words]:
    """Yield the words of parks' industries; they stand in one of the park's plans."""
    for park, keys, entry, there in _ranked(records):
        if there and not any(passages.holds(entry.provision, entry.words) for _, passages in there):
            yield park, there[0][1], (*keys, "words"), entry.provision, entry.words


def _ranked(records: Records) -> Iterator[tuple[Filed[Park], Keys, RankedIndustry, list[tuple[PlanFiles, Passages]]]]:
    """Yield the industries of parks with the plans of the park that have their provision."""
    for park in records.parks:
        own = [(p, passages) for p, passages in texts(records) if p.plan.park == park.record.id]
        for rank in RANKS:
            for i, entry in enumerate(getattr(park.record.industries, rank)):
                there = [(p, passages) for p, passages in own if entry.provision in passages.by_id]
                yield park, ("industries", rank, i), entry, there
