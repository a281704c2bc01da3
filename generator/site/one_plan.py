"""Build the pages of one plan alone, into a folder beside the published site: for a look, not for readers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.corpus.corpus import Corpus
from generator.exports import assets
from generator.findings.finding import Say
from generator.language.languages import LANGUAGES
from generator.project import clock
from generator.project.layout import Layout
from generator.project.store import Store
from generator.records.kinds import PLAN
from generator.rules.run import validate
from generator.site import gate, publish
from generator.site import pages as all_pages
from generator.site.build import editions_of
from generator.site.lock import alone
from generator.site.making import Maker

FOLDER = PLAN  # below build/


@dataclass(frozen=True)
class _Beside(Layout):
    """The paths of a repository, but for what a build leaves behind."""

    @property
    def build(self) -> Path:
        return self.root / "build" / FOLDER


@dataclass(frozen=True)
class Shown:
    """Pages that were built, and the one to begin with in each language."""

    pages: int
    first: tuple[Path, ...]


def build_plan(layout: Layout, plan: str, say: Say) -> Shown:
    """Build the pages that show nothing but a plan; links to others lead nowhere, and there is no search.

    Raises DataError and EngineError as a whole build does, but not at what is unsure.
    """
    beside = _Beside(layout.root, layout.program)
    with alone(layout, say):
        made = editions_of(beside, Corpus.of(validate(layout).records), clock.today())
        site, noted = publish.Folder(beside.next), gate.Made()
        for edition in made.values():
            pages = list(all_pages.pages(edition))
            maker = Maker(beside, edition, pages, Store(beside.build / "pages"), noted)  # with the menus of all
            for page in pages:
                if [entry.plan.id for entry in page.shows] == [plan]:
                    maker.page(page, site)
        site.put_static(assets.of(beside, made[LANGUAGES[0]].corpus.publication).served)
    first = tuple(beside.next / edition.to.plan(plan) / "index.html" for edition in made.values())
    return Shown(len(noted.hashes), first)
