"""Where things stand: nothing cut, overprinted or hidden on a phone, nothing lost on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.language.languages import LANGUAGES
from tests.browser.conftest import NewPage, reader
from tests.browser.pages import CHOSEN, FULL, PHONE, TYPES, in_turn
from tests.cases import few

pytestmark = pytest.mark.browser

SHEETS = (717, 794)  # A4 with and without a browser's margins, in CSS pixels
EVERY_PAGE = ["", *in_turn((*TYPES, *CHOSEN, *FULL))]

# Text that stands beyond its page or beyond a frame that hides it; text cut with dots on purpose is left out.
CUT = """() => {
  const cut = new Set();
  const range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility({ visibilityProperty: true })) continue;
    if (element.closest("svg desc, svg title, .visually-hidden, .skip, thead, script, dialog")) continue;
    const style = getComputedStyle(element);
    if (style.textOverflow === "ellipsis" || style.clipPath !== "none") continue;
    range.selectNodeContents(node);
    const right = Math.max(...[...range.getClientRects()].map((box) => box.right));
    let edge = document.documentElement.clientWidth;
    for (let frame = element; frame; frame = frame.parentElement) {
      if (getComputedStyle(frame).overflowX !== "visible") edge = Math.min(edge, frame.getBoundingClientRect().right);
    }
    const name = `${element.tagName.toLowerCase()}.${element.getAttribute("class")}`;
    if (right > edge + 1) cut.add(`${name}: ${node.data.trim().slice(0, 30)}`);
  }
  return [...cut];
}"""
NARROW = {"width": 320, "height": 640}
# With large type: pages with key facts, wide tables, filters and long words first.
LARGE = ["", "en/parks/jia/", "en/plans/yi-2021/", "zh/plans/yi-2021/", "en/tasks/", "en/compare/", "en/guide/", "zh/"]
OTHERS = sorted({f"{language}/{path}" for language in LANGUAGES for path in TYPES} - {*LARGE})
REACHED = CUT.replace('script, dialog"', 'script, dialog, .scroll"')  # what a frame of its own scrolls to is not cut
LARGEST = "document.documentElement.style.fontSize = '200%'"
UNFOLDED = "for (const fold of document.querySelectorAll('details')) fold.open = true"
NAMELESS = re.compile(r"^ *- (?:button|link|combobox|textbox|searchbox|checkbox)(?! \").*", re.MULTILINE)
# Headings of cells in a stacked table that are higher than their cell, or wider than the room they have.
OVERPRINTED = """() => [...document.querySelectorAll("td[data-label]")].flatMap((cell) => {
  const label = getComputedStyle(cell, "::before"), own = getComputedStyle(cell);
  if (!cell.checkVisibility() || label.content === "none") return [];
  const room = cell.clientHeight - parseFloat(own.paddingTop) - parseFloat(own.paddingBottom);
  const over = parseFloat(label.height) > room + 1 || parseFloat(label.width) > parseFloat(own.paddingLeft);
  return over ? [cell.dataset.label] : [];
})"""
# Comparators of figures that go on in another line: “more | than”.
PARTED = """() => [...document.querySelectorAll(".cmp, .strive")]
  .filter((words) => new Set([...words.getClientRects()].map(({ top }) => top)).size > 1)
  .map((words) => words.textContent)"""
# Words broken in the middle in what names a value or a column.
BROKEN = """() => {
  const broken = new Set(), context = new OffscreenCanvas(1, 1).getContext("2d");
  const measured = (words, style, room) => {
    context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    for (const word of words.split(/[\\s\\u3000-\\u9fff\\uff00-\\uffef-]+/)) {
      if (context.measureText(word).width > room + 1) broken.add(word);
    }
  };
  for (const element of document.querySelectorAll("dt, h1, h2, h3, h4, th, summary")) {
    if (!element.checkVisibility() || element.closest(".cards thead, dialog")) continue;
    const style = getComputedStyle(element);
    if (style.display === "inline") continue; // it has no width of its own; what holds it is measured
    if ([...element.children].some((e) => getComputedStyle(e).writingMode !== "horizontal-tb")) continue;
    const room = element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    measured(element.innerText, style, room);
  }
  for (const cell of document.querySelectorAll("td[data-label]")) {
    const style = getComputedStyle(cell, "::before");
    if (!cell.checkVisibility() || style.content === "none") continue;
    measured(cell.dataset.label, style, parseFloat(style.width));
  }
  return [...broken];
}"""
# How far lines of the Chinese text end before the room does, in characters, where another character would go there.
SHORT_LINES = """() => [...document.querySelectorAll(".row__zh p")].flatMap((paragraph) => {
  const range = document.createRange(), signs = [];
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let i = 0; i < node.data.length; i += 1) {
      range.setStart(node, i); range.setEnd(node, i + 1);
      const box = range.getClientRects()[0];
      if (box) signs.push({ sign: node.data[i], right: box.right, top: box.top });
    }
  }
  const size = parseFloat(getComputedStyle(paragraph).fontSize), edge = paragraph.getBoundingClientRect().right;
  return signs.flatMap(({ sign, right, top }, i) => {
    const next = signs[i + 1];
    const ends = next && next.top > top + size && /[\\u4e00-\\u9fff]/.test(next.sign);
    return ends && edge - right > 4 * size ? [`${sign}|${next.sign} ${paragraph.closest(".row").id}`] : [];
  });
})"""


@pytest.fixture(scope="module")
def phone(browser: Browser, site: str) -> Iterator[Page]:
    with reader(browser, site, viewport=PHONE) as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def paper(browser: Browser, site: str) -> Iterator[Page]:
    """A browser without a script that shows pages as they are printed."""
    with reader(browser, site, java_script_enabled=False) as context:
        page = context.new_page()
        page.emulate_media(media="print")
        yield page


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_on_a_phone_nothing_is_cut_overprinted_or_broken(phone: Page, address: str) -> None:
    phone.goto(address)
    assert phone.evaluate(CUT) == []
    assert phone.evaluate(OVERPRINTED) == []
    assert phone.evaluate(PARTED) == []
    assert phone.evaluate(BROKEN) == []


@pytest.fixture(scope="module")
def narrow(browser: Browser, site: str) -> Iterator[Page]:
    with reader(browser, site, viewport=NARROW) as context:
        yield context.new_page()


@pytest.mark.parametrize("address", few([*LARGE, *OTHERS], len(LARGE)))
def test_in_a_narrow_window_with_type_twice_as_large_nothing_is_cut(narrow: Page, address: str) -> None:
    narrow.goto(address)
    narrow.evaluate(LARGEST)
    narrow.evaluate(UNFOLDED)
    assert narrow.evaluate(REACHED) == []


@pytest.mark.parametrize("width", few([PHONE["width"], 1440]))
@pytest.mark.parametrize("address", ["404.html", "en/", "zh/tasks/", "en/compare/", "zh/plans/yi-2021/"])
def test_everything_to_press_or_follow_has_a_name(new_page: NewPage, address: str, width: int) -> None:
    page = new_page(address, viewport={**PHONE, "width": width})
    assert NAMELESS.findall(page.locator("body").aria_snapshot()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_the_squares_show_every_park(phone: Page, language: str) -> None:
    phone.goto(f"{language}/tasks/")
    heads = phone.locator(".squares thead th[scope=col] a")
    expect(heads).to_have_count(5)
    edges = [phone.evaluate("e => e.getBoundingClientRect().right", head.element_handle()) for head in heads.all()]
    assert max(edges) <= PHONE["width"]
    for row in phone.locator(".squares tbody tr").all():
        tops = {round((cell.bounding_box() or {"y": -1.0})["y"]) for cell in row.locator("td").all()}
        assert len(tops) == 1
        lefts = [(cell.bounding_box() or {"x": -1.0})["x"] for cell in row.locator("td").all()]
        names = [(head.bounding_box() or {"x": -2.0})["x"] for head in phone.locator(".squares thead th").all()[1:]]
        assert lefts == pytest.approx(names)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_time_line_is_there_once_with_every_mark_in_view(new_page: NewPage, width: int) -> None:
    page = new_page("zh/calendar/", viewport={"width": width, "height": 900})
    drawings = page.get_by_role("img", name=re.compile("目标"))
    expect(drawings).to_have_count(1)
    assert drawings.locator("rect").count() == page.locator(".duesitem").count()
    edges = page.locator("svg[role=img] rect:visible").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect().right)"
    )
    assert max(edges) <= width


@pytest.mark.parametrize("plan", few(["jia-2025", "yi-2021"]))
@pytest.mark.parametrize("width", [390, 1280])
def test_lines_of_the_chinese_text_are_filled(new_page: NewPage, plan: str, width: int) -> None:
    page = new_page(f"zh/plans/{plan}/text/", viewport={"width": width, "height": 900})
    assert page.evaluate(SHORT_LINES) == []
    page.locator("[data-reading] input[value=zh]").check()
    assert page.evaluate(SHORT_LINES) == []


# ---- on paper ----


@pytest.mark.parametrize("width", few(SHEETS))
@pytest.mark.parametrize("address", EVERY_PAGE)
def test_on_paper_nothing_is_cut(paper: Page, address: str, width: int) -> None:
    paper.set_viewport_size({"width": width, "height": 1000})
    paper.goto(address)
    assert paper.evaluate(CUT) == []


@pytest.mark.parametrize("width", few(SHEETS))
@pytest.mark.parametrize("language", few(LANGUAGES))
def test_on_paper_a_swapped_comparison_holds_every_figure(new_page: NewPage, language: str, width: int) -> None:
    page = new_page(f"{language}/compare/?swap=1", viewport={"width": width, "height": 1000})
    figures = page.locator("[data-composed-table] .cellfig__value")
    expect(figures.first).to_be_visible()
    page.emulate_media(media="print")
    assert page.evaluate(CUT) == []
    assert figures.count() == page.locator("[data-matrix] .cellfig__value").count()
    for cell in page.locator("[data-composed-table] td").all()[:5]:
        assert cell.evaluate("e => getComputedStyle(e, '::before').content") not in ("none", '""')


@pytest.mark.parametrize(
    ("address", "closed"),
    few(
        [
            ("en/plans/jia-2025/", ".figrow .fold"),
            ("zh/compare/unicorns/", ".takeaway .fold"),
        ],
        2,
    ),
)
def test_on_paper_what_is_closed_is_read(new_page: NewPage, paper: Page, address: str, closed: str) -> None:
    paper.goto(address)
    inside = paper.locator(f"{closed} > :not(summary)")
    assert inside.count()
    for found in inside.all():
        assert (found.bounding_box() or {"height": 0})["height"] > 0
        assert found.evaluate("e => e.checkVisibility({ contentVisibilityAuto: true })")
    page = new_page(address)
    details = page.locator(closed).first
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(details).to_have_attribute("open", "")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(details).not_to_have_attribute("open", "")


@pytest.mark.parametrize("address", few(["en/compare/", "en/tasks/", "en/", "en/plans/jia-2025/", "zh/data/"], 2))
def test_on_paper_there_is_nothing_to_press(new_page: NewPage, address: str) -> None:
    page = new_page(address)
    page.emulate_media(media="print")
    expect(page.locator("button:visible, input:visible, select:visible")).to_have_count(0)
