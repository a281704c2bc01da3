"""Other programs that make the pages of a corpus, to be measured beside ours: from the same documents."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

import yaml

from generator.corpus.corpus import Corpus
from generator.language.languages import LANGUAGES
from generator.project import clock
from generator.project.layout import Layout
from generator.rules.run import validate
from generator.site import pages as all_pages
from generator.site import tree
from generator.site.build import editions_of
from generator.site.render import Renderer


class Spent(Protocol):
    """What a command took."""

    @property
    def cpu(self) -> float: ...


Spend = Callable[[list[str], Path], Spent]


def material(layout: Layout, folder: Path, spend: Spend) -> float | None:
    """Return the CPU seconds of MkDocs with Material as it comes: one build a language, with its search."""
    cpu = 0.0
    for language, written in trees(layout, Layout(folder / "material")).items():
        settings = {"site_name": language, "theme": {"name": "material", "language": language}}
        settings |= {"docs_dir": str(written.docs), "site_dir": str(folder / f"material-{language}")}
        configuration = folder / f"material.{language}.yml"
        configuration.write_text(yaml.safe_dump(settings), encoding="utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(configuration)]
        cpu += spend(command, folder).cpu
    return cpu


def hugo(layout: Layout, folder: Path, spend: Spend) -> float | None:
    """Return the CPU seconds of Hugo with a theme of two lines; None where it is not installed."""
    program = shutil.which("hugo")
    if not program:
        return None
    site = folder / "hugo"
    (site / "layouts/_default").mkdir(parents=True)
    page = "<!doctype html><title>{{ .Title }}</title>{{ .Content }}"
    for name in ("single", "list"):
        (site / f"layouts/_default/{name}.html").write_text(page, encoding="utf-8")
    settings = {"baseURL": "/", "markup": {"goldmark": {"renderer": {"unsafe": True}}}}
    (site / "hugo.yaml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    for language, written in trees(layout, Layout(folder / "documents")).items():
        shutil.copytree(written.docs, site / "content" / language)
        for path in (site / "content" / language).rglob("index.md"):
            path.rename(path.with_name("_index.md"))
    return spend([program, "--quiet"], site).cpu


ALL: Mapping[str, Callable[[Layout, Path, Spend], float | None]] = {"material": material, "hugo": hugo}


def trees(layout: Layout, into: Layout) -> dict[str, tree.Tree]:
    """Write the documents of each language as the engine's own program reads them, and return where they are."""
    editions = editions_of(layout, Corpus.of(validate(layout).records), clock.today())
    found = {}
    for language in LANGUAGES:
        edition = editions[language]
        renderer = Renderer(layout.template_folders, language, edition.t)
        found[language] = tree.write(into, edition, list(all_pages.pages(edition)), renderer)
    return found
