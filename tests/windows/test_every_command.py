"""Every command of the guides does its work on Windows; elsewhere, with what can be imitated of it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.paths import MINI, ROOT

pytestmark = pytest.mark.builds

IMITATION = Path(__file__).parent / "imitation"
TEXTS = {".md", ".yaml", ".txt"}
PATIENCE = 600  # seconds


def git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "core.autocrlf=false")
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with CR LF, under a path with a space and Han characters, with one commit."""
    root = tmp_path_factory.mktemp("windows") / "我的 文档" / "park plans 园区"
    shutil.copytree(MINI, root)
    for path in root.rglob("*"):
        if path.suffix in TEXTS:
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message=Begin")
    return root


@pytest.fixture(scope="module")
def done(checkout: Path) -> tuple[dict[str, int | str], str]:
    """What came of every command: its exit code, or how it broke off; and all that was said."""
    told = checkout.parent / "told.json"
    imitated = {"PYTHONPATH": str(IMITATION), "PYTHONWARNDEFAULTENCODING": "1"}
    console = {"PYTHONIOENCODING": "cp936"} if os.name == "nt" else imitated
    ran = subprocess.run(
        [sys.executable, "-m", "tests.windows.every_command", str(checkout), str(told)],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "0", "LANG": "zh_CN.GBK", **console},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=PATIENCE,
        check=False,
    )
    said = ran.stdout.decode("cp936", "replace")
    assert told.is_file(), said
    return json.loads(told.read_text(encoding="utf-8")), said


def test_every_command_does_its_work(done: tuple[dict[str, int | str], str]) -> None:
    codes, said = done
    assert {name: code for name, code in codes.items() if code != 0} == {}, said
    assert "Traceback" not in said


def test_what_is_said_can_be_read_on_the_console(done: tuple[dict[str, int | str], str]) -> None:
    assert "已检查" in done[1]


def test_the_site_has_the_bytes_it_has_elsewhere(done: tuple[dict[str, int | str], str], checkout: Path) -> None:
    assert done
    texts = {".html", ".json", ".xml", ".txt", ".svg", ".css", ".js"}
    built = [path for path in (checkout / "site").rglob("*") if path.suffix in texts]
    assert built
    assert [path.name for path in built if b"\r" in path.read_bytes()] == []
