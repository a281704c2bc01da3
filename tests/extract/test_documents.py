"""Whole documents of invented places, in the layouts that offices and their sites use.

Beside each file stands what is to become of it: zh.md, dropped.yaml, metadata.yaml; `--update-golden` writes them.
"""

from __future__ import annotations

import datetime
import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.extract import Extract, extract
from generator.extract.structure.lines import ExtractError
from generator.extract.structure.metadata import Doubt, Metadata, Read
from generator.findings.finding import Message
from generator.project.layout import PROGRAM
from tests.cases import load_yaml
from tests.extract import documents, papers
from tests.fixtures import Golden
from tests.paths import TESTS
from tests.told import ENGLISH

CORPUS = TESTS / "corpora" / "extract"
FILES = {path.parent.name: path for path in sorted(CORPUS.glob("*/input.*"))}
MADE: dict[str, tuple[str, Callable[[Path], None]]] = {
    "word": ("docx", documents.word),
    "red-head-pdf": ("pdf", papers.red_head),
    "five-year-pdf": ("pdf", papers.five_year),
}
PLANS = sorted(path.parent.name for path in (PROGRAM / "content").glob("*/source.txt"))


def read(name: str, folder: Path) -> Extract:
    if name in FILES:
        return extract(FILES[name], name)
    suffix, make = MADE[name]
    make(folder / f"input.{suffix}")
    return extract(folder / f"input.{suffix}", name)


def shown(metadata: Metadata) -> str:
    """Return metadata as YAML, without what is empty."""

    def value(thing: object) -> Any:
        if isinstance(thing, Read):
            return {"value": value(thing.value), "words": thing.words, "line": thing.line}
        if isinstance(thing, tuple):
            return [value(entry) for entry in thing]
        if isinstance(thing, Doubt):
            place = f"line {thing.place}" if isinstance(thing.place, int) else thing.place
            return {"field": place, "reason": ENGLISH.tell(thing.reason)}
        if hasattr(thing, "__dataclass_fields__"):
            return {f.name: getattr(thing, f.name) for f in fields(thing)}  # type: ignore[arg-type]
        return thing if isinstance(thing, datetime.date | int) else str(thing)

    filled = {f.name: value(getattr(metadata, f.name)) for f in fields(metadata) if getattr(metadata, f.name)}
    return yaml.safe_dump(filled, allow_unicode=True, sort_keys=False, width=1000)


@pytest.mark.parametrize("name", [*FILES, *MADE])
def test_a_document_becomes_what_a_careful_reader_makes_of_it(name: str, tmp_path: Path, golden: Golden) -> None:
    made = read(name, tmp_path)
    golden(f"../corpora/extract/{name}/zh.md", made.chinese)
    golden(f"../corpora/extract/{name}/dropped.yaml", made.dropped)
    notes = "".join(f"# {ENGLISH.tell(note)}\n" for note in made.notes)
    golden(f"../corpora/extract/{name}/metadata.yaml", notes + shown(made.metadata))


def complete(made: Extract) -> None:
    """Assert that each sign of the capture stands in the text or is listed as dropped, and none stands in both."""
    entries = load_yaml(made.dropped) or []
    kept = re.sub(
        r"\A---\n.*?---\n|^---$|^\*\*\*$|^#{1,4} |^\|(?: --- \|)+$", "", made.chinese, flags=re.DOTALL | re.MULTILINE
    )
    kept = re.sub(r"^\| (.*) \|$", lambda m: m[1].replace(" | ", " "), kept, flags=re.MULTILINE)
    signs = Counter(kept + "".join(entry["text"] for entry in entries))
    wanted = Counter(made.source)
    for white in " \n\t\u3000\u2002\u2003\xa0\u2009":
        del signs[white], wanted[white]
    assert signs == wanted
    lines = made.source.split("\n")
    assert all(entry["text"] in lines[entry["line"] - 1] for entry in entries)


@pytest.mark.parametrize("name", [*FILES, *MADE])
def test_nothing_of_a_document_is_lost(name: str, tmp_path: Path) -> None:
    complete(read(name, tmp_path))


@pytest.mark.parametrize("plan", PLANS)
def test_nothing_of_a_real_plan_is_lost(plan: str) -> None:
    complete(extract(PROGRAM / "content" / plan / "source.txt", plan))


@given(seed=st.integers(0, 10**6), name=st.sampled_from([n for n, path in FILES.items() if path.suffix == ".txt"]))
def test_nothing_is_lost_of_a_document_with_lines_out_of_place(
    seed: int, name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    chance = random.Random(seed)  # noqa: S311  (a document, not a secret)
    raw = FILES[name].read_bytes()
    lines = (raw.decode("gb18030") if name == "run-in-text" else raw.decode()).split("\n")
    for _ in range(chance.randint(1, 6)):
        at, to = chance.randrange(len(lines)), chance.randrange(len(lines))
        match chance.randrange(4):
            case 0:
                lines[at], lines[to] = lines[to], lines[at]
            case 1:
                lines.insert(to, lines[at])
            case 2:
                lines[at : at + 1] = [lines[at][: len(lines[at]) // 2], lines[at][len(lines[at]) // 2 :]]
            case _:
                lines.pop(at)
    path = tmp_path_factory.mktemp("mixed") / "a.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    try:
        made = extract(path, "a")
    except ExtractError:
        return
    complete(made)


@pytest.mark.parametrize("name", [*FILES, *MADE])
def test_a_document_is_read_the_same_twice(name: str, tmp_path: Path) -> None:
    assert read(name, tmp_path) == read(name, tmp_path)


def test_a_heading_of_markdown_in_a_text_is_read_as_its_words_and_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("甲园行动方案\n一、目标\n# 甲不是标题。\n二、任务\n乙。\n", encoding="utf-8")
    made = extract(path, "a")
    assert [p.words for p in made.text.provisions if p.id == "1/1"] == ["甲不是标题。"]
    assert Message.of("extract.markdown") in made.notes
