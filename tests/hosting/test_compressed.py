from __future__ import annotations

import gzip
import random
from pathlib import Path

import pytest

from generator.hosting import compressed
from generator.project.store import Store

PAGE = b"<p>" + b"What the plan says. " * 200
NOISE = random.Random(1).randbytes(4000)  # noqa: S311 - no secret


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "en").mkdir(parents=True)
    (folder / "en/index.html").write_bytes(PAGE)
    (folder / "small.txt").write_bytes(b"a" * 100)
    (folder / "noise.txt").write_bytes(NOISE)
    (folder / "picture.png").write_bytes(PAGE)
    return folder


def test_texts_get_compressed_files_where_that_saves_something(site: Path, tmp_path: Path) -> None:
    assert compressed.write(site, Store(tmp_path / "kept")) == 2
    found = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.suffix in {".gz", ".br"}}
    assert found == {"en/index.html.gz", "en/index.html.br"}
    assert gzip.decompress((site / "en/index.html.gz").read_bytes()) == PAGE
    brotli = pytest.importorskip("brotli")
    assert brotli.decompress((site / "en/index.html.br").read_bytes()) == PAGE


def test_the_same_site_gives_the_same_bytes_and_nothing_is_compressed_twice(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compressed.write(site, Store(tmp_path / "kept"))
    first = (site / "en/index.html.gz").read_bytes()
    compressed.write(site, Store(tmp_path / "other"))
    assert (site / "en/index.html.gz").read_bytes() == first

    def never(content: bytes) -> bytes:
        raise AssertionError(content)

    monkeypatch.setattr(compressed, "ways", lambda: {"gz": never, "br": never})
    (site / "en/index.html.gz").unlink()
    assert compressed.write(site, Store(tmp_path / "kept")) == 2
    assert (site / "en/index.html.gz").read_bytes() == first


def test_what_was_damaged_while_it_was_kept_is_made_again(site: Path, tmp_path: Path) -> None:
    compressed.write(site, Store(tmp_path / "kept"))
    for kept in (tmp_path / "kept").iterdir():
        kept.write_bytes(b"damaged")
    compressed.write(site, Store(tmp_path / "kept"))
    assert gzip.decompress((site / "en/index.html.gz").read_bytes()) == PAGE


def test_without_the_extra_there_is_gzip(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "brotli", None)
    assert list(compressed.ways()) == ["gz"]


def test_files_of_one_content_are_compressed_once(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two threads that make one entry of the store would take it from each other."""
    done: list[bytes] = []

    def way(content: bytes) -> bytes:
        done.append(content)
        return b"small"

    for i in range(8):
        (site / f"{i}.csv").write_bytes(PAGE)
    monkeypatch.setattr(compressed, "ways", lambda: {"gz": way})
    assert compressed.write(site, Store(tmp_path / "kept")) == 10
    assert done.count(PAGE) == 1
    assert all((site / f"{i}.csv.gz").read_bytes() == b"small" for i in range(8))
