"""The program as a person starts it: on any terminal, whatever its environment says."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.paths import JIA, ROOT
from tests.small import Repository

pytestmark = pytest.mark.builds

ASCII = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "POSIX"}


def run(repository: Repository, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments, "--root", str(repository.root)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("command", [["check", "--lang", "zh"], ["status", "--lang", "zh"], ["check", "--fix"]])
def test_a_terminal_that_knows_ascii_alone_shows_escapes(repository: Repository, command: list[str]) -> None:
    repository.replace(JIA, "kind: action-plan\n", "kind: action-plan  # 方案 \n")
    done = run(repository, *command, **ASCII)
    assert b"Traceback" not in done.stderr
    assert done.returncode == 0
    assert b"\\u" in done.stdout


def test_json_is_utf_8_on_any_terminal(repository: Repository) -> None:
    repository.replace(JIA, "value: 3000000000", "value: 30  # 𠮷")
    done = run(repository, "check", "--format", "json", "--lang", "zh", PYTHONUTF8="0", PYTHONIOENCODING="cp936")
    assert "应" in json.loads(done.stdout.decode("utf-8"))[0]["message"]


@pytest.mark.parametrize("where", [("--port", "99999"), ("--host", "no such host")])
def test_what_cannot_be_listened_at_is_said_in_a_sentence(repository: Repository, where: tuple[str, str]) -> None:
    done = run(repository, "serve", *where, PYTHONUTF8="1")
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert b"Cannot listen at" in done.stderr


def test_a_reader_of_the_output_may_stop_reading(repository: Repository) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "generator", "check", "--root", str(repository.root)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 1
