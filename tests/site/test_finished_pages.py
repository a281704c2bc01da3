"""The pages of a finished site: which there are, and what each has."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
import yaml
from lxml import html as lxml_html

from generator.edition.addresses import provision_anchor
from generator.language.languages import LANGUAGES, TAGS
from generator.records.facets import FACETS
from generator.site import gate
from tests.site.finished import Pages, of_language, read, whole
from tests.sites import BuiltSite


def test_a_build_says_what_it_does_and_how_much_there_is(built_site: BuiltSite, pages: Pages) -> None:
    assert built_site.report.pages == len(pages) > 100
    assert built_site.report.records > 100
    assert not built_site.report.skipped
    assert built_site.said


def test_both_languages_have_the_same_pages(pages: Pages) -> None:
    zh, en = ({name.partition("/")[2] for name in of_language(pages, language)} for language in LANGUAGES)
    assert zh == en
    assert len(zh) > 50


def test_every_address_of_the_design_is_there(built_site: BuiltSite, pages: Pages) -> None:
    kinds = ("parks", "plans", "tasks", "targets", "facts", "anomalies")
    data = {kind: read(built_site, f"data/{kind}.json") for kind in kinds}
    below = ["", "parks/", "plans/", "compare/", "tasks/", "glossary/", "sources/", "status/", "data/", "about/"]
    below += [f"parks/{park['id']}/" for park in data["parks"]]
    below += [f"plans/{plan['id']}/{text}" for plan in data["plans"] for text in ("", "text/")]
    below += [f"plans/{plan['id']}/text/{said['date']}/" for plan in data["plans"] for said in plan["wordings"] or ()]
    there = {fact["plan"] for fact in data["facts"] if not fact.get("wording")}
    there |= {anomaly["plan"] for anomaly in data["anomalies"] if anomaly["weight"] != "figure"}
    below += [f"plans/{plan}/existing/" for plan in there]
    below += [f"compare/{metric}/" for metric in {target["metric"] for target in data["targets"]}]
    below += [f"tasks/{task['id']}/" for task in data["tasks"]]
    holding = {task["plan"] for task in data["tasks"]}
    below += [f"tasks/by/{facet}/" for facet in FACETS]
    for task in data["tasks"]:
        below += [f"tasks/by/theme/{task['theme']}/"]
        below += [f"tasks/by/industry/{value}/" for value in task["industries"]]
        below += [f"tasks/by/instrument/{value}/" for value in task["instruments"]]
        below += [f"tasks/by/body/{actor['body']}/" for actor in task["bodies"]]
        below += [f"tasks/by/role/{actor['role']}/" for actor in task["bodies"]]
        below += [f"tasks/by/year/{year}/" for year in task["years"]]
        below += [f"tasks/by/beneficiary/{value}/" for value in task["beneficiaries"]]
    below += ["calendar/", "changes/", "guide/", "accessibility/", "results/", "brief/"]
    below += [f"parks/{park['id']}/brief/" for park in data["parks"]]
    below += [f"tasks/by/park/{plan['park'] or plan['id']}/" for plan in data["plans"] if plan["id"] in holding]
    ranked = [entry for park in data["parks"] for rank in park["industries"].values() for entry in rank]
    below += [f"tasks/by/industry/{entry['industry']}/" for entry in ranked]
    for plan in data["plans"]:
        named = (*plan["issuers"], plan["drafter"], plan["sealed_on_behalf_by"])
        below += [f"tasks/by/body/{body}/" for body in named if body]
    below += [f"tasks/by/body/{body}/" for body in ("jia-government-office", "yi-commission-office")]
    wanted = {f"{language}/{path}index.html" for language in LANGUAGES for path in below}
    assert wanted | {"index.html", "404.html", "zh/404.html", "en/404.html"} == set(whole(pages))
    parks = {"jia-2025", "jia-2027-draft", "ding-2025", "wu-2025", "ji-2025", "yi-2021", "yi-2025"}
    assert {p["id"] for p in data["plans"] if p["park"]} == parks
    assert {p["id"] for p in data["parks"]} == {"jia", "ding", "wu", "ji", "yi"}


def test_every_provision_has_its_anchor_in_both_languages(built_site: BuiltSite, pages: Pages) -> None:
    for provision in read(built_site, "data/provisions.json"):
        anchor = provision_anchor(provision["id"])
        for language in LANGUAGES:
            assert pages[f"{language}/plans/{provision['plan']}/text/index.html"].get_element_by_id(anchor) is not None


def test_every_record_has_its_anchor_in_both_languages(built_site: BuiltSite, pages: Pages) -> None:
    for kind in ("target", "measure", "fact"):
        for row in read(built_site, f"data/{kind}s.json"):
            anchor = f"{kind}-{row['id'].partition('/')[2]}"
            for language in LANGUAGES:
                assert pages[f"{language}/plans/{row['plan']}/index.html"].get_element_by_id(anchor) is not None


def test_the_gate_lets_the_site_pass(built_site: BuiltSite) -> None:
    assert gate.check(built_site.folder) == built_site.report.pages


def test_no_template_syntax_is_left(built_site: BuiltSite) -> None:
    left = re.compile(r"\{\{|\}\}|\{%|%\}|\{#")
    found = [p for p in built_site.folder.rglob("*.html") if left.search(p.read_text(encoding="utf-8"))]
    assert not found


def test_every_page_has_a_heading_a_title_a_description_and_its_language(pages: Pages) -> None:
    for name, page in whole(pages).items():
        assert len(page.xpath("//h1[normalize-space()]")) == 1, name
        assert len(page.xpath("//head/title[normalize-space()]")) == 1, name
        language = name.partition("/")[0]
        assert page.get("lang") == TAGS.get(language, "zh-CN"), name
        if name != "404.html":
            assert page.xpath("string(//meta[@name='description']/@content)").strip(), name


def test_every_page_names_itself_and_its_other_language(pages: Pages) -> None:
    for name, page in whole(pages).items():
        if name.endswith("404.html"):
            continue
        path = name.removesuffix("index.html")
        assert page.xpath("string(//link[@rel='canonical']/@href)") == f"https://park-plans.example/{path}"
        if path:
            language, _, rest = path.partition("/")
            other = {"zh": "en", "en": "zh-CN"}[language]
            found = {link.get("hreflang"): link.get("href") for link in page.xpath("//link[@hreflang]")}
            root = "https://park-plans.example/"
            anyone = f"{root}en/{rest}" if rest else root
            assert found == {"zh-CN": f"{root}zh/{rest}", "en": f"{root}en/{rest}", "x-default": anyone}, name
            assert page.xpath("//a[@data-language]/@hreflang") == [other], name


CITED = "//*[@class='cite' or @class='brief__cite']"


def test_every_page_that_states_a_figure_says_how_it_is_cited(pages: Pages) -> None:
    stating = {name: page for name, page in pages.items() if page.xpath("//*[@class='num']")}
    first = {f"{language}/index.html" for language in LANGUAGES}  # its figures lead to pages that say so
    assert len(stating) > 20
    assert not {name for name, page in stating.items() if not page.xpath(CITED)} - first


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_pages_share_a_title(pages: Pages, language: str) -> None:
    titles: dict[str, list[str]] = {}
    for name, page in of_language(pages, language).items():
        if not name.endswith("404.html"):
            titles.setdefault(page.findtext(".//title") or "", []).append(name)
    assert not {title: names for title, names in titles.items() if len(names) > 1}


def test_headings_go_down_by_one_step(pages: Pages) -> None:
    for name, page in pages.items():
        levels = [int(str(h.tag)[1]) for h in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels[0] == 1, name
        if "/text/" in name:
            continue  # there they are the text's own: a plan may have items right below a chapter
        jumps = [(a, b) for a, b in pairwise(levels) if b > a + 1]
        assert not jumps, f"{name}: {jumps}"


def test_nothing_of_the_preview_is_published(built_site: BuiltSite) -> None:
    published = [path for path in built_site.folder.rglob("*") if path.suffix in (".html", ".js", ".css")]
    assert not [path for path in published if "preview" in path.name or b"_preview" in path.read_bytes()]


def test_without_a_repository_nothing_offers_editing(built_site: BuiltSite, pages: Pages) -> None:
    for name, page in pages.items():
        assert not page.xpath("//*[contains(@class, 'edit') or @data-lines or @data-edit]"), name
    assert yaml.safe_load(built_site.layout.configuration.read_text(encoding="utf-8")).get("repo_url") is None


def test_below_a_path_every_link_of_the_missing_page_leads_there(built_mini: BuiltSite) -> None:
    page = lxml_html.document_fromstring((built_mini.folder / "404.html").read_bytes().decode())
    links = [str(link) for link in page.xpath("//a/@href | //link[@rel='stylesheet']/@href | //script/@src")]  # type: ignore[union-attr]
    assert links
    assert all(link.startswith("/plans/") for link in links)


def test_the_address_of_the_site_can_be_set_from_outside(built_mini: BuiltSite) -> None:
    page = lxml_html.document_fromstring((built_mini.folder / "en/parks/index.html").read_bytes().decode())
    assert page.xpath("string(//link[@rel='canonical']/@href)") == "https://example.org/plans/en/parks/"
    assert "https://example.org/plans/zh/parks/" in (built_mini.folder / "sitemap.xml").read_text(encoding="utf-8")
