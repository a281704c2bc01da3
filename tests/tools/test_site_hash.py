from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.site_hash import WORKBOOK, site_hash

ROOT = Path(__file__).resolve().parents[2]


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_the_same_files_have_the_same_hash_whenever_and_wherever_written(tmp_path: Path) -> None:
    one = write(tmp_path / "one", {"a.html": "a", "zh/园.html": "b"})
    other = write(tmp_path / "other", {"zh/园.html": "b", "a.html": "a"})
    os.utime(other / "a.html", (0, 0))
    assert site_hash(one) == site_hash(other)


@pytest.mark.parametrize(
    "files",
    [
        {"a.html": "a", "b.html": "c"},
        {"a.html": "a", "c.html": "b"},
        {"a.html": "b", "b.html": "a"},
        {"a.html": "a"},
        {"a.html": "ab.htmlb"},
        {"a.html": "a", "b.html": "b", "c.html": ""},
    ],
)
def test_other_paths_or_bytes_have_another_hash(tmp_path: Path, files: dict[str, str]) -> None:
    assert site_hash(write(tmp_path / "one", {"a.html": "a", "b.html": "b"})) != site_hash(write(tmp_path / "b", files))


def test_the_command_prints_the_hash_and_nothing_else(tmp_path: Path) -> None:
    site = write(tmp_path, {"index.html": "x"})
    command = [sys.executable, "-m", "tools.site_hash"]
    said = subprocess.run([*command, str(site)], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert said == f"{site_hash(site)}\n"


def test_a_folder_that_is_missing_is_wrong_use(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tools.site_hash", str(tmp_path / "none")]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert "no such folder" in ended.stderr


def test_the_workbook_can_be_left_out(tmp_path: Path) -> None:
    one = write(tmp_path / "one", {"a.html": "a", "data/plans.xlsx": "1", "data/datapackage.json": "1"})
    other = write(tmp_path / "other", {"a.html": "a", "data/plans.xlsx": "2", "data/datapackage.json": "2"})
    assert site_hash(one) != site_hash(other)
    assert site_hash(one, *WORKBOOK) == site_hash(other, *WORKBOOK)
    (other / "a.html").write_text("b")
    assert site_hash(one, *WORKBOOK) != site_hash(other, *WORKBOOK)
