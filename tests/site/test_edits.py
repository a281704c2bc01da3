"""After an edit of any file the site is, byte for byte, the one that a build from nothing makes."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import pytest

from generator.findings.finding import DataError
from generator.project.inputs import Inputs
from generator.project.layout import Layout
from generator.records.kept import Kept
from generator.rules.run import validate
from generator.site.build import build
from tests.cases import few
from tests.paths import MINI
from tests.site.finished import contents
from tests.sites import TODAY, BuiltSite

pytestmark = pytest.mark.builds

FILES = sorted(
    path.relative_to(MINI).as_posix()
    for pattern in ("structured/plans/*.yaml", "structured/parks/*.yaml", "structured/*.yaml", "content/*/en.md")
    for path in MINI.glob(pattern)
    if re.search(r"[a-z]{4}[\"'},.\n]", path.read_text(encoding="utf-8"))
)
_WORDS = re.compile(r"(?<=[a-z])(?=[\"'},.\n])")  # behind an English word
_ADDED = (" or so", " again", " (sic)")


def edited(layout: Layout, name: str) -> bool:
    """Edit a file at random such that nothing is wrong with it; return whether there was such an edit."""
    path, chance = layout.root / name, random.Random(name)  # noqa: S311 - the same edits in each run
    before = path.read_text(encoding="utf-8")
    places = [match.start() for match in _WORDS.finditer(before)]
    for at in chance.sample(places, min(len(places), 12)):
        path.write_text(before[:at] + chance.choice(_ADDED) + before[at:], encoding="utf-8")
        try:
            validate(layout, kept=Kept(layout, Inputs.of(layout)))
        except DataError:
            continue
        return True
    path.write_text(before, encoding="utf-8")
    return False


@pytest.mark.parametrize("name", few(["structured/plans/jia-2025.yaml", "structured/terms.yaml", *FILES]))
def test_an_edit_gives_the_site_that_is_made_from_nothing(name: str, built_site: BuiltSite, tmp_path: Path) -> None:
    layout, clean = Layout(tmp_path / "edited"), Layout(tmp_path / "clean")
    shutil.copytree(built_site.layout.root, layout.root)
    if not edited(layout, name):
        pytest.skip("no English stands there that may be otherwise")
    shutil.copytree(layout.root, clean.root, ignore=shutil.ignore_patterns("build", "site"))
    build(layout, lambda _: None, today=TODAY, unsure=True)
    build(clean, lambda _: None, today=TODAY, unsure=True)
    ours, theirs = contents(layout.site), contents(clean.site)
    former = {path for path in ours.keys() - theirs.keys() if path.startswith("search/")}  # for open boxes
    assert {path: ours[path] for path in ours.keys() - former} == theirs
