from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.corpus import corpus
from generator.corpus.corpus import Of
from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.pages import compare
from generator.pages.compare import MetricPage, Row
from generator.parts.statements import statements
from generator.records.loading import load
from generator.records.target import Target
from generator.site import pages as all_pages
from generator.site.render import Renderer
from tests.paths import JIA, ROOT, YI, YI_TEXT
from tests.sites import edition_of, words_of
from tests.small import Repository


def row(edition: Edition, metric: str) -> Row:
    return compare.row(edition, edition.corpus.metrics[metric])


def metric_page(pages: dict[str, Page], edition: Edition, metric: str) -> MetricPage:
    body = pages[edition.to.metric(metric)].body
    assert isinstance(body, MetricPage)
    return body


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_four_kinds_of_empty_cell_are_told_apart(with_silent_park: Path, language: str) -> None:
    edition = edition_of(with_silent_park, language)
    cells = {c.park.to: c for c in row(edition, "idle-space").cells}
    jia, yi, bing = (cells[edition.to.park(park)] for park in ("jia", "yi", "bing"))
    assert (jia.empty, yi.empty, bing.empty) == ("", "not-applicable", "not-extracted")
    silent = next(c for c in row(edition, "incubators").cells if c.park.to == edition.to.park("yi"))
    assert silent.empty == "not-stated"
    [worded] = next(c for c in row(edition, "park-tax").cells if c.park.to == edition.to.park("jia")).figures
    assert worded.amount is None
    told = [yi.empty_text, bing.empty_text, silent.empty_text, edition.t("empty.words-only")]
    assert len(set(told)) == 4
    assert yi.empty_text == ("乙园没有载体" if language == "zh" else "Park B has no premises")


def test_a_cell_has_either_figures_or_the_reason_why_not(edition: Edition) -> None:
    for metric in edition.corpus.metrics.values():
        for cell in compare.row(edition, metric).cells:
            assert bool(cell.figures) == (not cell.empty) == (not cell.empty_text)


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
        ("zh", ("仅有文字", "园区税收 · 未写期限 · 力争实现")),
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
    facts = corpus.build(load(repository.layout))  # unchecked: the corpus has no goal of such words
    edition = Edition(facts, language, words_of(facts.publication)[language])
    renderer = Renderer((ROOT / "site_templates",), language, edition.t)
    shown = {page.address: renderer.page(page) for page in all_pages.pages(edition)}
    cells = re.findall(r'<div class="cellfig".*?</div>', shown[edition.to.compare()], re.DOTALL)
    [cell] = [found for found in cells if "#target-park-tax" in found]
    assert all(f">{words}<" in cell for words in told)
    [item] = re.findall(r'<ul class="worded-list">.*?</ul>', shown[edition.to.park("jia")], re.DOTALL)
    assert told[1].partition(" · ")[2] in item


def test_parks_stand_in_the_order_of_their_names(zh: Edition, en: Edition) -> None:
    assert [park.id for park in zh.parks()] == ["jia", "yi"]
    assert [park.id for park in en.parks()] == ["jia", "yi"]


def test_the_matrix_holds_every_metric_once_the_shared_ones_first(pages: dict[str, Page], edition: Edition) -> None:
    matrix = pages[edition.to.compare()].body
    rows = (matrix.shared, matrix.single, matrix.worded)
    shared, single, worded = ([r.metric.to for r in found] for found in rows)
    assert shared == [edition.to.metric("high-tech-enterprises")]
    assert worded == [edition.to.metric("park-tax")]
    used = {t.record.metric for t in edition.corpus.targets}
    assert sorted(shared + single + worded) == sorted(edition.to.metric(m) for m in used)


def test_what_is_stated_in_words_only_is_not_compared(city_root: Path) -> None:
    edition = edition_of(city_root, "en")
    matrix = next(page.body for page in compare.pages(edition) if page.address == edition.to.compare())
    assert [row.id for row in matrix.worded] == ["park-tax"]
    for found in matrix.worded:
        assert (found.verdict, found.verdict_text) == ("words", edition.t("compare.verdict.words"))
        assert (found.statements, found.pairs) == ((), "")
        assert not any(f.amount for cell in found.cells for f in cell.figures)


def test_what_one_park_alone_states_stands_by_itself(pages: dict[str, Page], edition: Edition) -> None:
    matrix = pages[edition.to.compare()].body
    assert matrix.single
    for found in matrix.single:
        assert len([cell for cell in found.cells if any(f.amount for f in cell.figures)]) == 1


def test_restatements_are_left_out_of_the_matrix(pages: dict[str, Page], edition: Edition) -> None:
    figures = [f.id for cell in row(edition, "listed-companies").cells for f in cell.figures]
    assert figures == ["listed-companies"]
    body = metric_page(pages, edition, "listed-companies")
    assert [f.id for f in body.restatements] == ["listed-companies-task"]
    assert body.restatements[0].repeat_of is not None
    assert not body.row.statements


