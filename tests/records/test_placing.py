"""What systems and editors leave beside the files harms nothing; a copy or a wrong name is one finding a file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.cli import main
from generator.project.layout import Layout
from generator.site.fingerprint import fingerprint
from generator.source.files import left_behind, original
from tests.cases import few
from tests.paths import JIA, JIA_TEXT
from tests.small import Repository
from tests.told import advised, said

THEMES = "structured/themes.yaml"


LEFT_BEHIND = (
    "structured/plans/._jia-2025.yaml",
    "structured/._themes.yaml",
    "structured/.DS_Store",
    "structured/plans/.DS_Store",
    "content/jia-2025/._zh.md",
    "content/Thumbs.db",
    "structured/plans/desktop.ini",
    "structured/plans/~$jia-2025.yaml",
    "structured/plans/jia-2025.yaml.orig",
    "structured/plans/jia-2025.yaml~",
    "structured/plans/#jia-2025.yaml#",
    "structured/plans/.jia-2025.yaml.swp",
    "structured/plans/.#jia-2025.yaml",
    "structured/parks/jia.yaml.bak",
    "structured/audit/.DS_Store",
    "structured/audit/readings/._jia-2025.yaml",
    "site_templates/.DS_Store",
    "site_templates/static/._logo.svg",
)


def test_what_is_left_behind_is_not_read(repository: Repository) -> None:
    before = fingerprint(repository.layout)
    for name in LEFT_BEHIND:
        repository.write(name, b"\x00\x05\x16\x07\xff: [")
    assert repository.findings() == []
    assert main(["audit", "--root", str(repository.root)]) == 0
    assert fingerprint(repository.layout) == before


def test_a_lock_that_is_a_dangling_link_is_not_read(repository: Repository) -> None:
    (repository.root / "structured/plans/.#jia-2025.yaml").symlink_to("somebody@machine.1")
    assert repository.findings() == []


@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("structured/plans/jia-2025 (1).yaml", JIA),
        ("structured/plans/jia-2025(1).yaml", JIA),
        ("structured/plans/jia-2025 - Copy.yaml", JIA),
        ("structured/plans/jia-2025 - Copy (2).yaml", JIA),
        ("structured/plans/jia-2025 - 副本.yaml", JIA),
        ("structured/plans/jia-2025 copy.yaml", JIA),
        ("structured/plans/jia-2025 2.yaml", JIA),
        ("structured/plans/jia-2025的副本.yaml", JIA),
        ("structured/themes (1).yaml", THEMES),
        ("content/jia-2025/zh (1).md", JIA_TEXT),
        ("content/jia-2025/source 2.txt", "content/jia-2025/source.txt"),
    ],
)
def test_a_copy_is_one_finding_with_its_original(repository: Repository, name: str, of: str) -> None:
    repository.write(name, repository.read(of))
    [finding] = repository.findings()
    assert (finding.code, finding.path) == ("S017", name)
    assert f"looks like a copy of {Path(of).name}" in said(finding)
    assert "delete the copy" in advised(finding)


@pytest.mark.parametrize("name", ["Jia-2026", "jia_2026", "甲-2026", "con", "NUL", "jia.2026", " jia-2026", "a" * 61])
def test_a_file_named_after_no_id_is_one_finding(repository: Repository, name: str) -> None:
    path = f"structured/plans/{name}.yaml"
    repository.write(path, repository.read(JIA))
    [finding] = repository.findings()
    assert (finding.code, finding.path) == ("S017", path)
    assert "named after the id" in said(finding)


@pytest.mark.parametrize(
    "path",
    [
        b"content/\xff\xfe.txt",
        b"content/jia-2025/\xd6\xd0.md",
        b"structured/plans/\xff.yaml",
        b"structured/\xff.yaml",
        b"structured/\xff/themes.yaml",
        b"site_templates/static/\xff.svg",
    ],
)
@pytest.mark.parametrize("command", few(["check", "build", "status", "audit"]))
def test_a_name_that_is_not_utf_8_is_a_finding(
    repository: Repository, path: bytes, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = Path(os.fsdecode(os.fsencode(repository.root) + b"/" + path))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"x: 1\n")
    assert main([command, "--root", str(repository.root)]) == 1
    spoken = "".join(capsys.readouterr())
    assert spoken.count("S001 the name of a file must be UTF-8") == 1
    assert r"\udc" in spoken


def test_a_root_that_is_not_utf_8_is_read_like_any_other(repository: Repository, tmp_path: Path) -> None:
    root = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff \xd6\xd0"))
    repository.root.rename(root)
    assert fingerprint(Layout(root))
    assert main(["check", "--root", str(root)]) == 0


def test_names_that_people_give_are_nobody_elses() -> None:
    for name in ("jia-2025.yaml", "zh.md", "source.txt", "README.md", "2025.yaml", "a.orig.md"):
        assert not left_behind(name)
        assert original(name) is None
