from __future__ import annotations

import datetime
import errno
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.corpus.version import MARK, DataVersion
from generator.project.store import Store, digest
from generator.site import publish
from generator.site.publish import PublishError
from tests.told import failing

VERSION = DataVersion(datetime.date(2025, 6, 2), "0123456789ab")
STATIC = {"site.css": b"css", "icons/a.svg": b"svg"}


def files(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_text(encoding="utf-8") for p in folder.rglob("*") if p.is_file()}


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def pages(tmp_path: Path) -> dict[str, Path]:
    """The files that the engine's pages are kept in, by their path in the site."""
    kept = {f"{language}/{page}index.html": tmp_path / f"kept/{language}{len(page)}.html"
            for language in ("zh", "en") for page in ("", "parks/")}  # fmt: skip
    for name, file in kept.items():
        put(file, name)
    return kept


@pytest.fixture
def other_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on another disk than the tests'."""
    memory = Path("/dev/shm")  # noqa: S108 - a disk of its own on Linux
    if not memory.is_dir() or memory.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is no other disk here")
    folder = Path(tempfile.mkdtemp(dir=memory))
    yield folder
    shutil.rmtree(folder)


def test_the_parts_of_a_site_are_laid_together(pages: dict[str, Path], tmp_path: Path) -> None:
    publish.assemble(pages, STATIC, {"index.html": "root", "404.html": "none"}, VERSION, tmp_path / "next")
    assert files(tmp_path / "next") == {
        "index.html": "root",
        "404.html": "none",
        "assets/site.css": "css",
        "assets/icons/a.svg": "svg",
        **{name: name for name in pages},
    }


def test_nothing_of_an_earlier_attempt_is_left(pages: dict[str, Path], tmp_path: Path) -> None:
    put(tmp_path / "next/zh/stale/index.html", "stale")
    publish.assemble(pages, STATIC, {}, VERSION, tmp_path / "next")
    assert "zh/stale/index.html" not in files(tmp_path / "next")


def test_pages_name_the_version_of_the_data_and_are_kept_without_it(pages: dict[str, Path], tmp_path: Path) -> None:
    pages["zh/index.html"].write_text(f"<p>{MARK}, {MARK}</p>\n", encoding="utf-8")
    publish.assemble(pages, STATIC, {}, VERSION, tmp_path / "next")
    assert (tmp_path / "next/zh/index.html").read_bytes() == f"<p>{VERSION.text}, {VERSION.text}</p>\n".encode()
    assert MARK in pages["zh/index.html"].read_text(encoding="utf-8")


def test_the_hash_of_a_page_is_that_of_what_is_published_and_of_none_that_was_damaged(tmp_path: Path) -> None:
    kept = Store(tmp_path / "kept").put("page", f"<p>{MARK}</p>\n".encode())
    publish.assemble({"zh/index.html": kept}, {}, {}, VERSION, tmp_path / "next")
    published = digest((tmp_path / "next/zh/index.html").read_bytes())
    assert publish.hash_of(kept, VERSION) == published
    kept.write_bytes(b"<p>damaged</p>\n")
    assert publish.hash_of(kept, VERSION) not in {published, digest(b"<p>damaged</p>\n")}


def test_what_is_done_to_a_published_page_does_not_reach_the_page_kept(pages: dict[str, Path], tmp_path: Path) -> None:
    publish.assemble(pages, STATIC, {}, VERSION, tmp_path / "next")
    (tmp_path / "next/zh/index.html").write_text("changed in place", encoding="utf-8")
    assert pages["zh/index.html"].read_text(encoding="utf-8") == "zh/index.html"


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