def test_a_stock_and_a_running_total_are_told_not_to_be_comparable(edition: Edition) -> None:
    found = row(edition, "high-tech-enterprises")
    [statement] = found.statements
    assert (found.verdict, statement.verdict) == ("not-comparable", "not-comparable")
    assert statement.reasons == (edition.t("compare.reason.measure"), edition.t("compare.reason.year"))
    assert statement.verdict_text == edition.t("compare.verdict.not-comparable")
    parks = [edition.say(park.short_name) for park in edition.parks()]
    assert statement.a[0].text.startswith(parks[0])
    assert statement.b[0].text.startswith(parks[1])


def test_what_one_park_alone_states_says_so(edition: Edition) -> None:
    found = row(edition, "incubators")
    assert (found.verdict, found.verdict_text, found.statements) == ("single", edition.t("compare.verdict.single"), ())


def test_what_cannot_be_compared_is_never_drawn_on_one_axis(edition: Edition) -> None:
    assert all(f.share is None for cell in row(edition, "high-tech-enterprises").cells for f in cell.figures)


def test_what_can_be_compared_is_drawn_as_a_share_of_the_greatest(repository: Repository) -> None:
    repository.replace(YI, "measure: cumulative", "measure: stock")
    found = row(edition_of(repository.root, "zh"), "high-tech-enterprises")
    assert found.verdict == "caveat"  # the horizons differ
    assert [f.share for cell in found.cells for f in cell.figures] == [1.0, pytest.approx(50 / 120)]


def test_comparable_figures_need_no_statement(repository: Repository) -> None:
    repository.replace(YI, "measure: cumulative", "measure: stock")
    repository.replace(YI, "period: {start: 2021, end: 2025}", "period: {start: 2021, end: 2026}")
    for path, nth in ((YI_TEXT, 1), (YI, 2)):
        repository.replace(path, "到2025年", "到2026年", nth if path == YI_TEXT else 1)
    repository.replace("content/yi-2021/source.txt", "到2025年", "到2026年")
    repository.replace(YI, "year: 2025", "year: 2026")
    edition = edition_of(repository.root, "en")
    found = row(edition, "high-tech-enterprises")
    assert (found.verdict, found.notable) == ("comparable", ())
    [pair] = statements(edition, list(edition.corpus.targets_by_metric["high-tech-enterprises"]))
    assert (pair.verdict, pair.reasons) == ("comparable", ())


def test_targets_of_one_plan_are_not_set_against_each_other(zh: Edition) -> None:
    both = list(zh.corpus.targets_by_metric["listed-companies"])
    assert len(both) == 2
    assert statements(zh, both) == ()


def test_the_gravest_statements_come_first_and_a_row_of_both_kinds_says_so(zh: Edition) -> None:
    jia, yi = zh.corpus.targets_by_metric["high-tech-enterprises"]

    def like(of: Of[Target], **fields: object) -> Of[Target]:
        return replace(of, record=of.record.model_copy(update=fields))

    told = statements(zh, [jia, like(yi, measure="stock", year=2026), yi, like(yi, measure="stock")])
    assert [s.verdict for s in told] == ["not-comparable", "caveat", "comparable"]


def test_figures_that_compare_alike_are_told_of_together(zh: Edition) -> None:
    jia, yi = zh.corpus.targets_by_metric["high-tech-enterprises"]

    def park(n: int, year: int) -> Of[Target]:
        own = jia.park.model_copy(update={"id": f"park-{n}"})
        entry = replace(jia.entry, plan=jia.plan.model_copy(update={"id": f"plan-{n}"}), park=own)
        return replace(jia, record=jia.record.model_copy(update={"year": year}), entry=entry)

    many = [park(n, 2026 if n % 2 else 2027) for n in range(40)]
    apart, *among = statements(zh, [*many, yi])[1:]
    assert len(statements(zh, [*many, yi])) == 5  # two years with each other and with yi, each among themselves
    assert [s.verdict for s in among] == ["caveat", "comparable", "comparable"]
    assert {len(s.a) for s in (apart, *among)} == {20}
    assert [len(s.b) for s in among] == [20, 0, 0]


def test_a_metric_counts_as_shared_only_with_numbers(repository: Repository) -> None:
    assert [m.id for m in compare.shared(edition_of(repository.root, "en"))] == ["high-tech-enterprises"]
    assert compare.shared(edition_of(repository.root, "en"), parks=3) == []


def test_a_metrics_page_holds_every_figure_with_its_words(pages: dict[str, Page], edition: Edition) -> None:
    for id_, targets in edition.corpus.targets_by_metric.items():
        body = metric_page(pages, edition, id_)
        shown = [*(f for cell in body.row.cells for f in cell.figures), *body.restatements]
        assert sorted(f.quote for f in shown) == sorted(t.record.quote for t in targets)
        assert all(f.provision.to.startswith(f"{edition.language}/plans/") for f in shown)


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
