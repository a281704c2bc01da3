"""Builds that are killed, that run out of room, or that meet another one: the published site is whole, always."""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from generator.exports.social_cards import drawing
from generator.exports.social_cards.content import Card
from generator.project.layout import Layout
from generator.project.store import Store
from generator.site import build as builder
from generator.site import publish
from generator.site.fingerprint import LAST, STAMP, Stamp, put_stamp
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
    """Return the files of a site with a hash of each, but for the search index it carries of the site before it."""
    opening = folder / "search/zh.json"
    own = json.loads(opening.read_bytes())["index"] if opening.is_file() else ""
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    return {
        name: hashlib.sha256(path.read_bytes()).hexdigest()
        for name, path in files.items()
        if not re.match(f"search/(?!{own}/).*/", name)
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
    # Both may say so: one waits for a moment while the other looks whether anything has changed.
    assert any("waiting for another build" in text for text in said)
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
    assert {name for name in after if "search/" not in name} == {name for name in before if "search/" not in name}
    assert not [path for path in repository.layout.build.iterdir() if path.name.startswith("next")]
    fresh = Layout(repository.root.with_name("fresh"))
    for folder in ("content", "structured"):
        shutil.copytree(repository.root / folder, fresh.root / folder)
    builder.build(fresh, lambda _: None)
    assert contents(fresh.site) == after  # nothing of the attempts is in it


def test_a_build_that_fails_puts_back_what_a_killed_swap_took_away(repository: Repository) -> None:
    repository.write("build/next.previous/index.html", "published before")
    repository.write(JIA, "no plan")
    assert command("build", "--root", repository.root).code == 1
    assert repository.read("site/index.html") == "published before"


def test_the_stamp_of_the_old_site_is_gone_before_the_new_one_comes(
    built: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a build killed after the swap, and an edit taken back, would leave a site that passes for another."""
    repository = Repository(shutil.copytree(built.root, tmp_path / "killed"))
    repository.replace(JIA, OLD, NEW)
    kept = repository.layout.build / LAST
    put_stamp(Store(kept), Stamp("of another site", datetime.date(2026, 1, 1), {}, 1, 1))
    there: list[bool] = []

    def killing(_: Path, __: Path) -> None:
        there.append(any(path.name.startswith(STAMP) for path in kept.iterdir()))
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
    write = Path.write_bytes

    def killing(self: Path, content: bytes) -> int:
        write(self, content[:100])
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", killing)
        with pytest.raises(Killed):
            drawing.write([picture], tmp_path / "kept", tmp_path / "site")
    drawing.write([picture], tmp_path / "kept", tmp_path / "site")
    assert len(list((tmp_path / "kept").iterdir())) == 1
    with Image.open(tmp_path / "site/images/home.png") as image:
        image.load()
