from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.corpus.corpus import Corpus
from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.pages import compare
from generator.pages.compare import MetricPage
from generator.parts import comparison
from generator.records.loading import load
from generator.site import pages as all_pages
from generator.site.render import Renderer
from tests.paths import JIA, ROOT
from tests.sites import edition_of, words_of
from tests.small import Repository


def metric_page(pages: dict[str, Page], edition: Edition, metric: str) -> MetricPage:
    body = pages[edition.to.metric(metric)].body
    assert isinstance(body, MetricPage)
    return body


def test_every_row_has_a_cell_for_each_park_in_the_order_of_the_columns(
    pages: dict[str, Page], edition: Edition
) -> None:
    matrix = pages[edition.to.compare()].body
    assert len(matrix.horizons) == len(matrix.parks) == 2
    for found in (*matrix.shared, *matrix.single, *matrix.worded):
        assert [cell.park.to for cell in found.cells] == [park.to for park in matrix.parks]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("zh", ("仅有文字", "园区税收 · 未写期限 · 力争")),
        ("en", ("words only", "Tax revenue of the park · no year stated · Aspirational (“strive to”)")),
    ],
)
def test_a_goal_in_words_without_a_year_says_both_in_the_matrix_and_on_the_park(
    repository: Repository, language: str, told: tuple[str, str]
) -> None:
    start = repository.read(JIA).index("- id: park-tax")
    text = repository.read(JIA)
    goal = text[start : text.index("\n  - id:", start)]
    undated = goal.replace("year: 2026", "year: null").replace("year_words: 2026年目标值", "year_words: null")
    undated = undated.replace("commitment: firm", "commitment: aspirational\n    commitment_word: 力争")
    repository.write(JIA, text.replace(goal, undated.replace("    year_provision: 1/3\n", "")))
    facts = Corpus.of(load(repository.layout))  # unchecked: the corpus has no goal of such words
    edition = Edition(facts, language, words_of(facts.publication)[language])
    renderer = Renderer((ROOT / "site_templates",), language, edition.t)
    shown = {page.address: renderer.page(page) for page in all_pages.pages(edition)}
    cells = re.findall(r'<div class="cellfig".*?</div>', shown[edition.to.compare()], re.DOTALL)
    [cell] = [found for found in cells if "#target-park-tax" in found]
    text = re.sub(r'<span class="state.*?</span>|</?span[^>]*>', "", cell)
    assert all(f">{words}<" in text for words in told)
    rows = re.findall(r'<tr role="row" class="reads__row">.*?</tr>', shown[edition.to.park("jia")], re.DOTALL)
    [row] = [found for found in rows if "#target-park-tax" in found]
    striven = "力争" if language == "zh" else edition.t("park.striven")
    assert all(f">{words}<" in row for words in (edition.t("figure.no_year"), striven))


def test_parks_stand_in_the_order_of_their_names(zh: Edition, en: Edition) -> None:
    assert [park.id for park in zh.parks] == ["jia", "yi"]
    assert [park.id for park in en.parks] == ["jia", "yi"]


def test_the_matrix_holds_every_metric_once_the_shared_ones_first(pages: dict[str, Page], edition: Edition) -> None:
    matrix = pages[edition.to.compare()].body
    rows = (matrix.shared, matrix.single, matrix.worded)
    shared, single, worded = ([r.metric.to for r in found] for found in rows)
    assert shared == [edition.to.metric("high-tech-enterprises")]
    assert sorted(worded) == [edition.to.metric(id_) for id_ in ("low-altitude-park", "park-tax")]
    used = {t.record.metric for t in edition.corpus.targets}
    assert sorted(shared + single + worded) == sorted(edition.to.metric(m) for m in used)


def test_what_is_stated_in_words_only_is_not_compared(city_root: Path) -> None:
    edition = edition_of(city_root, "en")
    matrix = next(page.body for page in compare.pages(edition) if page.address == edition.to.compare())
    assert sorted(row.id for row in matrix.worded) == ["low-altitude-park", "park-tax"]
    for found in matrix.worded:
        assert (found.verdict, found.verdict_text) == ("words", edition.t("compare.verdict.words"))
        assert (found.statements, found.pairs) == ((), "")
        assert not any(f.figure.quantity.amount for cell in found.cells for f in cell.figures)


def test_what_one_park_alone_states_stands_by_itself(pages: dict[str, Page], edition: Edition) -> None:
    matrix = pages[edition.to.compare()].body
    assert matrix.single
    for found in matrix.single:
        assert len([cell for cell in found.cells if any(f.figure.quantity.amount for f in cell.figures)]) == 1


