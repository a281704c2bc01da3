"""Build the pages of one plan alone, into a folder beside the published site: for a look, not for readers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.corpus.corpus import Corpus
from generator.edition.edition import Edition
from generator.exports import assets
from generator.findings.finding import Say
from generator.language.languages import LANGUAGES
from generator.project import clock
from generator.project.layout import Layout
from generator.rules.run import validate
from generator.site import engine, publish, tree
from generator.site import pages as all_pages
from generator.site.build import editions_of
from generator.site.lock import alone
from generator.site.render import Renderer

FOLDER = "plan"  # below build/


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
        html = engine.run([_tree(beside, edition, plan) for edition in made.values()], beside.build / "pages")
        one = made[LANGUAGES[0]]
        publish.assemble(html, assets.of(beside, one.corpus.publication).served, {}, one.version, beside.next)
    return Shown(len(html), tuple(beside.next / edition.to.plan(plan) / "index.html" for edition in made.values()))


def _tree(layout: Layout, edition: Edition, plan: str) -> tree.Tree:
    pages = list(all_pages.pages(edition))
    own = [page for page in pages if [entry.plan.id for entry in page.shows] == [plan]]
    tree.write(layout, edition, own, Renderer(layout.template_folders, edition.language, edition.t))
    return tree.configure(layout, edition.language, tree.frame(edition, pages))  # with the menus of all
