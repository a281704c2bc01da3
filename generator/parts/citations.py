"""What is cited, in parts: a document, a passage of one, a page that sets figures side by side, the data.

Each is described in both languages, as a reference keeps to one: in Chinese a document stands as it is printed, in
English its title is transliterated, with the translation beside it. `citation_forms` writes the references.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from generator.corpus.plan_entry import PlanEntry
from generator.corpus.version import MARK, newest
from generator.edition import romanized
from generator.edition.addresses import Addresses
from generator.edition.edition import Edition
from generator.language.languages import ORIGINAL, TAGS
from generator.project.released import Release
from generator.records.plan import Plan

# What the script of the page puts the passage at hand in place of: its name in the reader's language and in the other.
PLACE, OTHER_PLACE, ANCHOR, KEY = "@place@", "@other-place@", "@anchor@", "@key@"

Kind = Literal["document", "page", "data"]


@dataclass(frozen=True)
class Reference:
    """What is cited, as one language names it.

    authors: who issued it; title: as printed, or in Latin letters with its translation
    type: of a document, such as action plan; number: of a document
    version: of the data, in words: their last release where there is one
    site: who publishes the page; url: of the page in this language
    place: passage or target within a document; note: that the page is no official text
    accessed: words in place of the day of reading; official: words before the address of the issuer's own page
    """

    language: str
    authors: tuple[str, ...]
    title: str
    translation: str
    type: str
    number: str
    version: str
    site: str
    place: str
    url: str
    note: str
    accessed: str
    official: str

    @property
    def tag(self) -> str:
        return TAGS[self.language]


@dataclass(frozen=True)
class Cited:
    """What is cited.

    version: the mark of the version of the data, or the name of a release, with that mark where data changed since
    official: where its issuer publishes it, where that is known, or ""
    """

    kind: Kind
    key: str
    issued: datetime.date | None
    version: str
    official: str
    chinese: Reference
    english: Reference

    def within(self, language: str) -> Reference:
        """Return the reference of a language."""
        return self.chinese if language == ORIGINAL else self.english


def official_address(plan: Plan) -> str | None:
    """Return where the issuer publishes the Chinese document."""
    return plan.source.address if plan.source.tier != "repost" else None


def plan(edition: Edition, entry: PlanEntry) -> Cited:
    """Return a document, at its own page. It is dated by its publication, else by its signature."""
    return edition.once(_plan, entry)  # asked for by each of its passages


def _plan(edition: Edition, entry: PlanEntry) -> Cited:
    dates = entry.plan.dates
    return _both(
        *(edition, "document", entry.plan.id, dates.published or dates.signed),
        partial(_document, entry=entry),
        official=official_address(entry.plan) or "",
    )


def passage(edition: Edition, entry: PlanEntry, provision: str, page: Callable[[Addresses], str]) -> Cited:
    """Return a passage of a document, at a page that shows it."""

    def at(edition: Edition, reference: Reference) -> Reference:
        place = edition.provision(entry, provision).text
        return replace(reference, place=place, url=edition.absolute(page(edition.to)))

    return _placed(edition, plan(edition, entry), provision.replace("/", "-"), at)


def passages(edition: Edition, cited: Cited, page: Callable[[Addresses], str]) -> Cited:
    """Return what is cited with marks in place of a passage; the script of the page fills in the one at hand.

    page: the page that holds the passages
    """

    def at(within: Edition, reference: Reference) -> Reference:
        place = PLACE if within.language == edition.language else OTHER_PLACE
        return replace(reference, place=place, url=within.absolute(f"{page(within.to)}#{ANCHOR}"))

    return _placed(edition, cited, KEY, at)


def page(
    edition: Edition,
    key: str,
    title: Callable[[Edition], str],
    address: Callable[[Addresses], str],
    shows: Iterable[PlanEntry],
) -> Cited:
    """Return a page of this site that says more than one document does: a park's, a comparison, the guide."""
    make = partial(_page, title=title, address=address)
    key = f"{edition.corpus.publication.id}-{key}"
    return _both(edition, "page", key, newest(entry.newest for entry in shows), make)


