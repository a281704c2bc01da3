"""An earlier wording stands at an address of its own, marked, and what only it holds is counted nowhere."""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import replace

import pytest

from generator.corpus.datasets import datasets
from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.exports.search.findable import all_findable
from generator.site import pages as all_pages
from generator.site.render import Renderer
from tests.paths import JIA, ROOT
from tests.sites import BuiltSite, edition_of
from tests.small import Repository

EARLIER = "plans/jia-2025/text/2025-03-01/"
HELD = {"zh": "旧文本，2025年3月1日至2025年5月14日施行。", "en": "Earlier wording, from 1 March 2025 to 14 May 2025."}
MARK = {"zh": "旧文本，止于2025年5月14日", "en": "earlier wording, until 14 May 2025"}
UNDATED = "    label: {zh: 独角兽企业, en: Unicorns}\n"


@pytest.fixture(scope="module")
def laid_out(edition: Edition) -> tuple[Edition, dict[str, Page], dict[str, str]]:
    on = replace(edition, today=datetime.date(2026, 1, 1))
    renderer = Renderer((ROOT / "site_templates",), on.language, on.t)
    pages = {page.address: page for page in all_pages.pages(on)}
    return on, pages, {address: renderer.page(page) for address, page in pages.items()}


@pytest.mark.builds
def test_an_earlier_wording_says_what_it_is_and_leads_to_the_text_of_today(
    laid_out: tuple[Edition, dict[str, Page], dict[str, str]],
) -> None:
    edition, pages, html = laid_out
    earlier = html[f"{edition.language}/{EARLIER}"]
    assert HELD[edition.language] in earlier
    assert edition.t("wording.today") in earlier
    assert not pages[f"{edition.language}/{EARLIER}"].indexed
    for page in (edition.to.text("jia-2025"), edition.to.plan("jia-2025")):
        assert HELD[edition.language] in html[page]
        assert pages[page].indexed


@pytest.mark.builds
def test_passages_that_the_next_wording_has_otherwise_are_marked(
    laid_out: tuple[Edition, dict[str, Page], dict[str, str]],
) -> None:
    edition, _, html = laid_out
    found = re.findall(r'id="(p-[\w-]+)"[^>]*>\n<p class="flag row__later">', html[f"{edition.language}/{EARLIER}"])
    assert found == ["p-1-p2", "p-2-1-2-p2"]
    assert "row__later" not in html[edition.to.text("jia-2025")]


@pytest.mark.builds
def test_a_target_that_only_an_earlier_wording_holds_is_shown_marked_on_the_page_of_its_plan_alone(
    laid_out: tuple[Edition, dict[str, Page], dict[str, str]],
) -> None:
    edition, _, html = laid_out
    plan = html[edition.to.plan("jia-2025")]
    section = plan[plan.index('id="earlier"') :]
    assert 'id="target-unicorns"' in section
    assert MARK[edition.language] in section
    shown = {address for address, page in html.items() if "培育独角兽企业2家" in page and "jia" in address}
    assert shown == {edition.to.plan("jia-2025"), f"{edition.language}/{EARLIER}"}
    unicorns = edition.corpus.targets_by_metric["unicorns"]
    assert {target.plan.id for target in unicorns} == {"yi-2025"}


@pytest.mark.builds
def test_the_page_of_a_metric_names_what_earlier_wordings_said_apart(
    laid_out: tuple[Edition, dict[str, Page], dict[str, str]],
) -> None:
    edition, pages, _ = laid_out
    wording = f"{edition.language}/{EARLIER}"
    [dropped] = pages[edition.to.metric("unicorns")].body.earlier
    assert dropped.target.to == edition.to.inside("target", "jia-2025", "unicorns")
    assert (dropped.at.text, dropped.at.to) == (HELD[edition.language], wording)
    [changed] = pages[edition.to.metric("invention-patents-per-10k")].body.earlier
    assert {"zh": "约15件", "en": "about 15"}[edition.language] in changed.words
    assert changed.at.to == wording
    assert not pages[edition.to.metric("park-revenue")].body.earlier  # a correction of the reading is no wording


def test_the_search_finds_the_text_of_today_alone(edition: Edition) -> None:
    found = [str(each) for each in all_findable(edition)]
    assert not [each for each in found if "培育独角兽企业2家" in each and "jia-2025" in each]


