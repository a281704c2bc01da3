"""Filtering tasks as a reader does, by mouse and by keyboard."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from generator.language.languages import LANGUAGES
from tests.browser.conftest import NewPage
from tests.cases import few

pytestmark = pytest.mark.browser

WIDTHS = (1280, 390)


@pytest.fixture
def tasks(new_page: NewPage) -> Page:
    return new_page("en/tasks/")


def choose(page: Page, key: str, value: str) -> None:
    """Tick a value of a filter; its list is opened first."""
    details = page.locator(f'[data-filter="{key}"]')
    if not details.evaluate("node => node.open"):
        details.locator("summary").click()
    details.locator(f'input[value="{value}"]').check()


def shown(page: Page) -> int:
    """Return how many tasks are seen."""
    return page.locator(".browse [data-task]:visible").count()


def told(page: Page) -> int:
    """Return how many tasks the page says there are."""
    words = page.locator("[data-status]").inner_text()
    return int(words.split()[0])


def total(page: Page) -> int:
    return page.locator("[data-plans] [data-task]").count()


def count(page: Page, key: str, value: str) -> int:
    """Return the number beside a value of a filter."""
    label = page.locator(f'[data-filter="{key}"] label', has=page.locator(f'input[value="{value}"]'))
    return int(label.locator("[data-option-count]").text_content() or "")


def test_at_first_every_task_is_there(tasks: Page) -> None:
    expect(tasks.locator("[data-status]")).to_contain_text(f"{total(tasks)} of {total(tasks)}")
    assert shown(tasks) == total(tasks)


def test_values_of_one_filter_add_up_and_filters_narrow_each_other(tasks: Page) -> None:
    ding, jia = count(tasks, "park", "ding"), count(tasks, "park", "jia")
    choose(tasks, "park", "ding")
    choose(tasks, "park", "jia")
    expect(tasks.locator("[data-status]")).to_contain_text(f"{ding + jia} of")
    assert shown(tasks) == ding + jia
    talent = count(tasks, "theme", "industries")
    choose(tasks, "theme", "industries")
    expect(tasks.locator("[data-status]")).to_contain_text(f"{talent} of")
    assert shown(tasks) == talent == told(tasks)


def test_a_value_tells_how_many_there_would_be(tasks: Page) -> None:
    talent = count(tasks, "theme", "industries")
    choose(tasks, "theme", "industries")
    expect(tasks.locator("[data-status]")).to_contain_text(f"{talent} of")
    for park in ("yi", "ding", "wu", "jia", "ji"):
        expected = count(tasks, "park", park)
        choose(tasks, "park", park)
        expect(tasks.locator("[data-status]")).to_contain_text(f"{expected} of")
        assert shown(tasks) == expected
        tasks.locator(f'[data-filter="park"] input[value="{park}"]').uncheck()
        expect(tasks.locator("[data-status]")).to_contain_text(f"{talent} of")


def test_a_role_is_that_of_the_chosen_body(tasks: Page) -> None:
    choose(tasks, "body", "jia-administration")
    choose(tasks, "role", "lead")
    expect(tasks.locator("[data-status]")).to_contain_text("3 of")
    tasks.locator('input[value="lead"]').uncheck()
    choose(tasks, "role", "responsible")
    expect(tasks.locator("[data-status]")).to_contain_text("1 of")


@pytest.mark.parametrize("words", few(["CLOUD  Valley", "云谷", "cloud valley"], 2))
def test_words_are_found_in_either_language(new_page: NewPage, words: str) -> None:
    for language in ("zh", "en"):
        page = new_page(f"{language}/tasks/")
        before = page.locator("[data-status]").inner_text()
        page.locator("#filter-words").fill(words)
        expect(page.locator("[data-status]")).not_to_have_text(before)
        expect(page.locator(".task__summary:visible").first).to_be_visible()
        expect(page.locator('.browse a[href$="ji-2025/2-1-1/"]')).to_be_visible()
        assert 0 < shown(page) < total(page)
        assert page.locator(".task__summary:visible").count() == shown(page)


def test_the_choice_survives_reload_sharing_and_a_change_of_language(tasks: Page, new_page: NewPage) -> None:
    choose(tasks, "park", "ding")
    choose(tasks, "park", "wu")
    choose(tasks, "theme", "industries")
    tasks.locator('input[name="group"][value="theme"]').check()
    tasks.locator('input[name="summaries"]').check()
    expect(tasks).to_have_url(re.compile(r"\?park=ding,wu&theme=industries&group=theme&summaries=1$"))
    summaries = ".task__summary:visible"
    expect(tasks.locator(summaries).first).to_be_visible()
    n = shown(tasks)
    tasks.reload()
    expect(tasks.locator(summaries)).to_have_count(n)
    assert shown(tasks) == n
    assert tasks.locator('input[name="group"][value="theme"]').is_checked()
    other = new_page(tasks.url)
    expect(other.locator(summaries)).to_have_count(n)
    assert shown(other) == n
    other.locator("[data-language]").click()
    expect(other).to_have_url(re.compile(r"/zh/tasks/\?park=ding,wu&theme=industries&group=theme&summaries=1$"))
    expect(other.locator("html")).to_have_attribute("lang", "zh-CN")
    expect(other.locator(".browse [data-task]:visible")).to_have_count(n)
    expect(other.locator(".task__summary:visible")).to_have_count(n)


CHOICE = "park=ding&theme=services"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", few(LANGUAGES))
def test_an_address_with_a_choice_shows_its_tasks_at_once(new_page: NewPage, width: int, language: str) -> None:
    page = new_page(f"{language}/tasks/?{CHOICE}", viewport={"width": width, "height": 844})
    expect(page.locator("[data-status]")).to_be_in_viewport()
    expect(page.locator(".browse [data-task]:visible").first).to_be_in_viewport()
    page.locator("[data-language]").click()
    expect(page).to_have_url(re.compile(rf"/tasks/\?{CHOICE}$"))
    expect(page.locator("html")).to_have_attribute("lang", "en" if language == "zh" else "zh-CN")
    expect(page.locator(".browse [data-task]:visible").first).to_be_in_viewport()


def test_an_address_without_a_choice_starts_at_the_top(new_page: NewPage) -> None:
    for address in ("en/tasks/", "en/tasks/?group=theme"):
        assert new_page(address).evaluate("scrollY") == 0
    page = new_page(f"en/tasks/?{CHOICE}#ways")
    expect(page.locator("#ways")).to_be_in_viewport()


def test_going_back_or_reloading_leaves_the_reader_where_they_were(new_page: NewPage) -> None:
    page = new_page(f"en/tasks/?{CHOICE}", viewport={"width": 1280, "height": 844})
    page.evaluate("scrollTo(0, 0)")
    page.reload()
    expect(page.locator("[data-status]")).to_be_visible()
    assert page.evaluate("scrollY") == 0
    page.locator(".squares thead th a").first.click()
    page.wait_for_url("**/parks/**")
    page.go_back()
    expect(page.locator("[data-status]")).to_be_visible()
    assert page.evaluate("scrollY") == 0


def test_an_address_that_means_nothing_is_left_aside(new_page: NewPage) -> None:
    page = new_page("en/tasks/?park=nowhere&group=weather&theme=%3Cscript%3E&q=")
    assert shown(page) == total(page)
    expect(page).to_have_url(re.compile(r"/en/tasks/$"))


def test_grouped_by_industry_a_task_stands_under_each_of_its_industries(tasks: Page) -> None:
    choose(tasks, "park", "ding")
    tasks.locator('input[name="group"][value="industry"]').check()
    expect(tasks.locator("[data-grouped] h3").first).to_be_visible()
    links = tasks.locator("[data-grouped] .task__title a").evaluate_all("nodes => nodes.map((n) => n.href)")
    assert len(set(links)) == told(tasks) < len(links)
    heading = tasks.locator("[data-grouped] h3 a").first
    assert "/tasks/by/industry/" in (heading.get_attribute("href") or "") or "by/industry" in heading.evaluate(
        "n => n.href"
    )


def test_what_is_chosen_can_be_taken_back_one_by_one_and_all_at_once(tasks: Page) -> None:
    choose(tasks, "park", "ding")
    choose(tasks, "theme", "industries")
    expect(tasks.locator("[data-chosen] button")).to_have_count(2)
    tasks.get_by_role("button", name="Remove Park D").click()
    expect(tasks.locator("[data-chosen] button")).to_have_count(1)
    assert tasks.evaluate("document.activeElement.closest('[data-chosen]') !== null")
    tasks.get_by_role("button", name="Clear all filters").click()
    expect(tasks.locator("[data-chosen] button")).to_have_count(0)
    expect(tasks).to_have_url(re.compile(r"/en/tasks/$"))
    assert shown(tasks) == total(tasks)


def test_summaries_come_when_asked_for(tasks: Page) -> None:
    assert tasks.locator(".task__summary").count() == 0
    tasks.locator('input[name="summaries"]').check()
    expect(tasks.locator(".task__summary:visible")).not_to_have_count(0)
    assert shown(tasks) == total(tasks) == told(tasks)
    tasks.locator(".browse .task__title a:visible").first.click()
    expect(tasks.locator("h1")).to_be_visible()
    expect(tasks).to_have_url(re.compile(r"/en/tasks/[\w-]+/[\w-]+/$"))


def test_tasks_that_do_not_come_are_missed_in_words(tasks: Page) -> None:
    tasks.route("**/tasks/by/park/**", lambda route: route.abort())
    tasks.locator("#filter-words").fill("cloud")
    expect(tasks.locator("[data-status]")).to_contain_text("Not all tasks could be loaded")


def test_a_large_index_names_plans_and_fetches_their_tasks(new_page: NewPage) -> None:
    page = new_page("en/")

    def cut(route: Route) -> None:
        answer = route.fetch()
        emptied = re.sub(
            r"<section class=\"tasks__group\" data-group>.*?</section>", "", answer.text(), flags=re.DOTALL
        )
        route.fulfill(response=answer, body=emptied)

    page.route("**/en/tasks/", cut)
    page.goto("en/tasks/")
    expect(page.locator("[data-status]")).to_be_visible()
    assert total(page) == 0 < told(page)
    expect(page.locator("[data-part]").first).to_be_visible()
    expected = count(page, "park", "ding")
    choose(page, "park", "ding")
    expect(page.locator("[data-status]")).to_have_text(re.compile(rf"^{expected} of"))
    assert shown(page) == expected


def test_nothing_found_says_what_to_do(tasks: Page) -> None:
    tasks.locator("#filter-words").fill("zzzz")
    expect(tasks.locator("[data-status]")).to_contain_text("No task fits")
    assert tasks.locator("[data-status]").get_attribute("role") == "status"
    assert shown(tasks) == 0
    expect(tasks.locator("[data-download]")).to_be_disabled()


def test_a_square_sets_the_filters(tasks: Page) -> None:
    square = tasks.locator('[data-pick-park="ding"][data-pick-theme="services"]')
    n = int(square.inner_text())
    square.click()
    expect(tasks).to_have_url(re.compile(r"\?park=ding&theme=services"))
    assert shown(tasks) == n == told(tasks)


def test_filters_work_by_keyboard(tasks: Page) -> None:
    tasks.locator('[data-filter="theme"] > summary').focus()
    tasks.keyboard.press("Enter")
    tasks.keyboard.press("Tab")
    tasks.keyboard.press("Space")
    expect(tasks.locator("[data-chosen] button")).to_have_count(1)
    assert tasks.evaluate("document.activeElement.matches('input:checked')")
    assert shown(tasks) == told(tasks) < total(tasks)


def test_what_is_seen_can_be_downloaded(tasks: Page, tmp_path: Path) -> None:
    choose(tasks, "park", "ji")
    choose(tasks, "theme", "industries")
    expect(tasks.locator("[data-chosen] button")).to_have_count(2)
    with tasks.expect_download() as waiting:
        tasks.get_by_role("button", name="Download").click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    head, *rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))
    assert len(rows) == shown(tasks) > 0
    assert all(len(row) == len(head) for row in rows)
    assert {row[0] for row in rows} == {"Park F"}
    assert {row[1] for row in rows} == {"ji-2025"}
    assert all(row[-1].startswith("http") and row[4] for row in rows)


def test_without_a_script_all_tasks_are_listed(new_page: NewPage) -> None:
    page = new_page("en/tasks/", java_script_enabled=False)
    assert page.locator("[data-task]:visible").count() == total(page)
    assert not page.locator("[data-filters]").is_visible()
    assert not page.locator("[data-download]").is_visible()
    page.locator('[data-pick-park="ding"][data-pick-theme="services"]').click()
    expect(page).to_have_url(re.compile(r"/tasks/by/theme/services/#park-ding$"))
    page.goto("en/tasks/")
    page.locator("[data-part]").first.click()
    expect(page).to_have_url(re.compile(r"/tasks/by/park/[\w-]+/$"))
    expect(page.locator(".task__summary").first).to_be_visible()


def test_on_a_phone_the_filters_are_folded_until_asked_for(new_page: NewPage) -> None:
    page = new_page("zh/tasks/", viewport={"width": 390, "height": 800})
    assert not page.locator('[data-filter="park"]').is_visible()
    page.locator("[data-facets] > summary").click()
    page.locator('[data-filter="park"] input[value="ding"]').check()
    expect(page.locator("[data-chosen] button")).to_have_count(1)
