"""Builds that are killed, that run out of room, or that meet another one: the published site is whole, always."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image

from generator.exports.social_cards import drawing
from generator.exports.social_cards.content import Card
from generator.project.layout import Layout
from generator.site import build as builder
from generator.site import publish
from tests.cases import few
from tests.hostile.conftest import PATIENCE, command
from tests.paths import MINI, ROOT
from tests.small import Repository

pytestmark = pytest.mark.builds

STEPS = (
    "checking the data",
    "writing pages",
    "building",
    "indexing for search",
    "writing data files",
    "drawing pictures",
    "checking every link",
)
OLD, NEW = "en: Total revenue of the park}", "en: Whole revenue of the park}"
JIA = "structured/plans/jia-2025.yaml"


class Killed(BaseException):
    """Ends a program as SIGKILL does: nothing that cleans up after an error sees it."""


def contents(folder: Path) -> dict[str, str]:
    """Return the files of a site with a hash of each."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def start(root: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-u", "-m", "generator", "build", "--root", str(root)],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def kill_at(root: Path, step: str) -> None:
    """Start a build and kill it, and it alone, as soon as it says that it has begun a step."""
    process = start(root)
    assert process.stdout
    for line in process.stdout:
        if line.strip().startswith(step):
            break
    process.kill()
    process.wait(PATIENCE)
    process.stdout.close()


@pytest.fixture(scope="module")
def at_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Repository, list[str]]:
    """A site that two builds were told to build at once, and what they said."""
    root = shutil.copytree(MINI, tmp_path_factory.mktemp("at-once") / "repository")
    both = [start(root) for _ in range(2)]
    said = [process.communicate(timeout=PATIENCE)[0] for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    return Repository(root), said


@pytest.fixture
def built(at_once: tuple[Repository, list[str]]) -> Repository:
    return at_once[0]


def test_two_builds_at_once_wait_for_each_other(at_once: tuple[Repository, list[str]]) -> None:
    said = at_once[1]
    assert sum("waiting for another build" in text for text in said) == 1
    assert sum("Nothing has changed" in text for text in said) == 1


@pytest.mark.parametrize(
    "steps",
    [pytest.param(STEPS[-3:-2], id="data"), pytest.param(STEPS, id="each", marks=pytest.mark.slow)],
)
def test_a_build_killed_at_a_step_leaves_the_site_and_the_next_one_succeeds(
    built: Repository, tmp_path: Path, steps: tuple[str, ...]
) -> None:
    repository = Repository(shutil.copytree(built.root, tmp_path / "killed"))
    before = contents(repository.layout.site)
    repository.replace(JIA, OLD, NEW)
    for step in steps:
        kill_at(repository.root, step)
        assert contents(repository.layout.site) == before, step
    done = command("build", "--root", repository.root)
    assert done.code == 0, done.err
    after = contents(repository.layout.site)
    assert after != before
    # The files of the search are named after what they hold, and a word has changed.
    assert {name for name in after if "pagefind" not in name} == {name for name in before if "pagefind" not in name}
    left = {path.name for path in repository.layout.build.iterdir()}
    assert not left & {"next", publish.PREVIOUS, f"{publish.PREVIOUS}.removed"}
    fresh = Layout(repository.root.with_name("fresh"))
    for folder in ("content", "structured"):
        shutil.copytree(repository.root / folder, fresh.root / folder)
    builder.build(fresh, lambda _: None)
    assert contents(fresh.site) == after  # nothing of the attempts is in it


def whole(folder: Path) -> bool:
    return {p.name for p in folder.iterdir()} in [{f"{n}-1.html", f"{n}-2.html"} for n in ("older", "old", "new")]


@pytest.mark.parametrize("killed_at", range(1, 7))
@pytest.mark.parametrize("tool", ["replace", "rmtree"])
def test_a_swap_killed_at_any_moment_leaves_a_whole_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tool: str, killed_at: int
) -> None:
    """The site is whole at once, or as soon as the next build begins."""
    new, site = tmp_path / "build/next", tmp_path / "site"
    for folder, name in ((new, "new"), (site, "old"), (tmp_path / "build/previous", "older")):
        folder.mkdir(parents=True)
        for i in (1, 2):
            (folder / f"{name}-{i}.html").write_text(name)
    calls = 0
    replace, rmtree = Path.replace, shutil.rmtree

    def count() -> None:
        nonlocal calls
        calls += 1
        if calls == killed_at:
            raise Killed

    def killing_replace(self: Path, target: Path) -> Path:
        count()
        return replace(self, target)

    def killing_rmtree(path: Path, *_: object, **__: object) -> None:
        if path.is_dir():
            next(path.iterdir()).unlink()  # killed halfway: a part is gone
            count()
            rmtree(path)

    with monkeypatch.context() as patch:
        if tool == "replace":
            patch.setattr(Path, "replace", killing_replace)
        else:
            patch.setattr(shutil, "rmtree", killing_rmtree)
        with suppress(Killed):
            publish.swap(new, site)
    if site.exists():
        assert whole(site)
    publish.recover(new, site)
    assert whole(site)
    shutil.rmtree(site)  # somebody takes it away: what is left of an older one must not come back in parts
    publish.recover(new, site)
    assert not site.exists() or whole(site)


def test_a_build_that_fails_puts_back_what_a_killed_swap_took_away(repository: Repository) -> None:
    repository.write("build/previous/index.html", "published before")
    repository.write(JIA, "no plan")
    assert command("build", "--root", repository.root).code == 1
    assert repository.read("site/index.html") == "published before"


def test_the_stamp_of_the_old_site_is_gone_before_the_new_one_comes(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a build killed after the swap, and an edit taken back, would leave a site that passes for another."""
    repository.write("build/stamp.json", '{"finger')  # the disk was full
    there: list[bool] = []

    def killing(new: Path, _: Path) -> None:
        there.append(new.with_name("stamp.json").exists())
        raise Killed

    monkeypatch.setattr(publish, "swap", killing)
    with pytest.raises(Killed):
        builder.build(repository.layout, lambda _: None)
    assert there == [False]


@pytest.mark.parametrize("file_size", few([500, 20_000, 60_000]))
def test_a_full_disk_is_told_and_leaves_the_site(repository: Repository, file_size: int) -> None:
    repository.write("site/index.html", "published before")
    done = command("build", "--root", repository.root, file_size=file_size)
    assert done.code == 1
    assert done.err.endswith("Nothing was published; the site published before stays.\n")
    assert "File too large" in done.err
    assert {p.name: p.read_text() for p in repository.layout.site.iterdir()} == {"index.html": "published before"}


def test_a_picture_is_kept_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    picture = Card("home", "Park Plans", "A title", (), False, "example.org")
    save = Image.Image.save

    def killing(self: Image.Image, file: Path, *arguments: object, **options: object) -> None:
        save(self, file, *arguments, **options)  # type: ignore[arg-type]
        file.write_bytes(file.read_bytes()[:100])
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(Image.Image, "save", killing)
        with pytest.raises(Killed):
            drawing.write([picture], tmp_path / "kept", tmp_path / "site")
    drawing.write([picture], tmp_path / "kept", tmp_path / "site")
    assert [p.suffix for p in (tmp_path / "kept").iterdir()] == [".png"]
    with Image.open(tmp_path / "site/images/home.png") as image:
        image.load()
