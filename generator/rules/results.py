"""What is reported of targets and tasks: from one source, of one target and year, corrected by what comes later."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from generator.analysis.texts import told
from generator.findings.finding import Finding
from generator.records.filed import Records
from generator.records.kinds import CITED_TARGET, KINDS, MILESTONE, RESULT
from generator.records.milestone import DONE
from generator.records.report import Reported
from generator.records.result import Result
from generator.rules.registry import rule
from generator.source.passages import find


@rule("J001")
def source_whole(records: Records) -> Iterator[Finding]:
    """Find words quoted from nowhere, from two documents, or from the document they are said of."""
    for filed, keys, source, _ in told(records):
        at = (*keys, "source")
        if (source.report is None) == (source.plan is None):
            yield filed.finding("J001.one", at)
        elif (source.plan is None) != (source.provision is None):
            yield filed.finding("J001.provision", at)
        elif source.plan and source.plan == getattr(filed.record, "id", None):
            yield filed.finding("J001.itself", (*at, "plan"), id=source.plan)


@rule("J002")
def target_of_today(records: Records) -> Iterator[Finding]:
    """Find a result of a target that restates another, or that the text of today no longer holds."""
    for plan_files in records.plans:
        targets = {target.id: target for target in plan_files.plan.targets}
        for keys, result in plan_files.records(KINDS[RESULT]):
            target = targets.get(result.target)
            if target and target.repeat_of:
                yield plan_files.filed.finding("J002.repeat", (*keys, "target"), id=target.id, first=target.repeat_of)
            elif target and target.wording:
                yield plan_files.filed.finding("J002.wording", (*keys, "target"), id=target.id)


@rule("J003")
def corrects_before(records: Records) -> Iterator[Finding]:
    """Find a result that corrects one of another target or year, a later one, or one that is corrected already."""
    for plan_files in records.plans:
        results, corrected = {result.id: result for result in plan_files.plan.results}, Counter[str]()
        for keys, result in plan_files.records(KINDS[RESULT]):
            earlier, at = results.get(result.replaces or ""), (*keys, "replaces")
            if earlier is None:
                continue
            corrected[earlier.id] += 1
            if (earlier.target, earlier.year) != (result.target, result.year):
                yield plan_files.filed.finding("J003.other", at, id=earlier.id)
            elif not _follows(records, earlier, result):
                yield plan_files.filed.finding("J003.later", at, id=earlier.id)
            if corrected[earlier.id] > 1:
                yield plan_files.filed.finding("J003.twice", at, id=earlier.id)


@rule("J004")
def one_that_holds(records: Records) -> Iterator[Finding]:
    """Find two results of one target and year that count the same, neither of which corrects the other."""
    for plan_files in records.plans:
        corrected = {result.replaces for result in plan_files.plan.results}
        seen: dict[tuple[object, ...], str] = {}
        for keys, result in plan_files.records(KINDS[RESULT]):
            if result.id in corrected:
                continue
            what = (result.measure, result.unit, _zh(result.scope), _zh(result.denominator))
            counted = (result.target, result.year, *what)
            if counted in seen:
                yield plan_files.filed.finding("J004.two", (*keys, "target"), id=result.id, other=seen[counted])
            seen.setdefault(counted, result.id)


@rule("J005")
def provisional_as_printed(records: Records) -> Iterator[Finding]:
    """Find a result that is provisional without the word that says so, or with one that its source does not print."""
    for plan_files in records.plans:
        for keys, result in plan_files.records(KINDS[RESULT]):
            word, at = result.provisional_word, (*keys, "provisional_word")
            if result.final == (word is not None):
                yield plan_files.filed.finding("J005.together", (*keys, "id"), id=result.id)
            elif word and not any(find(word, words) for words in (result.quote, _title(records, result.source))):
                yield plan_files.filed.finding("J005.word", at, word=word)


@rule("J006")
def reported_in_time(records: Records) -> Iterator[Finding]:
    """Find a result that is reported before its year began, or progress before its day."""
    for plan_files in records.plans:
        for keys, result in plan_files.records(KINDS[RESULT]):
            day = _day(records, result.source)
            if day and day.year < result.year:
                yield plan_files.filed.finding("J006.year", (*keys, "year"), year=result.year, date=day)
        for keys, milestone in plan_files.records(KINDS[MILESTONE]):
            for i, said in enumerate(milestone.progress):
                day = _day(records, said.source)
                if day and day < said.date:
                    at = (*keys, "progress", i, "date")
                    yield plan_files.filed.finding("J006.day", at, day=said.date, date=day)


@rule("J007")
def milestone_in_order(records: Records) -> Iterator[Finding]:
    """Find a milestone whose last day is in another year, and progress that goes back."""
    for plan_files in records.plans:
        for keys, milestone in plan_files.records(KINDS[MILESTONE]):
            if milestone.date and milestone.date.year != milestone.year:
                given = {"date": milestone.date, "year": milestone.year}
                yield plan_files.filed.finding("J007.date", (*keys, "date"), **given)
            for i, (before, said) in enumerate(pairwise(milestone.progress), 1):
                if said.date < before.date or (before.state == DONE and said.state != DONE):
                    yield plan_files.filed.finding("J007.order", (*keys, "progress", i), date=said.date)


@rule("J008")
def document_cited(records: Records) -> Iterator[Finding]:
    """Find a target of a document that no plan names among those it rests on, or whose text is here."""
    cited = {parent.title.zh for files in records.plans for parent in files.plan.parents}
    here = {files.plan.title.zh: files.plan.id for files in records.plans}
    whole = len(records.plans) == len(records.written)
    for filed in records.of(KINDS[CITED_TARGET]) if whole else ():
        title = filed.record.document
        if title in here:
            yield filed.finding("J008.here", ("document",), title=title, id=here[title])
        elif title not in cited:
            yield filed.finding("J008.cited", ("document",), title=title)


@rule("J009")
def report_known(records: Records) -> Iterator[Finding]:
    """Find a report whose address does not say how it is known, and one that nothing is quoted from."""
    quoted = {found.source.report for found in told(records)}
    whole = len(records.plans) == len(records.written)
    for filed in records.reports:
        report = filed.record
        if (report.address is None) != (report.address_known is None):
            yield filed.finding("J009.known", ("address" if report.address else "address_known",), id=report.id)
        if whole and report.id not in quoted:
            yield filed.finding("J009.idle", ("id",), id=report.id)


def _follows(records: Records, earlier: Result, later: Result) -> bool:
    """Return whether a result is reported no earlier than the one it corrects; so where a day is not known."""
    before, after = _day(records, earlier.source), _day(records, later.source)
    return before is None or after is None or before <= after


def _day(records: Records, source: Reported) -> datetime.date | None:
    """Return the day of the document that words are quoted from."""
    if source.plan:
        plan = next((files.plan for files in records.plans if files.plan.id == source.plan), None)
        return (plan.dates.published or plan.dates.printed or plan.dates.signed) if plan else None
    return next((filed.record.date for filed in records.reports if filed.record.id == source.report), None)


def _title(records: Records, source: Reported) -> str:
    titles = (filed.record.title.zh for filed in records.reports if filed.record.id == source.report)
    return next(titles, "")


def _zh(words: object) -> str | None:
    return getattr(words, "zh", None)
