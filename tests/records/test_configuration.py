"""mkdocs.yml sets what the program knows, and nothing else; what is wrong with it is told like anything else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.cli import main
from generator.project.layout import PROGRAM, Layout
from generator.records import configuration
from tests.told import advised, said

TEXT = (PROGRAM / "mkdocs.yml").read_text(encoding="utf-8")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_the_programs_own_has_nothing_wrong() -> None:
    assert list(configuration.findings(Layout(Path()))) == []


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("plugins: []", "plugins: []\nhooks: [evil.py]", "7:1", "unknown key: 'hooks'; allowed: plugins, site_name"),
        ("plugins: []", "plugins: []\nedit_uri: 5", "7:1", "unknown key: 'edit_uri'"),
        ("plugins: []", "plugins: []\nsite_url: https://u:p@a.example/", "7:1", "unknown key: 'site_url'"),
        ("plugins: []", "plugins: [search]", "6:10", "plugins must have at most 0 entries"),
        ("plugins: []", "plugins: 5", "6:10", "plugins must be a list"),
        ("site_name: Plans\n", "", "3:1", "key missing: 'site_name'"),
        ("strict: true", "strict: false", "5:9", "strict must be one of true: 'false'"),
        ("font: false", "font: Roboto", "9:9", "theme.font must be one of false: 'Roboto'"),
        ("font: false", "font: false\n  custom_dir: /tmp/x", "10:3", "unknown key: 'custom_dir'"),
        ("font: false", "font: !ENV FONT", "9:9", "file must not use a tag"),
        (TEXT, "[]\n", "1:1", "must be `key: value` lines"),
        (TEXT, "a: [\n", "2:1", "brackets that are opened must be closed"),
        (TEXT, "", "1:1", "file must not be empty"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_it_is_a_finding(program: Path, old: str, new: str, place: str, message: str) -> None:
    (program / "mkdocs.yml").write_text(TEXT.replace(old, new), encoding="utf-8")
    [finding] = configuration.findings(Layout(program, program))
    assert f"{finding.path}:{finding.line}:{finding.column}" == f"mkdocs.yml:{place}"
    assert message in said(finding)
    assert advised(finding)


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_command_tells_it(
    program: Path, command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(PROGRAM / "generator/example", program / "publication")
    (program / "mkdocs.yml").write_text(TEXT + "hooks: [evil.py]\n", encoding="utf-8")
    monkeypatch.setattr(Layout, "configuration", program / "mkdocs.yml")
    assert main([command, "--root", str(program / "publication")]) == 1
    assert "unknown key: 'hooks'" in "".join(capsys.readouterr())
