"""What the document of a plan holds: its text in both languages, passage by passage, and where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.corpus.plan_entry import PlanEntry
from generator.edition import formats
from generator.edition.addresses import provision_anchor
from generator.edition.edition import Edition
from generator.source.text_source import PARAGRAPH, ROW, Provision


@dataclass(frozen=True)
class Said:
    """The same words in both languages."""

    zh: str
    en: str


@dataclass(frozen=True)
class Version:
    """A passage in one language. number: its outline label as printed; rows: of a table, the head row first."""

    number: str
    words: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Passage:
    """A passage of the text.

    rank: of a heading, 1 for the highest; 0 of what is none
    en: None where there is no translation; notes: what a reader must know of the translation
    """

    anchor: str
    rank: int
    zh: Version
    en: Version | None
    notes: tuple[Said, ...]


@dataclass(frozen=True)
class PlanText:
    """The text of a plan.

    about: what is said of it before it begins; addresses: of its pages, none where they are not known
    """

    title: Said
    publisher: str
    about: tuple[Said, ...]
    addresses: tuple[str, ...]
    passages: tuple[Passage, ...]


def of_plan(edition: Edition, entry: PlanEntry) -> PlanText:
    """Return the text of a plan, whatever the language of the edition."""

    def both(say: Callable[[Edition], str]) -> Said:
        found = {each.language: say(each) for each in (edition, edition.other_edition)}
        return Said(**found)

    return PlanText(
        title=both(lambda e: e.say(entry.plan.title)),
        publisher=publisher(edition),
        about=(
            both(lambda e: e.state(entry).text),
            both(lambda e: e.t(f"text.notice.{entry.plan.translation.status}")),
            both(lambda e: _made(e, entry)),
        ),
        addresses=tuple(filter(None, (each.absolute(each.text(entry)) for each in (edition, edition.other_edition)))),
        passages=tuple(_passages(entry, both)),
    )


def publisher(edition: Edition) -> str:
    """Return who publishes, as documents say it."""
    publication = edition.corpus.publication
    return edition.say(publication.publisher.name if publication.publisher else publication.name)


def _made(edition: Edition, entry: PlanEntry) -> str:
    """Return from which site the text is, and of when."""
    t, site = edition.t, edition.say(edition.corpus.publication.name)
    if not entry.newest:
        return t("document.made_undated", site=site)
    return t("document.made", site=site, date=formats.date(entry.newest, edition.language))


def _passages(entry: PlanEntry, both: Callable[[Callable[[Edition], str]], Said]) -> Iterator[Passage]:
    above: list[int] = []  # levels of the headings that the passage stands under
    for p in entry.files.text.provisions:
        if p.level == ROW:
            continue
        rank = 0
        if p.level < PARAGRAPH and not p.cells:
            above = [*(level for level in above if level < p.level), p.level]
            rank = len(above)
        if not p.words:  # a part without a heading of its own
            above = above[:-1]
            continue
        rows = [row for row in entry.passages.children[p.id] if row.level == ROW] if p.cells else []
        english = entry.english.get(p.id)
        yield Passage(
            anchor=provision_anchor(p.id),
            rank=rank,
            zh=_version(p, rows),
            en=_version(english, [entry.english[row.id] for row in rows]) if english else None,
            notes=tuple(both(partial(_word, key)) for key in _notes(entry, p, rows)),
        )


def _word(key: str, edition: Edition) -> str:
    return edition.t(key)


def _version(p: Provision, rows: list[Provision]) -> Version:
    if p.cells:
        return Version("", "", tuple(row.cells for row in (p, *rows)))
    return Version(p.number or "", p.words, ())


def _notes(entry: PlanEntry, p: Provision, rows: list[Provision]) -> Iterator[str]:
    """Yield what is said of the translation of a passage, as its page says it."""
    if p.id not in entry.english:
        if p.level == PARAGRAPH:
            yield "text.preparing"
        return
    if any(q.id in entry.stale for q in (p, *rows)):
        yield "text.stale"
    if p.id in entry.machine:
        yield "text.machine"
