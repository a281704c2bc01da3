"""The live preview in a real browser: an edit shows in the open page, an error as a list over it."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.language.languages import LANGUAGES
from generator.project.layout import PROGRAM
from tests.browser.test_accessibility import violations
from tests.cases import few
from tests.paths import JIA, MINI
from tests.small import Repository

pytestmark = pytest.mark.browser
WAIT = 30_000  # ms
PLAN = "en/plans/jia-2025/"


@dataclass
class Running:
    """A running preview of a copy of the program and of generator/example."""

    repository: Repository
    process: subprocess.Popen[str]
    address: str


def start(root: Path) -> Running:
    """Start the preview as an editor does."""
    command = [sys.executable, "-u", "-m", "generator", "serve", "--port", "0"]
    # Ctrl-C ends it, also where the tests run behind a shell that lets its children ignore it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
    assert process.stdout
    found = re.search(r"http://[\d.]+:\d+/", process.stdout.readline())
    assert found
    return Running(Repository(root), process, found[0])


def copy(root: Path) -> Path:
    """Copy the program, as compiled as it is, and the small corpus into a folder."""
    for name in ("generator", "site_templates"):
        shutil.copytree(PROGRAM / name, root / name)
    for name in ("mkdocs.yml", "requirements.txt"):
        shutil.copyfile(PROGRAM / name, root / name)
    for name in ("content", "structured"):
        shutil.copytree(MINI / name, root / name)
    return root


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    preview = start(copy(tmp_path_factory.mktemp("preview") / "repository"))
    yield preview
    preview.process.send_signal(signal.SIGINT)
    said, _ = preview.process.communicate(timeout=240)
    assert preview.process.returncode == 0
    assert "Traceback" not in said


@pytest.fixture
def page(browser: Browser, running: Running) -> Iterator[Page]:
    context = browser.new_context(base_url=running.address, viewport={"width": 800, "height": 500})
    context.set_default_timeout(WAIT)
    expect.set_options(timeout=WAIT)
    refused: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: refused.append(message.text) if "Content Security" in message.text else None)
    yield page
    context.close()
    assert refused == []


def test_an_edit_shows_in_the_open_page_at_the_place_where_it_was(running: Running, page: Page) -> None:
    page.goto(PLAN)
    page.evaluate("scrollTo(0, 900)")
    details = page.locator("details").first
    opened = details.evaluate("element => (element.open = !element.open)")
    running.repository.replace(JIA, "en: Total revenue of the park", "en: Revenue of the whole park")
    expect(page.get_by_role("heading", name="Revenue of the whole park").first).to_be_attached()
    page.wait_for_function("scrollY === 900")
    assert details.evaluate("element => element.open") == opened


def test_a_template_an_interface_word_and_a_stylesheet_show_as_well(running: Running, page: Page) -> None:
    page.goto(PLAN)
    running.repository.replace("site_templates/pages/plan.html.j2", '<h2 id="outline">', '<h2 id="outline">~')
    expect(page.locator("#outline")).to_contain_text("~")
    running.repository.replace("site_templates/strings/en.yaml", "  home: Home", "  home: Front page")
    expect(page.locator(".trail a").first).to_have_text("Front page")
    page.evaluate("window.same = true")
    style = running.repository.read("site_templates/static/css/base.css")
    running.repository.write("site_templates/static/css/base.css", f"{style}\nbody {{ outline: 3px solid red; }}\n")
    page.wait_for_function("getComputedStyle(document.body).outlineWidth === '3px'")
    assert page.evaluate("window.same")  # the page itself was not loaded again


def test_an_error_is_listed_over_the_last_good_page_and_goes_when_it_is_mended(running: Running, page: Page) -> None:
    page.goto(PLAN)
    running.repository.replace(JIA, "value: 3000000000", "value: 3")
    problems = page.get_by_role("alert")
    expect(problems).to_contain_text(f"{JIA}:")
    expect(problems).to_contain_text("N004")
    expect(problems).to_contain_text("→")
    expect(page.locator("h1")).to_be_attached()
    page.goto("en/parks/")  # the other pages can still be read, the list stays with them
    expect(page.get_by_role("alert")).to_contain_text("N004")
    running.repository.replace(JIA, "value: 3\n    unit: CNY", "value: 3000000000\n    unit: CNY")
    expect(page.get_by_role("alert")).to_have_count(0)


def test_two_browsers_follow_the_same_edit(running: Running, browser: Browser, page: Page) -> None:
    other = browser.new_context(base_url=running.address).new_page()
    page.goto("zh/parks/yi/")
    other.goto("en/parks/yi/")
    running.repository.replace("structured/parks/yi.yaml", "Park B serves", "Park B now serves")
    running.repository.replace("structured/parks/yi.yaml", "profile: {zh: ", "profile: {zh: 眼下")
    expect(page.locator(".lead__text")).to_contain_text("眼下")
    expect(other.locator(".lead__text")).to_contain_text("Park B now serves")
    other.context.close()


def test_search_and_data_files_come_from_the_build_behind(running: Running, page: Page) -> None:
    with urllib.request.urlopen(f"{running.address}data/targets.json", timeout=120) as answer:  # noqa: S310
        assert b"jia-2025/revenue" in answer.read()
    page.goto("en/")
    page.get_by_role("button", name="Search").first.click()
    page.locator("#search-input").fill("revenue")
    expect(page.locator("[data-search-results] a").first).to_be_visible()


def test_what_is_not_there_is_said_to_be_missing(running: Running, page: Page) -> None:
    answer = page.goto("en/nowhere/")
    assert answer
    assert answer.status == 404
    for path in ("zh/parks/../../mkdocs.yml", "_preview/../server.py", "assets/../strings/en.yaml"):
        with pytest.raises(HTTPError, match="404"):
            urllib.request.urlopen(f"{running.address}{path}", timeout=120)  # noqa: S310


def test_an_error_at_the_start_is_shown_where_the_page_will_be(tmp_path: Path, browser: Browser) -> None:
    root = copy(tmp_path / "repository")
    Repository(root).replace(JIA, "value: 3000000000", "value: 3")
    preview = start(root)
    page = browser.new_context(base_url=preview.address).new_page()
    page.set_default_timeout(WAIT)
    answer = page.goto(PLAN)
    assert answer
    assert answer.status == 503
    expect(page.get_by_role("alert")).to_contain_text("N004")
    Repository(root).replace(JIA, "value: 3\n    unit: CNY", "value: 3000000000\n    unit: CNY")
    expect(page.locator("h1")).to_contain_text("Action Plan for Park A")
    page.context.close()
    preview.process.send_signal(signal.SIGINT)
    assert preview.process.wait(60) == 0


def test_a_port_in_use_is_said_in_a_sentence(running: Running) -> None:
    port = running.address.rstrip("/").rpartition(":")[2]
    command = [sys.executable, "-m", "generator", "serve", "--port", port]
    done = subprocess.run(command, cwd=running.repository.root, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert done.stderr.startswith(f"Cannot listen at 127.0.0.1:{port}: ")
    assert f"--port {int(port) + 1}" in done.stderr


def test_a_record_is_edited_in_a_form_and_the_page_follows(running: Running, page: Page) -> None:
    """By keyboard alone: what is wrong is said at its field, and what is right stands in the file and on the page."""
    page.goto("en/plans/yi-2025/#target-rd-intensity")
    page.get_by_role("link", name="Edit the data").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "R&D spending of companies as a share of operating revenue"
    )
    expect(page.get_by_role("complementary")).to_contain_text("研发投入占营业收入的比重超过5%")
    page.get_by_label("Value value", exact=True).fill("6")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_focused()
    wrong = page.get_by_role("textbox", name="Value value", exact=True)
    expect(wrong).to_have_accessible_description(re.compile("value must be what is printed, 5"))
    assert wrong.get_attribute("aria-invalid") == "true"
    page.get_by_role("alert").get_by_role("link", name="value").click()
    expect(wrong).to_be_focused()
    wrong.fill("5")
    page.get_by_role("group", name="Label").get_by_label("English").fill("Share of R&D spending")
    page.get_by_role("button", name="Check and save").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Written to structured/plans/yi-2025.yaml")
    assert "en: Share of R&D spending}" in running.repository.read("structured/plans/yi-2025.yaml")
    page.goto("en/plans/yi-2025/")
    expect(page.get_by_text("Share of R&D spending").first).to_be_attached()


@pytest.mark.usefixtures("running")
@pytest.mark.parametrize("language", few(LANGUAGES))
def test_forms_are_accessible(page: Page, language: str) -> None:
    for place in ("", "task/yi-2025/2-1-1", "plan/yi-2025"):
        page.goto(f"_preview/edit/{language}/{place}")
        page.evaluate("document.querySelectorAll('details').forEach((element) => (element.open = true))")
        unnamed = page.evaluate(
            """() => {
              const lost = (id) => id && !document.getElementById(id);
              const described = (field) => (field.getAttribute("aria-describedby") || "").split(" ");
              return [...document.querySelectorAll("input:not([type=hidden]), select, textarea")]
                .filter((field) => !field.labels.length || described(field).some(lost))
                .map((field) => field.id);
            }"""
        )
        assert unnamed == []
        assert page.evaluate("new Set([...document.querySelectorAll('[id]')].map((e) => e.id)).size") == page.evaluate(
            "document.querySelectorAll('[id]').length"
        )
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert violations(page) == []
