"""What is installed is what pyproject.toml asks for, pinned with hashes and bound to no package index."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BUILD, TEST = "requirements.txt", "requirements-test.txt"
GROUPS = ("pip", "lock", "audit", "zensical")  # the installer; programs of `make lock` and of the weekly workflow

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_PIN = re.compile(
    r"(?P<pin>(?P<name>[a-z0-9-]+)==[^\s;]+(?: ; [^\\\n]+?)?) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)"
)


def pins(file: str) -> dict[str, list[str]]:
    """Return the pins of a requirements file by package; one may have several, for several versions of Python."""
    found: dict[str, list[str]] = {}
    for match in _PIN.finditer((ROOT / file).read_text(encoding="utf-8")):
        found.setdefault(match["name"], []).append(match["pin"])
    return found


def wanted(*extras: str) -> set[str]:
    """Return the names pyproject.toml asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *(d for extra in extras for d in project["optional-dependencies"][extra])]
    return names(asked)


def names(asked: list[str]) -> set[str]:
    """Return the names of packages that are asked for with their versions."""
    return {match[0].lower() for match in map(_NAME.match, asked) if match}


EXTRAS = ("extract", "fill", "host", "documents")


@pytest.mark.parametrize(("file", "extras"), [(BUILD, EXTRAS), (TEST, (*EXTRAS, "test"))])
def test_everything_asked_for_is_pinned(file: str, extras: tuple[str, ...]) -> None:
    assert wanted(*extras) <= pins(file).keys(), "run make lock"


@pytest.mark.parametrize("group", GROUPS)
def test_everything_asked_for_by_a_group_is_pinned(group: str) -> None:
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]
    assert set(groups) == set(GROUPS)
    assert names(groups[group]) <= pins(f"requirements-{group}.txt").keys(), "run make lock"


def test_the_tests_run_with_the_packages_of_the_build() -> None:
    tested = pins(TEST)
    assert {name: tested.get(name) for name in pins(BUILD)} == pins(BUILD), "run make lock"


@pytest.mark.parametrize("file", [BUILD, TEST, *(f"requirements-{group}.txt" for group in GROUPS)])
def test_every_line_is_a_pin_a_hash_or_a_comment(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    rest = [line for line in _PIN.sub("", text).splitlines() if line.strip() and not line.lstrip().startswith("#")]
    assert rest == []
    assert "://" not in text
