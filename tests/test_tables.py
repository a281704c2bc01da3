"""What is added to the tables is everywhere: no module keeps a list of its own that could forget it."""

from __future__ import annotations

import csv
import datetime
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from generator.corpus.corpus import Corpus
from generator.corpus.formats import FORMATS
from generator.diff.report import report
from generator.edition import strings
from generator.edition.edition import Edition
from generator.edition.publication import named
from generator.edition.strings import Strings
from generator.exports.data.files import WRITERS
from generator.exports.search.findable import all_findable
from generator.language.languages import LANGUAGES
from generator.preview.draft import Draft, Look
from generator.project.layout import PROGRAM, Layout
from generator.records import json_schemas
from generator.records.kinds import KINDS
from generator.rules.run import validate
from generator.site import build
from tests.diff.conftest import git_init
from tests.invented import MOVED, TEXTS, WORDS, invented
from tests.paths import JIA, MINI
from tests.small import Repository

PLANS = len([*(MINI / "structured/plans").glob("*.yaml")])
pytestmark = pytest.mark.builds


@pytest.fixture(scope="module", autouse=True)
def tables() -> Iterator[None]:
    with invented():
        yield


@pytest.fixture(scope="module")
def layout(tmp_path_factory: pytest.TempPathFactory) -> Layout:
    """A small publication that says something of each, and a program that has the words for it."""
    root = tmp_path_factory.mktemp("tables")
    program = root / "program"
    program.mkdir()
    shutil.copytree(PROGRAM / "site_templates", program / "site_templates")
    shutil.copy(PROGRAM / "mkdocs.yml", program)
    (program / "site_templates/pages/contact.html.j2").write_text("<p>{{ view }}</p>\n", encoding="utf-8")
    for language in LANGUAGES:
        _add_words(program / f"site_templates/strings/{language}.yaml")
    shutil.copytree(MINI, root / "publication")
    repository = Repository(root / "publication")
    git_init(repository.root)
    for old, new in TEXTS.items():
        repository.replace(JIA, old, new)
    repository.write("structured/audiences.yaml", "- {id: founders, name: {zh: 创业者, en: Founders}}\n")
    repository.write("structured/redirects.yaml", MOVED)
    return Layout(repository.root, program)


