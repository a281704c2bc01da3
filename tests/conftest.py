"""What all tests share: paths, a small repository to break, golden files, and properties that never vary."""

from __future__ import annotations

import datetime
import difflib
import fcntl
import os
import pickle
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from generator.analysis.pairs import Pair
from generator.corpus.corpus import Corpus
from generator.edition import order, strings
from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.edition.publication import named
from generator.edition.strings import Strings
from generator.findings.finding import DataError, Failure, Finding, Message
from generator.language.languages import LANGUAGES
from generator.messages.catalogue import catalogue
from generator.project.layout import Layout
from generator.records.common import Bilingual
from generator.records.publication import Publication
from generator.rules.run import validate
from generator.site import build as builder
from generator.site import pages as all_pages
from generator.source import text_source, yaml_source
from generator.source.text_source import Provision, Text
from generator.source.yaml_source import Document
from tests.city import city

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent
TODAY = datetime.date(2026, 6, 30)  # the plan of yi has ended, that of jia has not
MINI = ROOT / "generator" / "example"
GOLDEN = TESTS / "golden"
ENGLISH = catalogue("en")

JIA = "structured/plans/jia-2025.yaml"
YI = "structured/plans/yi-2021.yaml"
JIA_TEXT = "content/jia-2025/zh.md"
YI_TEXT = "content/yi-2021/zh.md"
JIA_ENGLISH = "content/jia-2025/en.md"

NOT_APPLICABLE = "not_applicable: {yi: {zh: 乙园没有载体, en: Park B has no premises}}"
SILENT_PARK = """\
id: bing
name: {zh: 高新区丙园, en: Park C of the High-Tech Zone}
short_name: {zh: 丙园, en: Park C}
pinyin: Bǐng Yuán
district: {zh: 丙区, en: District C}
profile: {zh: 丙园没有计划。, en: Park C has no plan.}
industries: {}
"""

INVENTED = Publication(format=1, name=Bilingual(zh="甲市园区计划", en="Park Plans of City A"))

Expected = tuple[str, str, str]  # path:line:column, code, the key part of the message
Golden = Callable[[str, str], None]
ReadYaml = Callable[[str | bytes], Document]
ReadText = Callable[[str], Text]

settings.register_profile("same-every-time", derandomize=True, database=None, deadline=None)
settings.register_profile("thorough", derandomize=False, database=None, deadline=None, max_examples=2_000)
settings.load_profile("same-every-time")


def few(values: Iterable[Any], count: int = 1) -> list[Any]:
    """Return values for a test of which all but the first are slow: these are tried by `make test-all` alone."""
    return [value if i < count else pytest.param(value, marks=pytest.mark.slow) for i, value in enumerate(values)]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files instead of comparing with them"
    )