def data(edition: Edition) -> Cited:
    """Return the data as they stand today, at the data page."""
    version = edition.version
    return _data(edition, version.hash, version.date, MARK, lambda e: e.t("cite.version", version=MARK))


def release(edition: Edition, of: Release) -> Cited:
    """Return a release of the data, at the data page. It is dated by the day of the release."""
    return _data(edition, of.name, of.date, of.name, lambda e: e.t("cite.release", name=of.name))


def released(edition: Edition) -> str:
    """Return in words which release of the data is shown and whether they changed since; "" where there is none.

    The words are the same from one edit to the next, as pages are kept that hold them.
    """
    return edition.once(_released, edition.release)


def _released(edition: Edition, release: Release | None) -> str:
    if release is None:
        return ""
    key = "cite.released" if edition.is_released else "cite.changed"
    return edition.t(key, name=release.name, version=MARK)


def _version(edition: Edition) -> str:
    if edition.release is None:
        return MARK
    return edition.release.name if edition.is_released else f"{edition.release.name}+{MARK}"


def _data(
    edition: Edition, key: str, issued: datetime.date | None, version: str, said: Callable[[Edition], str]
) -> Cited:
    """Return the data in one state. said: which, in words."""

    def make(edition: Edition) -> Reference:
        page = _page(edition, lambda e: e.t("data.set_title"), lambda to: to.data())
        return replace(page, version=said(edition))

    key = f"{edition.corpus.publication.id}-{key}"
    return replace(_both(edition, "data", key, issued, make), version=version)


def _both(
    edition: Edition,
    kind: Kind,
    key: str,
    issued: datetime.date | None,
    make: Callable[[Edition], Reference],
    official: str = "",
) -> Cited:
    chinese, english = _editions(edition)
    return Cited(kind, key, issued, _version(edition), official, make(chinese), make(english))


def _placed(edition: Edition, cited: Cited, key: str, at: Callable[[Edition, Reference], Reference]) -> Cited:
    chinese, english = _editions(edition)
    return replace(
        cited,
        key=f"{cited.key}-{key}",
        chinese=at(chinese, cited.chinese),
        english=at(english, cited.english),
    )


def _editions(edition: Edition) -> tuple[Edition, Edition]:
    """Return the Chinese and the English edition."""
    return (edition, edition.other_edition) if edition.is_original else (edition.other_edition, edition)


def _document(edition: Edition, entry: PlanEntry) -> Reference:
    document, chinese = entry.plan, edition.is_original
    number = document.document_number or ""
    return Reference(
        language=edition.language,
        authors=tuple(edition.say(edition.corpus.bodies[issuer].name) for issuer in document.issuers),
        title=document.title.zh if chinese else romanized.title(document.title.zh, edition.once(_spelled, None)),
        translation="" if chinese else document.title.en,
        type=edition.kind(entry),
        number=number if chinese else romanized.number(number),
        version=released(edition) or edition.t("cite.version", version=MARK),
        site=edition.t("site.name"),
        place="",
        url=edition.absolute(edition.to.plan(document.id)),
        note=edition.t("cite.unofficial") if entry.english and not chinese else "",
        accessed=edition.t("cite.accessed"),
        official=edition.t("cite.official"),
    )


def _page(edition: Edition, title: Callable[[Edition], str], address: Callable[[Addresses], str]) -> Reference:
    site = edition.t("site.name")
    return Reference(
        language=edition.language,
        authors=(site,),
        title=title(edition),
        translation="",
        type="",
        number="",
        version=released(edition) or edition.t("cite.version", version=MARK),
        site=site,
        place="",
        url=edition.absolute(address(edition.to)),
        note="",
        accessed=edition.t("cite.accessed"),
        official=edition.t("cite.official"),
    )


def _spelled(edition: Edition, _: None) -> dict[str, str]:
    """Return how names are spelled in Latin letters: those of parks, and in the glossary those with a capital."""
    corpus = edition.corpus
    names = {term.zh: term.pinyin for term in corpus.terms.values() if term.pinyin[:1].isupper()}
    return names | {park.name.zh: park.pinyin for park in corpus.parks.values()}
