"""The search box in a real browser: filters, marks, what to try, other ways in."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NewPage
from tests.browser.search_box import open_search
from tests.cases import few

pytestmark = pytest.mark.browser


def ask(page: Page, query: str) -> None:
    """Type a query and wait for its results."""
    if not page.locator("[data-search]").is_visible():
        open_search(page)
    page.locator("#search-input").fill("")
    page.locator("[data-search-status]:empty").wait_for(state="attached")
    page.locator("#search-input").fill(query)
    expect(page.locator("[data-search-status]")).to_have_text(re.compile(r"\d|没有|Nothing"))


def results(page: Page) -> Locator:
    return page.locator("[data-search-results] li:has(a)")


def test_nothing_of_the_search_is_fetched_before_it_is_opened(new_page: NewPage) -> None:
    page = new_page("en/about/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    assert not [url for url in asked if "/search/" in url or "finder" in url]
    ask(page, "incubator")
    assert [url for url in asked if "/search/" in url]


def test_results_are_narrowed_by_kind_park_and_document(new_page: NewPage) -> None:
    page = new_page("zh/")
    ask(page, "孵化器")
    page.get_by_label("类别").select_option("target")
    expect(results(page).first.locator(".search__kind")).to_have_text("目标")
    chosen = page.get_by_label("类别").locator("option:checked").inner_text()
    assert re.fullmatch(r"目标 \(\d+\)", chosen)
    expect(page.locator("[data-search-status]")).to_have_text(f"找到 {re.sub(r'[^0-9]', '', chosen)} 条")
    page.locator("select[name=park]").select_option("jia")
    expect(results(page)).to_have_count(1)
    expect(results(page).locator(".search__where")).to_have_text(re.compile("目标.*甲园"))


def test_a_filter_that_leaves_nothing_can_be_lifted_by_keyboard(new_page: NewPage) -> None:
    page = new_page("en/")
    ask(page, "incubator")
    page.get_by_label("Kind").select_option("target")
    ask(page, "service package")
    expect(page.locator("[data-search-status]")).to_have_text("Nothing of the kind, park or plan chosen.")
    page.get_by_role("button", name="Search everything").focus()
    page.keyboard.press("Enter")
    expect(results(page).first).to_be_visible()
    expect(page.locator("#search-input")).to_be_focused()


def test_the_characters_whose_reading_was_typed_are_marked(new_page: NewPage) -> None:
    page = new_page("zh/")
    ask(page, "fuhuaqi")
    marked = results(page).first.locator(".search__title mark")
    assert "".join(marked.all_inner_texts()) == "孵化器"


def test_what_matched_in_the_other_language_is_shown(new_page: NewPage) -> None:
    page = new_page("en/")
    ask(page, "云计算产业")
    expect(page.locator("[data-search-results] [lang='zh-CN'] mark").first).to_have_text("云计算产业")


def test_a_word_that_nothing_holds_is_named(new_page: NewPage) -> None:
    page = new_page("zh/")
    ask(page, "孵化器 qqqq")
    expect(page.locator("[data-search-status]")).to_contain_text("没有一条含有“qqqq”")


def test_what_is_found_otherwise_says_how_it_was_looked_for(new_page: NewPage) -> None:
    page = new_page("en/")
    ask(page, "incubatr")
    expect(page.locator("[data-search-status]")).to_have_text(re.compile(r"^Nothing as typed; \d+ found otherwise"))
    step = page.locator(".search__step")
    expect(step.first).to_have_text("Close to what was typed: incubatr → incubator")
    expect(results(page).first.locator("mark").first).to_have_text(re.compile("incubators?", re.IGNORECASE))


def test_a_heading_stands_between_what_was_typed_and_other_words_for_it(new_page: NewPage) -> None:
    page = new_page("en/")
    ask(page, "drones")
    rows = page.locator("[data-search-results] > li")
    expect(rows.first.locator("a")).to_have_text("Low-altitude economy")
    texts = rows.all_inner_texts()
    assert "Other words for the same: drones → Low-altitude economy" in texts[1:]
    results(page).nth(0).locator("a").focus()
    page.keyboard.press("ArrowDown")
    expect(results(page).nth(1).locator("a")).to_be_focused()  # past the heading


def test_other_words_are_offered_and_looked_for_at_a_click(new_page: NewPage) -> None:
    page = new_page("zh/")
    ask(page, "低空")
    page.locator("[data-search-offers]").get_by_role("button", name="低空经济").click()
    expect(page.locator("#search-input")).to_have_value("低空经济")
    expect(page.locator("#search-input")).to_be_focused()
    expect(page.locator("[data-search-offers] button")).to_have_count(0)


def test_an_empty_box_offers_examples_that_find_something(new_page: NewPage) -> None:
    page = new_page("en/about/")
    open_search(page)
    examples = page.locator("[data-search-entries] button")
    expect(examples.first).to_be_visible()
    for words in examples.all_inner_texts():
        page.locator("#search-input").fill("")
        examples.get_by_text(words, exact=True).click()
        expect(page.locator("#search-input")).to_have_value(words)
        expect(page.locator("[data-search-status]")).to_have_text(re.compile(r"^\d+ found"))
        expect(examples.first).to_be_hidden()
    page.locator("#search-input").fill("")
    expect(page.locator("[data-search-entries] a").first).to_be_visible()


def test_a_question_for_a_metric_is_answered_at_once_park_by_park(new_page: NewPage) -> None:
    page = new_page("en/")
    ask(page, "high-tech enterprises")
    answer = page.locator("[data-search-answers] .answer").first
    expect(answer.locator(".answer__title a")).to_have_text("High-tech enterprises")
    row = answer.locator("li", has_text="Park A")
    expect(row.locator("a")).to_have_text(re.compile(r"^more than 120 .*by 2026"))
    row.locator("a").click()
    expect(page).to_have_url(re.compile(r"/en/plans/jia-2025/#target-high-tech-enterprises$"))


def test_a_park_that_is_named_beside_a_metric_answers_alone(new_page: NewPage) -> None:
    page = new_page("zh/")
    ask(page, "甲园 高新技术企业")
    rows = page.locator("[data-search-answers] .answer").first.locator("li")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("甲园")


def test_a_question_for_an_industry_is_answered_by_rank_and_tasks(new_page: NewPage) -> None:
    page = new_page("en/")
    ask(page, "cloud computing")
    rows = page.locator("[data-search-answers] .answer").first.locator("li")
    expect(rows.first).to_contain_text("leading, 1 task")
    rows.first.locator("a").click()
    expect(page).to_have_url(re.compile(r"/en/tasks/by/industry/cloud-computing/#"))
    assert page.evaluate("document.querySelector(':target') !== null")


@pytest.mark.parametrize(("language", "words"), [("en", "telephone"), ("zh", "甲园 联系方式")])
def test_what_plans_do_not_give_is_said_with_the_bodies_to_ask(new_page: NewPage, language: str, words: str) -> None:
    page = new_page(f"{language}/")
    ask(page, words)
    answer = page.locator("[data-search-answers] .answer").first
    expect(answer).to_contain_text({"en": "give no telephone numbers", "zh": "没有写电话"}[language])
    answer.locator("a").click()
    expect(page).to_have_url(re.compile(rf"/{language}/guide/#whom$"))


def test_what_may_have_been_meant_is_asked_and_there_is_a_way_back(new_page: NewPage) -> None:
    page = new_page("en/")
    ask(page, "incubatr")
    offers = page.locator("[data-search-offers]")
    expect(offers).to_contain_text("Did you mean:")
    offers.get_by_role("button", name="Only exactly what was typed").click()
    expect(page.locator("[data-search-status]")).to_have_text(re.compile("^Nothing found"))
    expect(results(page)).to_have_count(0)
    offers.get_by_role("button", name="Search more widely").click()
    expect(results(page).first).to_be_visible()
    offers.get_by_role("button", name="incubator", exact=True).click()
    expect(page.locator("#search-input")).to_have_value("incubator")
    expect(page.locator("[data-search-status]")).to_have_text(re.compile(r"^\d+ found"))


def test_a_result_says_kind_park_years_and_the_figure_itself(new_page: NewPage) -> None:
    page = new_page("en/")
    ask(page, "high-tech enterprises")
    page.get_by_label("Kind").select_option("target")
    page.locator("select[name=park]").select_option("jia")
    expect(results(page)).to_have_count(1)
    expect(results(page).locator(".search__where")).to_have_text("Target Park A 2025–2026")
    expect(results(page).locator(".search__figure")).to_have_text("more than 120 by 2026")


def test_an_example_on_the_home_page_is_looked_for_at_a_tap(new_page: NewPage) -> None:
    page = new_page("zh/")
    example = page.locator("[data-search-examples] button").first
    words = example.inner_text()
    example.click()
    expect(page.locator("#search-input")).to_have_value(words)
    expect(results(page).first).to_be_visible()


def test_a_park_among_other_words_is_told(new_page: NewPage) -> None:
    page = new_page("zh/")
    ask(page, "甲园 孵化器")
    expect(page.locator("[data-search-status]")).to_contain_text("属于甲园的内容都算提到了它")


def test_all_results_can_be_reached(new_page: NewPage) -> None:
    page = new_page("zh/")
    ask(page, "孵化器")
    total = int(re.sub(r"\D", "", page.locator("[data-search-status]").inner_text()))
    more = page.get_by_role("button", name="显示更多")
    while more.count():
        shown = results(page).count()
        more.click()
        expect(results(page).nth(shown)).to_be_visible()
    expect(results(page)).to_have_count(total)


def test_an_address_with_a_query_opens_the_search(new_page: NewPage) -> None:
    page = new_page("en/?q=service+package")
    expect(page.locator("#search-input")).to_have_value("service package")
    expect(results(page).first).to_be_visible()


def test_a_result_leads_to_its_place_and_marks_it(new_page: NewPage) -> None:
    page = new_page("zh/plans/jia-2025/")
    ask(page, "闲置载体")
    page.get_by_label("类别").select_option("target")
    results(page).locator("a[href*='plans/jia-2025/#target-idle-space']").click()
    expect(page.locator("[data-search]")).to_be_hidden()
    target = page.locator("#target-idle-space")
    expect(target).to_be_in_viewport()
    assert target.evaluate("element => element.matches(':target')")


@pytest.mark.parametrize("composing", few(["{isComposing: true}", "{keyCode: 229}"]))
@pytest.mark.parametrize("key", ["Enter", "Escape", "ArrowDown"])
def test_keys_of_an_input_method_do_nothing(new_page: NewPage, key: str, composing: str) -> None:
    page = new_page("zh/about/")
    ask(page, "孵化器")
    before = page.url
    box = page.locator("#search-input")
    box.focus()
    box.evaluate(
        f"""box => {{
          box.dispatchEvent(new CompositionEvent("compositionstart", {{bubbles: true}}));
          box.dispatchEvent(new KeyboardEvent(
            "keydown", {{key: "{key}", bubbles: true, cancelable: true, ...{composing}}}));
        }}"""
    )
    page.wait_for_timeout(300)
    assert page.url == before
    assert page.locator("[data-search]").is_visible()
    expect(box).to_be_focused()
    page.keyboard.press("Enter")  # the same box answers to keys of its own
    page.wait_for_url(lambda url: url != before)


@pytest.mark.parametrize("composing", few(["{isComposing: true}", "{keyCode: 229}"]))
def test_a_slash_that_is_composed_opens_no_search(new_page: NewPage, composing: str) -> None:
    page = new_page("zh/about/")
    page.evaluate(
        f'document.body.dispatchEvent(new KeyboardEvent("keydown", {{key: "/", bubbles: true, ...{composing}}}))'
    )
    assert not page.locator("[data-search]").is_visible()


def test_enter_right_after_typing_leads_to_a_result_of_the_new_words(new_page: NewPage) -> None:
    page = new_page("zh/about/")
    ask(page, "孵化器")
    stale = results(page).first.locator("a").get_attribute("href")
    before = page.url
    page.locator("#search-input").evaluate(
        """box => {
          box.value = "甲园";
          box.dispatchEvent(new InputEvent("input", {bubbles: true}));
          box.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true, cancelable: true}));
        }"""
    )
    page.wait_for_url(lambda url: url != before)
    assert stale
    assert not page.url.endswith(stale.lstrip("./"))
    assert "jia" in page.url
