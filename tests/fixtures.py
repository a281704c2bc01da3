"""What all tests share: built sites, editions, a small repository to break, and golden files."""

from __future__ import annotations

import difflib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.language.languages import LANGUAGES
from generator.site import pages as all_pages
from generator.source import text_source, yaml_source
from generator.source.text_source import Text
from generator.source.yaml_source import Document
from tests.city import city
from tests.paths import GOLDEN, MINI, TESTS
from tests.sites import BuiltSite, build_site, edition_of, shared
from tests.small import Repository

Golden = Callable[[str, str], None]
ReadYaml = Callable[[str | bytes], Document]
ReadText = Callable[[str], Text]

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
def built_moved(built_mini: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The same site, from which things have moved; what was kept from the first build is used again."""

    def build(root: Path) -> BuiltSite:
        shutil.copytree(built_mini.layout.root, root)
        shutil.copy(TESTS / "corpora/moved/redirects.yaml", root / "structured/redirects.yaml")
        return build_site(root, "https://example.org/plans")

    return shared(tmp_path_factory, "moved", build)


@pytest.fixture(scope="session")
def built_editable(built_mini: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The same site, its repository known: https://github.com/example/park-plans."""

    def build(root: Path) -> BuiltSite:
        shutil.copytree(built_mini.layout.root, root)
        return build_site(root, "https://example.org/plans", "https://github.com/example/park-plans")

    return shared(tmp_path_factory, "editable", build)


@pytest.fixture(scope="session")
def city_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented city of five parks, not built."""
    return city(tmp_path_factory.mktemp("city") / "repository")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A small complete repository with nothing wrong in it."""
    root = tmp_path / "repository"
    shutil.copytree(MINI, root, copy_function=shutil.copyfile)  # nothing asks for the times of its files
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
