from __future__ import annotations

import errno
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.site import publish
from generator.site.publish import Folder, PublishError
from tests.told import failing


def files(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_text(encoding="utf-8") for p in folder.rglob("*") if p.is_file()}


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def other_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on another disk than the tests'."""
    memory = Path("/dev/shm")  # noqa: S108 - a disk of its own on Linux
    if not memory.is_dir() or memory.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is no other disk here")
    folder = Path(tempfile.mkdtemp(dir=memory))
    yield folder
    shutil.rmtree(folder)


def test_the_parts_of_a_site_are_laid_together(tmp_path: Path) -> None:
    site = Folder(tmp_path / "build/next")
    for name in ("index.html", "zh/index.html", "zh/parks/jia/index.html", "zh/parks/yi/index.html"):
        site.put(name, name.encode())
    site.put_static({"site.css": b"css", "icons/a.svg": b"svg"})
    assert files(site.path) == {
        **{
            name: name for name in ("index.html", "zh/index.html", *(f"zh/parks/{x}/index.html" for x in ("jia", "yi")))
        },
        "assets/site.css": "css",
        "assets/icons/a.svg": "svg",
    }


def test_nothing_of_an_earlier_attempt_is_left(tmp_path: Path) -> None:
    put(tmp_path / "next/zh/stale/index.html", "stale")
    assert files(Folder(tmp_path / "next").path) == {}


def test_a_new_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    put(tmp_path / "site/old.html", "old")
    put(tmp_path / "build/next/new.html", "new")
    publish.swap(tmp_path / "build/next", tmp_path / "site")
    assert files(tmp_path) == {"site/new.html": "new"}


def test_the_first_site_needs_no_old_one(tmp_path: Path) -> None:
    put(tmp_path / "build/next/new.html", "new")
    publish.swap(tmp_path / "build/next", tmp_path / "site")
    assert files(tmp_path) == {"site/new.html": "new"}


def test_what_an_interrupted_swap_left_behind_is_no_hindrance(tmp_path: Path) -> None:
    put(tmp_path / "build/next.previous/older.html", "older")
    put(tmp_path / "build/next.previous.removed/oldest.html", "oldest")
    put(tmp_path / "site/old.html", "old")
    put(tmp_path / "build/next/new.html", "new")
    publish.swap(tmp_path / "build/next", tmp_path / "site")
    assert files(tmp_path) == {"site/new.html": "new"}


@pytest.mark.parametrize("fails_at", [1, 2])
def test_a_swap_that_fails_leaves_the_old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int) -> None:
    put(tmp_path / "site/old.html", "old")
    put(tmp_path / "build/next/new.html", "new")
    replace, calls = Path.replace, 0

    def refusing(self: Path, target: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls == fails_at:
            raise PermissionError(target)
        return replace(self, target)

    monkeypatch.setattr(publish, "exchange", lambda *_: False)
    monkeypatch.setattr(Path, "replace", refusing)
    with pytest.raises(PermissionError):
        publish.swap(tmp_path / "build/next", tmp_path / "site")
    assert files(tmp_path / "site") == {"old.html": "old"}


def test_a_swap_that_cannot_be_made_leaves_the_old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "site/old.html", "old")
    put(tmp_path / "build/next/new.html", "new")

    def busy(*_: object) -> bool:
        raise OSError(errno.EBUSY, "Device or resource busy")

    monkeypatch.setattr(publish, "exchange", busy)
    with failing(PublishError, "site cannot be exchanged for the new site .* mount a folder above it"):
        publish.swap(tmp_path / "build/next", tmp_path / "site")
    assert files(tmp_path / "site") == {"old.html": "old"}


@pytest.mark.parametrize("there", [True, False])
def test_a_site_that_is_a_link_stays_one_and_what_it_points_to_is_exchanged(tmp_path: Path, there: bool) -> None:
    target = tmp_path / "served/current"
    target.parent.mkdir()
    if there:
        put(target / "old.html", "old")
    (tmp_path / "site").symlink_to(target)
    put(tmp_path / "build/next/new.html", "new")
    publish.swap(tmp_path / "build/next", tmp_path / "site")
    assert (tmp_path / "site").is_symlink()
    assert files(tmp_path / "served") == {"current/new.html": "new"}
    assert list((tmp_path / "build").iterdir()) == []


def test_a_site_on_another_disk_is_published_there(tmp_path: Path, other_disk: Path) -> None:
    put(other_disk / "current/old.html", "old")
    put(other_disk / ".current.next/rest.html", "of a build that was killed")
    (tmp_path / "site").symlink_to(other_disk / "current")
    put(tmp_path / "build/next/new.html", "new")
    publish.swap(tmp_path / "build/next", tmp_path / "site")
    assert files(other_disk) == {"current/new.html": "new"}
    assert list((tmp_path / "build").iterdir()) == []
