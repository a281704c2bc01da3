"""Building again: what is kept, what fails, what is left of the site."""

from __future__ import annotations

import datetime
import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from generator.corpus.version import LENGTH
from generator.findings.finding import DataError, Finding, Message
from generator.language.languages import LANGUAGES
from generator.project.layout import Layout
from generator.project.store import Store
from generator.site import build as builder
from generator.site.engine import EngineError
from generator.site.fingerprint import LAST, STAMP, Extras, Stamp, fingerprint, put_stamp
from generator.site.gate import GateError
from tests.cases import few
from tests.paths import MINI
from tests.site.finished import contents
from tests.sites import TODAY, BuiltSite, build_site

pytestmark = pytest.mark.builds


def copy_of(site: BuiltSite, folder: Path) -> Layout:
    """Return a copy of a repository and its site that a test may break; nothing has changed since it was built."""
    shutil.copytree(site.layout.root, folder, dirs_exist_ok=True)
    layout = Layout(folder)
    kept = Store(layout.build / LAST)
    said = TypeAdapter(Stamp).validate_json(kept.read(STAMP) or b"{}")
    put_stamp(kept, replace(said, fingerprint=fingerprint(layout)))
    return layout


@pytest.fixture(autouse=True)
def _no_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    monkeypatch.delenv("REPO_URL", raising=False)


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The small site, a word of it changed, built from nothing."""
    root = tmp_path_factory.mktemp("changed") / "r"
    shutil.copytree(MINI, root)
    change(Layout(root))
    return build_site(root, "https://example.org/plans")


def test_building_again_with_nothing_changed_does_nothing(built_site: BuiltSite) -> None:
    times = {p: p.stat().st_mtime_ns for p in built_site.layout.root.rglob("*")}
    said: list[Message] = []
    report = builder.build(built_site.layout, said.append, today=TODAY)
    assert report.skipped
    assert (report.pages, report.records) == (built_site.report.pages, built_site.report.records)
    assert report.seconds < 1.5
    assert said == []
    assert {p: p.stat().st_mtime_ns for p in built_site.layout.root.rglob("*")} == times


def test_a_site_is_built_anew_when_a_plan_has_ended_and_not_before(built_mini: BuiltSite, tmp_path: Path) -> None:
    layout = copy_of(built_mini, tmp_path)
    last_day = datetime.date(2026, 12, 31)  # of jia's plan

    def build(day: datetime.date) -> bool:
        return builder.build(layout, lambda _: None, today=day).skipped

    assert build(TODAY)
    assert build(last_day)
    assert not build(last_day + datetime.timedelta(days=1))
    page = (layout.site / "en/plans/jia-2025/index.html").read_text(encoding="utf-8")
    assert "Period ended on 31 December 2026" in page
    assert build(last_day + datetime.timedelta(days=40))


def test_broken_data_leave_the_site_byte_for_byte(built_site: BuiltSite, tmp_path: Path) -> None:
    layout = Layout(tmp_path)
    for folder in ("content", "structured", "site"):
        shutil.copytree(built_site.layout.root / folder, tmp_path / folder)
    before = contents(layout.site)
    plan = layout.structured / "plans/jia-2025.yaml"
    good = plan.read_text(encoding="utf-8")
    for broken in (good.replace("value: 120\n", "value: 1200\n"), f"{good}targets: [\n"):
        assert broken != good
        plan.write_text(broken, encoding="utf-8")
        with pytest.raises(DataError) as caught:
            builder.build(layout, lambda _: None)
        assert all(f.path == "structured/plans/jia-2025.yaml" for f in caught.value.findings)
        assert contents(layout.site) == before


def test_a_changed_word_is_published_and_besides_it_only_the_version(built_mini: BuiltSite, changed: BuiltSite) -> None:
    one, other = (
        {
            path.relative_to(site.folder).as_posix(): path.read_bytes()
            for path in sorted(site.folder.rglob("*.*"))
            if path.parent.name != "search" and path.parents[1].name != "search"  # named after what it holds
        }
        for site in (built_mini, changed)
    )
    assert one.keys() == other.keys()
    old, new = (json.loads(found["data/datapackage.json"])["version"][-LENGTH:].encode() for found in (one, other))
    differing = {name for name in one if one[name].replace(old, new) != other[name]}
    tables = ("parks.json", "parks.csv", "parks/yi.json", "city-a-plans.xlsx", "city-a-plans.sqlite")
    files = {f"data/{name}" for name in (*tables, "datapackage.json", "catalog.jsonld", "index.json")}
    differing = {name for name in differing if not name.endswith("/tasks.xlsx")}  # compressed, with the version in it
    assert differing == {"en/parks/yi/index.html", "en/parks/yi/index.md", "en/parks/yi/brief/index.html"} | files
    referring = {name for name in one if b'class="cite__text"' in one[name]}
    assert referring
    assert all(old in one[name] and old not in other[name] for name in referring)


def change(layout: Layout) -> None:
    """Change a word in a copy of generator/example."""
    park = layout.structured / "parks/yi.yaml"
    park.write_text(park.read_text(encoding="utf-8").replace("Park B serves", "Park B now serves"), encoding="utf-8")


def failing(error: Exception) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise error

    return fail


@pytest.mark.parametrize(
    ("step", "error"),
    few(
        [
            ("site.engine.Engine.page", EngineError(said="template")),
            ("site.gate.check", GateError([Finding.of("Z002.link", "zh/index.html", address="gone/")])),
            ("exports.search.index.prepared", OSError("disk full")),
            ("exports.sitemap.write", OSError("disk full")),
            ("site.publish.Folder.put", OSError("disk full")),
        ],
        2,
    ),
)
def test_whatever_fails_the_site_stays_and_is_built_next_time(
    built_mini: BuiltSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: Exception
) -> None:
    layout = copy_of(built_mini, tmp_path)
    before = contents(layout.site)
    assert builder.build(layout, lambda _: None, today=TODAY).skipped
    change(layout)
    with monkeypatch.context() as patch:
        patch.setattr(f"generator.{step}", failing(error))
        for _ in range(2):  # the second build is not skipped: it fails as well
            with pytest.raises(type(error)):
                builder.build(layout, lambda _: None)
    assert contents(layout.site) == before


def test_a_page_that_is_no_more_is_no_longer_published(built_mini: BuiltSite, tmp_path: Path) -> None:
    layout = copy_of(built_mini, tmp_path)
    plan = layout.structured / "plans/yi-2021.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("id: 2-p1", "id: 2-p1-renamed"), encoding="utf-8")
    builder.build(layout, lambda _: None)
    assert not (layout.site / "zh/tasks/yi-2021/2-p1").exists()
    assert (layout.site / "zh/tasks/yi-2021/2-p1-renamed/index.html").is_file()


def test_a_build_of_what_changed_is_byte_for_byte_a_whole_build(
    built_mini: BuiltSite, changed: BuiltSite, tmp_path: Path
) -> None:
    layout = copy_of(built_mini, tmp_path / "r")
    kept = {path: path.stat().st_mtime_ns for path in (layout.build / "pages").iterdir()}
    change(layout)
    site = build_site(layout.root, "https://example.org/plans")
    now = {path: path.stat().st_mtime_ns for path in (layout.build / "pages").iterdir()}
    data_changes_comparison = 3 * len(LANGUAGES)
    assert len(now.items() - kept.items()) == len(("the park's page in English", "its brief")) + data_changes_comparison
    index = json.loads((site.folder / "search/zh.json").read_bytes())["index"]
    [former] = (path for path in (site.folder / "search").iterdir() if path.is_dir() and path.name != index)
    shutil.rmtree(former)  # carried for readers whose search is open; nothing else tells which site was there before
    assert contents(site.folder) == contents(changed.folder)


def test_a_forced_build_uses_nothing_that_was_kept(built_mini: BuiltSite, tmp_path: Path) -> None:
    layout = copy_of(built_mini, tmp_path)
    for path in (layout.build / "pages").iterdir():
        path.write_text("<p>not what the engine makes</p>", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", "https://example.org/plans")
        builder.build(layout, lambda _: None, force=True, today=TODAY)
    assert contents(layout.site) == contents(built_mini.folder)


@pytest.mark.slow
def test_a_build_can_be_repeated_byte_for_byte(built_site: BuiltSite, tmp_path: Path) -> None:
    """As test_reproducible.py holds of the small site."""
    for folder in ("content", "structured"):
        shutil.copytree(built_site.layout.root / folder, tmp_path / "elsewhere" / folder)
    again = build_site(tmp_path / "elsewhere")
    assert contents(built_site.folder) == contents(again.folder)
    assert built_site.report.records == again.report.records


@pytest.mark.slow
def test_a_site_with_documents_differs_only_where_pages_link_to_them(built_mini: BuiltSite, tmp_path: Path) -> None:
    pytest.importorskip("typst", reason="documents are made with the extra `documents`")
    layout = copy_of(built_mini, tmp_path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", "https://example.org/plans")
        assert not builder.build(layout, lambda _: None, extras=Extras(documents=True), today=TODAY).skipped
    anchor = '[ \n]<a href="(?:[./]*documents/[^>]*|chart[^>]*\\.png" download)>[^<]*</a>'
    link = re.compile(f"<p>[^<]*(?:{anchor}(?: ·)?)+</p>\n|{anchor}".encode())
    with_documents, without = contents(layout.site), contents(built_mini.folder)
    drawn = ("documents/", "images/zh/")  # what needs the fonts of documents
    made = {name for name in with_documents if name.startswith(drawn) or Path(name).match("chart*.png")}
    assert with_documents.keys() - without.keys() == made
    changed = [name for name in without if with_documents[name] != without[name]]
    assert changed
    for name in changed:
        page = (layout.site / name).read_bytes().replace(b"images/zh/", b"images/")
        assert link.sub(b"", page) == (built_mini.folder / name).read_bytes(), name
