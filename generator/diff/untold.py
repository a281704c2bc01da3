"""Changed figures and standings that no new entry of the changes tells readers of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, get_args

from generator.analysis.texts import figures
from generator.diff.differences import Change as Difference
from generator.diff.differences import Said
from generator.findings.finding import Finding
from generator.language.languages import LANGUAGES
from generator.records.change import Change, ChangeName
from generator.records.filed import Records
from generator.records.kinds import FACT, KINDS, MILESTONE, PLAN, RESULT, STANDING, TARGET, WORDING
from generator.records.redirect import reference
from generator.records.target import Target

FIGURE = ("figure", "year", "commitment", WORDING)  # what is said of a figure that readers are told of
REPORTED, PROGRESS = ("figure", "year"), ("progress",)  # of a result and of a milestone
# The kinds of change that tell of a figure, and those that tell of a standing.
OF_FIGURES: tuple[ChangeName, ...] = ("new-plan", "correction", "amendment")
OF_RESULTS: tuple[ChangeName, ...] = get_args(Literal["correction", "result"])
OF_STANDINGS: tuple[ChangeName, ...] = ("correction", "amendment", "expiry", "supersession", "withdrawal")
_SAID: Mapping[str, tuple[str, ...]] = {
    TARGET: FIGURE,
    FACT: FIGURE,
    RESULT: REPORTED,
    MILESTONE: PROGRESS,
    PLAN: (STANDING,),
}
SAYS = (STANDING, "removed", "figure")  # the sentences of P008


def untold(base: Records, head: Records, differences: Iterable[Difference]) -> list[Finding]:
    """Return P008 for each published figure, and each standing, that has changed without a new entry that tells of it.

    An entry that names what it has altered tells of that alone; one that names nothing tells of its whole plan.
    """
    known = {filed.record for filed in base.changes}
    news = [filed.record for filed in head.changes if filed.record not in known]
    places = _places(head)
    told = (d for d in differences if d.plan in places)
    return [finding for d in told for finding in _findings(d, news, places)]


def _findings(difference: Difference, news: list[Change], places: dict[str, tuple[str, int]]) -> Iterator[Finding]:
    kinds = {PLAN: OF_STANDINGS, RESULT: OF_RESULTS, MILESTONE: OF_RESULTS}.get(difference.kind, OF_FIGURES)
    if difference.what == "removed":  # a result goes with the target that an amendment leaves out
        kinds = (*kinds, *OF_FIGURES)
    fields = [*_changed(difference)]
    if fields and not any(_tells(entry, difference, kinds) for entry in news):
        path, line = places.get(difference.ref) or places[difference.plan]
        given = {"record": difference.ref, "plan": difference.plan, "kind": kinds[-1]}
        yield Finding.of(f"P008.{_says(difference)}", path, line, **given, **_sides(fields))


def _says(difference: Difference) -> str:
    standing, removed, figure = SAYS
    if difference.kind == PLAN:
        return standing
    return removed if difference.what == "removed" else figure


def _changed(difference: Difference) -> Iterator[tuple[Said, Said]]:
    """Yield what readers saw before and see after, of what they are told of."""
    if difference.what == "added":
        return
    keys = _SAID.get(difference.kind, ())
    removed = difference.what == "removed"
    yield from ((f.before, f.after) for f in difference.fields if f.key in (keys[:1] if removed else keys))


def _sides(fields: list[tuple[Said, Said]]) -> dict[str, str]:
    """Return what was and what is, in each language."""
    return {
        f"{name}_{language}": " · ".join(pair[side].in_language(language) or "—" for pair in fields)
        for side, name in enumerate(("before", "after"))
        for language in LANGUAGES
    }


def _tells(entry: Change, difference: Difference, kinds: tuple[ChangeName, ...]) -> bool:
    if entry.plan != difference.plan or entry.kind not in kinds:
        return False
    named = {altered.record for altered in entry.altered}
    return not named or difference.kind == PLAN or bool(named & {difference.ref, difference.was})


def _places(records: Records) -> dict[str, tuple[str, int]]:
    """Return where an editor finds each figure by its reference, and each plan by its id."""
    found = {files.plan.id: (files.filed.document.path, 1) for files in records.plans}
    for filed, keys, figure, _ in figures(records):
        kind = TARGET if isinstance(figure, Target) else FACT
        found[reference(kind, filed.record.id, figure.id)] = (filed.document.path, filed.document.mark(*keys)[0])
    for files in records.plans:
        for kind in (RESULT, MILESTONE):
            for keys, record in files.records(KINDS[kind]):
                document = files.filed.document
                found[reference(kind, files.plan.id, record.id)] = (document.path, document.mark(*keys)[0])
    return found
