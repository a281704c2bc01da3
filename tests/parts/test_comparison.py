from __future__ import annotations

from pathlib import Path

import pytest

from generator.edition.edition import Edition
from generator.parts import comparison
from generator.parts.comparison import Row
from generator.parts.statements import statements
from tests.paths import JIA, YI, YI_TEXT
from tests.sites import edition_of
from tests.small import Repository


def row(edition: Edition, metric: str) -> Row:
    return comparison.row(edition, edition.corpus.metrics[metric])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_four_kinds_of_empty_cell_are_told_apart(with_silent_park: Path, language: str) -> None:
    edition = edition_of(with_silent_park, language)
    cells = {c.park.to: c for c in row(edition, "idle-space").cells}
    jia, yi, bing = (cells[edition.to.park(park)] for park in ("jia", "yi", "bing"))
    assert (jia.empty, yi.empty, bing.empty) == ("", "not-applicable", "not-extracted")
    silent = next(c for c in row(edition, "incubators").cells if c.park.to == edition.to.park("yi"))
    assert silent.empty == "not-stated"
    [worded] = next(c for c in row(edition, "park-tax").cells if c.park.to == edition.to.park("jia")).figures
    assert worded.figure.quantity.amount is None
    told = [yi.empty_text, bing.empty_text, silent.empty_text, edition.t("empty.words-only")]
    assert len(set(told)) == 4
    assert yi.empty_text == ("乙园没有载体" if language == "zh" else "Park B has no premises")


def test_a_cell_has_either_figures_or_the_reason_why_not(edition: Edition) -> None:
    for metric in edition.corpus.metrics.values():
        for cell in comparison.row(edition, metric).cells:
            assert bool(cell.figures) == (not cell.empty) == (not cell.empty_text)


def test_a_stock_and_a_running_total_are_told_not_to_be_comparable(edition: Edition) -> None:
    found = row(edition, "high-tech-enterprises")
    [statement] = found.statements
    assert (found.verdict, statement.verdict) == ("not-comparable", "not-comparable")
    assert len(statement.reasons) == 2  # a stock against a running total, and the years
    assert statement.verdict_text == edition.t("compare.verdict.not-comparable")
    parks = [edition.say(park.short_name) for park in edition.parks]
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


def test_a_metric_counts_as_shared_only_with_numbers(repository: Repository) -> None:
    assert [m.id for m in comparison.shared(edition_of(repository.root, "en"))] == ["high-tech-enterprises"]
    assert comparison.shared(edition_of(repository.root, "en"), parks=3) == ()


def test_a_park_that_states_what_there_is_and_sets_no_target_says_so(repository: Repository) -> None:
    silent = {cell.id: cell for cell in row(edition_of(repository.root, "en"), "unicorns").cells}["jia"]
    assert (silent.empty, silent.empty_text) == ("not-stated", "no target")
    repository.replace(JIA, "    baseline: high-tech-enterprises-2024\n", "")
    repository.replace(JIA, "metric: high-tech-enterprises", "metric: unicorns", nth=2)
    told = {cell.id: cell for cell in row(edition_of(repository.root, "en"), "unicorns").cells}["jia"]
    assert (told.empty, told.empty_text) == ("existing-only", "existing figure only")