def test_restatements_are_left_out_of_the_matrix(pages: dict[str, Page], edition: Edition) -> None:
    figures = [
        f.figure.id
        for cell in comparison.row(edition, edition.corpus.metrics["listed-companies"]).cells
        for f in cell.figures
    ]
    assert figures == ["listed-companies"]
    body = metric_page(pages, edition, "listed-companies")
    assert [f.id for f in body.restatements] == ["listed-companies-task"]
    assert body.restatements[0].repeat_of is not None
    assert not body.row.statements


def test_a_metrics_page_holds_every_figure_with_its_words(pages: dict[str, Page], edition: Edition) -> None:
    for id_, targets in edition.corpus.targets_by_metric.items():
        body = metric_page(pages, edition, id_)
        shown = [
            *(f.figure for cell in body.row.cells for plan in cell.plans for f in plan.figures),
            *(f.figure for _, plan in body.areas for f in plan.figures),
            *body.restatements,
        ]
        assert sorted(f.evidence.quote for f in shown) == sorted(t.record.quote for t in targets)
        assert all(f.evidence.provision.to.startswith(f"{edition.language}/plans/") for f in shown)


def test_a_metrics_page_shows_what_there_is_already(pages: dict[str, Page], edition: Edition) -> None:
    assert [f.id for f in metric_page(pages, edition, "high-tech-enterprises").facts] == ["high-tech-enterprises-2024"]


def test_a_metrics_page_says_when_targets_can_be_compared(pages: dict[str, Page], zh: Edition, en: Edition) -> None:
    assert metric_page(pages, zh, "high-tech-enterprises").comparable == "须同为存量"
    assert metric_page(pages, en, "high-tech-enterprises").comparable == "Both must be a stock"
    assert metric_page(pages, en, "incubators").comparable == ""


def test_there_is_no_page_for_a_metric_without_a_target(repository: Repository) -> None:
    repository.write(
        "structured/metrics.yaml",
        repository.read("structured/metrics.yaml")
        + "- {id: unused, name: {zh: 无, en: None}, definition: {zh: 无, en: None}, unit: null, direction: none}\n",
    )
    edition = edition_of(repository.root, "zh")
    assert edition.to.metric("unused") not in [page.address for page in compare.pages(edition)]
    assert JIA  # the plans are as they were


@pytest.fixture
def with_goals(repository: Repository) -> Repository:
    """A publication where what a park is to become is listed among goals about different things."""
    repository.replace(
        "structured/metrics.yaml", "id: low-altitude-park, ", "id: low-altitude-park, indicator: false, "
    )
    return repository


@pytest.mark.parametrize("language", ["zh", "en"])
def test_goals_about_different_things_are_listed_at_their_address_and_not_compared(
    with_goals: Repository, language: str
) -> None:
    edition = edition_of(with_goals.root, language)
    made = {page.address: page for page in compare.pages(edition)}
    matrix, goals = made[edition.to.compare()].body, made[edition.to.metric("low-altitude-park")]
    assert "low-altitude-park" not in {found.id for found in (*matrix.shared, *matrix.single, *matrix.worded)}
    assert [link.to for link in matrix.goals] == [edition.to.metric("low-altitude-park")]
    assert matrix.lead == edition.t("compare.lead", metrics=len(made) - 2, parks=2)
    html = Renderer((ROOT / "site_templates",), language, edition.t).page(goals)
    assert edition.t("compare.worded_note") not in html
    assert edition.t("empty.not-stated") not in html  # a park that is not in the list has promised nothing less
    assert edition.t("metric.list_lead", goals=1, parks=1) in html


def test_one_park_sets_a_target_and_several_set_one(en: Edition) -> None:
    leads = [comparison.lead(en, en.corpus.metrics[id_]) for id_ in ("incubators", "high-tech-enterprises")]
    assert leads == [
        "One of the parks sets a target for “Incubators”.",
        "2 of the parks set a target for “High-tech enterprises”.",
    ]


def test_no_page_says_that_more_is_better(edition: Edition, pages: dict[str, Page]) -> None:
    html = Renderer((ROOT / "site_templates",), edition.language, edition.t).page(
        pages[edition.to.metric("idle-space")]
    )
    assert not any(edition.t(f"metric.direction.{way}") in html for way in ("higher", "lower", "none"))
