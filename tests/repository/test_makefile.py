"""What a person has set for other programs does not reach what the Makefile starts."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.paths import ROOT

MAKE = shutil.which("make")
SET = {
    "PIP_USER": "1",
    "PIP_TARGET": "/elsewhere",
    "PIP_PREFIX": "/elsewhere",
    "PYTHONSAFEPATH": "1",
    "PYTHONPATH": "/elsewhere",
    "PYTHONHOME": "/elsewhere",
    "PYTHONUTF8": "0",
}
MAKEFILES = [ROOT / "Makefile", ROOT / "generator/starting/files/Makefile"]


@pytest.mark.skipif(MAKE is None, reason="needs make")
@pytest.mark.parametrize("makefile", MAKEFILES, ids=["repository", "publication"])
def test_what_is_set_elsewhere_is_not_heard(makefile: Path) -> None:
    shown = subprocess.run(
        [str(MAKE), "-f", str(makefile), "--eval=show:\n\t@env", "show"],
        cwd=ROOT,
        env={**os.environ, **SET},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    heard = dict(line.partition("=")[::2] for line in shown.splitlines())
    assert (heard["PIP_USER"], heard["PYTHONUTF8"]) == ("0", "1")
    assert [name for name in SET if name in heard] == ["PIP_USER", "PYTHONUTF8"]


def test_everything_is_installed_with_hashes_by_a_pinned_pip() -> None:
    text = MAKEFILES[0].read_text(encoding="utf-8")
    installs = re.findall(r"\$\(PIP\) install ([^\n&]*)", text)
    assert installs
    assert all(install.startswith("--require-hashes -r ") for install in installs)
    assert text.index("requirements-pip.txt &&") < text.index("-r $(1)")
