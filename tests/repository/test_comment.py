"""The comment on a pull request: found by the event alone, renewed not repeated, and harmless whatever it shows.

GitHub is played by a program called `gh` that answers from a file and writes down what it was asked.
"""

from __future__ import annotations

import importlib.util
import io
import json
import os
import subprocess
import sys
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from tests.cases import few
from tests.paths import ROOT

pytestmark = pytest.mark.builds

SCRIPT = ROOT / ".github/comment.py"
SHA = "a" * 40
RUN = "https://github.com/park-plans/park-plans/actions/runs/7"

_spec = importlib.util.spec_from_file_location("comment", SCRIPT)
assert _spec
assert _spec.loader
script = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(script)

GH = f"""#!{sys.executable} -IS
import json, pathlib, sys
here = pathlib.Path(__file__).parent
asked = sys.argv[2:]
body = sys.stdin.read() if "--input" in asked else ""
with (here / "asked.jsonl").open("a") as log:
    log.write(json.dumps([asked, body]) + "\\n")
for part, answer in json.loads((here / "answers.json").read_text()).items():
    if any(part in word for word in asked):
        sys.stdout.buffer.write(bytes.fromhex(answer))
        break
else:
    sys.exit("nobody expected " + " ".join(asked))
"""


def archive(content: bytes | None, name: str = "changes.md") -> bytes:
    """Return a zip file as GitHub hands it out."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as opened:
        if content is not None:
            opened.writestr(name, content)
    return stream.getvalue()


def spoilt_at(place: int) -> bytes:
    """Return an archive in which some bytes of what is packed are others."""
    content = bytearray(archive(bytes(range(256)) * 50))
    content[place : place + 8] = b"\xff" * 8
    return bytes(content)


@dataclass
class GitHub:
    """What the stand-in for GitHub knows. sha: newest commit of the open pull request 5; comments: those on it."""

    folder: Path
    sha: str = SHA
    zipped: bytes = archive("新增目标 1 项。".encode())
    size: int = 100
    artifacts: int = 1
    comments: list[dict[str, Any]] = field(default_factory=list)
    head: dict[str, Any] | None = field(default_factory=lambda: {"id": 9, "owner": {"login": "somebody"}})
    branch: str = "patch-1"

    def run(self) -> list[tuple[list[str], str]]:
        """Run the script as the workflow does; return what it asked, with the bodies it sent."""
        bin_ = self.folder / "bin"
        bin_.mkdir(exist_ok=True)
        (bin_ / "gh").write_text(GH, encoding="utf-8")
        (bin_ / "gh").chmod(0o755)
        listed = [
            {"id": n, "name": "changes", "expired": False, "size_in_bytes": self.size} for n in range(self.artifacts)
        ]
        pulls = [
            {"number": 5, "head": {"sha": self.sha, "repo": {"id": 9}}},
            {"number": 6, "head": {"sha": SHA, "repo": None}},
        ]
        # The first whose sign stands in what is asked.
        answers = {
            "POST": {"html_url": "u"},
            "PATCH": {"html_url": "u"},
            "/artifacts?": {"artifacts": listed},
            "/comments?": [self.comments],
            "/pulls": pulls,
        }
        known = {sign: json.dumps(answer).encode().hex() for sign, answer in answers.items()}
        (bin_ / "answers.json").write_text(json.dumps({**known, "/zip": self.zipped.hex()}), encoding="utf-8")
        event = self.folder / "event.json"
        run = {"id": 7, "html_url": RUN, "head_sha": SHA, "head_branch": self.branch, "head_repository": self.head}
        event.write_text(
            json.dumps({"repository": {"full_name": "park-plans/park-plans"}, "workflow_run": run}), encoding="utf-8"
        )
        path = f"{bin_}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(
            [sys.executable, "-S", SCRIPT, event], env={"PATH": path}, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        log = (bin_ / "asked.jsonl").read_text(encoding="utf-8") if (bin_ / "asked.jsonl").is_file() else ""
        return [(asked, body) for asked, body in map(json.loads, log.splitlines())]

    def written(self) -> tuple[str, str]:
        """Run the script; return where it wrote the comment, and the comment."""
        asked, body = self.run()[-1]
        return asked[asked.index("--method") + 1] + " " + asked[asked.index("--method") + 2], json.loads(body)["body"]


@pytest.fixture
def github(tmp_path: Path) -> GitHub:
    return GitHub(tmp_path)


def test_a_first_comment_is_written(github: GitHub) -> None:
    place, text = github.written()
    assert place == "POST repos/park-plans/park-plans/issues/5/comments"
    assert text.startswith(f"{script.MARK}\n> ")
    assert RUN in text
    assert text.endswith("\n\n```text\n新增目标 1 项。\n```\n")


def test_our_own_comment_is_renewed_and_nobody_elses(github: GitHub) -> None:
    github.comments = [
        {"id": 1, "user": {"login": "somebody"}, "body": script.MARK},
        {"id": 2, "user": {"login": script.AUTHOR}, "body": "something else"},
        {"id": 3, "user": {"login": script.AUTHOR}, "body": f"{script.MARK}\nof yesterday"},
    ]
    assert github.written()[0] == "PATCH repos/park-plans/park-plans/issues/comments/3"


def test_the_pull_request_is_found_by_owner_branch_and_commit_of_the_event(github: GitHub) -> None:
    github.branch = "a branch; $(reboot) && --method=DELETE"
    asked, _ = github.run()[0]
    assert asked == [
        "--method", "GET", "repos/park-plans/park-plans/pulls",
        "-f", "state=open", "-f", "head=somebody:a branch; $(reboot) && --method=DELETE",
    ]  # fmt: skip


def test_nothing_is_written_when_the_pull_request_has_gone_on(github: GitHub) -> None:
    github.sha = "b" * 40
    assert len(github.run()) == 1


def test_nothing_is_asked_when_the_fork_is_gone(github: GitHub) -> None:
    github.head = None
    assert github.run() == []


@pytest.mark.parametrize(
    "spoilt",
    few(
        [
            {"artifacts": 0},
            {"size": script.LARGEST + 1},
            {"zipped": b"no zip file"},
            {"zipped": archive(None)},
            {"zipped": archive(b"text", "../changes.md")},
            {"zipped": archive(b"")},
            {"zipped": archive(os.urandom(5_000))[:-40] + archive(b"a")[-40:]},
            {"zipped": spoilt_at(60)},
            {"zipped": spoilt_at(200)},
            {"zipped": archive(b"text" * 99)[:80]},
            {"zipped": b""},
        ],
        4,
    ),
    ids=[
        "missing",
        "too large",
        "no archive",
        "empty archive",
        "another file",
        "empty file",
        "another directory",
        "broken at its begin",
        "broken further on",
        "cut short",
        "nothing",
    ],
)
def test_a_comparison_that_cannot_be_used_is_said_to_be_missing(github: GitHub, spoilt: dict[str, Any]) -> None:
    for name, value in spoilt.items():
        setattr(github, name, value)
    assert github.written()[1].endswith(f"{script.NOTHING}\n")


def test_the_newest_of_several_attempts_is_shown(github: GitHub) -> None:
    github.artifacts = 3
    assert "repos/park-plans/park-plans/actions/artifacts/2/zip" in [asked[-1] for asked, _ in github.run()]


def test_what_unpacks_to_gigabytes_is_read_no_further_than_allowed(github: GitHub) -> None:
    github.zipped = archive(b"a" * 50_000_000)
    assert len(github.zipped) < script.LARGEST
    assert github.written()[1].endswith(f"{script.TOO_LONG}\n")


ACTING = [
    "@everyone and @a/b, see #12, GH-12 and a/b#12",
    "[text](https://example.org) [text][1]\n\n[1]: https://example.org",
    "![picture](//example.org/a.png) <img src=x> <!-- --> <?x",
    "<details open=x> </summary x> <br/onload=x> www.example.org mailto:a",
    "&commat;someone &#x3c;b &#64;someone https&#58;//example.org",
    "> [!WARNING]\n> Send your password to\n\n## Approved by the maintainers\n\n---\n\nText\n====",
    "```mermaid\ngraph TD\n```\n\n~~~geojson\n{}\n~~~\n\n$$x$$\n\n$`x`$",
    f"{'a' * 40} deadbeef1234 a/b@{'b' * 40}",
    "```\n```text\n````\n``````` x\n> out",
    "   ```\n\t```\n- ```\n> ```\n</code></pre>",
    "&#96;&#96;&#96;\n# out",
]


@pytest.mark.parametrize("text", ACTING)
def test_what_strangers_say_stands_in_one_block_of_code(text: str) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(script.comment(text, RUN))
    kinds = [token.type for token in tokens]
    assert kinds[:2] == ["html_block", "blockquote_open"]
    assert kinds[kinds.index("blockquote_close") + 1 :] == ["fence"]
    assert tokens[-1].info == "text"


def test_what_hides_or_steers_is_left_out() -> None:
    assert (
        script.quoted("right\u202eleft \u2066\x07\x1b[31m\r\x00&#8203;&#x202e;\ue000.")
        == "```text\nrightleft [31m.\n```"
    )
    assert script.quoted(" \n\u200b\n") == ""


def test_a_comparison_can_be_read() -> None:
    text = (
        "## 读者会看到的变化\n\n<details><summary>甲园 · Park A</summary>\n\n"
        "| 旧 | 新 |\n|---|--:|\n| 600 | **650** |\n\n"
        "- 5.5% &#60; 6%<br>→ <code>a&#95;b</code>: <del>600</del><ins>650</ins>\n\n</details>\n"
    )
    assert script.quoted(text) == (
        "```text\n## 读者会看到的变化\n\n▸ 甲园 · Park A\n\n| 旧 | 新 |\n|---|--:|\n| 600 | 650 |\n\n"
        "- 5.5% < 6% / → a_b: [−600−][+650+]\n```"
    )


def test_a_comment_fits_what_github_takes() -> None:
    for length in (script.LONGEST, script.LONGEST + 1):
        assert len(script.comment("字" * (length - len("```text\n\n```")), RUN)) < 65_536
    assert script.comment("字" * script.LONGEST, RUN).endswith(f"{script.TOO_LONG}\n")
