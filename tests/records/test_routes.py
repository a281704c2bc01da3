from __future__ import annotations

import re

import pytest

from generator.edition.addresses import Addresses
from generator.records.facets import FACETS
from generator.records.kinds import KINDS
from generator.records.redirect import has_page
from generator.records.routes import forms, path, path_of, routes

SIGN = re.compile(r"\{\w+\}")


@pytest.mark.parametrize("route", forms())
def test_an_address_is_of_its_route_alone_but_that_of_a_list(route: str) -> None:
    ids = ["theme" if name == "{facet}" else f"a-{i}" for i, name in enumerate(SIGN.findall(forms()[route]))]
    assert routes(path(route, *ids)) == (["task", "facet"] if route == "facet" else [route])


@pytest.mark.parametrize("ref", ["park/a", "plan/a-2025", "task/a-2025/1", "metric/a", "theme/a", "year/2026"])
def test_the_path_of_a_page_is_its_address_below_the_language(ref: str) -> None:
    assert Addresses("zh").of(ref) == f"zh/{path_of(ref)}"


def test_every_kind_with_a_page_has_a_route() -> None:
    assert {kind for kind in KINDS if has_page(kind)} - FACETS.keys() <= forms().keys()


@pytest.mark.parametrize("facet", FACETS)
def test_an_address_of_two_routes_is_known(facet: str) -> None:
    assert sorted(routes(path("task", "by", facet))) == ["facet", "task"]
