"""A figure that a doubt can change is marked wherever it is shown; all other doubts are notes that a reader opens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.language.languages import LANGUAGES
from generator.parts import figures
from generator.parts.figures import FigureView
from generator.site import pages as all_views
from generator.site.render import Renderer
from tests.paths import ROOT
from tests.sites import edition_of

# What holds one figure, by the kind of page.
HOLDERS = {
    "parks.html.j2": (r"<div><dt>.*?</dd></div>",),
    "compare.html.j2": (r'<div class="cellfig".*?</div>',),
    "calendar.html.j2": (r'<li class="duesitem.*?</li>\n',),
    "industry.html.j2": (r'<div class="cellfig".*?</div>',),
    "metric.html.j2": (r"<tr>\n<th scope=\"row\">.*?</tr>",),
    "park.html.j2": (r'<tr role="row" class="reads__row">.*?</tr>',),
}


@pytest.fixture(scope="module", params=LANGUAGES)
def edition(request: pytest.FixtureRequest, city_root: Path) -> Edition:
    return edition_of(city_root, request.param)


@pytest.fixture(scope="module")
def pages(edition: Edition) -> list[tuple[Page, str]]:
    renderer = Renderer((ROOT / "site_templates",), edition.language, edition.t)
    return [(page, renderer.page(page)) for page in all_views.pages(edition) if page.template in HOLDERS]


def held(edition: Edition, pages: list[tuple[Page, str]], template: str) -> Iterator[tuple[str, FigureView]]:
    """Yield the HTML around each figure of a kind of page, with the figure."""
    views = [figures.view(edition, target) for target in edition.corpus.targets]
    known = {f"{view.anchor}@{view.plan.to}": view for view in views}
    for html in (html for page, html in pages if page.template == template):
        for holder in (h for pattern in HOLDERS[template] for h in re.findall(pattern, html, re.DOTALL)):
            for plan, anchor in re.findall(r'href="[^"]*?plans/([\w-]+)/#(target-[\w-]+)"', holder):
                yield holder, known[f"{anchor}@{edition.to.plan(plan)}"]


def without_folds(html: str) -> str:
    return re.sub(r"<details.*?</details>", "", html, flags=re.DOTALL)


@pytest.mark.parametrize("template", HOLDERS)
def test_what_can_change_a_figure_stands_beside_it_unfolded(
    edition: Edition, pages: list[tuple[Page, str]], template: str
) -> None:
    seen = [
        (mark.of.to.partition("#")[2], without_folds(holder))
        for holder, view in held(edition, pages, template)
        for mark in view.doubts.marks
    ]
    assert seen
    for mark, holder in seen:
        assert f'#{mark}"' in holder


NAMING = ("compare.html.j2", "industry.html.j2")


@pytest.mark.parametrize("template", HOLDERS)
def test_every_other_doubt_is_a_note_in_a_fold(edition: Edition, pages: list[tuple[Page, str]], template: str) -> None:
    seen = [(remark, holder) for holder, view in held(edition, pages, template) for remark in view.doubts.remarks]
    noted = edition.t("figure.noted", label="|").partition("|")[0]  # told at the figure before
    assert seen
    for remark, holder in seen:
        link = f'#{remark.of.to.partition("#")[2]}"'
        assert link in holder
        told = unescape(holder)
        # Lists of many figures name a note and lead to where its reason stands.
        assert remark.reason in told or noted in told or (f">{remark.of.text}</a></li>" in told and template in NAMING)
        assert link not in without_folds(holder)


@pytest.mark.parametrize("template", HOLDERS)
def test_a_figure_without_doubts_has_neither_mark_nor_fold_of_notes(
    edition: Edition, pages: list[tuple[Page, str]], template: str
) -> None:
    seen = [h for h, view in held(edition, pages, template) if not view.doubts.marks and not view.doubts.remarks]
    assert seen
    for holder in seen if template not in ("metric.html.j2", "park.html.j2") else ():
        assert "flag" not in holder
        assert 'class="remarks' not in holder


def test_what_is_downloaded_from_the_matrix_tells_doubts_from_notes(
    edition: Edition, pages: list[tuple[Page, str]]
) -> None:
    [html] = [html for page, html in pages if page.template == "compare.html.j2"]
    [cell] = [
        c for c in re.findall(HOLDERS["compare.html.j2"][0], html, re.DOTALL) if "ji-2025/#target-listed-companies" in c
    ]
    assert 'class="flag"' not in cell
    [notes] = re.findall(r'<ul class="remarks__list">(.*?)</ul>', cell)
    assert re.findall(r">([^<]+)</a>", notes) == [edition.t("anomaly.kind.undefined-term")]


def test_on_a_brief_what_can_change_a_figure_stands_beside_it(edition: Edition) -> None:
    renderer = Renderer((ROOT / "site_templates",), edition.language, edition.t)
    briefs = [renderer.page(page) for page in all_views.pages(edition) if page.template == "brief.html.j2"]
    rows = [
        row for html in briefs for row in re.findall(r'<tr role="row" class="reads__row">.*?</tr>', html, re.DOTALL)
    ]
    views = {
        view.itself.to.partition("/")[2]: view for view in (figures.view(edition, t) for t in edition.corpus.targets)
    }
    marked = 0
    for row in rows:
        [address] = re.findall(r'reads__label"><a href="[./]*([^"]*)"', row)
        for mark in views[address].doubts.marks:
            assert f'#{mark.of.to.partition("#")[2]}"' in row
            marked += 1
    assert marked
