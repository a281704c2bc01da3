"""The files of the data contract, as a reader's program meets them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from generator.corpus.datasets import datasets
from generator.corpus.rows import CONTRACT as CONTRACT_VERSION
from generator.records.kinds import data_sets
from tests.paths import MINI, ROOT
from tests.sites import BuiltSite, edition_of

KINDS = tuple(data_sets())

# The keys every row of the contract has at least; a target has exactly these.
TARGET = (
    "id", "plan", "park", "metric", "label", "provision", "quote", "comparator", "comparator_word",
    "value", "value_low", "value_high", "unit", "printed", "unit_inferred", "measure", "year",
    "commitment", "commitment_word", "scope", "denominator", "baseline", "repeat_of", "notes", "source_line",
)  # fmt: skip
CONTRACT = {
    "parks": ("id", "name"),
    "plans": (
        "id", "park", "kind", "title", "document_number", "index_number", "issuers", "dates", "period", "source",
        "translations",
    ),
    "provisions": ("id", "plan", "parent", "level", "number", "heading", "text", "translation"),
    "targets": TARGET,
    "tasks": (
        "id", "plan", "park", "provision", "number", "title", "summary", "theme", "industries", "instruments",
        "bodies", "places", "years", "quotes", "source_line",
    ),
    "measures": ("id", "plan", "park", "provision", "title", "summary", "source_line"),
    "metrics": ("id", "name"),
    "terms": ("id", "zh", "en"),
    "anomalies": ("id", "plan", "provision", "printed", "proposed", "reason"),
    "wordings": (
        "plan", "date", "until", "by", "id", "parent", "level", "number", "heading", "text", "translation", "fate",
        "place",
    ),
}  # fmt: skip

OF_LINES = ("targets", "facts", "tasks", "measures", "anomalies", "results", "milestones")
MAY_BE_NULL = {
    "park": ("plans", "targets", "facts", "tasks", "measures", "anomalies"),
    "summary": ("tasks", "measures"),
    "source_line": OF_LINES,
}

Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def rows() -> Rows:
    return {name: [*found] for name, found in datasets(edition_of(MINI, "zh").corpus, lines=True).items()}


@pytest.fixture(scope="module")
def folder(built_mini: BuiltSite) -> Path:
    return built_mini.folder / "data"


def read(folder: Path, name: str) -> Any:
    return json.loads((folder / name).read_text(encoding="utf-8"))


def table(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_the_data_package_and_the_docs_say_which_contract_they_keep(folder: Path) -> None:
    assert read(folder, "datapackage.json")["contract"] == CONTRACT_VERSION
    assert f"# Data contract {CONTRACT_VERSION}\n" in (ROOT / "docs/data-contract.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("field", "kind"), [(field, kind) for field, kinds in MAY_BE_NULL.items() for kind in kinds])
def test_a_schema_says_what_may_be_null_one_day(folder: Path, field: str, kind: str) -> None:
    schema = read(folder, f"schema/{kind}.schema.json")
    row = schema["$defs"][schema["items"]["$ref"].rpartition("/")[2]]
    assert {"type": "null"} in row["properties"][field]["anyOf"]
    assert field in row["required"]


@pytest.mark.parametrize("kind", CONTRACT)
def test_every_kind_of_the_contract_has_its_keys(folder: Path, kind: str) -> None:
    for row in read(folder, f"{kind}.json"):
        assert set(CONTRACT[kind]) <= set(row)


def test_a_target_has_the_keys_of_the_contract_in_their_order_and_what_came_later_behind(folder: Path) -> None:
    for row in read(folder, "targets.json"):
        later = ("quote_en", "year_words", "year_provision", "left_open", "commitment_open", "path", "url")
        assert tuple(row) == (*TARGET, *later)


def test_a_target_as_published(rows: Rows) -> None:
    revenue = next(row for row in rows["targets"] if row["id"] == "jia-2025/revenue")
    assert revenue["source_line"].startswith("structured/plans/jia-2025.yaml:")
    assert {key: value for key, value in revenue.items() if key != "source_line"} == {
        "id": "jia-2025/revenue", "plan": "jia-2025", "park": "jia", "metric": "park-revenue",
        "label": {"zh": "园区总营收", "en": "Total revenue of the park"}, "provision": "1/2",
        "quote": "园区总营收力争达到30亿元", "comparator": "ge", "comparator_word": "达到", "value": 3000000000,
        "value_low": None, "value_high": None, "unit": "CNY", "printed": {"value": "30", "unit": "亿元"},
        "unit_inferred": False, "measure": "unspecified", "year": 2026, "commitment": "aspirational",
        "commitment_word": "力争", "scope": None, "denominator": None, "baseline": None, "repeat_of": None,
        "notes": [], "left_open": None, "commitment_open": None,
        "quote_en": "strive for the park's total revenue to reach RMB 3 billion", "year_words": "到2026年",
        "year_provision": None,
    }  # fmt: skip


def test_an_earlier_wording_is_published_apart_with_what_became_of_each_passage(rows: Rows) -> None:
    dropped, *_ = [row for row in rows["wordings"] if row["fate"] == "gone"]
    assert (dropped["plan"], dropped["date"], dropped["until"], dropped["by"]) == (
        *("jia-2025", "2025-03-01", "2025-05-15", "amendment"),
    )
    assert dropped["text"]["zh"].startswith("到2026年,培育独角兽企业2家")
    assert dropped["text"]["zh"] not in [row["text"]["zh"] for row in rows["provisions"]]
    [corrected] = [row for row in rows["wordings"] if row["by"] == "corrigendum" and row["fate"]]
    assert (corrected["plan"], corrected["fate"], corrected["place"]) == ("zone-2018", "otherwise", "1/1")


def test_the_source_line_is_where_the_record_stands(rows: Rows) -> None:
    for kind in ("targets", "tasks", "measures", "facts", "anomalies"):
        for row in rows[kind]:
            path, _, line = row["source_line"].rpartition(":")
            text = (MINI / path).read_text(encoding="utf-8").splitlines()[int(line) - 1]
            assert text.strip() == f"- id: {row['id'].rpartition('/')[2]}"


@pytest.mark.parametrize("kind", OF_LINES)
def test_a_line_is_named_only_where_there_is_a_repository_to_look_in(
    folder: Path, built_editable: BuiltSite, kind: str
) -> None:
    rows = read(folder, f"{kind}.json")
    assert [row["source_line"] for row in rows] == [None] * len(rows) != []
    for row in read(built_editable.folder / "data", f"{kind}.json"):
        path, _, line = row["source_line"].rpartition(":")
        assert (built_editable.layout.root / path).read_text(encoding="utf-8").splitlines()[int(line) - 1]


def test_data_with_and_without_lines_are_of_one_version(folder: Path, built_editable: BuiltSite) -> None:
    name = "datapackage.json"
    assert read(folder, name)["version"] == read(built_editable.folder / "data", name)["version"]


def test_references_between_files_hold(rows: Rows) -> None:
    ids = {kind: {row["id"] for row in rows[kind]} for kind in ("parks", "plans", "targets", "facts", "metrics")}
    provisions = {(row["plan"], row["id"]) for row in rows["provisions"]}
    for kind in ("targets", "tasks", "measures", "facts", "anomalies"):
        for row in rows[kind]:
            assert row["plan"] in ids["plans"]
            assert row["park"] in ids["parks"] | {None}  # a document of a whole area belongs to no park
            assert (row["plan"], row["provision"]) in provisions
    by_id = {row["id"]: row for row in rows["targets"]}
    assert by_id["jia-2025/listed-companies-task"]["repeat_of"] == "jia-2025/listed-companies"
    assert by_id["jia-2025/high-tech-enterprises"]["baseline"]["id"] in ids["facts"]
    assert {row["metric"] for row in rows["targets"]} <= ids["metrics"]
    assert {t for row in rows["anomalies"] for t in row["targets"]} <= ids["targets"] | ids["facts"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_csv_file_has_a_byte_order_mark_and_windows_line_ends(folder: Path, kind: str) -> None:
    content = (folder / f"{kind}.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert not content.startswith(b"\xef\xbb\xbf" * 2)
    assert content.endswith(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")


@pytest.mark.parametrize("kind", KINDS)
def test_a_csv_file_holds_as_many_rows_as_its_json_all_of_one_width(folder: Path, rows: Rows, kind: str) -> None:
    head, *lines = table((folder / f"{kind}.csv").read_text(encoding="utf-8-sig"))
    assert len(lines) == len(rows[kind])
    assert {len(line) for line in lines} == {len(head)}
    assert len(set(head)) == len(head)


def test_bilingual_words_are_two_columns(folder: Path) -> None:
    [revenue] = [
        row
        for row in csv.DictReader(io.StringIO((folder / "targets.csv").read_text(encoding="utf-8-sig"), newline=""))
        if row["id"] == "jia-2025/revenue"
    ]
    assert (revenue["label_zh"], revenue["label_en"]) == ("园区总营收", "Total revenue of the park")
    assert (revenue["printed_value"], revenue["printed_unit"]) == ("30", "亿元")
    assert (revenue["value"], revenue["value_low"], revenue["unit_inferred"]) == ("3000000000", "", "false")


def test_a_column_of_a_row_without_words_is_still_the_same_column(folder: Path) -> None:
    head = table((folder / "targets.csv").read_text(encoding="utf-8-sig"))[0]
    assert "printed_value" in head
    assert "printed" not in head, "a row that has no printed number makes a second, empty column"
    assert "denominator" not in head


def test_json_is_utf8_without_escapes_and_ends_with_a_line_end(folder: Path) -> None:
    text = (folder / "targets.json").read_text(encoding="utf-8")
    assert "园区总营收" in text
    assert "\\u" not in text
    assert text.endswith("]\n")
