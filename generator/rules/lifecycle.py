"""What is said of a document's life: from when to when it holds, what has become of it, how it stands to others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.analysis import standing
from generator.analysis.relations import relations
from generator.analysis.texts import texts_by_plan
from generator.findings.finding import Finding
from generator.language import dates
from generator.language.numerals import find_numbers
from generator.records.filed import PlanFiles, Records
from generator.records.kinds import KINDS, TARGET, figures
from generator.records.lifecycle import DRAFT, ISSUED, SUPERSEDED, Relation, Validity, inverse
from generator.rules.registry import rule
from generator.source.passages import find

_LONGEST = 50  # years that a document says it holds for


@rule("H001", scope="plan")
def standing_rests_on(records: Records) -> Iterator[Finding]:
    """Find a standing without the day it began, or without the words or the fact it rests on."""
    for plan_files in records.plans:
        said = plan_files.plan.standing
        if said is None or said.state == ISSUED:
            continue
        if said.state != DRAFT and said.since is None:
            yield plan_files.filed.finding("H001.since", ("standing",), state=said.state)
        if not said.basis and not (said.words and said.provision):
            yield plan_files.filed.finding("H001.basis", ("standing",), state=said.state)


@rule("H002", scope="plan")
def days_in_order(records: Records) -> Iterator[Finding]:
    """Find a validity that ends before it begins, and a standing that begins before the document was signed."""
    for plan_files in records.plans:
        plan, filed = plan_files.plan, plan_files.filed
        held, said, signed = plan.validity, plan.standing, plan.dates.signed
        if held and held.start and held.end and held.end < held.start:
            yield filed.finding("H002.end", ("validity", "end"), start=held.start, end=held.end)
        if said and said.since and signed and said.since < signed:
            yield filed.finding("H002.since", ("standing", "since"), signed=signed, since=said.since)


@rule("H003", scope="plan")
def days_as_printed(records: Records) -> Iterator[Finding]:
    """Find a day of validity that its words neither print nor count out, and a validity of neither day."""
    for plan_files in records.plans:
        if held := plan_files.plan.validity:
            yield from _inferred(plan_files, held)
            if "end" not in held.inferred and held.end and held.end.year not in _numbers(held.words):
                values = {"end": held.end, "words": held.words}
                yield plan_files.filed.finding("H003.year", ("validity", "end"), **values)
            if held.start is None and held.end is None:
                yield plan_files.filed.finding("H003.none", ("validity",))


def _inferred(plan_files: PlanFiles, held: Validity) -> Iterator[Finding]:
    plan, filed = plan_files.plan, plan_files.filed
    issued = [day for day in (plan.dates.signed, plan.dates.printed, plan.dates.published) if day]
    if "start" in held.inferred and held.start not in issued:
        yield filed.finding("H003.start", ("validity", "start"), start=held.start, days=[str(day) for day in issued])
    if "end" in held.inferred:
        start = standing.term(plan).start
        spans = [n for n in _numbers(held.words) if 0 < n <= _LONGEST]
        if start is None or held.end not in [dates.last_day(start, years) for years in spans]:
            yield filed.finding("H003.span", ("validity", "end"), start=start, end=held.end, words=held.words)


def _numbers(words: str) -> list[int]:
    return [int(number.value) for number in find_numbers(words) if number.value is not None]


@rule("H004", scope="plan")
def relation_whole(records: Records) -> Iterator[Finding]:
    """Find a relation to nothing, to two things or to the plan itself, known from nowhere, or told twice."""
    told: Counter[tuple[str, ...]] = Counter()
    for plan_files in records.plans:
        plan, filed = plan_files.plan, plan_files.filed
        for i, said in enumerate(plan.relations):
            at = ("relations", i)
            if (said.plan is None) == (said.document is None):
                yield filed.finding("H004.one", at)
            if said.plan == plan.id:
                yield filed.finding("H004.itself", (*at, "plan"), id=plan.id)
            if (said.words is None) != (said.provision is None) or not (said.words or said.note or _traced(said)):
                yield filed.finding("H004.known", at)
            if said.plan:
                sides = (plan.id, said.kind, said.plan)
                told[min(sides, (said.plan, inverse(said.kind), plan.id))] += 1
                if told[min(sides, (said.plan, inverse(said.kind), plan.id))] > 1:
                    yield filed.finding("H004.twice", at, id=said.plan, kind=said.kind)


def _traced(said: Relation) -> bool:
    """Return whether the page is named that the other document is known from."""
    return said.document is not None and said.document.source is not None


@rule("H005")
def superseded_agrees(records: Records) -> Iterator[Finding]:
    """Find a plan that another one supersedes and that does not say so, and one said to be superseded by nothing."""
    if len(records.plans) < len(records.written):
        return  # either may say so, and one was read
    found = relations(p.plan for p in records.plans)
    drafts = {p.plan.id for p in records.plans if p.plan.standing and p.plan.standing.state == DRAFT}
    for plan_files in records.plans:
        plan, filed = plan_files.plan, plan_files.filed
        after = [x for x in found[plan.id] if x.kind == "superseded-by" and x.other not in drafts]
        is_so = plan.standing is not None and plan.standing.state == SUPERSEDED
        if after and not is_so:
            yield filed.finding("H005.unsaid", ("standing",), by=after[0].other or after[0].said.kind)
        if is_so and not after:
            yield filed.finding("H005.by", ("standing", "state"))


@rule("H006", scope="plan")
def park_or_area(records: Records) -> Iterator[Finding]:
    """Find a document that belongs to no park and to no area, or to both."""
    for plan_files in records.plans:
        if (plan_files.plan.park is None) == (plan_files.plan.area is None):
            yield plan_files.filed.finding("H006.one", ("park",))


@rule("H007", scope="plan")
def wordings_in_order(records: Records) -> Iterator[Finding]:
    """Find an earlier wording that ended before it began, or that the next one does not follow at once."""
    for plan_files in records.plans:
        found, filed = plan_files.plan.wordings, plan_files.filed
        for i, said in enumerate(found):
            if said.until <= said.date:
                yield filed.finding("H007.until", ("wordings", i, "until"), date=said.date, until=said.until)
            if i and said.until != found[i - 1].date:
                yield filed.finding("H007.next", ("wordings", i, "until"), until=said.until, next=found[i - 1].date)


@rule("H008", scope="plan")
def figure_of_earlier_wording(records: Records) -> Iterator[Finding]:
    """Find a figure of an earlier wording that the text of today still holds, and one tied to a figure of another."""
    for plan_files in records.plans:
        passages = texts_by_plan(records)[plan_files.plan.id]
        for keys, figure in plan_files.records(*figures()):
            provision = passages.by_id.get(figure.provision)
            if figure.wording and provision and find(figure.quote, provision.words):
                given = {"provision": figure.provision, "words": figure.quote}
                yield plan_files.filed.finding("H008.holds", (*keys, "wording"), **given)
        yield from _tied(plan_files)


def _tied(plan_files: PlanFiles) -> Iterator[Finding]:
    """Yield the targets that restate or start from a figure of another wording."""
    wordings = {figure.id: figure.wording for _, figure in plan_files.records(*figures())}
    for keys, target in plan_files.records(KINDS[TARGET]):
        for key in ("repeat_of", "baseline"):
            other = getattr(target, key)
            if other and wordings.get(other, target.wording) != target.wording:
                yield plan_files.filed.finding("H008.tied", (*keys, key), key=key, id=other)
