from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from generator.extract.extract import extract
from generator.extract.structure.metadata import Read, Validity
from tests.cases import cases_of
from tests.told import ENGLISH

each = cases_of(__file__)


def plain(value: object) -> Any:
    """Return a field of metadata as a case writes it."""
    if isinstance(value, Read):
        return plain(value.value)
    if isinstance(value, Validity):
        return {name: plain(field) for name, field in vars(value).items()}
    if isinstance(value, tuple):
        return [plain(entry) for entry in value]
    return value if isinstance(value, datetime.date | int) or value is None else str(value)


@each("documents", "case")
def test_the_structure_of_a_document_is_what_it_says(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / f"a.{case.get('form', 'txt')}"
    path.write_text(case["file"], encoding="utf-8")
    made = extract(path, "a")
    lines = [line for line in made.chinese.split("---\n", 2)[2].split("\n") if line]
    assert lines == case["text"].splitlines()
    assert {field: plain(getattr(made.metadata, field)) for field in case.get("says", {})} == case.get("says", {})
    if "doubts" in case:
        assert [ENGLISH.tell(doubt.reason) for doubt in made.metadata.doubts] == case["doubts"]
