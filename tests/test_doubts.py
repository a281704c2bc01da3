"""A figure whose words are doubtful never stands bare: wherever it is shown, the doubt stands beside it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.language.languages import LANGUAGES
from generator.parts import figures
from generator.site import pages as all_views
from generator.site.render import Renderer
from tests.paths import ROOT
from tests.sites import edition_of

# What holds one figure, by the kind of page.
HOLDERS = {
    "home.html.j2": (r'<div class="cellfig".*?</div>', r"<div><dt>.*?</dd></div>"),
    "parks.html.j2": (r"<div><dt>.*?</dd></div>",),
    "compare.html.j2": (r'<div class="cellfig".*?</div>',),
    "calendar.html.j2": (r'<li class="duesitem.*?</li>',),
    "industry.html.j2": (r'<div class="cellfig".*?</div>',),
    "metric.html.j2": (r"<tr>\n<th scope=\"row\">.*?</tr>",),
    "park.html.j2": (r'<article class="figure.*?</article>', r'<ul class="worded-list">.*?</ul>'),
}


@pytest.fixture(scope="module", params=LANGUAGES)
def edition(request: pytest.FixtureRequest, city_root: Path) -> Edition:
    return edition_of(city_root, request.param)


@pytest.fixture(scope="module")
def pages(edition: Edition) -> list[tuple[Page, str]]:
    renderer = Renderer((ROOT / "site_templates",), edition.language, edition.t)
    return [(page, renderer.page(page)) for page in all_views.pages(edition) if page.template in HOLDERS]


@pytest.mark.parametrize("template", HOLDERS)
def test_every_figure_stands_with_its_doubts(edition: Edition, pages: list[tuple[Page, str]], template: str) -> None:
    views = [figures.view(edition, target) for target in edition.corpus.targets]
    doubts = {
        view.anchor + "@" + view.plan.to: [a.to.partition("#")[2] for a in view.doubts.anomalies] for view in views
    }
    seen = 0
    for page, html in pages:
        if page.template != template:
            continue
        for holder in (h for pattern in HOLDERS[template] for h in re.findall(pattern, html, re.DOTALL)):
            for plan, anchor in re.findall(r'href="[^"]*?plans/([\w-]+)/#(target-[\w-]+)"', holder):
                for doubt in doubts[f"{anchor}@{edition.to.plan(plan)}"]:
                    assert f'#{doubt}"' in holder, f"{page.address}: {anchor} of {plan} stands without {doubt}"
                    seen += 1
    assert seen


def test_a_doubtful_figure_is_marked_in_the_matrix(pages: list[tuple[Page, str]]) -> None:
    [html] = [html for page, html in pages if page.template == "compare.html.j2"]
    [cell] = [
        c for c in re.findall(HOLDERS["compare.html.j2"][0], html, re.DOTALL) if "ji-2025/#target-listed-companies" in c
    ]
    assert "#anomaly-cloud-valley-undefined" in cell
    told = re.search(r'data-doubts="([^"]*)"', cell)
    assert told
    assert told[1]
