"""Verdicts on the published targets that a reader of the plans would insist on."""

from __future__ import annotations

from itertools import combinations

import pytest

from generator.analysis.comparability import Comparison, judge
from generator.edition.edition import Edition
from generator.parts import charts
from tests.conftest import ROOT, edition_of

PUDONG = ("jinqiao-2025/pct-applications", "lujiazui-2025/pct-applications", "expo-2025/pct-applications")


@pytest.fixture(scope="module")
def edition() -> Edition:
    return edition_of(ROOT, "en")


def verdict(edition: Edition, a: str, b: str) -> Comparison:
    """Return how two targets compare: plan/target."""
    found = {f"{t.plan.id}/{t.record.id}": t for t in edition.corpus.targets}
    assert found[a].record.metric == found[b].record.metric
    return judge(edition.corpus.metrics[found[a].record.metric], charts.side(found[a]), charts.side(found[b]))


@pytest.mark.parametrize("park", ["jinqiao-2025/rd-intensity", "expo-2025/rd-intensity"])
def test_a_share_of_revenue_is_not_a_share_of_gross_domestic_product(edition: Edition, park: str) -> None:
    found = verdict(edition, park, "changning-2021/rd-spending-share-of-gdp")
    assert found.verdict == "not-comparable"
    assert found.reasons[0] == "denominator"


def test_shares_of_revenue_are_comparable(edition: Edition) -> None:
    assert verdict(edition, "jinqiao-2025/rd-intensity", "expo-2025/rd-intensity").verdict == "comparable"


@pytest.mark.parametrize(("a", "b"), list(combinations(PUDONG, 2)))
def test_applications_in_the_year_are_comparable(edition: Edition, a: str, b: str) -> None:
    assert verdict(edition, a, b) == Comparison("comparable", ())


@pytest.mark.parametrize("park", PUDONG)
def test_applications_without_in_the_year_come_with_a_caveat(edition: Edition, park: str) -> None:
    found = verdict(edition, "jingan-2025/pct-applications", park)
    assert (found.verdict, found.reasons) == ("caveat", ("measure-unspecified",))


@pytest.mark.parametrize("cultivated", ["lujiazui-2025", "expo-2025"])
@pytest.mark.parametrize("reached", ["jinqiao-2025", "jingan-2025"])
def test_cultivated_against_number_reaches_comes_with_a_caveat(edition: Edition, cultivated: str, reached: str) -> None:
    metric = "unicorns-hidden-champions"
    assert verdict(edition, f"{cultivated}/{metric}", f"{reached}/{metric}").verdict == "caveat"


def test_cultivated_against_cultivated_comes_with_a_caveat_since_neither_says_what_it_counts(edition: Edition) -> None:
    metric = "unicorns-hidden-champions"
    found = verdict(edition, f"expo-2025/{metric}", f"lujiazui-2025/{metric}")
    assert (found.verdict, found.reasons) == ("caveat", ("measures-unspecified",))


def test_released_space_says_what_is_open_about_it(edition: Edition) -> None:
    found = verdict(edition, "jingan-2025/released-space", "lujiazui-2025/industrial-space")
    assert (found.verdict, found.reasons) == ("caveat", ("measures-unspecified",))
    assert [("three years" in note.en, "further" in note.en) for note in found.caveats] == [(True, True)]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_share_of_revenue_is_not_said_to_leave_open_what_it_counts(language: str) -> None:
    edition = edition_of(ROOT, language)
    [chart] = charts.of_metric(edition, edition.corpus.metrics["rd-intensity"]).charts
    assert edition.t("chart.measures.unspecified") not in chart.counted
    assert ("营收" if language == "zh" else "revenue") in chart.counted


@pytest.mark.parametrize(
    "other",
    [
        "jinqiao-2025/high-quality-incubator",
        "jingan-2025/high-quality-incubators",
        "expo-2025/high-quality-incubator",
        "expo-2025/high-level-incubator",
    ],
)
def test_technology_incubators_are_no_high_quality_incubators(edition: Edition, other: str) -> None:
    found = verdict(edition, "lujiazui-2025/technology-incubators", other)
    assert found.verdict == "not-comparable"
    assert {"scope", "label"} <= set(found.reasons)


def test_companies_listed_are_not_companies_newly_listed(edition: Edition) -> None:
    found = verdict(edition, "jingan-2025/listed-companies", "changning-2021/new-listed-companies")
    assert found.verdict == "not-comparable"
    assert "measure" in found.reasons


def test_no_axis_is_shared_by_what_cannot_be_compared(edition: Edition) -> None:
    for metric in edition.corpus.metrics.values():
        for found in charts.axis_sets(edition, metric):
            assert all(c.verdict != "not-comparable" for c in found.comparisons), metric.id


@pytest.mark.parametrize(
    ("metric", "parks"),
    [
        ("pct-applications", {"jinqiao", "lujiazui", "jingan", "expo"}),
        ("unicorns-hidden-champions", {"jinqiao", "lujiazui", "jingan", "expo"}),
        ("rd-intensity", {"jinqiao", "expo"}),
        ("incubators", {"jinqiao", "jingan", "expo"}),
        ("industrial-space", {"jingan", "lujiazui"}),
    ],
)
def test_what_is_drawn_together_is_what_can_be_compared(edition: Edition, metric: str, parks: set[str]) -> None:
    [drawn] = [s for s in charts.axis_sets(edition, edition.corpus.metrics[metric]) if len(s.parks) > 1]
    assert drawn.parks == parks


@pytest.mark.parametrize("metric", ["listed-companies", "high-tech-enterprises", "industry-revenue"])
def test_nothing_is_drawn_where_nothing_can_be_compared(edition: Edition, metric: str) -> None:
    found = charts.of_metric(edition, edition.corpus.metrics[metric])
    assert not found.charts
    assert len(found.alone) == 2