def _add_words(path: Path) -> None:
    words = yaml.safe_load(path.read_text(encoding="utf-8"))
    for key, text in WORDS.items():
        *folders, name = key.split(".")
        place = words
        for folder in folders:
            place = place.setdefault(folder, {})
        place[name] = text
    path.write_text(yaml.safe_dump(words, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _words(layout: Layout) -> dict[str, Strings]:
    return named(strings.load(layout.templates), validate(layout).records.publication.record)


@pytest.fixture(scope="module")
def site(layout: Layout) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SITE_URL", raising=False)
        patch.delenv("REPO_URL", raising=False)
        build.build(layout, lambda _: None)
    return layout.site


def test_the_publication_breaks_no_rule(layout: Layout) -> None:
    assert validate(layout).records.of(KINDS["audience"])[0].record.id == "founders"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_facet_and_a_kind_are_on_the_site(site: Path, language: str) -> None:
    assert "/jia-2025/2-1-1/" in (site / language / "tasks/by/audience/founders/index.html").read_text()
    assert 'data-filter="audience"' in (site / language / "tasks/index.html").read_text()
    assert "支持初创企业" in (site / language / "tasks/jia-2025/2-1-1/index.html").read_text()
    assert 'id="showcase-cloud-valley-opens"' in (site / language / "plans/jia-2025/index.html").read_text()
    assert "Showcases" in (site / language / "status/index.html").read_text()
    assert "showcases.csv" in (site / language / "data/index.html").read_text()


def test_they_are_in_the_data(site: Path) -> None:
    task, *_ = json.loads((site / "data/tasks.json").read_text())
    assert task["audiences"] == ["founders"]
    assert {"for": "audiences/founders", "text": "支持初创企业"} in task["quotes"]
    [showcase] = json.loads((site / "data/showcases.json").read_text())
    assert showcase["id"] == "jia-2025/cloud-valley-opens"
    assert showcase["park"] == "jia"
    assert showcase["title"] == {"zh": "云谷启用", "en": "Cloud Valley opens"}
    assert showcase["source_line"] is None
    entries = json.loads((site / "data/vocabularies.json").read_text())
    assert ("audiences", "founders") in {(entry["vocabulary"], entry["id"]) for entry in entries}


def test_a_field_of_a_target_is_in_the_data(site: Path) -> None:
    with (site / "data/targets.csv").open(encoding="utf-8-sig", newline="") as file:
        assert next(csv.DictReader(file))["pledge"] == "a firm word"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_field_of_a_target_is_on_the_page_of_its_plan(site: Path, language: str) -> None:
    page = (site / language / "plans/jia-2025/index.html").read_text()
    assert "<dt>Pledge</dt><dd>a firm word</dd>" in page


def test_a_field_of_a_target_is_in_the_search(layout: Layout) -> None:
    edition = Edition(Corpus.of(validate(layout).records), "en", _words(layout)["en"])
    assert [item.title for item in all_findable(edition) if "a firm word" in item.also] == ["Total revenue of the park"]


def test_they_are_in_the_schemas(site: Path, layout: Layout) -> None:
    published = json.loads((site / "data/schema/showcases.schema.json").read_text())
    assert "summary" in published["$defs"]["showcase"]["properties"]
    package = json.loads((site / "data/datapackage.json").read_text())
    [resource] = [found for found in package["resources"] if found["name"] == "showcases"]
    assert resource["schema"]["primaryKey"] == ["id"]
    assert {tuple(key["fields"]) for key in resource["schema"]["foreignKeys"]} >= {("plan",), ("plan", "provision")}
    written = {path.stem: json.loads(path.read_text()) for path in json_schemas.write(layout)}
    assert written["audiences"]["type"] == "array"
    assert "showcases" in written["plan"]["properties"]
    assert "founders" in json.dumps(written["plan"]["$defs"]["WiderTask"]["properties"]["audiences"])


def test_a_kind_is_in_the_search(layout: Layout) -> None:
    edition = Edition(Corpus.of(validate(layout).records), "en", _words(layout)["en"])
    [found] = [item for item in all_findable(edition) if item.kind == "showcase"]
    assert found.title == "Cloud Valley opens"
    assert found.address == "en/plans/jia-2025/#showcase-cloud-valley-opens"


def test_the_scripts_know_of_them(site: Path) -> None:
    opening = json.loads((site / "search/en.json").read_text(encoding="utf-8"))
    assert ["showcase", "Showcase", 0] in opening["kinds"]
    page = (site / "en/tasks/index.html").read_text()
    assert ["audience", "Audience"] in json.loads(page.partition("data-columns='")[2].partition("'")[0])


def test_they_are_in_what_has_changed(layout: Layout) -> None:
    found = report(layout, _words(layout), "HEAD", datetime.date(2025, 8, 1))
    changes = {change.ref: change for change in found.changes}
    assert changes["showcase/jia-2025/cloud-valley-opens"].what == "added"
    assert changes["audience/founders"].what == "added"
    [tagged] = [field for field in changes["task/jia-2025/2-1-1"].fields if field.key == "audience"]
    assert (tagged.before.en, tagged.after.en) == ("", "Founders: 支持初创企业")
    [pledged] = [field for field in changes["target/jia-2025/revenue"].fields if field.key == "pledge"]
    assert pledged.after.zh == "a firm word"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_on_the_site_and_in_its_menus(site: Path, language: str) -> None:
    assert f"An invented page of {PLANS} plans" in (site / language / "contact/index.html").read_text()
    for page in ("index.html", "plans/jia-2025/index.html"):
        header, _, rest = (site / language / page).read_text().partition("</header>")
        assert 'contact/">Contact</a>' in header
        assert 'contact/">Contact</a>' in rest.partition("<footer")[2]


def test_a_page_is_in_the_sitemap_with_the_date_of_what_it_shows(site: Path) -> None:
    assert "en/contact/</loc><lastmod>2025-06-02</lastmod>" in (site / "sitemap.xml").read_text()


def test_readers_can_be_led_to_a_page(site: Path) -> None:
    assert "../../../../contact/" in (site / "en/tasks/by/audience/nobody/index.html").read_text()


def test_a_page_is_in_the_preview(layout: Layout) -> None:
    corpus = Corpus.of(validate(layout).records)
    page = Draft(corpus, Look(layout, corpus)).page("zh/contact/")
    assert page
    assert f"An invented page of {PLANS} plans" in page


def test_a_format_is_wherever_data_can_be_had(site: Path) -> None:
    assert (site / "data/parks.tsv").read_text() == "jia\tyi"
    page = (site / "en/data/index.html").read_text()
    assert 'href="../../data/parks.tsv" download>TSV</a>' in page
    assert '"encodingFormat": "text/tab-separated-values"' in page
    assert "data/tasks.tsv" in (site / "en/plans/jia-2025/index.html").read_text()


def test_each_format_has_what_writes_it() -> None:
    assert FORMATS.keys() == {"json", *WRITERS}


def test_they_can_be_redirected(site: Path) -> None:
    page = (site / "en/tasks/by/audience/starters/index.html").read_text()
    assert "../founders/" in page
    assert 'id="showcase-valley"' in (site / "en/plans/jia-2025/index.html").read_text()


def test_what_is_written_wrong_of_them_is_found(repository: Repository) -> None:
    for old, new in TEXTS.items():
        repository.replace(JIA, old, new.replace("quote: 建设云谷", "quote: 关闭云谷"))
    codes = {(finding.code, finding.line) for finding in repository.findings()}
    assert ("F001", int(repository.place(JIA, "founders").split(":")[1])) in codes  # no file of audiences
    assert ("Q001", int(repository.place(JIA, "关闭云谷").split(":")[1])) in codes
