from __future__ import annotations

import re

import pytest

from generator.language.languages import LANGUAGES
from generator.site.pages import pages
from tests.paths import MINI
from tests.sites import edition_of
from tools import structured_data


@pytest.fixture(scope="module")
def modules() -> dict[str, str]:
    return structured_data.modules()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_that_is_about_something_is_compiled_and_one_of_each_type(
    modules: dict[str, str], language: str
) -> None:
    text = modules[f"{language}.ts"]
    found = list(pages(edition_of(MINI, language)))
    compiled = set(re.findall(r"/\* (\S+) \*/", text))
    assert {page.address for page in found if page.thing} <= compiled
    trails = {page.template for page in found if page.trail or page.section}
    assert trails <= {page.template for page in found if page.address in compiled}


def test_each_statement_is_a_constant_of_its_own_type(modules: dict[str, str]) -> None:
    for text in modules.values():
        first, *constants = text.split("\nexport const ")
        for constant in constants:
            declared = re.match(
                r"x\d+: \w+<(\w+)> = /\* \S+ \*/ \{\n(?: \"@context\": .*\n)? \"@type\": \"(\w+)\"", constant
            )
            assert declared, constant[:200]
            assert declared[1] == declared[2]
            assert declared[1] in first
        assert {"Legislation", "Dataset", "WebSite", "BreadcrumbList", "SearchAction"} <= set(re.findall(r"\w+", first))
