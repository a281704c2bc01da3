"""The first page: which park for what, what runs and what has ended, and each figure once."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from generator.edition.edition import Edition
from generator.pages import compare, home
from generator.pages.home import Home
from generator.parts import aims, which_park
from generator.site.render import Renderer
from tests.paths import ROOT
from tests.sites import edition_of
from tests.small import Repository

OVER = datetime.date(2027, 6, 1)  # all plans of parks have ended but that of yi


def shown(edition: Edition) -> Home:
    [page] = home.pages(edition)
    body: Home = page.body
    return body


def html(edition: Edition) -> str:
    [page] = home.pages(edition)
    return Renderer((ROOT / "site_templates",), edition.language, edition.t).page(page)


@pytest.fixture(scope="module")
def city(city_root: Path) -> Edition:
    return replace(edition_of(city_root, "en"), today=OVER)


@pytest.mark.parametrize(("language", "said"), [("zh", "两份"), ("en", "two")])
def test_the_headline_counts_the_plans(repository: Repository, language: str, said: str) -> None:
    number = len(edition_of(repository.root, language).corpus.plans)
    repository.replace(
        "structured/publication.yaml", "area:", 'title: {zh: "{plans}份计划", en: "{plans} plans here"}\narea:'
    )
    edition = edition_of(repository.root, language)
    words = edition.t("home.numbers").split()
    assert words[1] == said.removesuffix("份")
    assert words[number - 1] in shown(edition).title


def test_a_rank_and_the_tasks_that_name_an_industry_stand_in_one_cell(en: Edition) -> None:
    which = shown(en).which
    assert which
    row = next(row for _, rows in which.groups for row in rows if row.industry.text == "Cloud computing")
    assert [(cell.ranks, cell.count, cell.said) for cell in row.cells] == [
        (("leading",), 1, "leading, 1 task"),
        ((), 0, "not named"),
    ]
    assert [name for group in which.columns for _, name in group.parks] == ["A", "B"]


def test_what_a_symbol_says_is_there_in_words(en: Edition) -> None:
    page = html(en)
    cells = re.findall(
        r"<td>(?:<svg[^>]*><use href=\"#rank-(\w+)\">.*?</svg>)?.*?<span class=\"visually-hidden\">(.*?)<", page
    )
    assert cells
    assert all(en.t(f"home.which.rank.{rank}") in said for rank, said in cells if rank)
    for rank in ("leading", "characteristic", "future"):
        assert f'id="rank-{rank}"' in page


def test_parks_whose_plan_has_ended_come_last_and_are_told_apart(city: Edition) -> None:
    which = shown(city).which
    assert which
    assert [(group.over, len(group.parks)) for group in which.columns] == [(False, 1), (True, 4)]
    assert [title for title, _ in which.groups] == ["", city.t("home.which.common"), city.t("home.which.ended")]
    assert which.over == {1, 2, 3, 4}


def test_a_rank_is_told_only_of_the_plan_that_the_park_is_shown_by(
    en: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "yi-2025" in {of.plan for each in which_park.by_industry(en).values() for of in each}
    plans_of = Edition.plans_of
    monkeypatch.setattr(Edition, "plans_of", lambda edition, park: plans_of(edition, park)[::-1])
    assert "yi" not in {of.park for each in which_park.by_industry(en).values() for of in each if "leading" in of.said}


def test_of_many_parks_it_is_told_how_many_rank_an_industry(city: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(which_park, "MOST", 4)
    which = shown(city).which
    assert which
    assert not which.columns
    row = which.groups[0][1][0]
    assert row.industry.text == "Cloud computing"
    assert [(cell.count, cell.said) for cell in row.cells] == [
        (4, "4 parks"), (0, "0 parks"), (0, "0 parks"), (4, "4 parks")
    ]  # fmt: skip


def test_plans_stand_by_what_has_become_of_them(city: Edition) -> None:
    together = shown(city).together
    assert [group.over for group in together] == sorted(group.over for group in together)
    ended = next(group for group in together if group.state.text == "Period ended on 31 December 2025")
    assert [plan.text for plan in ended.plans] == ["Park B 2021–2025"]


def test_each_figure_stands_once_and_leads_to_its_words(city: Edition) -> None:
    metrics = shown(city).aims.metrics
    told = [each.figure.itself.to for aim in metrics for each in aim.targets]
    told += [each.figure.itself.to for aim in metrics for each in aim.apart]
    assert len(told) == len({*told}) > 6
    page = html(city)
    for address in told:
        assert page.count(f'href="{address.removeprefix("en/")}"') == 1, address


def test_what_shares_no_axis_is_apart_with_the_reason(city: Edition) -> None:
    [aim] = [aim for aim in aims.aims(city, 99).metrics if aim.apart]
    [apart] = aim.apart
    assert apart.whose == "Park B (2021–2025)"
    assert apart.reasons == ("They do not count alike. Park D: a level reached; Park B (2021–2025): a running total.",)
    assert "No target: Park B." in [aim.silent for aim in shown(city).aims.metrics]


def test_a_note_on_the_words_of_a_figure_waits_in_a_fold(city: Edition) -> None:
    aim = next(aim for aim in shown(city).aims.metrics if aim.remarks)
    page = unescape(html(city))
    folded = re.sub(r"<details.*?</details>", "", page, flags=re.DOTALL)
    for remark in aim.remarks:
        assert remark.reason in page
        assert remark.reason not in folded


def test_as_many_metrics_are_told_as_the_comparison_holds(repository: Repository) -> None:
    """Goals in words about different things are a list, no metric to compare."""
    metric = "{id: low-altitude-park,"
    repository.replace("structured/metrics.yaml", metric, f"{metric} indicator: false,")
    edition = edition_of(repository.root, "en")
    [found] = [page.body.lead for page in compare.pages(edition) if page.address == edition.to.compare()]
    count = next(word for word in shown(edition).metrics[0].text.split() if word.isdigit())
    assert found.startswith(f"{count} metrics")
