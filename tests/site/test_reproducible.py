"""The same records give the same bytes, wherever, whenever and by whomever they are built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.hostile.test_interruptions import contents
from tests.paths import MINI, ROOT

pytestmark = pytest.mark.builds

HERE = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "0"}
ELSEWHERE = {"LC_ALL": "zh_CN.GB18030", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "12345"}
DAY = {"SOURCE_DATE_EPOCH": "1782864000"}  # else a build at midnight would be of two days


def built(
    root: Path, environment: Mapping[str, str], *arguments: str, umask: int = 0o022, folder: Path = ROOT
) -> dict[str, str]:
    """Build a site in a process of its own, and return its files with a hash of each."""
    if not root.exists():
        shutil.copytree(MINI, root)
    command = [sys.executable, "-m", "generator", "build", "--root", str(root), *arguments]
    variables = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT), **DAY, **environment}
    subprocess.run(command, cwd=folder, env=variables, umask=umask, capture_output=True, check=True)
    return contents(root / "site")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return built(tmp_path_factory.mktemp("first") / "r", HERE)


def test_builds_of_two_places_give_the_same_bytes(first: dict[str, str], tmp_path: Path) -> None:
    root = tmp_path / "a folder/of 另一人/r"
    root.parent.mkdir(parents=True)
    assert built(root, ELSEWHERE, umask=0o077, folder=tmp_path) == first


@pytest.mark.slow
def test_what_changed_and_is_as_before_gives_the_same_bytes(first: dict[str, str], tmp_path: Path) -> None:
    """As tests/site/test_edits.py holds of one change."""
    root = tmp_path / "r"
    assert built(root, ELSEWHERE) == first
    park = root / "structured/parks/yi.yaml"
    words = park.read_bytes()
    park.write_bytes(words.replace(b"Park B", b"Park C"))
    assert built(root, ELSEWHERE) != first
    park.write_bytes(words)
    assert built(root, HERE) == first


@pytest.mark.slow
def test_a_forced_build_gives_the_same_bytes(first: dict[str, str], tmp_path: Path) -> None:
    """As tests/hostile/test_damage.py holds of each change."""
    assert built(tmp_path / "r", ELSEWHERE) == first
    assert built(tmp_path / "r", ELSEWHERE, "--force") == first


@pytest.mark.slow
def test_a_build_of_another_day_changes_the_file_of_that_day_alone(first: dict[str, str], tmp_path: Path) -> None:
    """As tests/pages/test_states.py holds of the pages."""
    later = built(tmp_path / "r", {"SOURCE_DATE_EPOCH": "1783000000", **HERE})
    stamped = {
        "built.json",
        *(f"data/{name}" for name in ("datapackage.json", "index.json", "catalog.jsonld")),
    }  # and hashes
    assert {name for name in first if first[name] != later[name] and not name.endswith(".xlsx")} <= stamped
    assert first["built.json"] != later["built.json"]


@pytest.mark.slow
@pytest.mark.parametrize("name", [*HERE, "umask"])
def test_nothing_of_a_machine_is_in_a_site(first: dict[str, str], tmp_path: Path, name: str) -> None:
    """One thing at a time, so that a failure says which."""
    if name == "umask":
        assert built(tmp_path / "r", HERE, umask=0o077) == first
    else:
        assert built(tmp_path / "r", {**HERE, name: ELSEWHERE[name]}) == first
