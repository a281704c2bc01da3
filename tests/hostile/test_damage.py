"""Bits that turn in what is kept under build/: nothing of it is ever published, and nobody has to clear it away."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import pytest

from generator.project.layout import Layout
from generator.site import build as builder
from tests.cases import few
from tests.hostile.test_interruptions import contents
from tests.paths import MINI
from tests.sites import TODAY

pytestmark = pytest.mark.builds

OLD, NEW = "Park B serves", "Park B now serves"
PARK = "structured/parks/yi.yaml"
KINDS = ("check", "pages", "search", "images", "last", "mkdocs.zh.yml", "mkdocs.en.yml", "theme")


class Kept:
    """A repository that is built again and again, by turns with two wordings, from what is kept under build/."""

    def __init__(self, root: Path) -> None:
        shutil.copytree(MINI, root)
        (root / "site_templates/theme").mkdir(parents=True)  # a theme of its own is merged under build/
        (root / "site_templates/theme/404.html").write_bytes((Layout(root).templates / "theme/404.html").read_bytes())
        self.layout = Layout(root)
        self.wanted = {words: self.built(words) for words in (OLD, NEW)}  # the first is a clean build
        self.words = NEW

    def built(self, words: str) -> dict[str, str]:
        """Build with some words and return the files of the site with a hash of each."""
        path = self.layout.root / PARK
        path.write_text(path.read_text(encoding="utf-8").replace(NEW, OLD).replace(OLD, words), encoding="utf-8")
        builder.build(self.layout, lambda _: None, today=TODAY)
        return contents(self.layout.site)

    def prove(self) -> None:
        """Build with the other words, and expect what a clean build of them gives."""
        self.words = NEW if self.words == OLD else OLD
        assert self.built(self.words) == self.wanted[self.words]

    def files(self, kind: str) -> list[Path]:
        """Return the files of a kind that are kept."""
        place = self.layout.build / kind
        return [place] if place.is_file() else sorted(path for path in place.rglob("*") if path.is_file())


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    return Kept(tmp_path_factory.mktemp("kept") / "repository")


def luck(seed: int | str) -> random.Random:
    return random.Random(seed)  # noqa: S311  (no secret: the same every time)


def flip(path: Path, chance: random.Random) -> None:
    content = bytearray(path.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def one_of_each(kept: Kept, chance: random.Random) -> list[Path]:
    """Return files to be damaged: as many of each kind as make twenty."""
    chosen = [chance.choice(kept.files(kind)) for kind in KINDS]
    return [*chosen, *(path for kind in ("pages", "search") for path in chance.sample(kept.files(kind), 6))]


def test_every_kind_of_file_is_damaged(kept: Kept) -> None:
    """Else a kind that is new would be left out."""
    assert {path.name for path in kept.layout.build.iterdir()} == {*KINDS, "docs"}
    assert not kept.files("docs")  # only there because the engine asks for the folder
    assert all(kept.files(kind) for kind in KINDS)


def test_twenty_bits_that_turn_are_not_published(kept: Kept) -> None:
    chance = luck(10)
    for path in one_of_each(kept, chance):
        flip(path, chance)
    kept.prove()


DAMAGES: dict[str, Callable[[Path], object]] = {
    "truncated": lambda path: path.write_bytes(path.read_bytes()[:40]),
    "empty": lambda path: path.write_bytes(b""),
    "not UTF-8": lambda path: path.write_bytes(b"\xff\xfe" * 20),
    "a list": lambda path: path.write_bytes(b"[]"),
    "missing": Path.unlink,
}


@pytest.mark.parametrize("damages", few([(list(DAMAGES),), *(([damage],) for damage in DAMAGES)]), ids="-".join)
def test_files_that_are_damaged_otherwise_are_not_published(kept: Kept, damages: list[str]) -> None:
    """Each kind of damage alone, and all by turns."""
    for path, damage in zip(one_of_each(kept, luck(damages[0])), cycle(damages), strict=False):
        if path.exists():
            DAMAGES[damage](path)
    kept.prove()


def test_what_is_done_to_what_is_kept_does_not_reach_the_published_site(kept: Kept) -> None:
    before = contents(kept.layout.site)
    for kind in KINDS:
        for path in kept.files(kind):
            flip(path, luck(1))
    assert contents(kept.layout.site) == before


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(40))
def test_no_bit_of_two_hundred_that_turns_is_published(kept: Kept, seed: int) -> None:
    """Five bits a build, each in a kind of file of its own."""
    chance = luck(seed)
    for kind in chance.sample(KINDS, 5):
        flip(chance.choice(kept.files(kind)), chance)
    kept.prove()
