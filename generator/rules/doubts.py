"""A doubt weighs what its kind weighs, and is tied to what it makes doubtful."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.analysis.texts import texts
from generator.findings.finding import Finding
from generator.records.anomaly import FIGURE, WEIGHTS, Anomaly
from generator.records.common import Bilingual
from generator.records.figure import Figure
from generator.records.filed import Filed, PlanFiles, Records
from generator.records.kinds import ANOMALY, KINDS, MEASURE, TASK, figures
from generator.rules.registry import rule
from generator.source.passages import Passages, find, find_number
from generator.source.places import Keys

_CLAUSES = re.compile(r"[^，,。；;]+")
_BRACKET = re.compile(r"[（(]")


@rule("O001", scope="per-plan")
def weight_of_kind(records: Records) -> Iterator[Finding]:
    """Find an anomaly whose weight is none of its kind."""
    for plan_files, keys, anomaly in _anomalies(records):
        decided = WEIGHTS.get(anomaly.kind)
        if decided and anomaly.weight != decided:
            given = {"kind": anomaly.kind, "allowed": decided, "weight": anomaly.weight}
            sentence = "O001.figure" if decided == FIGURE else "O001.note"
            yield plan_files.filed.finding(sentence, (*keys, "weight"), **given)


@rule("O002", scope="per-plan")
def figure_of_weight(records: Records) -> Iterator[Finding]:
    """Find an anomaly that can change a figure and names none."""
    for plan_files, keys, anomaly in _anomalies(records):
        if anomaly.weight == FIGURE and not anomaly.targets:
            sentence = "O002.lacking" if anomaly.kind in WEIGHTS else "O002.untied"
            yield plan_files.filed.finding(sentence, (*keys, "weight"), kind=anomaly.kind, words=anomaly.printed)


@rule("O003", scope="per-plan")
def figure_of_words(records: Records) -> Iterator[Finding]:
    """Find an anomaly that is tied to a figure whose words hold none of its own; but what is inconsistent has two."""
    for plan_files, passages in texts(records):
        known = {figure.id: figure for _, figure in plan_files.records(*figures())}
        for keys, anomaly in plan_files.records(KINDS[ANOMALY]):
            for i, id_ in enumerate(anomaly.targets if anomaly.kind != "inconsistent" else ()):
                if id_ in known and not _touches(passages, anomaly, known[id_]):
                    given = {"id": id_, "words": anomaly.printed}
                    yield plan_files.filed.finding("O003.words", (*keys, "targets", i), **given)


@rule("O004")
def doubt_told_along(records: Records) -> Iterator[Finding]:
    """Find a text that tells a doubtful number and nothing in brackets beside it."""
    for plan_files, passages in texts(records):
        doubted = list(_doubted(plan_files))
        for filed, keys, words, place in _telling(records, plan_files) if doubted else ():
            inside = {passage.id for passage in passages.inside(place)} if place in passages.by_id else set()
            told = [(f, _clause(f, words.zh)) for f in doubted if place is None or f.provision in inside]
            for figure, clause in told:
                if clause and figure.printed and not _BRACKET.search(clause):
                    given = {"words": clause, "number": figure.printed.value, "id": figure.id}
                    yield filed.finding("O004.bare", keys, **given)
                    break


def _doubted(plan_files: PlanFiles) -> Iterator[Figure]:
    """Yield the figures that a doubt can change."""
    ids = {id_ for anomaly in plan_files.plan.anomalies if anomaly.weight == FIGURE for id_ in anomaly.targets}
    yield from (figure for _, figure in plan_files.records(*figures()) if figure.id in ids and figure.printed)


def _telling(records: Records, plan_files: PlanFiles) -> Iterator[tuple[Filed[Any], Keys, Bilingual, str | None]]:
    """Yield what tells in other words what a plan or a provision of it says: profiles, summaries, the guide."""
    for park in records.parks:
        if park.record.id == plan_files.plan.park:
            yield park, ("profile", "zh"), park.record.profile, None
    for keys, record in plan_files.records(KINDS[TASK], KINDS[MEASURE]):
        if record.summary:
            yield plan_files.filed, (*keys, "summary", "zh"), record.summary, record.provision
    for section in records.guide:
        for i, statement in enumerate(section.record.statements):
            if statement.plan == plan_files.plan.id:
                yield section, ("statements", i, "text", "zh"), statement.text, statement.provision


def _clause(figure: Figure, text: str) -> str:
    """Return the clause of a text that tells the number of a figure, "" where none does."""
    value, unit = figure.printed.value if figure.printed else "", (figure.printed.unit or "") if figure.printed else ""
    for clause in _CLAUSES.findall(text):
        found = find_number(value, clause)
        if found and clause.startswith(unit, found.end):
            return str(clause)
    return ""


def _anomalies(records: Records) -> Iterator[tuple[PlanFiles, Keys, Anomaly]]:
    for plan_files in records.plans:
        for keys, anomaly in plan_files.records(KINDS[ANOMALY]):
            yield plan_files, keys, anomaly


def _touches(passages: Passages, anomaly: Anomaly, figure: Figure) -> bool:
    """Return whether the words of an anomaly stand in those of a figure, or share some of them."""
    read = ((figure.provision, figure.quote), (figure.year_provision or figure.provision, figure.year_words))
    return any(words and _share(passages, anomaly, provision, words) for provision, words in read)


def _share(passages: Passages, anomaly: Anomaly, provision: str, words: str) -> bool:
    if find(anomaly.printed, words):
        return True
    if provision not in passages.by_id or anomaly.provision not in passages.by_id:
        return True  # another rule tells of it
    if provision not in {passage.id for passage in passages.inside(anomaly.provision)}:
        return False
    text = passages.by_id[provision].words
    printed, quoted = find(anomaly.printed, text), find(words, text)
    return printed is None or quoted is None or printed.overlaps(quoted.start, quoted.end)
