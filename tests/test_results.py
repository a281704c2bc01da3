"""Results of the example, from its files to its pages, data and search; without any, nothing of them is there."""

from __future__ import annotations

import datetime
import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from generator.analysis.judging import OUTCOMES
from generator.edition.edition import Edition
from generator.language.languages import LANGUAGES
from generator.parts import cascade, result_charts, results
from tests.paths import MINI
from tests.sites import BuiltSite, build_site, edition_of, shared, words_of

KINDS = ("result", "judged", "milestone", "cascade")  # words that only they need
LISTS = ("reports", "cited_targets")


def without(root: Path) -> Path:
    """Write the example without its results, milestones, reports and targets of higher documents."""
    shutil.copytree(MINI, root)
    for name in LISTS:
        (root / f"structured/{name}.yaml").unlink()
    for path in sorted((root / "structured/plans").glob("*.yaml")):
        text = path.read_text(encoding="utf-8") + "\nresults:"
        text = text[: text.index("\nresults:")]
        path.write_text(re.sub(r"\n  - \{kind: implements.*", "", text), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    return shared(tmp_path_factory, "bare", lambda root: build_site(without(root), "https://example.org/plans"))


@pytest.mark.builds
@pytest.mark.parametrize("language", LANGUAGES)
def test_without_any_result_there_is_no_trace_of_results(bare: BuiltSite, language: str) -> None:
    words = words_of(edition_of(MINI, language).corpus.publication)[language].words
    own = {words[key] for key in words if key.split(".")[0] in KINDS and "{" not in words[key]}
    said = own - {words[key] for key in words if key.split(".")[0] not in KINDS}  # 类别 and others stand elsewhere, too
    for page in (bare.folder / language).rglob("*.html"):
        text = re.sub(r"<[^>]+>", "\n", page.read_text(encoding="utf-8"))
        assert {line.strip() for line in text.split("\n")} & said == set(), page
        assert "/results/" not in page.read_text(encoding="utf-8")
    assert not (bare.folder / language / "results").exists()
    opening = json.loads((bare.folder / f"search/{language}.json").read_text(encoding="utf-8"))
    assert {"result", "milestone"} & {name for name, *_ in opening["kinds"]} == set()


@pytest.mark.builds
def test_without_any_result_the_data_have_no_table_of_them(bare: BuiltSite) -> None:
    package = json.loads((bare.folder / "data/datapackage.json").read_text(encoding="utf-8"))
    there = {resource["name"] for resource in package["resources"]}
    assert there & {"results", "milestones", *LISTS} == set()
    files = [path.name for path in (bare.folder / "data").rglob("*")]
    assert [name for name in files if re.search("result|milestone|report|cited", name)] == []
    assert "/results/" not in (bare.folder / "sitemap.xml").read_text(encoding="utf-8")


@pytest.fixture(scope="module", params=LANGUAGES)
def edition(request: pytest.FixtureRequest) -> Edition:
    return edition_of(MINI, str(request.param))


def test_the_example_shows_every_row_of_the_table(edition: Edition) -> None:
    found = [outcome for of_plan in edition.corpus.outcomes.values() for outcome in of_plan]
    assert {o.judgement.outcome for o in found} == {*OUTCOMES}
    reasons = {reason for o in found for reason in o.judgement.reasons}
    rows = {"ge-met", "ge-unmet", "gt-met", "le-met", "lt-unmet", "rounded-higher-met", "range-met", "direction"}
    assert reasons >= {*rows, "scope", "measure", "line-met", "line-unmet", "before-year", "words-target"}
    assert {"target-silent", "both-silent"} <= {key for o in found for key in o.judgement.caveats}


def test_a_corrected_figure_stays_beside_the_one_that_corrects_it(edition: Edition) -> None:
    reports = results.of_entries(edition, [edition.corpus.plans["jia-2025"]])
    [target] = [found for found in reports.targets if found.target.id == "high-tech-enterprises"]
    _, earlier, later = target.results
    assert (earlier.year, later.year) == ("2026", "2026")
    assert earlier.replaced_by == later.figure
    assert later.replaces == earlier.figure
    assert earlier.provisional == "初步统计"
    assert earlier not in reports.current
    assert later in reports.current


def test_a_chart_has_baseline_results_and_target_and_the_same_in_numbers(edition: Edition) -> None:
    reports = results.of_entries(edition, [edition.corpus.plans["jia-2025"]])
    [target] = [found for found in reports.targets if found.target.id == "high-tech-enterprises"]
    assert target.chart
    what = [edition.t(f"result.{name}") for name in ("baseline", "result", "result", "target")]
    assert [row.what for row in target.chart.rows] == what
    assert [row.year for row in target.chart.rows] == ["2024", "2025", "2026", "2026"]
    assert [bar.value for bar in target.chart.bars] == [row.figure for row in target.chart.rows]
    lengths = [max(float(x) for x in re.findall(r"H([\d.]+)", bar.pieces[0].path)) for bar in target.chart.bars]
    assert lengths[0] < lengths[1] < lengths[3] < lengths[2]


def test_what_counts_something_else_is_not_drawn(edition: Edition) -> None:
    reports = results.of_entries(edition, [edition.corpus.plans["yi-2025"]])
    charts = {found.target.id: found.chart for found in reports.targets}
    assert charts["specialised-companies"] is None
    assert charts["low-altitude-park"] is None
    assert isinstance(charts["test-flight-sites"], result_charts.ResultChart)


def test_a_target_whose_year_is_over_and_that_nothing_is_reported_of_is_told(edition: Edition) -> None:
    late = replace(edition, today=datetime.date(2027, 1, 1))
    reports = results.of_entries(late, late.corpus.plans.values())
    assert [view.id for view in reports.due] == ["park-tax", "high-tech-enterprises"]
    assert not results.of_entries(edition, edition.corpus.plans.values()).due  # on a day on which no year is over
    listed = {line.holder.text: line.due for line in results.by_holder(late)}
    assert listed[edition.say(edition.corpus.parks["jia"].short_name)] == 1


def test_milestones_are_under_way_or_done_as_a_source_says(edition: Edition) -> None:
    states = [[said.state for said in m.record.progress] for e in edition.corpus.plans.values() for m in e.milestones]
    assert states == [["under-way"], ["under-way", "done"]]


def test_a_metric_says_which_plans_take_up_a_target_of_a_higher_document(edition: Edition) -> None:
    corpus = edition.corpus
    [higher] = cascade.of_metric(edition, corpus.metrics["high-tech-enterprises"])
    assert higher.source
    assert higher.document.to == ""
    [(holder, figure)] = higher.takers
    assert (figure.id, holder.to) == ("high-tech-enterprises", edition.to.park("jia"))
    assert cascade.of_plan(edition, corpus.plans["jia-2025"]) == (higher,)
    assert cascade.of_plan(edition, corpus.plans["yi-2021"]) == ()


def test_a_higher_document_that_is_here_has_its_targets_taken_up_by_those_that_rest_on_it(edition: Edition) -> None:
    corpus = edition.corpus
    [higher] = cascade.of_metric(edition, corpus.metrics["invention-patents-per-10k"])
    assert higher.document == edition.plan(corpus.plans["zone-2026"])
    assert (higher.source, higher.quote) == (None, "")  # its own page has the words
    assert higher.label.to == edition.to.of(corpus.plans["zone-2026"].targets[0].ref)
    [(holder, figure)] = higher.takers
    assert (figure.id, holder.to) == ("invention-patents", edition.to.park("jia"))
    [other] = cascade.of_metric(edition, corpus.metrics["incubators"])
    assert other.takers == ()
    assert cascade.of_plan(edition, corpus.plans["jia-2027-draft"]) == (higher, other)
    assert cascade.of_plan(edition, corpus.plans["zone-2026"]) == ()


@pytest.mark.builds
def test_a_result_is_in_the_data_with_what_follows_from_it(built_mini: BuiltSite) -> None:
    rows = {row["id"]: row for row in json.loads((built_mini.folder / "data/results.json").read_text(encoding="utf-8"))}
    row = rows["jia-2025/energy-intensity-2026"]
    assert row["target"] == "jia-2025/energy-intensity"
    assert (row["outcome"], row["reasons"], row["caveats"]) == ("not-reached", ["lt-unmet"], [])
    assert row["source"] == {"report": "jia-review-2026", "plan": None, "provision": None}
    assert rows["jia-2025/high-tech-enterprises-2026"]["replaces"] == "jia-2025/high-tech-enterprises-2026-flash"
    written = yaml.safe_load((MINI / "structured/reports.yaml").read_text(encoding="utf-8"))
    reports = json.loads((built_mini.folder / "data/reports.json").read_text(encoding="utf-8"))
    assert [report["id"] for report in reports] == [report["id"] for report in written]


@pytest.mark.builds
@pytest.mark.parametrize("language", LANGUAGES)
def test_results_are_on_the_pages_of_their_target_plan_park_and_metric(built_mini: BuiltSite, language: str) -> None:
    site = built_mini.folder / language
    for page in ("plans/jia-2025", "parks/jia", "compare/energy-intensity", "results"):
        text = (site / page / "index.html").read_text(encoding="utf-8")
        assert "0.52" in text, page
        assert "outcome--not-reached" in text, page
    assert 'id="result-energy-intensity-2026"' in (site / "plans/jia-2025/index.html").read_text(encoding="utf-8")
    assert "/results/" in (site / "index.html").read_text(encoding="utf-8").partition("<footer")[2]
    task = (site / "tasks/yi-2025/2-1-1/index.html").read_text(encoding="utf-8")
    assert "outcome--done" in task
