"""What this site is, how it is made, what a reader can hold it to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.edition.edition import Edition
from generator.edition.page import Link, Page

ABOUT = ("what", "numbers", "translation", "anomalies", "comparison", "corrections", "licence")


@dataclass(frozen=True)
class About:
    """What this is, how it is made, what a reader can hold it to. sections: heading and paragraphs."""

    lead: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    links: tuple[Link, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the page of a language."""
    yield _about(edition)


def _about(edition: Edition) -> Page:
    t, to = edition.t, edition.to
    own = ((edition.say(s.title), (edition.say(s.text),)) for s in edition.corpus.publication.about)
    general = ((t(f"about.{key}.title"), tuple(t(f"about.{key}.text").split("\n"))) for key in ABOUT)
    sections = (*own, *general)
    links = (
        Link(t("glossary.title"), to.glossary()),
        Link(t("sources.title"), to.sources()),
        Link(t("status.title"), to.status()),
        Link(t("data.title"), to.data()),
    )
    return Page(
        to.about(),
        "about.html.j2",
        t("about.title"),
        t("about.lead"),
        "about",
        (),
        About(t("about.lead"), sections, links),
    )
