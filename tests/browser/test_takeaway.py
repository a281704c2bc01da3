"""What a reader takes away: citations, downloads, feeds, and what machines are told."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest
from playwright.sync_api import Page, expect

from generator.language.languages import LANGUAGES
from tests.browser.conftest import NewPage
from tests.cases import few
from tests.paths import MINI

pytestmark = pytest.mark.browser

CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
PHONE = {"viewport": {"width": 390, "height": 844}}
PLAN = "plans/jia-2025/"
PASSAGE = "p-2-1-2-p1"
FORMS = {
    "GB/T 7714": "甲市人民政府",
    "APA 7": "Government of City A",
    "BibTeX": "@techreport{",
    "biblatex": "@report{",
    "RIS": "TY  - RPRT",
    "CSL-JSON": "[\n  {",
}
FIRST = {"zh": "GB/T 7714", "en": "APA 7"}
COPIED = {"zh": "已复制 {}。", "en": "{} copied."}
EXPORT = """async (rows) => {
  const { csv } = await import(new URL("../../assets/download.js", location.href).href);
  return csv(rows);
}"""
TAKE = """async (rows) => {
  const { downloadCsv } = await import(new URL("../../assets/download.js", location.href).href);
  downloadCsv("seen.csv", rows);
}"""


def pasted(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent"))


def today() -> str:
    return datetime.datetime.now().astimezone().date().isoformat()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_is_cited_in_six_forms_with_one_click_each(new_page: NewPage, language: str) -> None:
    page = new_page(f"{language}/{PLAN}", **CLIPBOARD)
    cite = page.locator("#citation ~ .cite")
    for name, begins in FORMS.items():
        form = cite.locator("details", has=page.get_by_text(name, exact=True))
        if form.get_attribute("open") is None:
            form.locator("summary").click()
        form.get_by_role("button").click()
        expect(cite.get_by_role("status")).to_have_text(COPIED[language].format(name))
        text = pasted(page)
        assert text.startswith(begins)
        assert f"/{PLAN}" in text
        assert not re.search("date accessed|引用日期", text)
    assert f"[{today()}]" in cite.locator("[data-form=gbt]").inner_text()
    assert f'urldate = "{today()}"' in cite.locator("[data-form=biblatex]").inner_text()
    assert f"Y2  - {today().replace('-', '/')}" in cite.locator("[data-form=ris]").inner_text()
    original, latin = json.loads(text)
    assert (original["number"], latin["number"]) == ("甲府〔2025〕1号", "Jia Fu [2025] No. 1")
    day = datetime.date.fromisoformat(today())
    assert original["accessed"] == latin["accessed"] == {"date-parts": [[day.year, day.month, day.day]]}


@pytest.mark.parametrize("address", ["parks/jia/", "compare/", "compare/incubators/", "guide/"])
def test_a_page_that_states_figures_is_cited_as_itself(new_page: NewPage, address: str) -> None:
    page = new_page(f"en/{address}")
    for form in page.locator("#citation ~ .cite pre").all():
        assert f"https://park-plans.example/en/{address}" in str(form.text_content()).replace("/zh/", "/en/")


def test_a_task_is_cited_as_a_passage_of_its_plan(new_page: NewPage) -> None:
    page = new_page("en/tasks/jia-2025/2-1-1/")
    apa = str(page.locator("#citation ~ .cite [data-form=apa]").text_content())
    assert apa.startswith("Government of City A. (2025). Jiǎ")
    assert "; § 2.1.1)" in apa
    assert apa.endswith("https://park-plans.example/en/tasks/jia-2025/2-1-1/")


def test_a_statement_of_the_guide_is_cited_by_the_park_and_the_place(new_page: NewPage) -> None:
    page = new_page("en/guide/")
    page.locator(".said__list .cite__open").first.click()
    box = page.get_by_role("dialog")
    expect(box.locator("pre").last).not_to_be_empty()
    apa, gbt = (str(box.locator(f"[data-form={form}]").text_content()) for form in ("apa", "gbt"))
    assert "/en/guide/#" in apa
    assert "§" in apa
    assert "/zh/guide/#" in gbt
    assert not re.search("[A-Za-z]{3,} [A-Za-z]{3,}", gbt.partition("http")[0])


@pytest.mark.parametrize("language", few(LANGUAGES))
@pytest.mark.parametrize("size", [{}, PHONE], ids=["wide", "narrow"])
def test_a_passage_is_cited_by_keyboard(new_page: NewPage, language: str, size: dict[str, Any]) -> None:
    page = new_page(f"{language}/{PLAN}text/#{PASSAGE}", **CLIPBOARD, **size)
    page.locator(f"#{PASSAGE} .permalink").focus()
    page.keyboard.press("Tab")
    assert "§ 2.1.2" in focused(page)
    page.keyboard.press("Enter")
    box = page.get_by_role("dialog")
    expect(box).to_be_visible()
    expect(box.locator("pre").last).not_to_be_empty()
    for _ in range(3):  # close, the first form, its button
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(box.get_by_role("status")).to_have_text(COPIED[language].format(FIRST[language]))
    text = pasted(page)
    assert f"https://park-plans.example/{language}/{PLAN}text/#{PASSAGE}" in text
    assert "§ 2.1.2" in text
    texts = [str(form.text_content()) for form in box.locator("pre").all()]
    assert not [text for text in texts if re.search("@(place|other-place|anchor|key)@", text)]
    assert "§ 2.1.2第1段" in str(box.locator("[data-form=gbt]").text_content())
    assert "§ 2.1.2, para. 1" in str(box.locator("[data-form=apa]").text_content())
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(page.locator(f"#{PASSAGE} .cite__open")).to_be_focused()


def test_the_button_is_where_the_reader_is(new_page: NewPage) -> None:
    page = new_page(f"en/{PLAN}text/")
    button = page.locator(".cite__open")
    expect(button).to_have_count(0)
    page.locator("#p-1-p1 .row__zh").hover()
    expect(page.locator("#p-1-p1 .cite__open")).to_be_visible()
    page.locator(f"#{PASSAGE} .permalink").focus()
    expect(page.locator(f"#{PASSAGE} .cite__open")).to_be_visible()
    expect(button).to_have_count(1)


@pytest.mark.parametrize("language", few(LANGUAGES))
def test_a_target_is_cited_with_its_own_address(new_page: NewPage, language: str) -> None:
    page = new_page(f"{language}/{PLAN}", **CLIPBOARD)
    page.locator("details", has=page.locator("#target-high-tech-enterprises")).locator("summary").click()
    page.locator("#target-high-tech-enterprises .cite__open").click()
    box = page.get_by_role("dialog")
    box.locator("details", has=page.locator("summary", has_text="CSL-JSON")).locator("summary").click()
    box.locator("[data-form=csl] + button").click()
    expect(box.get_by_role("status")).to_have_text(COPIED[language].format("CSL-JSON"))
    original, latin = json.loads(pasted(page))
    assert original["id"] == "jia-2025-target-high-tech-enterprises"
    assert original["URL"] == f"https://park-plans.example/zh/{PLAN}#target-high-tech-enterprises"
    assert latin["URL"] == f"https://park-plans.example/en/{PLAN}#target-high-tech-enterprises"
    assert "高新技术企业" in original["page"]
    assert "High-tech enterprises" in latin["section"]


def test_words_that_a_form_would_take_for_markup_are_escaped(new_page: NewPage) -> None:
    page = new_page(f"en/{PLAN}")
    odd = """node => { node.dataset.cite = '5% of "a" & {b}_c \\\\' }"""
    page.locator("#target-high-tech-enterprises").evaluate(odd)
    page.locator("details", has=page.locator("#target-high-tech-enterprises")).locator("summary").click()
    page.locator("#target-high-tech-enterprises .cite__open").click()
    box = page.get_by_role("dialog")
    expect(box.locator("pre").last).not_to_be_empty()
    escaped = r"5\% of {''}a{''} \& \textbraceleft b\textbraceright \_c \textbackslash "
    for form in ("bibtex", "biblatex"):
        assert escaped in str(box.locator(f"[data-form={form}]").text_content())
    _, latin = json.loads(str(box.locator("[data-form=csl]").text_content()))
    assert latin["section"] == '5% of "a" & {b}_c \\'


def test_without_leave_to_copy_the_words_are_marked(new_page: NewPage) -> None:
    page = new_page("en/data/")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    page.locator(".cite [data-copy]").first.click()
    expect(page.locator(".cite").get_by_role("status")).to_contain_text("could not be copied")
    assert str(page.evaluate("getSelection().toString()")).startswith("Park Plans of City A.")


def test_without_scripts_citations_can_be_read_and_no_button_is_offered(new_page: NewPage) -> None:
    page = new_page(f"zh/{PLAN}", java_script_enabled=False)
    expect(page.locator("#citation ~ .cite pre").first).to_contain_text("[引用日期]")
    expect(page.locator("[data-copy]:visible, .cite__open, dialog:visible")).to_have_count(0)


@pytest.mark.parametrize(
    "address", few([f"zh/{PLAN}", "en/data/", "zh/", f"en/{PLAN}text/", "en/compare/incubators/"], 2)
)
def test_what_machines_are_told_troubles_no_browser(new_page: NewPage, address: str) -> None:
    page = new_page("en/about/")
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"/{address}")
    things = page.locator('script[type="application/ld+json"]')
    assert things.count()
    for text in things.all_text_contents():
        assert json.loads(text)["@context"] == "https://schema.org"
    for picture in page.locator('meta[property="og:image"]').all():
        path = str(picture.get_attribute("content")).removeprefix("https://park-plans.example")
        assert page.request.get(path).ok
    assert said == []


def test_the_workbook_is_downloaded_and_opens(new_page: NewPage, tmp_path: Path) -> None:
    page = new_page("en/data/")
    with page.expect_download() as download:
        page.get_by_role("link", name="All data in one workbook").click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    assert path.name == "city-a-plans.xlsx"
    book = openpyxl.load_workbook(path, read_only=True)
    assert {"notes", "targets", "provisions"} <= set(book.sheetnames)


@pytest.mark.parametrize("language", few(LANGUAGES))
def test_the_version_on_the_data_page_is_the_one_of_the_package_and_of_every_reference(
    new_page: NewPage, language: str
) -> None:
    page = new_page(f"{language}/data/")
    version = page.locator(".fields--version dd").first.inner_text()
    assert page.request.get("/data/datapackage.json").json()["version"] == version
    expect(page.locator(".cite pre").first).to_contain_text(version)
    page.goto(f"/{language}/{PLAN}")
    expect(page.locator("#citation ~ .cite pre").first).to_contain_text(version)


@pytest.mark.parametrize("language", few(LANGUAGES))
def test_changes_are_reached_from_the_footer_and_followed_by_feed(new_page: NewPage, language: str) -> None:
    page = new_page(f"{language}/", **PHONE)
    page.locator('.site-footer a[href$="changes/"]').click()
    told = re.findall("^- ", (MINI / "structured/changes.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    expect(page.locator(".change")).to_have_count(len(told))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    feed = page.locator('head link[type="application/atom+xml"]').get_attribute("href")
    answer = page.request.get(str(page.evaluate("href => new URL(href, location.href).pathname", feed)))
    assert answer.ok
    assert "<entry>" in answer.text()


def test_a_browser_s_own_search_opens_the_site_s(new_page: NewPage) -> None:
    page = new_page("en/?q=incubator")
    expect(page.locator("#search-input")).to_have_value("incubator")
    expect(page.locator("[data-search-results] a").first).to_be_visible()


def test_rows_become_a_csv_file_that_runs_nothing(new_page: NewPage) -> None:
    page = new_page("en/about/")
    text = str(page.evaluate(EXPORT, [["name", "n"], ['a "b", c', -1.5], ["=1+1", None], ["甲\n乙", 0], ["-x", "-2"]]))
    assert text.startswith("\ufeffname,n\r\n")
    assert list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))) == [
        ["name", "n"], ['a "b", c', "-1.5"], ["'=1+1", ""], ["甲\n乙", "0"], ["'-x", "-2"],
    ]  # fmt: skip
    with page.expect_download() as download:
        page.evaluate(TAKE, [["甲"]])
    assert download.value.suggested_filename == "seen.csv"
    assert Path(download.value.path()).read_bytes() == "\ufeff甲\r\n".encode()
