"""The pages that lead to tasks and targets beside the filters: industries, bodies, the calendar and the guide."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPage
from tests.cases import few

pytestmark = pytest.mark.browser

PAGES = (
    "tasks/", "tasks/by/industry/", "tasks/by/industry/cloud-computing/", "tasks/by/body/jia-administration/",
    "tasks/by/body/jia-government/", "calendar/", "guide/",
)  # fmt: skip
WIDTHS = (1280, 390)


@pytest.mark.parametrize(
    ("width", "scheme"), few([(WIDTHS[0], "light"), (WIDTHS[1], "light"), *((width, "dark") for width in WIDTHS)])
)
def test_pages_fit_their_window_and_say_nothing_to_the_console(new_page: NewPage, width: int, scheme: str) -> None:
    page = new_page("en/", viewport={"width": width, "height": 800}, color_scheme=scheme)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    for language in ("zh", "en"):
        for address in PAGES:
            page.goto(f"{language}/{address}")
            assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), (
                address
            )
            assert page.locator("h1").count() == 1
    assert said == []


def test_the_time_line_has_its_table_as_a_twin(new_page: NewPage) -> None:
    page = new_page("en/calendar/")
    image = page.get_by_role("img", name=re.compile("targets by park and year"))
    marks = image.locator("rect").count()
    cells = page.locator("table.due tbody tr td:last-child").all_inner_texts()
    assert sum(int(n) for cell in cells for n in re.findall(r"\d+", cell)) == marks
    assert page.locator(".duesitem").count() == marks
    lefts = "cells => cells.map(cell => Math.round(cell.getBoundingClientRect().left))"
    heads, first = (page.locator(f"table.due {part} tr:first-child > *") for part in ("thead", "tbody"))
    assert heads.evaluate_all(lefts) == first.evaluate_all(lefts)  # laid out as a table


def test_a_statement_of_the_guide_leads_to_its_provision(new_page: NewPage) -> None:
    page = new_page("en/guide/#market-access")
    statement = page.locator(".said__list li", has_text="single counter")
    statement.locator("summary").click()
    words = statement.locator("blockquote").inner_text()
    statement.locator(".said__where").click()
    expect(page).to_have_url(re.compile(r"/plans/jia-2025/text/#p-2-1-2-p1$"))
    text = page.locator('[id="p-2-1-2-p1"]').inner_text()
    assert words in re.sub(r"\s", "", text)
