"""The cases of judging.yaml as records."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.analysis.judging import Case
from generator.records.fact import Fact
from generator.records.result import Result
from generator.records.target import Target
from tests.cases import load_yaml

_WORDS = {"zh": "企业", "en": "Companies"}
_STATED = {"quote": "企业", "comparator": "eq", "value": 120, "unit": "count", "year_words": "到2026年"}


def cases() -> list[dict[str, Any]]:
    """Return the cases as they are written."""
    found: list[dict[str, Any]] = load_yaml(Path(__file__).with_name("judging.yaml").read_text(encoding="utf-8"))
    return found


def case(written: dict[str, Any]) -> Case:
    """Return a case."""
    base = written.get("baseline")
    target = {"id": "goal", "metric": "companies", "provision": "1/1", "measure": "stock", "commitment": "firm"}
    result = {"id": "done", "target": "goal", "source": {"report": "bulletin"}, "measure": "stock"}
    fact = {"id": "start", "metric": "companies", "provision": "1/1", "year": 2024}
    return Case(
        target=Target.model_validate(
            _filled({**target, "year": 2026, "baseline": base and "start"}, written["target"], "家")
        ),
        result=Result.model_validate(_filled({**result, "year": 2026}, written["result"], "个")),
        direction=written.get("direction", "higher"),
        baseline=Fact.model_validate(_filled(fact, base, "家")) if base else None,
        start=2025,
        doubted=written.get("doubted", False),
    )


def _filled(usual: dict[str, Any], written: dict[str, Any], unit: str) -> dict[str, Any]:
    found = {"label": _WORDS, **_STATED, **usual, **written}
    found.setdefault("printed", {"value": str(found["value"]), "unit": unit})
    return found
