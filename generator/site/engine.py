"""Run the engine, which turns Markdown into HTML. Pages are made one by one, and only those not kept from before.

Run as a program (`python -m generator.site.engine CONFIGURATION KEPT`) it makes the pages that standard input names,
one JSON list `[name, source, key]` a line, and keeps them in the folder KEPT.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import TemplateError
from markdown import Markdown
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as EnginePage
from mkdocs.structure.toc import get_toc

from generator.findings.finding import Failure
from generator.project import children, shortage
from generator.project.layout import PROGRAM
from generator.project.store import Store
from generator.site.tree import Tree

NOT_FOUND = "404.html"  # a template of the theme, without a document
FEW = 24  # pages that are made sooner here than by other processes, which have to start first
_LIBRARIES = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "pyyaml")

# The theme's authors advertise their next program on every start, unless this is set.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "true")


class EngineError(Failure):
    """Raised when the engine fails; `said` is what it said."""

    def __init__(self, says: str = "engine", **values: str) -> None:
        self.said = values.get("said", "")
        super().__init__(says, **values)


class Engine:
    """The engine of one language, ready to make pages.

    A page depends on its document, the configuration and the theme; on no other page.
    Raises EngineError when the configuration is wrong.
    """

    def __init__(self, configuration: Path) -> None:
        with _strict(configuration.name):
            self._config = load_config(str(configuration))
        self._templates = self._config.theme.get_env()
        self._markdown = Markdown(
            extensions=self._config.markdown_extensions, extension_configs=self._config.mdx_configs
        )

    def page(self, name: str, document: str) -> str:
        """Return the HTML of a document.

        name: where the document stands in the docs folder, `parks/north/index.md`
        Raises EngineError.
        """
        with _strict(name):
            file = File(name, src_dir=None, dest_dir="", use_directory_urls=True)
            file.content_string = document
            page = EnginePage(None, file, self._config)
            page.read_source(self._config)
            # MkDocs' own `page.render` reads the HTML once more for anchors and links to check; the gate does that.
            page.content = self._markdown.reset().convert(page.markdown or "")
            page.toc = get_toc(getattr(self._markdown, "toc_tokens", []))
            template = self._templates.get_template(page.meta["template"])
            return template.render(get_context(Navigation([], []), [], self._config, page))

    def not_found(self) -> str:
        """Return the page for what is not there; it is shown at any address."""
        with _strict(NOT_FOUND):
            root = urlsplit(self._config.site_url or "/").path
            context = get_context(Navigation([], []), [], self._config, base_url=root)
            return self._templates.get_template(NOT_FOUND).render(context)


@dataclass(frozen=True)
class _Job:
    """A page to be made. name: see `Engine.page`; source: its document; key: by which it is kept."""

    tree: Tree
    name: str
    source: Path
    key: str


def run(trees: Iterable[Tree], kept: Path) -> dict[str, Path]:
    """Return where the HTML of each page stands, by the page's path in the site.

    kept: folder that keeps pages from build to build, by everything they are made from
    Raises EngineError, and Failure where the machine is short of something.
    """
    store = Store(kept)
    jobs = {path: job for tree in trees for path, job in _jobs(tree)}
    missing = [job for job in jobs.values() if not store.get(job.key)]
    if len(missing) <= FEW:
        for tree in {job.tree for job in missing}:
            _make(tree.configuration, store, ((j.name, j.source, j.key) for j in missing if j.tree is tree))
    else:
        _make_elsewhere(missing, kept)
        store.look()
    made = {path: store.get(job.key) for path, job in jobs.items()}
    store.sweep()
    if lost := sorted(path for path, file in made.items() if not file):
        raise EngineError("engine.lost", page=lost[0])
    return {path: file for path, file in made.items() if file}


def _jobs(tree: Tree) -> Iterator[tuple[str, _Job]]:
    design = hashlib.sha256(Path(__file__).read_bytes())
    for path in tree.design:
        design.update(path.read_bytes())
    for library in _LIBRARIES:
        design.update(metadata.version(library).encode())
    for document in sorted(tree.docs.rglob("*.md")):
        name = document.relative_to(tree.docs).as_posix()
        yield f"{tree.language}/{name.removesuffix('.md')}.html", _job(tree, name, document, design.copy())
    yield f"{tree.language}/{NOT_FOUND}", _job(tree, NOT_FOUND, tree.configuration, design.copy())


def _job(tree: Tree, name: str, source: Path, digest: hashlib._Hash) -> _Job:
    digest.update(name.encode())
    digest.update(source.read_bytes())
    return _Job(tree, name, source, digest.hexdigest()[:40])


def _make(configuration: Path, store: Store, jobs: Iterable[tuple[str, Path, str]]) -> None:
    engine = Engine(configuration)
    for name, source, key in jobs:
        html = engine.not_found() if name == NOT_FOUND else engine.page(name, source.read_text(encoding="utf-8"))
        store.put(key, html.encode())


def _make_elsewhere(jobs: list[_Job], kept: Path) -> None:
    """Share pages out over as many processes as there are processors, each with pages of one language."""
    trees = {job.tree for job in jobs}
    shares = max((os.cpu_count() or 1) // len(trees), 1)
    parts = [[job for job in jobs if job.tree is tree][i::shares] for tree in trees for i in range(shares)]
    running = [(_start(part[0].tree.configuration, kept), part) for part in parts if part]
    with ThreadPoolExecutor(len(running)) as threads:  # each is fed while the others work
        said = list(threads.map(lambda pair: (_feed(*pair), pair[0].returncode), running))
    failures = [(code, output) for output, code in said if code]
    for failure in failures:
        if lack := shortage.of_program(*failure):
            raise lack
    if failures:
        raise EngineError(said="\n".join(shortage.gist(*failure) for failure in failures))


def _feed(process: subprocess.Popen[str], jobs: list[_Job]) -> str:
    lines = (json.dumps([job.name, str(job.source), job.key]) for job in jobs)
    return process.communicate("\n".join(lines))[0]


def _start(configuration: Path, kept: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "generator.site.engine", str(configuration), str(kept)],
        cwd=PROGRAM,
        env=children.environment(PYTHONHASHSEED="0"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        close_fds=False,  # it keeps the lock of the build, should that be killed
    )


@contextmanager
def _strict(what: str) -> Iterator[None]:
    """Let no warning of the engine pass."""
    log = _Log()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(log)
    try:
        yield
    except (MkDocsException, TemplateError, OSError, ValueError) as error:
        raise EngineError(said=f"{what}: {'; '.join([*log.said, str(error)])}") from error
    finally:
        logger.removeHandler(log)
    if log.said:
        raise EngineError(said=f"{what}: {'; '.join(log.said)}")


class _Log(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def main(configuration: Path, kept: Path) -> None:
    """Make the pages that standard input names; say what is wrong and exit with 1 otherwise."""
    try:
        lines = (json.loads(line) for line in sys.stdin)
        _make(configuration, Store(kept), ((name, Path(source), key) for name, source, key in lines))
    except EngineError as error:
        sys.exit(error.said)
    except OSError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
