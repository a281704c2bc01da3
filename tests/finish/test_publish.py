from __future__ import annotations

from pathlib import Path

import pytest

from generator.finish import publish


def files(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_text(encoding="utf-8") for p in folder.rglob("*") if p.is_file()}


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def output(tmp_path: Path) -> dict[str, Path]:
    """What the engine wrote, by language."""
    folders = {language: tmp_path / "html" / language for language in ("zh", "en")}
    for language, folder in folders.items():
        put(folder / "index.html", language)
        put(folder / "parks/index.html", f"{language} parks")
        put(folder / "assets/theme.js", "the engine's own")
        put(folder / "sitemap.xml", "the engine's own")
        put(folder / "search/search_index.json", "the engine's own")
    put(tmp_path / "static/site.css", "css")
    put(tmp_path / "static/icons/a.svg", "svg")
    return folders


def test_the_parts_of_a_site_are_laid_together(output: dict[str, Path], tmp_path: Path) -> None:
    publish.assemble(output, tmp_path / "static", {"index.html": "root", "404.html": "none"}, tmp_path / "next")
    assert files(tmp_path / "next") == {
        "index.html": "root",
        "404.html": "none",
        "assets/site.css": "css",
        "assets/icons/a.svg": "svg",
        "zh/index.html": "zh",
        "zh/parks/index.html": "zh parks",
        "en/index.html": "en",
        "en/parks/index.html": "en parks",
    }


def test_nothing_of_an_earlier_attempt_is_left(output: dict[str, Path], tmp_path: Path) -> None:
    put(tmp_path / "next/zh/stale/index.html", "stale")
    publish.assemble(output, tmp_path / "static", {}, tmp_path / "next")
    assert "zh/stale/index.html" not in files(tmp_path / "next")


def test_the_engines_output_stays_as_it_is(output: dict[str, Path], tmp_path: Path) -> None:
    before = files(tmp_path / "html")
    publish.assemble(output, tmp_path / "static", {}, tmp_path / "next")
    assert files(tmp_path / "html") == before


def test_a_site_is_assembled_where_links_between_files_cannot_be_made(
    output: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("os.link", refuse)
    publish.assemble(output, tmp_path / "static", {}, tmp_path / "next")
    assert files(tmp_path / "next")["zh/index.html"] == "zh"


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
    put(tmp_path / "build/previous/older.html", "older")
    put(tmp_path / "site/old.html", "old")
    put(tmp_path / "build/next/new.html", "new")
    publish.swap(tmp_path / "build/next", tmp_path / "site")
    assert files(tmp_path) == {"site/new.html": "new"}


@pytest.mark.parametrize("fails_at", [1, 2])
def test_a_swap_that_fails_leaves_the_old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int) -> None:
    put(tmp_path / "site/old.html", "old")
    put(tmp_path / "build/next/new.html", "new")
    replace, calls = Path.replace, 0

    def failing(self: Path, target: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls == fails_at:
            raise PermissionError(target)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(PermissionError):
        publish.swap(tmp_path / "build/next", tmp_path / "site")
    assert files(tmp_path / "site") == {"old.html": "old"}
