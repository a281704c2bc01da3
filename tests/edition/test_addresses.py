from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.edition.addresses import Addresses, alternates, data, other_language, provision_anchor, relative
from generator.language.languages import LANGUAGES, TAGS

SITE = "https://example.org/below/a/path/"

ids = st.lists(st.text("az09", min_size=1, max_size=6), min_size=1, max_size=3).map("-".join)
numbers = st.integers(1, 120)
provisions = st.builds(
    lambda outline, inner: "/".join((".".join(map(str, outline)), *map(str, inner))),
    st.lists(numbers, min_size=1, max_size=3),
    st.lists(numbers, max_size=2),
)
languages = st.sampled_from(LANGUAGES)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Draw the address of any page."""
    to = Addresses(draw(languages))
    a, b = draw(ids), draw(ids)
    return draw(
        st.sampled_from(
            [
                to.home(),
                to.parks(),
                to.park(a),
                to.plan(a),
                to.text(a),
                to.compare(),
                to.metric(a),
                to.task(a, b),
                to.facet_value(a, b),
                to.glossary(),
                to.not_found(),
            ]
        )
    )


@st.composite
def places(draw: st.DrawFn) -> str:
    """Draw the address of anything a link may lead to."""
    to = Addresses(draw(languages))
    a, b = draw(ids), draw(ids)
    return draw(
        st.sampled_from(
            [
                draw(pages()),
                to.inside("target", a, b),
                to.inside("fact", a, b),
                to.inside("measure", a, b),
                to.inside("anomaly", a, b),
                to.text(a, draw(provisions)),
                to.glossary(b),
                data("targets.json"),
                data("schema/targets.schema.json"),
            ]
        )
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_addresses_are_those_of_the_design(language: str) -> None:
    to = Addresses(language)
    made = [
        to.home(), to.parks(), to.park("jia"), to.plans(), to.plan("jia-2025"), to.text("jia-2025"),
        to.compare(), to.metric("incubators"), to.tasks(), to.task("jia-2025", "2-3-2"), to.facet("theme"),
        to.facet_value("theme", "talent"), to.glossary(), to.sources(), to.status(), to.data(), to.about(),
        to.accessibility(), to.tasks_of("jia"),
    ]  # fmt: skip
    assert [address.removeprefix(f"{language}/") for address in made] == [
        "", "parks/", "parks/jia/", "plans/", "plans/jia-2025/", "plans/jia-2025/text/",
        "compare/", "compare/incubators/", "tasks/", "tasks/jia-2025/2-3-2/", "tasks/by/theme/",
        "tasks/by/theme/talent/", "glossary/", "sources/", "status/", "data/", "about/",
        "accessibility/", "tasks/by/park/jia/",
    ]  # fmt: skip
    assert all(address.startswith(f"{language}/") for address in made)


def test_records_are_anchors_of_their_document() -> None:
    to = Addresses("en")
    assert to.inside("target", "a-2025", "revenue") == "en/plans/a-2025/#target-revenue"
    assert to.inside("fact", "a-2025", "revenue") == "en/plans/a-2025/#fact-revenue"
    assert to.inside("measure", "a-2025", "funds") == "en/plans/a-2025/#measure-funds"
    assert to.inside("anomaly", "a-2025", "odd") == "en/plans/a-2025/#anomaly-odd"
    assert to.glossary("incubator") == "en/glossary/#term-incubator"


@pytest.mark.parametrize(
    ("provision", "anchor"),
    [
        ("2", "p-2"),
        ("2.3.2", "p-2-3-2"),
        ("2.3.2/1", "p-2-3-2-p1"),
        ("2.3/7/3", "p-2-3-p7-r3"),
        ("preamble/1", "p-preamble-p1"),
        ("colophon", "p-colophon"),
    ],
)
def test_the_anchor_of_a_provision(provision: str, anchor: str) -> None:
    assert provision_anchor(provision) == anchor
    assert Addresses("zh").text("a-2025", provision) == f"zh/plans/a-2025/text/#{anchor}"


@given(provisions, provisions)
def test_two_provisions_never_share_an_anchor(one: str, other: str) -> None:
    assert (provision_anchor(one) == provision_anchor(other)) == (one == other)


@given(provisions)
def test_an_anchor_needs_no_escaping(provision: str) -> None:
    assert re.fullmatch(r"[a-z0-9-]+", provision_anchor(provision))


def test_readers_of_neither_language_are_led_to_the_chooser_or_to_the_english_page() -> None:
    assert alternates("zh/") == alternates("en/") == (("zh-CN", "zh/"), ("en", "en/"), ("x-default", ""))
    assert alternates("zh/about/") == (("zh-CN", "zh/about/"), ("en", "en/about/"), ("x-default", "en/about/"))


@given(pages())
def test_the_other_language_has_the_same_page(page: str) -> None:
    other = other_language(page)
    assert other.partition("/")[0] != page.partition("/")[0]
    assert other.partition("/")[2] == page.partition("/")[2]
    assert other_language(other) == page


def test_every_language_has_a_tag() -> None:
    assert tuple(TAGS) == LANGUAGES
    assert TAGS == {"zh": "zh-CN", "en": "en"}


@given(places(), pages())
def test_a_link_leads_where_its_address_says_also_below_a_path(address: str, page: str) -> None:
    link = relative(address, page)
    assert urljoin(SITE + page, link) == SITE + address
    assert not link.startswith("/")


@given(places())
def test_a_link_from_the_chooser_at_the_root(address: str) -> None:
    assert urljoin(SITE, relative(address, "")) == SITE + address


@given(pages())
def test_a_link_to_the_root_of_the_site(page: str) -> None:
    assert urljoin(SITE + page, relative("", page)) == SITE


@pytest.mark.parametrize(
    ("address", "page", "link"),
    [
        ("zh/", "zh/", "./"),
        ("zh/plans/a/#target-b", "zh/plans/a/", "#target-b"),
        ("zh/plans/a/text/#p-1", "zh/plans/a/", "text/#p-1"),
        ("en/plans/a/", "zh/plans/a/", "../../../en/plans/a/"),
        ("data/targets.csv", "zh/data/", "../../data/targets.csv"),
        ("zh/parks/", "zh/404.html", "parks/"),
    ],
)
def test_links_are_as_short_as_they_can_be(address: str, page: str, link: str) -> None:
    assert relative(address, page) == link
