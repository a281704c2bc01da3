from __future__ import annotations

import errno
import sys
from pathlib import Path

import pytest

from generator.project import exchange as module
from generator.project.exchange import exchange


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    one, other = tmp_path / "one", tmp_path / "another/other"
    for folder in (one, other):
        folder.mkdir(parents=True)
        (folder / folder.name).touch()
    return one, other


@pytest.mark.skipif(sys.platform != "linux", reason="other file systems may be unable to")
def test_two_folders_change_about(two: tuple[Path, Path]) -> None:
    assert exchange(*two)
    one, other = two
    assert [path.name for path in one.iterdir()] == ["other"]
    assert [path.name for path in other.iterdir()] == ["one"]


@pytest.mark.skipif(sys.platform != "linux", reason="other file systems may be unable to")
def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    with pytest.raises(FileNotFoundError):
        exchange(tmp_path / "one", tmp_path / "other")


@pytest.mark.parametrize("answer", [None, errno.ENOSYS, errno.EINVAL, errno.EPERM])
def test_a_system_that_does_not_know_the_call_changes_nothing(
    two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, answer: int | None
) -> None:
    monkeypatch.setattr(module, "_call", lambda: (lambda *_: answer) if answer else None)
    assert not exchange(*two)
    assert all((folder / folder.name).is_file() for folder in two)
