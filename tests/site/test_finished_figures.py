"""The figures of a finished site and its data: as printed, and traced to their words."""

from __future__ import annotations

import csv
import io
import re

import pytest

from generator.language.languages import LANGUAGES
from tests.exports.test_contract import CONTRACT, TARGET
from tests.site.finished import Pages, read
from tests.sites import BuiltSite

FIGURES = ("", "parks/", "parks/jia/", "parks/yi/", "compare/", "compare/incubators/")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", FIGURES)
def test_every_figure_leads_to_the_words_it_came_from(pages: Pages, language: str, path: str) -> None:
    page = pages[f"{language}/{path}index.html"]
    numbers = page.find_class("num")
    assert numbers or path.startswith("compare/")
    for number in numbers:
        if any(e.tag == "ul" and e.get("class") == "counts" for e in number.iterancestors()):
            assert any(e.tag == "a" for e in number.iterancestors())  # how many there are, not a figure of a plan
            continue
        frame = next(
            e for e in number.iterancestors() if e.tag in ("article", "td", "li", "tr") or e.getparent().tag == "dl"
        )
        links = frame.xpath(".//a/@href")
        assert any(re.search(r"#(target|fact)-|/text/#p-", link) for link in links), number.getparent().text_content()


def test_every_figure_says_when_it_is_only_striven_for(built_site: BuiltSite, pages: Pages) -> None:
    for target in read(built_site, "data/targets.json"):
        for language in LANGUAGES:
            page, anchor = (
                pages[f"{language}/plans/{target['plan']}/index.html"],
                f"target-{target['id'].partition('/')[2]}",
            )
            record, row = page.get_element_by_id(anchor), page.get_element_by_id(f"label-{anchor}").getparent()
            marked = bool(row.find_class("strive"))
            assert marked == (target["commitment"] == "aspirational")
            assert target["quote"] in record.text_content()


def test_the_printed_number_stands_on_the_chinese_page_as_printed(built_site: BuiltSite, pages: Pages) -> None:
    for target in read(built_site, "data/targets.json"):
        if target["printed"] and target["comparator"] != "qualitative":
            page, anchor = pages[f"zh/plans/{target['plan']}/index.html"], f"target-{target['id'].partition('/')[2]}"
            record, row = page.get_element_by_id(anchor), page.get_element_by_id(f"label-{anchor}").getparent()
            [number] = row.find_class("record__value")[0].find_class("num")
            if target["printed"] == {"value": "一", "unit": None}:  # would read as a dash
                assert (number.text_content(), "“一”" in record.text_content()) == ("1", True)
            else:
                assert number.text_content() == target["printed"]["value"].replace("-", "–")


@pytest.mark.parametrize("kind", CONTRACT)
def test_the_data_files_keep_the_contract(built_site: BuiltSite, kind: str) -> None:
    rows = read(built_site, f"data/{kind}.json")
    assert rows
    for row in rows:
        assert set(CONTRACT[kind]) <= set(row)
    table = (built_site.folder / f"data/{kind}.csv").read_text(encoding="utf-8-sig")
    assert len(list(csv.reader(io.StringIO(table, newline="")))) == len(rows) + 1
    assert read(built_site, f"data/schema/{kind}.schema.json")["type"] == "array"


def test_a_target_is_published_as_the_contract_shows_it(built_site: BuiltSite) -> None:
    target = next(t for t in read(built_site, "data/targets.json") if t["id"] == "jia-2025/revenue")
    assert tuple(target)[: len(TARGET)] == TARGET
    assert target["source_line"] is None
    known = {
        "plan": "jia-2025", "park": "jia", "metric": "park-revenue", "provision": "1/2",
        "quote": "园区总营收力争达到30亿元", "comparator": "ge", "comparator_word": "达到", "value": 3_000_000_000,
        "value_low": None, "value_high": None, "unit": "CNY", "printed": {"value": "30", "unit": "亿元"},
        "unit_inferred": False, "measure": "unspecified", "year": 2026, "commitment": "aspirational",
        "commitment_word": "力争",
        "denominator": None, "baseline": None, "repeat_of": None,
    }  # fmt: skip
    assert {key: target[key] for key in known} == known


def test_every_downloadable_file_is_named_on_the_data_page(built_site: BuiltSite, pages: Pages) -> None:
    for language in LANGUAGES:
        links = {str(a).rpartition("data/")[2] for a in pages[f"{language}/data/index.html"].xpath("//a/@href")}
        folder = built_site.folder / "data"
        files = {p.relative_to(folder).as_posix() for p in folder.rglob("*.*")}
        # Of those by the hundred it says where they are; its two lists name each of them.
        many = {file for file in files if file.startswith(("metrics/", "parks/", "plans/"))}
        lists = {resource["path"] for resource in read(built_site, "data/datapackage.json")["resources"]}
        shapes = {f"schema/{kind}.schema.json" for kind in ("metric", "park", "plan")}
        listed = {file["path"] for file in read(built_site, "data/index.json")["files"]}
        assert {"datapackage.json", "index.json"} <= links
        assert files - {"status.json"} - many - lists - shapes <= links
        assert many | lists <= listed
        words = str(pages[f"{language}/data/index.html"].text_content())
        assert all(f"data/{folder}/" in words for folder in ("metrics", "parks", "plans"))
