"""Every command that a text of the repository tells people to run is there to be run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.paths import ROOT
from tests.repository.commands import commands, options, unknown

TEXTS = sorted(
    [
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/*.md"),
        *ROOT.glob(".github/**/*.md"),
        *ROOT.glob(".github/**/*.yml"),
        ROOT / ".pre-commit-config.yaml",
        *(ROOT / "generator/starting/files").glob("*.md"),
    ]
)
# An owner runs `make` in a publication.
OWNERS = {path for path in TEXTS if "starting" in path.parts or path.name.startswith("owners-guide")}
# Named already, because they are being made: each must go from here as soon as it is there.
AWAITED: set[str] = set()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_commands_that_are_named_exist(path: Path) -> None:
    folder = ROOT / "generator/starting/files" if path in OWNERS else ROOT
    assert set(unknown(path.read_text(encoding="utf-8"), folder / "Makefile")) <= AWAITED


def test_what_is_awaited_is_not_there_yet() -> None:
    there = {
        awaited
        for awaited in AWAITED
        for name, *option in [awaited.split()]
        if name in commands() and set(option) <= options(commands()[name]).keys()
    }
    assert there == set(), "take these from AWAITED"


def test_the_makefile_helps_with_what_it_has() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    [phony] = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert set(phony.split()) == set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("run `.venv/bin/python -m generator frobnicate`", ["frobnicate"]),
        ("run `python -m generator check --format github --frob`", ["check --frob"]),
        ("run `python -m generator check --format xml`", ["check --format xml"]),
        ("run `python -m generator status --accept PLAN[/PROVISION]`", []),
        ("run `park-plans frobnicate`, then .venv/bin/park-plans new park north --frob", ["frobnicate", "new --frob"]),
        ("run `make frob`, then make sure", ["make frob"]),
        ("    make UPGRADE=--upgrade lock\n", []),
        ("        run: make sites\n", ["make sites"]),
    ],
)
def test_a_command_that_does_not_exist_is_found(text: str, expected: list[str]) -> None:
    assert unknown(text) == expected
