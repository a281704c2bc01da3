"""A publication may have nothing for a page: the site then has no such page, and nothing that leads to one."""

from __future__ import annotations

import shutil

import pytest

from generator.language.languages import LANGUAGES
from tests.sites import BuiltSite, build_site
from tests.small import Repository

pytestmark = pytest.mark.builds

PLAN, TEXT = "structured/plans/yi-2021.yaml", "content/yi-2021/zh.md"


@pytest.fixture(scope="module")
def without_lists(built_mini: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A publication without a guide, changes, redirects and terms; the gate finds no dead link in its site."""
    root = shutil.copytree(built_mini.layout.root, tmp_path_factory.mktemp("without-lists") / "repository")
    for name in ("guide", "changes", "redirects", "terms"):
        (root / f"structured/{name}.yaml").unlink(missing_ok=True)
    return build_site(root, "https://example.org/plans")


@pytest.fixture(scope="module")
def without_records(built_mini: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A publication of one plan of whose text nothing is recorded, with metrics and bodies that nothing uses."""
    root = shutil.copytree(built_mini.layout.root, tmp_path_factory.mktemp("without-records") / "repository")
    repository = Repository(root)
    gone = ("parks/jia", "guide", "changes", "terms", "exceptions", "redirects", "reports", "cited_targets")
    for name in gone:
        (root / f"structured/{name}.yaml").unlink()
    for plan in (path.stem for path in (root / "structured/plans").glob("*.yaml") if path.stem != "yi-2021"):
        (root / f"structured/plans/{plan}.yaml").unlink()
        shutil.rmtree(root / f"content/{plan}")
    park = repository.read("structured/parks/yi.yaml")
    repository.write("structured/parks/yi.yaml", f"{park[: park.index('industries:')]}industries: {{}}\n")
    plan = repository.read(PLAN)
    repository.write(PLAN, plan[: plan.index("targets:")] + plan[plan.index("exclusions:") :])
    for path, comma in ((TEXT, ","), ("content/yi-2021/source.txt", "，")):
        repository.replace(path, f"到2025年{comma}高新技术企业累计达到50家。", "高新技术企业持续增加。")
    return build_site(root, "https://example.org/plans")


def mentions(site: BuiltSite, name: str) -> list[str]:
    """Return the files of a site that name a page."""
    texts = (path for path in site.folder.rglob("*") if path.suffix in (".html", ".xml"))
    return [path.relative_to(site.folder).as_posix() for path in texts if f"{name}/" in path.read_text("utf-8")]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["guide", "glossary", "changes"])
def test_without_its_list_there_is_no_page_and_nothing_leads_to_it(without_lists: BuiltSite, name: str) -> None:
    assert mentions(without_lists, name) == []
    assert not any((without_lists.folder / language / name).exists() for language in LANGUAGES)


def test_without_changes_there_is_no_feed(without_records: BuiltSite) -> None:
    assert list(without_records.folder.rglob("feed.xml")) == []
    assert mentions(without_records, "application/atom+xml".removesuffix("/")) == []


@pytest.mark.parametrize("name", ["compare", "calendar", "glossary", "guide", "changes"])
def test_without_records_there_is_no_page_of_them(without_records: BuiltSite, name: str) -> None:
    assert mentions(without_records, name) == []
    assert not any((without_records.folder / language / name).exists() for language in LANGUAGES)


def test_without_tasks_there_is_no_index_of_them(without_records: BuiltSite) -> None:
    assert not any((without_records.folder / language / "tasks/index.html").exists() for language in LANGUAGES)
    assert "/tasks/</loc>" not in (without_records.folder / "sitemap.xml").read_text("utf-8")


def test_a_body_without_any_task_still_has_its_page(without_records: BuiltSite) -> None:
    assert (without_records.folder / "en/tasks/by/body/yi-government/index.html").is_file()
    assert not (without_records.folder / "en/tasks/by/beneficiary").exists()
    page = (without_records.folder / "en/tasks/by/body/index.html").read_text("utf-8")
    assert 'href="../../"' not in page


def test_readers_are_led_to_no_page_that_is_not_there(repository: Repository) -> None:
    repository.write("structured/redirects.yaml", "- {from: metric/a, to: page/guide, date: 2025-07-01}\n")
    repository.expect()
    (repository.root / "structured/guide.yaml").unlink()
    assert [(finding.code, finding.line) for finding in repository.findings()] == [("P002", 1)]
