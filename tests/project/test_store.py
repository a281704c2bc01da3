from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from generator.project.store import Store, content_hash, digest, write_changed


def flip(path: Path) -> None:
    """Turn a bit of a file in place, as a failing disk does."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def folder(at: Path, **files: str) -> Path:
    for name, text in files.items():
        (at / name).parent.mkdir(parents=True, exist_ok=True)
        (at / name).write_text(text, encoding="utf-8")
    return at


def test_what_is_kept_is_found_by_another_build(tmp_path: Path) -> None:
    put = Store(tmp_path).put("page", b"words")
    assert Store(tmp_path).get("page") == put
    assert Store(tmp_path).read("page") == b"words"
    assert Store(tmp_path).get("pag") is None
    assert content_hash(put) == digest(b"words")


Steps = Sequence[Callable[[Path], object]]
DAMAGES: dict[str, Steps] = {
    "a bit": [flip],
    "a byte that is not UTF-8": [lambda path: path.write_bytes(b"w\xffrds")],
    "truncated": [lambda path: os.truncate(path, 2)],
    "empty": [lambda path: os.truncate(path, 0)],
    "longer": [lambda path: path.write_bytes(path.read_bytes() + b" ")],
    "missing": [Path.unlink],
    "a folder in its place": [Path.unlink, Path.mkdir, lambda path: (path / "x").write_text("x")],
    "a link in its place": [lambda path: path.rename(path.with_name("x")), lambda path: path.symlink_to("x")],
    "a pipe in its place": [Path.unlink, os.mkfifo],
    "under another name": [lambda path: path.rename(path.with_name(f"page.{'0' * 40}"))],
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_damaged_is_not_there_and_can_be_made_again(tmp_path: Path, damage: str) -> None:
    kept = Store(tmp_path).put("page", b"words")
    for step in DAMAGES[damage]:
        step(kept)
    store = Store(tmp_path)
    assert store.read("page") is None
    store.put("page", b"words")
    assert Store(tmp_path).read("page") == b"words"


FOLDER_DAMAGES: dict[str, Steps] = {
    "a bit": [lambda path: flip(path / "below/b")],
    "a file less": [lambda path: (path / "a").unlink()],
    "a file more": [lambda path: (path / "c").touch()],
    "another name": [lambda path: (path / "a").rename(path / "c")],
    "two files changed about": [
        lambda path: (path / "a").rename(path / "c"),
        lambda path: (path / "below/b").rename(path / "a"),
        lambda path: (path / "c").rename(path / "below/b"),
    ],
    "a link": [lambda path: (path / "a").rename(path.parent / "z"), lambda path: (path / "a").symlink_to("../z")],
    "a file in its place": [lambda path: path.rename(path.parent / "x"), lambda path: path.write_bytes(b"")],
}


@pytest.mark.parametrize("damage", FOLDER_DAMAGES)
def test_a_folder_is_kept_as_a_whole(tmp_path: Path, damage: str) -> None:
    files = {"a": "one", "below/b": "two"}
    kept = Store(tmp_path / "kept").take("index", folder(tmp_path / "made", **files))
    assert Store(tmp_path / "kept").get("index") == kept
    for step in FOLDER_DAMAGES[damage]:
        step(kept)
    store = Store(tmp_path / "kept")
    assert store.get("index") is None
    assert store.take("index", folder(tmp_path / "made", **files)) == kept


def test_a_key_has_one_entry(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("stamp", b"one")
    store.put("stamp", b"two")
    assert Store(tmp_path).read("stamp") == b"two"
    assert len(list(tmp_path.iterdir())) == 1
    store.drop("stamp")
    assert Store(tmp_path).read("stamp") is None


def test_what_is_not_asked_for_is_swept_away_and_whatever_else_stands_there(tmp_path: Path) -> None:
    for key in ("used", "unused"):
        Store(tmp_path).put(key, b"x")
    folder(tmp_path, **{"new.part": "half", "work/a": "x", "index.html": "x"})
    store = Store(tmp_path)
    kept = {store.get("used"), store.put("new", b"y")}
    store.sweep()
    assert set(tmp_path.iterdir()) == kept


def test_what_another_process_keeps_is_found_after_a_look(tmp_path: Path) -> None:
    store = Store(tmp_path)
    Store(tmp_path).put("page", b"words")
    assert store.get("page") is None
    store.look()
    assert store.read("page") == b"words"


def test_a_file_is_written_when_it_holds_something_else(tmp_path: Path) -> None:
    path = tmp_path / "below/a.md"
    for content in (b"one", b"two"):
        write_changed(path, content)
        assert path.read_bytes() == content
    path.write_bytes(b"\xff")
    write_changed(path, b"two")
    assert path.read_bytes() == b"two"
    before = path.stat().st_mtime_ns
    write_changed(path, b"two")
    assert path.stat().st_mtime_ns == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_in_the_place_of_a_file_is_replaced(tmp_path: Path) -> None:
    """Reading it would never end."""
    path = tmp_path / "settings"
    os.mkfifo(path)
    write_changed(path, b"new")
    assert path.read_bytes() == b"new"
