"""What this site is, how it is made, what a reader can hold it to; and for whom it was tested."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.edition.edition import Edition
from generator.edition.page import Link, Page
from generator.records.pages import ABOUT, ACCESSIBILITY, DATA, GLOSSARY, SOURCES, STATUS

GENERAL = ("what", "numbers", "translation", "anomalies", "comparison", "corrections", "licence")
READ_ON = (GLOSSARY, SOURCES, STATUS, DATA, ACCESSIBILITY)
TESTED = ("design", "rules", "hands", "untested", "known")


@dataclass(frozen=True)
class About:
    """What this is, how it is made, what a reader can hold it to. sections: heading and paragraphs."""

    lead: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    links: tuple[Link, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the pages of a language."""
    t, to = edition.t, edition.to
    yield Page(
        *(to.about(), "about.html.j2", t("about.title"), t("about.lead"), ABOUT, ()),
        make=partial(_about, edition),
        name=ABOUT,
        menus=("footer",),
    )
    yield Page(
        *(to.accessibility(), "about.html.j2", t("accessibility.title"), t("accessibility.lead"), ABOUT, ()),
        make=partial(_accessibility, edition),
        name=ACCESSIBILITY,
        menus=("footer",),
    )


def _about(edition: Edition) -> About:
    t = edition.t
    own = ((edition.say(s.title), (edition.say(s.text),)) for s in edition.corpus.publication.about)
    sections = (*own, *_sections(edition, ABOUT, GENERAL))
    links = (link for name in READ_ON for link in edition.page(name, t(f"{name}.title")))
    return About(t("about.lead"), sections, tuple(links))


def _accessibility(edition: Edition) -> About:
    told = (*TESTED, "report") if edition.takes_reports else TESTED
    links = edition.page(ABOUT, edition.t("about.title"))
    return About(edition.t("accessibility.lead"), _sections(edition, ACCESSIBILITY, told), links)


def _sections(edition: Edition, page: str, keys: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the headings and paragraphs of a page from the interface words."""
    t = edition.t
    return tuple((t(f"{page}.{key}.title"), tuple(t(f"{page}.{key}.text").split("\n"))) for key in keys)
