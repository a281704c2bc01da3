"""What this site is, how it is made, what a reader can hold it to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.edition.edition import Edition
from generator.edition.page import Link, Page
from generator.records.pages import ABOUT, DATA, GLOSSARY, SOURCES, STATUS

GENERAL = ("what", "numbers", "translation", "anomalies", "comparison", "corrections", "licence")
READ_ON = (GLOSSARY, SOURCES, STATUS, DATA)


@dataclass(frozen=True)
class About:
    """What this is, how it is made, what a reader can hold it to. sections: heading and paragraphs."""

    lead: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    links: tuple[Link, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the page of a language."""
    t, to = edition.t, edition.to
    yield Page(
        *(to.about(), "about.html.j2", t("about.title"), t("about.lead"), ABOUT, ()),
        make=partial(_about, edition),
        name=ABOUT,
        menus=("footer",),
    )


def _about(edition: Edition) -> About:
    t = edition.t
    own = ((edition.say(s.title), (edition.say(s.text),)) for s in edition.corpus.publication.about)
    general = ((t(f"about.{key}.title"), tuple(t(f"about.{key}.text").split("\n"))) for key in GENERAL)
    sections = (*own, *general)
    links = (link for name in READ_ON for link in edition.page(name, t(f"{name}.title")))
    return About(t("about.lead"), sections, tuple(links))
