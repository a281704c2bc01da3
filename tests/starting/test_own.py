"""What a publication's README says of putting one's own parks in the place of the invented ones."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.audits.run import audit
from generator.cli import main
from generator.findings.finding import DataError
from generator.project.layout import Layout
from generator.rules.run import validate
from tests.paths import TESTS
from tests.sites import build_site

pytestmark = pytest.mark.builds

OWN = TESTS / "corpora/own"  # a second invented city, whose site opens in English
REMOVALS = re.compile(r"^ {7}(rm .*)$", re.MULTILINE)


@pytest.fixture(params=["README.md", "README.zh.md"])
def emptied(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A publication to begin with, after the commands of a README have removed what is invented."""
    root = tmp_path / "publication"
    assert main(["init", str(root)]) == 0
    commands = REMOVALS.findall((root / request.param).read_text(encoding="utf-8"))
    assert len(commands) == 3
    subprocess.run(["sh", "-e", "-c", "\n".join(commands)], cwd=root, check=True)
    return root


def test_only_the_first_park_and_plan_are_then_missing(emptied: Path) -> None:
    with pytest.raises(DataError) as raised:
        validate(Layout(emptied))
    found = [(finding.path, finding.code) for finding in raised.value.findings]
    assert found == [("structured/parks", "S008"), ("structured/plans", "S008")]


def test_one_park_and_one_plan_of_ones_own_leave_nothing_wrong(emptied: Path) -> None:
    shutil.copytree(OWN, emptied, dirs_exist_ok=True)
    checked = validate(Layout(emptied))
    assert checked.warnings == ()
    assert audit(Layout(emptied)) == []
    assert [plan.plan.id for plan in checked.records.plans] == ["qingyu-2026"]


def test_nothing_of_the_invented_city_is_left(emptied: Path) -> None:
    shutil.copytree(OWN, emptied, dirs_exist_ok=True)
    files = [path for name in ("content", "structured") for path in (emptied / name).rglob("*") if path.is_file()]
    texts = [path.read_text(encoding="utf-8") for path in files]
    assert not [word for word in ("甲市", "甲园", "乙园", "City A", "Park A", "Park B") if word in "".join(texts)]


def test_the_first_plan_can_be_drafted_from_its_document(emptied: Path, tmp_path: Path) -> None:
    document = tmp_path / "plan.txt"
    shutil.copy(OWN / "content/qingyu-2026/source.txt", document)
    root = ["--root", str(emptied)]
    assert main(["new", "park", "qingyu", *root]) == 0
    assert main(["extract", str(document), "--park", "qingyu", "--plan", "qingyu-2026", *root]) == 0
    assert (emptied / "structured/plans/qingyu-2026.yaml").is_file()


@pytest.mark.parametrize("emptied", ["README.md"], indirect=True)
def test_a_site_of_ones_own_has_its_colours_pictures_and_templates(emptied: Path) -> None:
    shutil.copytree(OWN, emptied, dirs_exist_ok=True)
    own = emptied / "site_templates/theme/404.html"
    own.parent.mkdir()
    template = (Layout(emptied).templates / "theme/404.html").read_text(encoding="utf-8")
    own.write_text(template.replace("{% endblock %}", "<!-- own -->{% endblock %}", 1), encoding="utf-8")
    site = build_site(emptied).folder
    home = (site / "en/index.html").read_text(encoding="utf-8")
    assert "临ICP备2026000001号" in home
    assert re.search(r'<img class="brand__logo" src="[./]*assets/logo.svg" alt="">', home)
    assert (site / "assets/logo.svg").is_file()
    assert "#0b5a7a" in (site / "assets/site.css").read_text(encoding="utf-8")
    assert "<!-- own -->" in (site / "en/404.html").read_text(encoding="utf-8")
    chooser = (site / "index.html").read_text(encoding="utf-8")
    assert chooser.index("Linming Zone Plans") < chooser.index("临溟片区计划")
