"""What a reader would notice between two states, and what must not be published so."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.analysis.published import destination, published
from generator.corpus.corpus import Corpus
from generator.diff import plan_entries, readable, site_entries, states
from generator.diff.differences import Change, Described, differences
from generator.diff.entries import Entry, Maker
from generator.diff.states import Revision
from generator.diff.untold import untold
from generator.diff.vanished import REDIRECTS, Vanished
from generator.edition import order
from generator.edition.addresses import Addresses
from generator.edition.edition import Edition
from generator.edition.publication import named
from generator.edition.strings import Strings
from generator.findings.finding import DataError, Finding
from generator.project.layout import Layout
from generator.records.filed import Records
from generator.records.kinds import PLAN
from generator.records.redirect import split


@dataclass(frozen=True)
class Places:
    """Pages and anchors by their address below the language. moved: old and new address."""

    added: tuple[str, ...]
    moved: tuple[tuple[str, str], ...]
    removed: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """What differs between two states.

    words: the interface words of each language, with the names that head's publication gives
    findings: published ids that are gone without a redirect
    untold: changed figures and standings that no new entry of the changes tells readers of
    wrong: what is wrong with the head; left_out: references to what of it cannot be told for that reason
    unread: what is wrong with the base when it cannot be read, and then nothing is compared
    program: number of files of the program and its templates that differ
    """

    base: Revision
    head: Revision
    words: Mapping[str, Strings]
    changes: tuple[Change, ...] = ()
    places: Places = Places((), (), ())
    findings: tuple[Finding, ...] = ()
    untold: tuple[Finding, ...] = ()
    wrong: tuple[Finding, ...] = ()
    left_out: tuple[str, ...] = ()
    unread: tuple[Finding, ...] = ()
    program: int = 0

    @property
    def good(self) -> bool:
        """Whether head may be published in place of base, as far as could be seen."""
        return not (self.findings or self.wrong or self.unread)


def report(layout: Layout, words: Mapping[str, Strings], revisions: str, today: datetime.date) -> Report:
    """Compare two states: `BASE..HEAD`, `BASE...HEAD`, or `BASE` with the folder as it is.

    today: the date that redirects proposed in findings carry
    Raises RevisionError for a state that cannot be had, DataError when nothing of head can be told.
    """
    base, head = states.parse(layout.root, revisions)
    program = states.program_changes(layout.root, base, head)
    with states.folder(layout, head) as place:
        state = readable.head(place)
        words = named(words, state.records.publication.record)
        redirects = place.root / REDIRECTS
        line = len(redirects.read_text(encoding="utf-8").splitlines()) if redirects.is_file() else 0
    with states.folder(layout, base) as place:
        try:
            before = readable.base(place)
        except DataError as error:
            return Report(base, head, words, wrong=state.findings, unread=tuple(error.findings), program=program)
    before, after, left_out = readable.together(before, state)
    described = _described(before, words), _described(after, words)
    vanished = Vanished(before, after, *described)
    moved = _moved(before, after)
    changes = differences(*described, moved)
    gone = tuple(vanished.findings(max(line, 1), today))
    renamed = {old for old, new in map(_said, gone) if split(old)[0] == split(new)[0]}  # a redirect is what they need
    return Report(
        base,
        head,
        words,
        changes,
        _places(before, after, moved),
        gone,
        tuple(untold(before, after, (change for change in changes if change.ref not in renamed))),
        state.findings,
        tuple(filter(None, (key.ref for key in left_out))),
        program=program,
    )


def _said(gone: Finding) -> tuple[str, str]:
    """Return the id that is gone and what most likely took its place."""
    values = dict(gone.values)
    return str(values["old"]), str(values["new"])


def _described(records: Records, words: Mapping[str, Strings]) -> Described:
    corpus = Corpus.of(records)
    order.learn(corpus.readings)
    return Described(
        **{language: _entries(Maker(Edition(corpus, language, t), records)) for language, t in words.items()}
    )


def _entries(make: Maker) -> dict[str, Entry]:
    of_plans = (entry for plan in make.edition.corpus.plans.values() for entry in plan_entries.entries(make, plan))
    return {entry.ref: entry for entries in (of_plans, site_entries.entries(make)) for entry in entries}


def _moved(before: Records, after: Records) -> dict[str, str]:
    """Return where each id that is gone is led, as far as it is."""
    there = published(after)
    redirects = {r.record.old: r.record.new for r in after.redirects}
    leads = {ref: destination(ref, redirects, there) for ref in published(before) - there}
    return {ref: new for ref, new in leads.items() if new}


def _places(before: Records, after: Records, moved: Mapping[str, str]) -> Places:
    """Return the addresses that appear, move and disappear."""
    to = Addresses("zh")

    def addresses(ref: str) -> list[str]:
        both = [to.of(ref), *([to.text(split(ref)[1])] if split(ref)[0] == PLAN else [])]  # a plan has two pages
        return [address.removeprefix("zh/") for address in both]

    def every(refs: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(address for ref in refs for address in addresses(ref)))

    def pairs(was: str, now: str) -> Iterable[tuple[str, str]]:
        return zip(addresses(was), 2 * addresses(now), strict=False)  # both pages of a plan may lead to one page

    old, new = published(before), published(after)
    return Places(
        added=every(new - old - set(moved.values())),
        moved=tuple(sorted(pair for was, now in moved.items() for pair in pairs(was, now))),
        removed=every(old - new - moved.keys()),
    )