BUILT = {"built_site", "built_mini", "built_moved"}
# Where every test builds a site, runs the program in a process of its own, or runs every rule many times.
BUILDING = (
    "hostile/", "site/test_build.py", "site/test_absent.py", "site/test_engine.py", "starting/test_own.py",
    "preview/test_publication.py", "preview/test_preview.py", "tools/test_rulebook.py",
    "language/test_lexicon_tables.py", "test_tables.py", "test_wheel.py", "rules/test_fix.py",
    "diff/test_differences.py", "diff/test_vanished.py",
)  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what `make quick` leaves out because it takes long."""
    for item in items:
        place = item.path.relative_to(TESTS).as_posix()
        if place.startswith(BUILDING) or BUILT & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.builds)


@contextmanager
def failing(kind: type[Failure], said: str) -> Iterator[pytest.ExceptionInfo[Failure]]:
    """Expect a failure that says, in English, what a pattern finds."""
    with pytest.raises(kind) as caught:
        yield caught
    assert re.search(said, ENGLISH.tell(caught.value.message))


def said(finding: Finding) -> str:
    """Return what a finding says in English."""
    return ENGLISH.message(finding)


def advised(finding: Finding) -> str:
    """Return what it says is to be done, in English."""
    return ENGLISH.hint(finding)


def matches(findings: Iterable[Finding], expected: list[Expected]) -> None:
    """Assert that the findings are these, all of them, in this order; of a message the key part is enough."""
    found = list(findings)
    told = [(f"{f.path}:{f.line}:{f.column}", f.code, said(f)) for f in found]
    shown = "\n".join(" ".join(t) for t in told)
    assert [t[:2] for t in told] == [e[:2] for e in expected], shown
    for (_, _, sentence), (_, _, part) in zip(told, expected, strict=True):
        assert part in sentence, shown
    assert all(advised(f) for f in found)


def side_by_side(zh: str, en: str) -> Pair:
    """Return a provision of plan a in both languages."""
    chinese, english = (Provision("1/1", "1", 4, None, None, words, (), 7) for words in (zh, en))
    return Pair("a", "content/a/en.md", chinese, english)


def raised(action: Callable[[], object]) -> list[Finding]:
    """Return the findings an action fails with."""
    with pytest.raises(DataError) as caught:
        action()
    return caught.value.findings


@dataclass(frozen=True)
class Repository:
    """A copy of generator/example that a test may break."""

    root: Path

    @property
    def layout(self) -> Layout:
        return Layout(self.root)

    def write(self, path: str, text: str | bytes) -> None:
        """Put a file there."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def replace(self, path: str, old: str, new: str, nth: int = 1) -> None:
        """Replace the nth occurrence of some words in a file; there must be one."""
        text, start = self.read(path), self._find(path, old, nth)
        self.write(path, text[:start] + new + text[start + len(old) :])

    def place(self, path: str, words: str, nth: int = 1) -> str:
        """Return `path:line:column` of the nth occurrence of some words."""
        before = self.read(path)[: self._find(path, words, nth)]
        return f"{path}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"

    def line(self, path: str, words: str, nth: int = 1) -> str:
        """Return `path:line:1`: where findings about a text stand."""
        return self.place(path, words, nth).rsplit(":", 1)[0] + ":1"

    def untranslate(self) -> None:
        """Take the English text away, where a test is about the Chinese and would leave its translation behind."""
        (self.root / JIA_ENGLISH).unlink()
        (self.root / JIA_ENGLISH.replace(".md", ".lock.yaml")).unlink()
        self.replace(JIA, "translation: {status: draft", "translation: {status: in-preparation")

    def findings(self) -> list[Finding]:
        """Return everything that is wrong with the repository."""
        try:
            validate(self.layout)
        except DataError as error:
            return error.findings
        return []

    def warnings(self) -> list[Finding]:
        """Return what is told of the repository though nothing is wrong with it."""
        return list(validate(self.layout).warnings)

    def expect(self, *expected: Expected) -> None:
        """Assert that exactly these things are wrong, in this order."""
        matches(self.findings(), list(expected))

    def _find(self, path: str, words: str, nth: int) -> int:
        text, start = self.read(path), -1
        for _ in range(nth):
            start = text.find(words, start + 1)
            assert start >= 0, f"{path} holds no {words!r} number {nth}"
        return start


@dataclass(frozen=True)
class BuiltSite:
    """A site that was built for the tests; they look at it and leave it as it is.

    said: the steps that were told while it was built
    """

    layout: Layout
    report: builder.Report
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


def edition_of(root: Path, language: str) -> Edition:
    """Return a repository's corpus as the views of a language see it."""
    layout = Layout(root)
    corpus = Corpus.of(validate(layout).records)
    order.learn(corpus.readings)
    return Edition(corpus, language, words_of(corpus.publication)[language])


def words_of(publication: Publication) -> dict[str, Strings]:
    """Return the interface words of each language, with the names of a publication."""
    return named(strings.load(Layout(MINI).templates), publication)


