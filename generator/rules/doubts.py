"""A doubt weighs what its kind weighs, and is tied to what it makes doubtful."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.texts import texts
from generator.findings.finding import Finding
from generator.records.anomaly import FIGURE, WEIGHTS, Anomaly
from generator.records.figure import Figure
from generator.records.filed import PlanFiles, Records
from generator.records.kinds import ANOMALY, KINDS, figures
from generator.rules.registry import rule
from generator.source.passages import Passages, find
from generator.source.places import Keys


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
