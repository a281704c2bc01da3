"""Every record leads to its line in the repository and to the form for reporting a problem."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html as lxml_html

from generator.edition.addresses import provision_anchor
from generator.language.languages import LANGUAGES
from tests.paths import MINI
from tests.sites import BuiltSite

URL = "https://github.com/example/park-plans"
SITE = "https://example.org/plans/"
KINDS = ("target", "fact", "measure", "anomaly")
pytestmark = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture
def site(built_editable: BuiltSite) -> BuiltSite:
    return built_editable


def page(site: BuiltSite, address: str) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring((site.folder / address / "index.html").read_bytes().decode())


def links(frame: lxml_html.HtmlElement) -> tuple[str, dict[str, list[str]]]:
    """Return the line that a record's links lead to, and what the form is filled in with."""
    edit, report = (str(a.get("href")) for [p] in [frame.find_class("edit")] for a in p.iter("a"))
    assert edit.startswith(f"{URL}/blob/main/")
    assert report.startswith(f"{URL}/issues/new?")
    return edit.removeprefix(f"{URL}/blob/main/"), parse_qs(urlsplit(report).query)


def line_of(path: str) -> str:
    """Return the line of a file of generator/example: `structured/terms.yaml#L3`."""
    name, _, number = path.partition("#L")
    return (MINI / name.removesuffix("?plain=1")).read_text(encoding="utf-8").splitlines()[int(number) - 1]


@pytest.mark.parametrize("kind", KINDS)
def test_each_record_of_a_plan_names_its_line(site: BuiltSite, language: str, kind: str) -> None:
    address = f"{language}/plans/jia-2025" + ("/existing" if kind in ("fact", "anomaly") else "")
    plan = page(site, address)
    file, report = (str(a.get("href")) for a in plan.xpath("//template[@data-edit]/a"))
    assert file == f"{URL}/blob/main/structured/plans/jia-2025.yaml#L"
    form = {"template": ["correction.yml"], "title": ["@record@"], "record": ["@record@"]}
    assert parse_qs(urlsplit(report).query) == {**form, "address": [f"{SITE}{address}/#@anchor@"]}
    frames = [e for e in plan.xpath("//*[@data-lines]") if str(e.get("id")).startswith(f"{kind}-")]
    assert frames
    for frame in frames:
        record, *lines = str(frame.get("data-lines")).split(" ")
        id_ = str(frame.get("id")).removeprefix(f"{kind}-")
        assert record == f"jia-2025/{id_}"
        assert all(f"id: {id_}" in line_of(f"structured/plans/jia-2025.yaml#L{line}") for line in lines)
    earlier = [frame for frame in frames if " " not in str(frame.get("data-lines"))]
    assert len(earlier) < len(frames)  # those of an earlier wording stand in a file of their own


@pytest.mark.parametrize(
    ("address", "file", "record"),
    [
        ("plans/jia-2025", "structured/plans/jia-2025.yaml#L1", "jia-2025"),
        ("plans/jia-2025/text", "content/jia-2025/zh.md?plain=1#L1", "jia-2025"),
        ("parks/jia", "structured/parks/jia.yaml#L1", "jia"),
    ],
)
def test_a_page_leads_to_its_file(site: BuiltSite, language: str, address: str, file: str, record: str) -> None:
    found = page(site, f"{language}/{address}")
    place, form = links([*found.find_class("parkhead"), *found.find_class("lead")][0])
    assert (place, form["record"], form["address"]) == (file, [record], [f"{SITE}{language}/{address}/"])


def test_each_task_leads_to_its_line(site: BuiltSite, language: str) -> None:
    for task in json.loads((site.folder / "data/tasks.json").read_text(encoding="utf-8")):
        place, form = links(page(site, f"{language}/tasks/{task['id']}"))
        assert place == task["source_line"].replace(":", "#L")
        assert form["record"] == [task["id"]]


def test_each_passage_names_its_lines_in_both_files(site: BuiltSite, language: str) -> None:
    text = page(site, f"{language}/plans/jia-2025/text")
    *files, report = (str(a.get("href")) for a in text.xpath("//template[@data-edit]/a"))
    assert all(file.startswith(f"{URL}/blob/main/content/jia-2025/") for file in files)
    for provision in json.loads((site.folder / "data/provisions.json").read_text(encoding="utf-8")):
        row = text.get_element_by_id(provision_anchor(provision["id"])) if provision["plan"] == "jia-2025" else None
        if row is None or not row.get("data-lines"):
            continue  # a row of a table is found by its table
        record, *lines = str(row.get("data-lines")).split(" ")
        assert record == provision["id"]
        for i, number in enumerate(lines):
            words = [w for e in row.find_class(("row__zh", "row__en")[i]) for w in e.itertext() if w.strip()]
            printed = line_of(f"{files[i].removeprefix(f'{URL}/blob/main/')}{number}")
            assert not words or words[0].strip() in printed, (words, printed)
    assert "jia-2025/@record@" in report


def test_each_term_names_its_line(site: BuiltSite, language: str) -> None:
    glossary = page(site, f"{language}/glossary")
    for term in glossary.find_class("term"):
        record, line = str(term.get("data-lines")).split(" ")
        assert term.get("id") == f"term-{record}"
        assert f"id: {record}" in line_of(f"structured/terms.yaml#L{line}")


def test_the_links_say_which_record_they_are_for(site: BuiltSite, language: str) -> None:
    task = page(site, f"{language}/tasks/jia-2025/2-1-1")
    [*links] = task.xpath("//p[@class='edit']/a")
    assert len({str(link.get("aria-label")) for link in links}) == len(links) == 2
    for link in links:
        assert str(link.text) in str(link.get("aria-label"))


def test_the_foot_of_every_page_leads_to_where_a_mistake_is_reported(site: BuiltSite, language: str) -> None:
    [footer] = page(site, f"{language}/about").find_class("site-footer")
    reports = [str(a.get("href")) for a in footer.iter("a") if str(a.get("href")).startswith(f"{URL}/issues/new?")]
    assert len(reports) == 1


def test_where_no_one_takes_reports_the_foot_does_not_ask_for_them(built_site: BuiltSite, language: str) -> None:
    [footer] = page(built_site, f"{language}/about").find_class("site-footer")
    assert not [a for a in footer.iter("a") if str(a.get("href")).startswith(("mailto:", "https://github.com"))]