def shared(factory: pytest.TempPathFactory, name: str, build: Callable[[Path], BuiltSite]) -> BuiltSite:
    """Return a site that is built once for all processes that run tests.

    build: builds it in a folder that is not there yet
    """
    base = factory.getbasetemp()
    folder = (base.parent / "shared" if "PYTEST_XDIST_WORKER" in os.environ else base) / name  # as deep as tmp_path
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / "built.pickle"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            kept.write_bytes(pickle.dumps(build(folder / "repository")))
    built: BuiltSite = pickle.loads(kept.read_bytes())  # noqa: S301 - written by these tests a moment ago
    return built


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site of the invented city of five parks (tests/city.py)."""
    return shared(tmp_path_factory, "city", lambda root: build_site(city(root)))


@pytest.fixture(scope="session")
def built_mini(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site of generator/example as it is published below a path: https://example.org/plans/."""

    def build(root: Path) -> BuiltSite:
        shutil.copytree(MINI, root)
        return build_site(root, "https://example.org/plans")

    return shared(tmp_path_factory, "mini", build)


@pytest.fixture(scope="session")
def built_moved(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The same site, from which things have moved."""

    def build(root: Path) -> BuiltSite:
        shutil.copytree(MINI, root)
        shutil.copy(TESTS / "corpora/moved/redirects.yaml", root / "structured/redirects.yaml")
        return build_site(root, "https://example.org/plans")

    return shared(tmp_path_factory, "moved", build)


@pytest.fixture(scope="session")
def city_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented city of five parks, not built."""
    return city(tmp_path_factory.mktemp("city") / "repository")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A small complete repository with nothing wrong in it."""
    root = tmp_path / "repository"
    shutil.copytree(MINI, root)
    return Repository(root)


@pytest.fixture
def chinese(repository: Repository) -> Repository:
    """The same repository in Chinese alone."""
    repository.untranslate()
    return repository


@pytest.fixture
def read_yaml(tmp_path: Path) -> ReadYaml:
    """Read some YAML from a file called a.yaml."""

    def read(content: str | bytes) -> Document:
        path = tmp_path / "a.yaml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return yaml_source.load(path, "a.yaml")

    return read


@pytest.fixture
def read_text(tmp_path: Path) -> ReadText:
    """Read some Markdown, a front matter put before it, from a file called zh.md. Its first line is line 4."""

    def read(body: str) -> Text:
        path = tmp_path / "zh.md"
        path.write_text(f"---\nplan: a\n---\n{body}", encoding="utf-8")
        return text_source.load(path, "zh.md")

    return read


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with tests/golden/<name>; with --update-golden, write it there."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            return
        known = path.read_text(encoding="utf-8") if path.is_file() else ""
        if text != known:
            lines = difflib.unified_diff(known.splitlines(True), text.splitlines(True), f"golden/{name}", "now")
            pytest.fail("".join(lines) + "\nIf this is meant, run pytest with --update-golden.", pytrace=False)

    return compare


@pytest.fixture(scope="session")
def editions() -> dict[str, Edition]:
    return {language: edition_of(MINI, language) for language in LANGUAGES}


@pytest.fixture(scope="session", params=LANGUAGES)
def edition(request: pytest.FixtureRequest, editions: dict[str, Edition]) -> Edition:
    """Each language in turn."""
    return editions[request.param]


@pytest.fixture(scope="session")
def zh(editions: dict[str, Edition]) -> Edition:
    return editions["zh"]


@pytest.fixture(scope="session")
def en(editions: dict[str, Edition]) -> Edition:
    return editions["en"]


@pytest.fixture(scope="session")
def pages(editions: dict[str, Edition]) -> dict[str, Page]:
    """Every page of both languages by its address."""
    return {page.address: page for edition in editions.values() for page in all_pages.pages(edition)}


@pytest.fixture
def with_silent_park(repository: Repository) -> Path:
    """The corpus with a park that has no plan yet, and a metric that cannot apply to another one."""
    repository.write("structured/parks/bing.yaml", SILENT_PARK)
    place = "unit: m2, direction: lower"
    repository.replace("structured/metrics.yaml", place, f"{place}, {NOT_APPLICABLE}")
    return repository.root
