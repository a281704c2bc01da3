"""One page of every type in both languages, as rendered from generator/example."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.edition.page import Page
from generator.language.languages import LANGUAGES
from generator.parts import figures
from generator.site import pages as all_views
from generator.site.embeds import embeds
from generator.site.render import Renderer
from tests.fixtures import Golden
from tests.paths import GOLDEN, MINI, ROOT
from tests.sites import TODAY, BuiltSite, edition_of

TEMPLATES = ROOT / "site_templates"

# The golden file of a page and the page's address below its language.
SHOWN = {
    "home": "",
    "parks": "parks/",
    "park": "parks/jia/",
    "brief": "parks/yi/brief/",
    "brief_side": "brief/",
    "plans": "plans/",
    "plan": "plans/jia-2025/",
    "text": "plans/jia-2025/text/",
    "existing": "plans/jia-2025/existing/",
    "compare": "compare/",
    "metric": "compare/high-tech-enterprises/",
    "tasks": "tasks/",
    "task": "tasks/jia-2025/2-1-1/",
    "facet": "tasks/by/industry/",
    "facet_value": "tasks/by/theme/industries/",
    "industry": "tasks/by/industry/cloud-computing/",
    "body": "tasks/by/body/jia-administration/",
    "calendar": "calendar/",
    "results": "results/",
    "changes": "changes/",
    "guide": "guide/",
    "glossary": "glossary/",
    "sources": "sources/",
    "status": "status/",
    "data": "data/",
    "about": "about/",
    "tasks_of": "tasks/by/park/jia/",
}
# Pages of a template that look otherwise in another state of a document: golden file, template, address.
STATES = {
    "text-earlier": ("text", "plans/jia-2025/text/2025-03-01/"),
    "metric-earlier": ("metric", "compare/unicorns/"),
    "plan-area": ("plan", "plans/zone-2018/"),
    "plan-withdrawn": ("plan", "plans/zone-2023/"),
    "plan-draft": ("plan", "plans/jia-2027-draft/"),
}
ROOT_PAGES = ("index", "404")
EMBED = "embed"  # the template of whole pages by themselves, which other sites show in a frame
# The golden file of each, and the address below its language of what it shows.
FRAMES = {
    "embed": "compare/high-tech-enterprises/",
    "embed-calendar": "calendar/",
    "embed-tasks": "tasks/",
    "embed-result": "plans/jia-2025/high-tech-enterprises/",
}


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def pages(language: str) -> dict[str, Page]:
    return {page.address: page for page in all_views.pages(edition_of(MINI, language))}


@pytest.fixture(scope="module")
def renderer(language: str) -> Renderer:
    return Renderer((TEMPLATES,), language, edition_of(MINI, language).t)


@pytest.mark.parametrize("name", SHOWN)
def test_a_page_looks_as_it_did(
    language: str, pages: dict[str, Page], renderer: Renderer, golden: Golden, name: str
) -> None:
    page = pages[f"{language}/{SHOWN[name]}"]
    assert page.template == f"{name}.html.j2"
    golden(f"{language}/{name}.html", f"{renderer.page(page)}\n")


@pytest.mark.parametrize("name", STATES)
def test_a_page_looks_in_another_state_as_it_did(language: str, renderer: Renderer, golden: Golden, name: str) -> None:
    template, address = STATES[name]
    edition = replace(edition_of(MINI, language), today=TODAY)
    page = next(page for page in all_views.pages(edition) if page.address == f"{language}/{address}")
    assert page.template == f"{template}.html.j2"
    golden(f"{language}/{name}.html", f"{renderer.page(page)}\n")


@pytest.mark.parametrize("name", ROOT_PAGES)
def test_the_pages_of_no_language_look_as_they_did(built_mini: BuiltSite, golden: Golden, name: str) -> None:
    html = (built_mini.folder / f"{name}.html").read_text(encoding="utf-8")
    golden(f"{name}.html", re.sub(r"\?v=[0-9a-f]+", "?v=0", html))


def test_a_page_for_frames_looks_as_it_did(language: str, renderer: Renderer, golden: Golden) -> None:
    found = dict(embeds(edition_of(MINI, language), renderer, "0"))
    for name, page in FRAMES.items():
        golden(f"{language}/{name}.html", f"{found[f'embed/{language}/{page}index.html'].decode()}\n")


@pytest.mark.builds
def test_a_page_is_rendered_the_same_twice(language: str, pages: dict[str, Page], renderer: Renderer) -> None:
    edition = edition_of(MINI, language)
    again = Renderer((TEMPLATES,), language, edition.t)
    for page in all_views.pages(edition):
        assert again.page(page) == renderer.page(pages[page.address])


def test_a_figure_on_a_page_reads_as_it_is_spoken(language: str, pages: dict[str, Page], renderer: Renderer) -> None:
    edition = edition_of(MINI, language)
    both = (edition.to.plan("jia-2025"), edition.to.existing("jia-2025"))
    html = "".join(renderer.page(pages[address]) for address in both)
    shown = [
        " ".join(re.sub("<[^>]+>", "", words).split())
        for words in re.findall('"record__value">(.*?)</p>', html, re.DOTALL)
    ]
    entry = edition.corpus.plans["jia-2025"]
    wordings = (entry, *entry.earlier)
    views = [figures.view(edition, figure) for each in wordings for figure in (*each.targets, *each.facts)]
    spoken = [figures.spoken(edition, view) for view in views]
    assert sorted(shown) == sorted(spoken)


def test_every_template_is_shown_and_every_golden_page_is_of_one() -> None:
    templates = {path.name.removesuffix(".html.j2") for path in (TEMPLATES / "pages").glob("*.j2")}
    assert {*SHOWN, EMBED} == templates
    for language_ in LANGUAGES:
        assert {path.stem for path in (GOLDEN / language_).iterdir()} == {*templates, *STATES, *FRAMES}


def test_a_page_is_one_block_of_markup_that_markdown_leaves_alone(pages: dict[str, Page], renderer: Renderer) -> None:
    for page in pages.values():
        html = renderer.page(page)
        assert html.startswith("<div")
        assert html.endswith("</div>")
        assert "\n\n" not in html
        assert not re.search(r"^\s", html, re.MULTILINE)
