"""The only maker of addresses and anchors.

An address is a path from the site's root without a slash in front (`zh/parks/north/`, `data/plans.json`), with an
anchor behind `#` where there is one. `relative` turns it into a link that also works below a sub-path.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

from generator.language import languages
from generator.language.languages import FALLBACK, LANGUAGES, TAGS
from generator.records import routes
from generator.records.facets import FACETS
from generator.records.kinds import KINDS, METRIC, PARK, PLAN, TASK, WORDING
from generator.records.pages import (
    ABOUT,
    ACCESSIBILITY,
    BRIEF,
    CALENDAR,
    CHANGES,
    COMPARE,
    DATA,
    GLOSSARY,
    GUIDE,
    HOME,
    PARKS,
    PLANS,
    RESULTS,
    SOURCES,
    STATUS,
    TASKS,
)
from generator.records.redirect import split

ROOT = ""  # the chooser of languages
ASSETS = "assets/"
FAVICON = "favicon.svg"
TOUCH_ICON = "touch-icon.png"  # of the home screen of a phone, which takes no SVG
PACKAGE = "datapackage.json"
INDEX = "index.json"
CATALOGUE = "catalog.jsonld"
LLMS = "llms.txt"
CITES = "cite.json"  # beside a page: what its passages are cited with
EMBED = "embed/"  # pages that other sites may show in a frame; no other page may be
INVESTORS = "investors"  # where a park's page says what its plans say to investors


@dataclass(frozen=True)
class Addresses:
    """Addresses of one language's pages."""

    language: str

    def _at(self, route: str, *ids: str, anchor: str = "") -> str:
        address = f"{self.language}/{routes.path(route, *ids)}"
        return f"{address}#{anchor}" if anchor else address

    def page(self, name: str) -> str:
        """Return the address of a page that goes by a name."""
        return self._at(name)

    def home(self) -> str:
        return self._at(HOME)

    def parks(self) -> str:
        return self._at(PARKS)

    def park(self, park: str, anchor: str = "") -> str:
        return self._at(PARK, park, anchor=anchor)

    def brief(self, park: str = "") -> str:
        """Return the address of the one-page brief of a park, or of the parks side by side."""
        return self._at(routes.PARK_BRIEF, park) if park else self._at(BRIEF)

    def plans(self) -> str:
        return self._at(PLANS)

    def plan(self, plan: str, anchor: str = "") -> str:
        return self._at(PLAN, plan, anchor=anchor)

    def breakdown(self, plan: str) -> str:
        """Return the address of the sheet of a plan's tasks."""
        return f"{self.plan(plan)}tasks.xlsx"

    def inside(self, kind: str, plan: str, id_: str) -> str:
        """Return the address of a record that stands on its plan's page."""
        return self.plan(plan, f"{kind}-{id_}")

    def text(self, plan: str, provision: str = "") -> str:
        return self._at(routes.TEXT, plan, anchor=provision_anchor(provision) if provision else "")

    def existing(self, plan: str, anchor: str = "") -> str:
        """Return the address of the existing figures of a plan and the notes on its text."""
        return self._at(routes.EXISTING, plan, anchor=anchor)

    def wording(self, plan: str, date: str, provision: str = "") -> str:
        return self._at(WORDING, plan, date, anchor=provision_anchor(provision) if provision else "")

    def compare(self) -> str:
        return self._at(COMPARE)

    def compared(self, *parks: str) -> str:
        """Return the address of some parks side by side."""
        return f"{self._at(COMPARE)}?parks={','.join(parks)}"

    def metric(self, metric: str) -> str:
        return self._at(METRIC, metric)

    def metric_table(self, metric: str) -> str:
        """Return the address of the table of a metric's targets."""
        return f"{self.metric(metric)}targets.csv"

    def tasks(self, query: str = "") -> str:
        """Return the address of the index of tasks. query: what is chosen there, as `industry=fintech`."""
        return f"{self._at(TASKS)}{'?' if query else ''}{query}"

    def tasks_of(self, holder: str) -> str:
        """Return the address of the part of the index that has the tasks of one holder."""
        return self._at(routes.TASKS_OF, holder)

    def sources_of(self, holder: str) -> str:
        """Return the address of the part of a long list of sources that has those of a park."""
        return self._at(routes.SOURCES_OF, holder)

    def task(self, plan: str, task: str) -> str:
        return self._at(TASK, plan, task)

    def facet(self, facet: str) -> str:
        return self._at(routes.FACET, facet)

    def facet_value(self, facet: str, value: str, park: str = "") -> str:
        return self._at(routes.FACET_VALUE, facet, value, anchor=park_anchor(park) if park else "")

    def calendar(self, year: str = "") -> str:
        return self._at(CALENDAR, anchor=f"due-{year}" if year else "")

    def results(self) -> str:
        return self._at(RESULTS)

    def guide(self, section: str = "") -> str:
        return self._at(GUIDE, anchor=section)

    def glossary(self, term: str = "") -> str:
        return self._at(GLOSSARY, anchor=f"term-{term}" if term else "")

    def letter(self, letter: str, term: str = "") -> str:
        """Return the address of a letter of a glossary that is cut."""
        return self._at(routes.LETTER, letter, anchor=f"term-{term}" if term else "")

    def sources(self) -> str:
        return self._at(SOURCES)

    def status(self) -> str:
        return self._at(STATUS)

    def data(self) -> str:
        return self._at(DATA)

    def about(self) -> str:
        return self._at(ABOUT)

    def accessibility(self) -> str:
        return self._at(ACCESSIBILITY)

    def changes(self, change: str = "") -> str:
        return self._at(CHANGES, anchor=f"change-{change}" if change else "")

    def asked(self, query: str) -> str:
        return f"{self.home()}?q={query}"

    def feed(self, page: str = "") -> str:
        """Return the address of the feed of a page; without one, of everything."""
        return f"{page or self.home()}feed.xml"

    def due(self, page: str = "") -> str:
        """Return the address of the calendar file of a page; without one, of everything."""
        return f"{page or self.home()}due.ics"

    def search_description(self) -> str:
        return f"{self.language}/opensearch.xml"

    def of(self, ref: str) -> str:
        """Return the address of something published, named as `kind/id`."""
        kind, id_ = split(ref)
        if kind == "page":
            return self.page(id_)
        if kind in FACETS:
            return self.facet_value(kind, id_)
        found = KINDS[kind]
        ids = id_.split("/", 1) if found.of_plan else [id_]
        if found.of_plan and found.page == PLAN:
            return self.inside(kind, *ids)
        return str(getattr(self, found.page)(*ids))

    def not_found(self) -> str:
        return f"{self.language}/404.html"


