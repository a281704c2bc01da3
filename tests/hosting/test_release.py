from __future__ import annotations

import datetime
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from generator.cli import main
from generator.hosting import command
from generator.parts import citations, jsonld
from generator.project.layout import Layout
from generator.project.released import last
from tests.sites import BuiltSite, edition_of
from tests.small import Repository

DAY = datetime.date(2026, 11, 30)


@pytest.fixture
def layout(built_mini: BuiltSite, repository: Repository) -> Layout:
    (repository.root / "site").symlink_to(built_mini.folder, target_is_directory=True)
    return Layout(repository.root)


def test_it_holds_the_data_in_a_folder_of_its_name(layout: Layout, tmp_path: Path) -> None:
    file, _ = command.release(layout, "2026.1", DAY)
    first = file.read_bytes()
    assert command.release(layout, "2026.1", DAY)[0].read_bytes() == first
    with zipfile.ZipFile(file) as packed:
        packed.extractall(tmp_path / "v")
    kept, data = tmp_path / "v/2026.1", layout.site / "data"
    assert {p.relative_to(kept): p.read_bytes() for p in kept.rglob("*.*") if p.is_file()} == {
        p.relative_to(data): p.read_bytes() for p in data.rglob("*.*") if p.is_file()
    }


def test_it_says_how_the_data_are_cited(layout: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/plans/")
    _, citation = command.release(layout, "2026.1", DAY)
    said = yaml.safe_load(citation.read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= said.keys()  # what the format requires
    assert (said["type"], said["version"], said["date-released"]) == ("dataset", "2026.1", DAY)
    assert said["repository-artifact"] == "https://example.org/plans/data/v/2026.1/"
    assert said["identifiers"][0]["value"].startswith("2025-06-02-")


def test_pages_and_the_file_cite_a_release_alike(layout: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/plans/")
    _, citation = command.release(layout, "2026.1", DAY)
    said, release = yaml.safe_load(citation.read_text(encoding="utf-8")), last(layout.root)
    assert release
    edition = replace(edition_of(layout.root, "en"), site_url="https://example.org/plans/", release=release)
    assert edition.is_released
    cited = citations.release(edition, release)
    assert (cited.version, cited.issued) == (said["version"], said["date-released"])
    assert (cited.english.title, cited.english.url) == (said["title"], said["url"])
    assert [*cited.english.authors] == [author["name"] for author in said["authors"]]
    catalogue = (layout.site / "data/catalog.jsonld").read_text(encoding="utf-8")
    versions = {*re.findall(r'"dcat:version": "([^"]+)"', catalogue)}
    assert versions == {said["identifiers"][0]["value"]} == {jsonld.data(edition)["version"]}


@pytest.mark.parametrize("name", ["1", "2026", "2026.0", "../2026.1", "v2026.1", "2026.1.2"])
def test_another_name_is_refused(repository: Repository, capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert main(["release", name, "--root", str(repository.root), "--lang", "en"]) == 2
    assert f"{name} must be the year" in capsys.readouterr().err