@pytest.mark.builds
def test_an_earlier_wording_is_on_the_site_but_in_no_sitemap(built_mini: BuiltSite) -> None:
    for language in ("zh", "en"):
        page = (built_mini.folder / language / EARLIER / "index.html").read_text(encoding="utf-8")
        assert '<meta name="robots" content="noindex">' in page
    rows = json.loads((built_mini.folder / "data/targets.json").read_text(encoding="utf-8"))
    assert {row["plan"] for row in rows if row["metric"] == "unicorns"} == {"yi-2025"}


def test_the_figure_of_an_earlier_wording_is_held_against_that(repository: Repository) -> None:
    repository.replace(JIA, "quote: 培育独角兽企业2家", "quote: 培育独角兽企业3家")
    assert {(f.code, f.says) for f in repository.findings()} >= {("Q001", "quote")}


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("wording: 2025-03-01", "wording: 2025-03-02", "F001.wording"),
        ("  - date: 2025-03-01\n", "  - date: 2025-03-02\n", "S008.wording"),
        ("    until: 2025-05-15\n", "    until: 2025-02-01\n", "H007.until"),
        ("    commitment: firm\n    repeat_of: listed", "    commitment: firm\n    repeat_of: unicorns #", "H008.tied"),
        ("    wording: 2025-03-01\n", "", "F002.provision"),
    ],
)
def test_what_is_wrong_about_a_wording_is_told(repository: Repository, old: str, new: str, sentence: str) -> None:
    repository.replace(JIA, old, new)
    assert sentence in {f"{f.code}.{f.says}" for f in repository.findings()}


def test_a_wording_ends_on_the_day_the_next_one_begins(repository: Repository) -> None:
    before = "wordings:\n  - date: 2025-03-01\n"
    later = "wordings:\n  - {date: 2025-04-01, until: 2025-05-15, by: corrigendum, change: {zh: 改, en: Changed}}\n"
    repository.replace(JIA, before, f"{later}  - date: 2025-03-01\n")
    for name in ("zh.md", "en.md"):
        repository.write(f"content/jia-2025/2025-04-01/{name}", repository.read(f"content/jia-2025/2025-03-01/{name}"))
    assert [f"{f.code}.{f.says}" for f in repository.findings()] == ["H007.next"]


def test_each_wording_is_held_against_the_one_that_followed_it(repository: Repository) -> None:
    first, second = (
        "{date: 2025-02-01, until: 2025-03-01, by: corrigendum, change: {zh: 改, en: Changed}}",
        "2025-02-01",
    )
    repository.replace(JIA, "    provision: 1/2\nparents:", f"    provision: 1/2\n  - {first}\nparents:")
    for name in ("zh.md", "en.md"):
        repository.write(f"content/jia-2025/{second}/{name}", repository.read(f"content/jia-2025/2025-03-01/{name}"))
    rows = [*datasets(edition_of(repository.root, "zh").corpus, lines=False)["wordings"]]
    fates = {row["date"]: [r["fate"] for r in rows if r["date"] == row["date"] and r["fate"]] for row in rows}
    assert fates["2025-02-01"] == []
    assert fates["2025-03-01"] == ["otherwise", "gone"]


def test_the_text_of_an_earlier_wording_is_checked(repository: Repository) -> None:
    folder = "content/jia-2025/2025-03-01"
    repository.replace(f"{folder}/zh.md", "plan: jia-2025", "plan: jia-2026")
    repository.replace(f"{folder}/en.md", "about 15 invention", "about 16 invention")
    repository.write("content/jia-2025/2024-01-01/zh.md", repository.read(f"{folder}/zh.md"))
    assert {f"{f.code}.{f.says}" for f in repository.findings()} == {"S017.wording"}
    (repository.root / "content/jia-2025/2024-01-01/zh.md").unlink()
    found = [(f.code, f.path) for f in repository.findings()]
    assert ("F003", f"{folder}/zh.md") in found
    assert {code for code, path in found if path == f"{folder}/en.md"} == {"E101", "E102"}


def test_an_earlier_wording_is_held_against_its_capture_where_that_is_kept(repository: Repository) -> None:
    repository.write("content/jia-2025/2025-03-01/source.txt", "另一份文件\n")
    assert ("T002", "content/jia-2025/2025-03-01/zh.md") in {(f.code, f.path) for f in repository.findings()}