def park_anchor(park: str) -> str:
    """Return the anchor of a park's part on a page about several."""
    return f"park-{park}"


def provision_anchor(provision: str) -> str:
    """Return the anchor of a provision: `2.3.2` -> `p-2-3-2`, `2.3.2/1` -> `p-2-3-2-p1`, `2.3/7/3` -> `p-2-3-p7-r3`.

    A paragraph is marked so that the first paragraph of section 1.1 is not mistaken for item 1.1.1.
    """
    outline, *inner = provision.split("/")
    marks = "".join(f"-{mark}{number}" for mark, number in zip("pr", inner, strict=False))
    return f"p-{outline.replace('.', '-')}{marks}"


def other_language(address: str) -> str:
    """Return the same page's address in the other language."""
    language, rest = address.split("/", 1)
    return f"{languages.other(language)}/{rest}"


def alternates(address: str) -> tuple[tuple[str, str], ...]:
    """Return a page in each language, for search engines: a language tag and an address.

    `x-default` is for readers of neither language: the chooser for the home pages, else the English page.
    """
    rest = address.partition("/")[2]
    in_each = {language: f"{language}/{rest}" for language in LANGUAGES}
    return (
        *((TAGS[language], in_each[language]) for language in LANGUAGES),
        ("x-default", in_each[FALLBACK] if rest else ROOT),
    )


def relative(address: str, page: str) -> str:
    """Return a link from a page to an address; both as made here, the page's without anchor."""
    path, _, anchor = address.partition("#")
    here = "" if anchor else page.rpartition("/")[2] or "./"
    link = here if path == page else _path(path, page)
    return f"{link}#{anchor}" if anchor else link


@functools.lru_cache(1 << 12)  # a page links to the same ones again and again
def _path(to: str, page: str) -> str:
    """Return the way from a page to a path; what stands behind the last slash of either is no folder."""
    *folders, name = to.split("/")
    *base, _ = page.split("/")
    common = 0
    for one, other in zip(folders, base, strict=False):
        if one != other:
            break
        common += 1
    return "../" * (len(base) - common) + "/".join((*folders[common:], name)) or "./"


def data(name: str) -> str:
    """Return the address of a data file."""
    return f"data/{name}"


def document(plan: str, ending: str) -> str:
    """Return the address of a plan's text on paper or for Word: both languages stand in it."""
    return f"documents/{plan}.{ending}"


def brief_document(language: str, park: str = "") -> str:
    """Return the address of a brief on paper: of a park, or of the parks side by side."""
    return f"documents/{language}/{f'parks/{park}' if park else 'brief'}.pdf"


def picture(page: str, ending: str, name: str = "") -> str:
    """Return the address of what a page draws, as a file. name: tells it from other pictures of that page."""
    return f"{page}chart{f'-{name}' if name else ''}.{ending}"


def embed(page: str, name: str = "") -> str:
    """Return the address of the same as a page that other sites may show in a frame."""
    return f"{EMBED}{page}{f'{name}/' if name else ''}"


def image(name: str, language: str = "") -> str:
    """Return the address of a picture drawn for a page: of one language, or that both share."""
    return f"images/{f'{language}/' if language else ''}{name}.png"
