"""Comparing in a real browser: choosing, ordering, swapping, sharing the address, downloading, and without a script."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.language.languages import LANGUAGES
from tests.browser.conftest import NewPage
from tests.cases import few

pytestmark = pytest.mark.browser

CHOICE = "?parks=jia,ding&metrics=high-tech-enterprises,park-revenue,incubators&sort=name&only=1&swap=1"


def composed(page: Page) -> list[list[str]]:
    """Return the composed table, once it is there: the first line of every cell, all of the same moment."""
    rows = page.locator("[data-composed-table] tr")
    expect(rows.first).to_be_visible()
    found = rows.evaluate_all("rows => rows.map(row => [...row.cells].map(cell => cell.innerText.split('\\n')[0]))")
    return [list(map(str, row)) for row in found]


def downloaded(page: Page, folder: Path) -> Path:
    with page.expect_download() as caught:
        page.get_by_role("button", name="Download what is shown").click()
    path = folder / "shown.csv"
    caught.value.save_as(path)
    return path


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def heads(page: Page) -> list[str]:
    return composed(page)[0][1:]


@pytest.mark.parametrize("language", few(LANGUAGES))
def test_everything_is_there_before_anything_is_chosen(new_page: NewPage, language: str) -> None:
    page = new_page(f"{language}/compare/")
    expect(page.locator("[data-compare]")).to_be_visible()
    expect(page.locator("[data-matrix]")).to_have_count(3)
    expect(page.locator("[data-matrix]").first).to_be_visible()
    expect(page.locator("[data-composed]")).to_be_hidden()


@pytest.mark.parametrize("language", few(LANGUAGES))
def test_who_says_nothing_is_told_with_the_signs_of_the_language(new_page: NewPage, language: str) -> None:
    page = new_page(f"{language}/compare/?parks=jia,yi&metrics=incubators,park-revenue")
    expect(page.locator("[data-composed-table] .matrix__silent").first).to_be_attached()
    told = page.locator("[data-composed-table] .matrix__silent").all_text_contents()
    assert any(told)
    for words in filter(None, told):
        assert ("：" in words) == (language == "zh")
        assert (" — " in words) == (language == "en")
        assert ";" not in words or language == "en"


def test_without_a_script_the_whole_matrix_is_there(new_page: NewPage) -> None:
    page = new_page(f"en/compare/{CHOICE}", java_script_enabled=False)
    expect(page.locator("[data-compare]")).to_be_hidden()
    expect(page.locator("[data-matrix]").nth(0)).to_be_visible()
    expect(page.locator("[data-matrix]").nth(1)).to_be_visible()


def test_a_choice_is_told_and_stays_in_the_address(new_page: NewPage) -> None:
    page = new_page("en/compare/")
    page.get_by_role("checkbox", name="Park B").uncheck()
    expect(page).to_have_url(re.compile("parks=jia,ding,wu,ji"))
    expect(page.locator("[data-compare-status]")).to_have_text("Showing 14 metrics of 4 parks")
    page.reload()
    expect(page.get_by_role("checkbox", name="Park B")).not_to_be_checked()
    assert heads(page) == ["Park A", "Park D", "Park E", "Park F"]


def test_the_language_switch_keeps_the_choice(new_page: NewPage) -> None:
    page = new_page(f"en/compare/{CHOICE}")
    english = composed(page)
    page.locator("[data-language]").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    expect(page).to_have_url(re.compile(f"zh/compare/{re.escape(CHOICE)}$"))
    expect(page.locator("[data-composed-table]")).to_be_visible()
    assert [len(row) for row in composed(page)] == [len(row) for row in english]
    assert {row[0] for row in composed(page)[1:]} == {"甲园", "丁园"}


def test_rows_and_columns_are_swapped_by_keyboard(new_page: NewPage) -> None:
    page = new_page("en/compare/?metrics=high-tech-enterprises,incubators")
    assert [row[0] for row in composed(page)[1:]] == ["High-tech enterprises", "Incubators"]
    page.get_by_role("checkbox", name="Swap rows and columns").focus()
    page.keyboard.press("Space")
    expect(page.locator("[data-composed-table] tr")).to_have_count(6)
    assert heads(page) == ["High-tech enterprises", "Incubators"]


def test_parks_are_put_in_order_by_figures_that_can_be_compared(new_page: NewPage) -> None:
    page = new_page("en/compare/?by=high-tech-enterprises")
    assert heads(page)[0] == "Park D"
    assert heads(page)[-1] == "Park B"


def test_metrics_are_put_in_order_by_a_parks_place_among_comparable_targets(new_page: NewPage) -> None:
    page = new_page("en/compare/?sort=ding&only=1")
    names = [row[0] for row in composed(page)[1:]]
    assert "High-tech enterprises" in names
    assert "Park tax revenue" not in names


def test_only_what_can_be_compared_leaves_out_the_rest(new_page: NewPage) -> None:
    page = new_page("en/compare/?parks=yi,jia,ding&metrics=high-tech-enterprises,park-tax&only=1")
    [row] = composed(page)[1:]
    assert row[0] == "High-tech enterprises"
    expect(page.locator("[data-composed] .verdict").first).to_have_text("Comparable")
    apart = page.locator("[data-composed] td[data-park=yi]").first
    expect(apart).to_have_text("not comparable with the other parks chosen")


def test_a_verdict_is_on_the_parks_chosen(new_page: NewPage) -> None:
    for parks, verdict in (("jia,ding", "Comparable"), ("jia,wu", "Comparable with a caveat")):
        page = new_page(f"en/compare/?parks={parks}&metrics=high-tech-enterprises")
        expect(page.locator("[data-composed] .verdict").first).to_have_text(verdict)
    page = new_page("en/compare/?parks=jia,yi&metrics=high-tech-enterprises")
    expect(page.locator("[data-composed] .verdict").first).to_have_text("Not comparable")


def test_when_nothing_is_left_the_page_says_what_to_do(new_page: NewPage) -> None:
    page = new_page("zh/compare/?parks=yi&only=1")
    expect(page.locator("[data-compare-status]")).to_contain_text("没有可显示的内容")
    page.get_by_role("button", name="恢复原样").click()
    expect(page.locator("[data-matrix]").first).to_be_visible()
    expect(page).to_have_url(re.compile(r"/zh/compare/$"))


def test_what_is_shown_can_be_downloaded(new_page: NewPage, tmp_path: Path) -> None:
    page = new_page("en/compare/?parks=jia,yi&metrics=incubators")
    path = downloaded(page, tmp_path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = read(path)
    assert [row["Park"] for row in rows] == ["Park A", "Park B"]
    assert rows[1]["Full value"] == "no target"
    assert rows[0]["Full value"] == "1–2"
    assert rows[0]["Chinese text"] == "建设1-2家孵化器"
    assert rows[0]["Address"].endswith("en/plans/jia-2025/#target-incubators")


def test_each_line_of_the_file_can_stand_alone(new_page: NewPage, tmp_path: Path) -> None:
    page = new_page("en/compare/?parks=wu,ji&metrics=listed-companies,high-tech-enterprises,park-revenue")
    rows = read(downloaded(page, tmp_path))
    listed, ji, revenue = (
        next(row for row in rows if (row["Metric"], row["Park"]) == (metric, "Park F"))
        for metric in ("Listed companies", "High-tech enterprises", "Total park revenue")
    )
    assert listed["Notes on the text"] == "Term not defined in this document"
    assert (listed["Doubt about the figure"], revenue["Doubt about the figure"]) == ("", "Inconsistent")
    assert "Park E does not say whether its figure is a level reached" in ji["Why"]
    assert ji["What is counted"] == "Level reached"
    assert "RMB 4.5 billion" in revenue["English of the Chinese text"]
    assert ji["Provision"].startswith("§ 1")
    assert "Park F" in ji["Plan"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d-[0-9a-f]+", ji["Data version"])


def test_what_is_left_out_as_not_comparable_carries_no_verdict(new_page: NewPage, tmp_path: Path) -> None:
    page = new_page("en/compare/?parks=yi,jia,ding&metrics=high-tech-enterprises&only=1")
    rows = {row["Park"]: row for row in read(downloaded(page, tmp_path))}
    assert rows["Park B"]["Full value"] == "not comparable with the other parks chosen"
    assert rows["Park B"]["Comparability"] == ""
    assert (rows["Park D"]["Comparability"], rows["Park D"]["Why"]) == ("Comparable", "")


def test_headings_stay_in_view(new_page: NewPage) -> None:
    page = new_page("en/compare/", viewport={"width": 1280, "height": 800})
    row = page.locator("tr[data-metric='idle-space']")
    row.scroll_into_view_if_needed()
    page.mouse.wheel(0, 300)
    expect(page.locator("[data-matrix] thead th").first).to_be_in_viewport()


@pytest.mark.parametrize("path", [f"compare/{CHOICE}", "compare/high-tech-enterprises/"])
@pytest.mark.parametrize("language", few(LANGUAGES))
def test_no_page_with_charts_scrolls_sideways_on_a_phone(new_page: NewPage, language: str, path: str) -> None:
    page = new_page(f"{language}/{path}", viewport={"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("language", few(LANGUAGES))
def test_a_chart_is_named_and_told_in_words(new_page: NewPage, language: str) -> None:
    page = new_page(f"{language}/compare/high-tech-enterprises/")
    chart = page.locator(".bars").first
    name = "高新技术企业" if language == "zh" else "High-tech enterprises"
    expect(chart).to_have_accessible_name(re.compile(re.escape(name)))
    expect(chart.locator(".bars__figure a").first).to_be_visible()


def test_a_park_is_picked_out_among_the_others(new_page: NewPage) -> None:
    page = new_page("en/compare/")
    line = page.locator(".versus__line").first
    expect(line.locator(".dot--own").first).to_be_visible()
    whose = line.locator(".dot").first.get_attribute("data-park")
    page.locator("[data-versus-park]").select_option(whose)
    expect(line.locator("[data-versus-own]")).to_contain_text(
        line.locator(".dot").first.get_attribute("data-figure") or ""
    )
    expect(line.locator(".dot--own").first).to_have_attribute("data-park", str(whose))


def test_nothing_moves_when_the_scripts_of_comparing_have_run(new_page: NewPage) -> None:
    page = new_page("en/compare/", viewport={"width": 390, "height": 844})
    expect(page.locator("[data-compare]")).to_be_visible()
    moved = page.evaluate(
        """new Promise(told => new PerformanceObserver(list => told(list.getEntries().reduce((n, e) => n + e.value, 0)))
        .observe({type: "layout-shift", buffered: true}) || setTimeout(() => told(0), 300))"""
    )
    assert moved <= 0.02


def test_the_address_of_a_target_opens_its_fold(new_page: NewPage) -> None:
    page = new_page("en/plans/jia-2025/#target-listed-companies-task")
    expect(page.locator("#target-listed-companies-task blockquote")).to_be_visible()
    expect(page.locator("#target-revenue blockquote")).to_be_hidden()


def test_another_plan_of_a_park_is_chosen_and_stays_in_address_and_file(new_page: NewPage, tmp_path: Path) -> None:
    page = new_page("en/compare/?parks=jia,yi&metrics=park-revenue,reserve-land")
    page.get_by_label("Plan of Park A to compare by").select_option("Action plan 2027–2028")
    expect(page).to_have_url(re.compile("&plans=jia-2027-draft$"))
    cell = page.locator("[data-composed] td[data-park=jia]").first
    expect(cell.locator(".cellplan__name").first).to_have_text("Action plan 2027–2028")
    expect(cell.locator(".cellplan")).to_have_count(2)  # the other one stays, after it
    page.reload()
    expect(page.get_by_label("Plan of Park A to compare by")).to_have_value("jia-2027-draft")
    rows = [row for row in read(downloaded(page, tmp_path)) if row["Metric"] == "Total park revenue"]
    told = [(row["Plan period"], row["Comparability"]) for row in rows if row["Park"] == "Park A"]
    assert [period for period, _ in told] == ["2027–2028", "2025–2026"]
    assert [bool(verdict) for _, verdict in told] == [True, False]
    page.get_by_role("button", name="Start over").click()
    expect(page).to_have_url(re.compile(r"/en/compare/$"))
