"""Sites and editions of invented publications, made for tests."""

from __future__ import annotations

import datetime
import os
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.corpus.corpus import Corpus
from generator.edition import order, strings
from generator.edition.edition import Edition
from generator.edition.publication import named
from generator.edition.strings import Strings
from generator.findings.finding import Message
from generator.project import platform
from generator.project.layout import Layout
from generator.records.common import Bilingual
from generator.records.publication import Publication
from generator.rules.run import validate
from generator.site import build as builder
from generator.site.fingerprint import Report
from tests.paths import MINI

TODAY = datetime.date(2026, 6, 30)  # the plan of yi has ended, that of jia has not
INVENTED = Publication(format=2, name=Bilingual(zh="甲市园区计划", en="Park Plans of City A"))


@dataclass(frozen=True)
class BuiltSite:
    """A site that was built for the tests; they look at it and leave it as it is.

    said: the steps that were told while it was built
    """

    layout: Layout
    report: Report
    said: tuple[Message, ...]

    @property
    def folder(self) -> Path:
        return self.layout.site


def build_site(root: Path, site_url: str | None = None, repo_url: str | None = None) -> BuiltSite:
    """Build the site of a repository.

    site_url, repo_url: what the environment variables SITE_URL and REPO_URL say; None when they are not set
    """
    said: list[Message] = []
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (("SITE_URL", site_url), ("REPO_URL", repo_url)):
            patch.delenv(name, raising=False)
            if value:
                patch.setenv(name, value)
        layout = Layout(root)
        return BuiltSite(layout, builder.build(layout, said.append, today=TODAY), tuple(said))


def shared(factory: pytest.TempPathFactory, name: str, build: Callable[[Path], BuiltSite]) -> BuiltSite:
    """Return a site that is built once for all processes that run tests.

    build: builds it in a folder that is not there yet
    """
    base = factory.getbasetemp()
    folder = (base.parent / "shared" if "PYTEST_XDIST_WORKER" in os.environ else base) / name  # as deep as tmp_path
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / "built.pickle"
    with platform.locked(folder, lambda: None):
        if not kept.exists():
            kept.write_bytes(pickle.dumps(build(folder / "repository")))
    built: BuiltSite = pickle.loads(kept.read_bytes())  # noqa: S301 - written by these tests a moment ago
    return built


def edition_of(root: Path, language: str) -> Edition:
    """Return a repository's corpus as the views of a language see it."""
    layout = Layout(root)
    corpus = Corpus.of(validate(layout).records)
    order.learn(corpus.readings)
    return Edition(corpus, language, words_of(corpus.publication)[language])


def words_of(publication: Publication) -> dict[str, Strings]:
    """Return the interface words of each language, with the names of a publication."""
    return named(strings.load(Layout(MINI).templates), publication)
