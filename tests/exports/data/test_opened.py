"""The data in the programs that its users open it with; the snippets of the docs are run as they stand there."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import duckdb
import feedparser  # type: ignore[import-untyped]
import pandas  # type: ignore[import-untyped]
import pytest

from generator.language.languages import LANGUAGES
from tests.paths import ROOT
from tests.sites import BuiltSite

SNIPPETS = re.findall(r"```python\n(.*?)```", (ROOT / "docs/data-contract.md").read_text(encoding="utf-8"), re.DOTALL)

CALC = (Path(shutil.which("soffice") or "").resolve().parent / "libsclo.so").exists()


@pytest.fixture(scope="module")
def data(built_mini: BuiltSite) -> Path:
    return built_mini.folder / "data"


def rows(data: Path, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((data / name).read_text(encoding="utf-8"))
    return found


@pytest.mark.slow
def test_the_snippets_of_the_docs_find_what_is_in_the_data(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(data)
    found: dict[str, Any] = {}
    for snippet in SNIPPETS:
        exec(snippet, found)  # noqa: S102 - of our own docs
    targets, tasks = rows(data, "targets.json"), rows(data, "tasks.json")
    assert len(SNIPPETS) == 5
    assert found["per_metric"].to_dict() == {
        metric: len({t["plan"] for t in targets if t["metric"] == metric}) for metric in {t["metric"] for t in targets}
    }
    assert [row[0] for row in found["in_yuan"]] == [t["id"] for t in targets if t["unit"] == "CNY"]
    led = [(task["id"], actor["body"]) for task in tasks for actor in task["bodies"] if actor["role"] == "lead"]
    assert led
    assert sorted(found["led"]) == sorted(led)
    assert found["complaints"] == found["errors"] == []


@pytest.mark.parametrize("name", ["targets", "task_bodies", "standings"])
def test_every_csv_file_reads_the_same_in_pandas_duckdb_and_a_strict_reader(data: Path, name: str) -> None:
    path = data / f"{name}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        strict = list(csv.DictReader(file, strict=True))
    frame = pandas.read_csv(path, encoding="utf-8-sig", dtype=str, keep_default_na=False)
    assert frame.to_dict("records") == strict
    table = duckdb.read_csv(str(path), all_varchar=True, header=True)
    assert table.columns == list(strict[0])
    assert len(table.fetchall()) == len(strict)


@pytest.mark.slow
@pytest.mark.skipif(not CALC, reason="LibreOffice has no Calc here")
def test_the_workbook_opens_in_libreoffice(data: Path, tmp_path: Path) -> None:
    [book] = data.glob("*.xlsx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    command = ["soffice", profile, "--headless", "--convert-to", every_sheet, "--outdir", str(tmp_path), str(book)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    [sheet] = tmp_path.glob("*-targets.csv")
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        found = list(csv.DictReader(file))
    targets = rows(data, "targets.json")
    assert [row["id"] for row in found] == [target["id"] for target in targets]
    assert [row["quote"] for row in found] == [target["quote"] for target in targets]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_feed_is_read_without_complaint(built_mini: BuiltSite, language: str) -> None:
    feeds = list((built_mini.folder / language).rglob("feed.xml"))
    read = [feedparser.parse(path.read_bytes()) for path in feeds]
    assert not any(found.bozo for found in read)
    entries = [entry for found in read for entry in found.entries]
    assert entries
    assert all(entry.id and entry.title and entry.updated_parsed for entry in entries)
