"""Links in the repository's own texts lead somewhere, and the README's layout is how things are."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from tests.paths import ROOT

TEXTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob(".github/**/*.md")])
LINK = re.compile(r"\]\((?P<to>[^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
FILE = re.compile(r"`(?P<path>(?:docs|tests|schemas|structured|generator|site_templates|\.github)/[\w./-]+\.\w+)`")
# Named already, because they are being made: each must go from here as soon as it is there.
AWAITED: set[str] = {"structured/reports.yaml", "structured/cited_targets.yaml"}
TO_COME = re.compile(r"(structured/plans|content)/[a-z-]+-\d{4}\b")  # plans that the editors' guide makes or takes away


def anchors(text: str) -> set[str]:
    """Return the anchors that GitHub gives the headings of a text."""
    found: set[str] = set()
    for heading in re.findall(r"^#+ (.*)$", CODE.sub(lambda m: m[0] if "\n" not in m[0] else "", text), re.MULTILINE):
        words = re.sub(r"[`*]|\]\([^)]*\)|\[", "", heading).strip().lower()
        kept = "".join(c for c in words if c in " -_" or unicodedata.category(c)[0] in "LNM")
        found.add(kept.replace(" ", "-"))
    return found


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_to_files_and_headings(path: Path) -> None:
    text = CODE.sub("", path.read_text(encoding="utf-8"))
    for link in LINK.finditer(text):
        to, _, anchor = link["to"].partition("#")
        if to.startswith(("https://", "http://")):
            continue
        target = (path.parent / to).resolve() if to else path
        assert target.exists(), link["to"]
        if anchor:
            assert anchor in anchors(target.read_text(encoding="utf-8")), link["to"]


@pytest.mark.publication
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_files_that_are_named_exist(path: Path) -> None:
    named = {match["path"] for match in FILE.finditer(path.read_text(encoding="utf-8"))}
    assert {name for name in named if not (ROOT / name).exists() and not TO_COME.match(name)} <= AWAITED


def test_what_is_awaited_is_not_there_yet() -> None:
    assert {name for name in AWAITED if (ROOT / name).exists()} == set(), "take these from AWAITED"


@pytest.mark.publication
def test_the_layout_in_the_readme_is_how_things_are() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = readme.partition("## Layout\n")[2].partition("\n## ")[0]
    named = re.findall(r"^    (\S+)  ", block, re.MULTILINE)
    assert named
    made = set(re.findall(r"^/(\w+)/$", (ROOT / ".gitignore").read_text(encoding="utf-8"), re.MULTILINE))
    for name in named:
        assert list(ROOT.glob(name.strip("/"))) or name.strip("/") in made, name
    told = {name.strip("/") for name in named}
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith(".")}
    assert folders - {"build", "site", "test-results"} <= told


def test_anchors_are_those_that_github_makes() -> None:
    assert anchors("# A `b`: C—d\n## 给编辑：如何更正一个数字\n```\n# no\n```\n### What's new, 2.1?\n") == {
        "a-b-cd",
        "给编辑如何更正一个数字",
        "whats-new-21",
    }
