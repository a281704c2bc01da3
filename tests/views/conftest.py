"""The corpus of tests/corpora/mini as the views of each language see it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.addresses import LANGUAGES
from generator.views import all as all_views
from generator.views.page import Page, Scope
from tests.conftest import MINI, Repository, scope_of

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
def scopes() -> dict[str, Scope]:
    return {language: scope_of(MINI, language) for language in LANGUAGES}


@pytest.fixture(scope="session", params=LANGUAGES)
def scope(request: pytest.FixtureRequest, scopes: dict[str, Scope]) -> Scope:
    """Each language in turn."""
    return scopes[request.param]


@pytest.fixture(scope="session")
def zh(scopes: dict[str, Scope]) -> Scope:
    return scopes["zh"]


@pytest.fixture(scope="session")
def en(scopes: dict[str, Scope]) -> Scope:
    return scopes["en"]


@pytest.fixture(scope="session")
def pages(scopes: dict[str, Scope]) -> dict[str, Page]:
    """Every page of both languages by its address."""
    return {page.address: page for scope in scopes.values() for page in all_views.pages(scope)}


@pytest.fixture
def with_silent_park(repository: Repository) -> Path:
    """The corpus with a park that has no plan yet, and a metric that cannot apply to another one."""
    repository.write("structured/parks/bing.yaml", SILENT_PARK)
    place = "unit: m2, direction: lower"
    repository.replace("structured/metrics.yaml", place, f"{place}, {NOT_APPLICABLE}")
    return repository.root
