"""The site of the real plans, built once and looked at as files."""

from __future__ import annotations

import csv
import datetime
import hashlib
import io
import json
import re
import shutil
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html as lxml_html

from generator.corpus.version import LENGTH
from generator.edition.addresses import provision_anchor
from generator.exports.search.index import SearchError
from generator.findings.finding import DataError, Finding, Message
from generator.language.languages import LANGUAGES, TAGS
from generator.project.layout import Layout
from generator.records.facets import FACETS
from generator.site import build as builder
from generator.site import gate
from generator.site.engine import EngineError
from generator.site.fingerprint import fingerprint
from generator.site.gate import GateError
from tests.conftest import INVENTED, MINI, TODAY, BuiltSite, build_site, words_of
from tests.exports.test_contract import CONTRACT, TARGET

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
# Chinese in brackets or quotation marks is a name given beside its English.
BESIDE = re.compile(r"\[[^\]]*\]|\([^)]*\)|（[^）]*）|“[^”]*”|\"[^\"]*\"|「[^」]*」|《[^》]*》|‘[^’]*’")
SPOKEN = ("title", "aria-label", "alt", "placeholder", "data-label", "data-none", "data-loading", "data-failed")
FIGURES = ("", "parks/", "parks/jia/", "parks/yi/", "compare/", "compare/incubators/")

Pages = dict[str, lxml_html.HtmlElement]


@pytest.fixture(scope="session")
def pages(built_site: BuiltSite) -> Pages:
    """Every page of the site by its path."""
    return {
        path.relative_to(built_site.folder).as_posix(): lxml_html.document_fromstring(path.read_bytes().decode())
        for path in sorted(built_site.folder.rglob("*.html"))
    }


def of_language(pages: Pages, language: str) -> Pages:
    return {name: page for name, page in pages.items() if name.startswith(f"{language}/")}


def contents(folder: Path) -> dict[str, str]:
    """Return the files of a folder with a hash of each."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def read(site: BuiltSite, name: str) -> Any:
    return json.loads((site.folder / name).read_text(encoding="utf-8"))


# ---- pages ----


def test_a_build_says_what_it_does_and_how_much_there_is(built_site: BuiltSite, pages: Pages) -> None:
    assert built_site.report.pages == len(pages) > 100
    assert built_site.report.records > 100
    assert not built_site.report.skipped
    assert built_site.said


def test_both_languages_have_the_same_pages(pages: Pages) -> None:
    zh, en = ({name.partition("/")[2] for name in of_language(pages, language)} for language in LANGUAGES)
    assert zh == en
    assert len(zh) > 50


def test_every_address_of_the_design_is_there(built_site: BuiltSite, pages: Pages) -> None:
    data = {kind: read(built_site, f"data/{kind}.json") for kind in ("parks", "plans", "tasks", "targets")}
    below = ["", "parks/", "plans/", "compare/", "tasks/", "glossary/", "sources/", "status/", "data/", "about/"]
    below += [f"parks/{park['id']}/" for park in data["parks"]]
    below += [f"plans/{plan['id']}/{text}" for plan in data["plans"] for text in ("", "text/")]
    below += [f"compare/{metric}/" for metric in {target["metric"] for target in data["targets"]}]
    below += [f"tasks/{task['id']}/" for task in data["tasks"]]
    below += [f"tasks/by/{facet}/" for facet in FACETS]
    for task in data["tasks"]:
        below += [f"tasks/by/theme/{task['theme']}/"]
        below += [f"tasks/by/industry/{value}/" for value in task["industries"]]
        below += [f"tasks/by/instrument/{value}/" for value in task["instruments"]]
        below += [f"tasks/by/body/{actor['body']}/" for actor in task["bodies"]]
        below += [f"tasks/by/role/{actor['role']}/" for actor in task["bodies"]]
        below += [f"tasks/by/year/{year}/" for year in task["years"]]
        below += [f"tasks/by/beneficiary/{value}/" for value in task["beneficiaries"]]
    below += ["calendar/", "changes/", "guide/"]
    ranked = [entry for park in data["parks"] for rank in park["industries"].values() for entry in rank]
    below += [f"tasks/by/industry/{entry['industry']}/" for entry in ranked]
    for plan in data["plans"]:
        named = (*plan["issuers"], plan["drafter"], plan["sealed_on_behalf_by"], "jia-government-office")
        below += [f"tasks/by/body/{body}/" for body in named if body]
    wanted = {f"{language}/{path}index.html" for language in LANGUAGES for path in below}
    assert wanted | {"index.html", "404.html", "zh/404.html", "en/404.html"} == set(pages)
    assert {p["id"] for p in data["plans"]} == {"jia-2025", "ding-2025", "wu-2025", "ji-2025", "yi-2021"}
    assert {p["id"] for p in data["parks"]} == {"jia", "ding", "wu", "ji", "yi"}


def test_every_provision_has_its_anchor_in_both_languages(built_site: BuiltSite, pages: Pages) -> None:
    for provision in read(built_site, "data/provisions.json"):
        anchor = provision_anchor(provision["id"])
        for language in LANGUAGES:
            assert pages[f"{language}/plans/{provision['plan']}/text/index.html"].get_element_by_id(anchor) is not None


def test_every_record_has_its_anchor_in_both_languages(built_site: BuiltSite, pages: Pages) -> None:
    for kind in ("target", "measure", "fact"):
        for row in read(built_site, f"data/{kind}s.json"):
            anchor = f"{kind}-{row['id'].partition('/')[2]}"
            for language in LANGUAGES:
                assert pages[f"{language}/plans/{row['plan']}/index.html"].get_element_by_id(anchor) is not None


def test_the_gate_lets_the_site_pass(built_site: BuiltSite) -> None:
    assert gate.check(built_site.folder) == built_site.report.pages


def test_no_template_syntax_is_left(built_site: BuiltSite) -> None:
    left = re.compile(r"\{\{|\}\}|\{%|%\}|\{#")
    found = [p for p in built_site.folder.rglob("*.html") if left.search(p.read_text(encoding="utf-8"))]
    assert not found


def test_every_page_has_a_heading_a_title_a_description_and_its_language(pages: Pages) -> None:
    for name, page in pages.items():
        assert len(page.xpath("//h1[normalize-space()]")) == 1, name
        assert len(page.xpath("//head/title[normalize-space()]")) == 1, name
        language = name.partition("/")[0]
        assert page.get("lang") == TAGS.get(language, "zh-CN"), name
        if name != "404.html":
            assert page.xpath("string(//meta[@name='description']/@content)").strip(), name


def test_every_page_names_itself_and_its_other_language(pages: Pages) -> None:
    for name, page in pages.items():
        if name.endswith("404.html"):
            continue
        path = name.removesuffix("index.html")
        assert page.xpath("string(//link[@rel='canonical']/@href)") == f"https://park-plans.example/{path}"
        if path:
            language, _, rest = path.partition("/")
            other = {"zh": "en", "en": "zh-CN"}[language]
            found = {link.get("hreflang"): link.get("href") for link in page.xpath("//link[@hreflang]")}
            root = "https://park-plans.example/"
            anyone = f"{root}en/{rest}" if rest else root
            assert found == {"zh-CN": f"{root}zh/{rest}", "en": f"{root}en/{rest}", "x-default": anyone}, name
            assert page.xpath("//a[@data-language]/@hreflang") == [other], name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_pages_share_a_title(pages: Pages, language: str) -> None:
    titles: dict[str, list[str]] = {}
    for name, page in of_language(pages, language).items():
        if not name.endswith("404.html"):
            titles.setdefault(page.findtext(".//title") or "", []).append(name)
    assert not {title: names for title, names in titles.items() if len(names) > 1}


def test_headings_go_down_by_one_step(pages: Pages) -> None:
    for name, page in pages.items():
        levels = [int(str(h.tag)[1]) for h in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels[0] == 1, name
        if "/text/" in name:
            continue  # there they are the text's own: a plan may have items right below a chapter
        jumps = [(a, b) for a, b in pairwise(levels) if b > a + 1]
        assert not jumps, f"{name}: {jumps}"


# ---- words ----


def language_of(element: lxml_html.HtmlElement) -> str:
    """Return the language an element's words are in."""
    return next((str(e.get("lang")) for e in (element, *element.iterancestors()) if e.get("lang")), "")


def shown_words(page: lxml_html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield everything a reader sees or hears of a page, with its language."""
    for element in page.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        language = language_of(element)
        yield element.text or "", language
        for child in element:
            yield child.tail or "", language
        for attribute in SPOKEN:
            yield str(element.get(attribute) or ""), language
    yield str(page.xpath("string(//meta[@name='description']/@content)")), language_of(page)


def test_english_pages_hold_no_chinese_that_is_not_marked_as_such(pages: Pages) -> None:
    found: dict[str, str] = {}
    for name, page in of_language(pages, "en").items():
        for words, language in shown_words(page):
            if not language.startswith(("zh", "mul")) and HAN.search(BESIDE.sub("", words)):
                found.setdefault(words.strip()[:80], name)
    assert not found, "\n".join(f"{name}: {words}" for words, name in found.items())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_the_interface_is_in_the_other_language(pages: Pages, language: str) -> None:
    catalogues = words_of(INVENTED)
    own, other = (set(catalogues[lang].words.values()) for lang in (language, "en" if language == "zh" else "zh"))
    foreign = {words for words in other - own if "{" not in words and len(words) > 1}
    found: dict[str, str] = {}
    for name, page in of_language(pages, language).items():
        for words, tag in shown_words(page):
            if tag.startswith(language) and words.strip() in foreign:
                found.setdefault(words.strip(), name)
    assert not found


def test_what_is_marked_as_chinese_on_an_english_page_is_chinese(pages: Pages) -> None:
    found: dict[str, str] = {}
    for name, page in of_language(pages, "en").items():
        for element in page.xpath("//*[@lang='zh-CN']"):
            words = element.text_content().strip()
            if re.search(r"[a-z]{3}", words) and not HAN.search(words):
                found.setdefault(words, name)
    assert not found


def test_what_is_marked_as_english_is_english(pages: Pages) -> None:
    found: dict[str, str] = {}
    for name, page in of_language(pages, "zh").items():
        for element in page.xpath("//*[@lang='en']"):
            own = "".join(t for t in element.xpath(".//text()") if language_of(t.getparent()) == "en" or t.is_tail)
            if HAN.search(BESIDE.sub("", own)):
                found.setdefault(own.strip()[:80], name)
    assert not found


# ---- figures ----


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", FIGURES)
def test_every_figure_leads_to_the_words_it_came_from(pages: Pages, language: str, path: str) -> None:
    page = pages[f"{language}/{path}index.html"]
    numbers = page.find_class("num")
    assert numbers or path.startswith("compare/")
    for number in numbers:
        if any(e.tag == "ul" and e.get("class") == "counts" for e in number.iterancestors()):
            assert any(e.tag == "a" for e in number.iterancestors())  # how many there are, not a figure of a plan
            continue
        frame = next(
            e for e in number.iterancestors() if e.tag in ("article", "td", "li", "tr") or e.getparent().tag == "dl"
        )
        links = frame.xpath(".//a/@href")
        assert any(re.search(r"#(target|fact)-|/text/#p-", link) for link in links), number.getparent().text_content()


def test_every_figure_says_when_it_is_only_striven_for(built_site: BuiltSite, pages: Pages) -> None:
    for target in read(built_site, "data/targets.json"):
        for language in LANGUAGES:
            record = pages[f"{language}/plans/{target['plan']}/index.html"].get_element_by_id(
                f"target-{target['id'].partition('/')[2]}"
            )
            marked = bool(record.find_class("record__head")[0].find_class("strive"))
            assert marked == (target["commitment"] == "aspirational")
            assert target["quote"] in record.text_content()


def test_the_printed_number_stands_on_the_chinese_page_as_printed(built_site: BuiltSite, pages: Pages) -> None:
    for target in read(built_site, "data/targets.json"):
        if target["printed"] and target["comparator"] != "qualitative":
            record = pages[f"zh/plans/{target['plan']}/index.html"].get_element_by_id(
                f"target-{target['id'].partition('/')[2]}"
            )
            [number] = record.find_class("record__value")[0].find_class("num")
            if target["printed"] == {"value": "一", "unit": None}:  # would read as a dash
                assert (number.text_content(), "“一”" in record.text_content()) == ("1", True)
            else:
                assert number.text_content() == target["printed"]["value"].replace("-", "–")


# ---- data ----


@pytest.mark.parametrize("kind", CONTRACT)
def test_the_data_files_keep_the_contract(built_site: BuiltSite, kind: str) -> None:
    rows = read(built_site, f"data/{kind}.json")
    assert rows
    for row in rows:
        assert set(CONTRACT[kind]) <= set(row)
    table = (built_site.folder / f"data/{kind}.csv").read_text(encoding="utf-8-sig")
    assert len(list(csv.reader(io.StringIO(table, newline="")))) == len(rows) + 1
    assert read(built_site, f"data/schema/{kind}.schema.json")["type"] == "array"


def test_a_target_is_published_as_the_contract_shows_it(built_site: BuiltSite) -> None:
    target = next(t for t in read(built_site, "data/targets.json") if t["id"] == "jia-2025/revenue")
    assert tuple(target) == TARGET
    assert target["source_line"].startswith("structured/plans/jia-2025.yaml:")
    known = {
        "plan": "jia-2025", "park": "jia", "metric": "park-revenue", "provision": "1/2",
        "quote": "园区总营收力争达到30亿元", "comparator": "ge", "comparator_word": "达到", "value": 3_000_000_000,
        "value_low": None, "value_high": None, "unit": "CNY", "printed": {"value": "30", "unit": "亿元"},
        "unit_inferred": False, "measure": "unspecified", "year": 2026, "commitment": "aspirational",
        "commitment_word": "力争",
        "denominator": None, "baseline": None, "repeat_of": None,
    }  # fmt: skip
    assert {key: target[key] for key in known} == known


def test_every_downloadable_file_is_named_on_the_data_page(built_site: BuiltSite, pages: Pages) -> None:
    for language in LANGUAGES:
        links = {str(a).rpartition("data/")[2] for a in pages[f"{language}/data/index.html"].xpath("//a/@href")}
        folder = built_site.folder / "data"
        files = {p.relative_to(folder).as_posix() for p in folder.rglob("*.*")}
        assert files - {"status.json"} <= links


# ---- building again ----


def copy_of(site: BuiltSite, folder: Path) -> Layout:
    """Return a copy of a repository and its site that a test may break."""
    shutil.copytree(site.layout.root, folder, dirs_exist_ok=True)
    return Layout(folder)


@pytest.fixture(autouse=True)
def _no_site_url(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    monkeypatch.delenv("REPO_URL", raising=False)


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

    build(TODAY)
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


def test_a_changed_word_is_published_and_besides_it_only_the_version(built_mini: BuiltSite, tmp_path: Path) -> None:
    shutil.copytree(MINI, tmp_path / "r")
    change(Layout(tmp_path / "r"))
    site = build_site(tmp_path / "r", "https://example.org/plans")
    one, other = (
        {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*.*"))
            if "pagefind" not in path.parts
        }
        for folder in (built_mini.folder, site.folder)  # the index holds the word, in files named after what they hold
    )
    assert one.keys() == other.keys()
    old, new = (json.loads(found["data/datapackage.json"])["version"][-LENGTH:].encode() for found in (one, other))
    changed = {name for name in one if one[name].replace(old, new) != other[name]}
    files = {f"data/{name}" for name in ("parks.json", "parks.csv", "city-a-plans.xlsx", "datapackage.json")}
    assert changed == {"en/parks/yi/index.html"} | files
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
    [
        ("site.engine.run", EngineError("template")),
        ("exports.search.index.write", SearchError("index")),
        ("exports.sitemap.write", OSError("disk full")),
        ("site.gate.check", GateError([Finding.of("Z002.link", "zh/index.html", address="gone/")])),
        ("site.publish.assemble", OSError("disk full")),
    ],
)
def test_whatever_fails_the_site_stays_and_is_built_next_time(
    built_mini: BuiltSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: Exception
) -> None:
    layout = copy_of(built_mini, tmp_path)
    before = contents(layout.site)
    stamp = {"fingerprint": fingerprint(layout), "pages": 1, "records": 1}
    (layout.build / "stamp.json").write_text(json.dumps(stamp), encoding="utf-8")
    assert builder.build(layout, lambda _: None).skipped
    change(layout)
    with monkeypatch.context() as patch:
        patch.setattr(f"generator.{step}", failing(error))
        for _ in range(2):  # the second build is not skipped: it fails as well
            with pytest.raises(type(error)):
                builder.build(layout, lambda _: None)
    assert contents(layout.site) == before


def test_a_failed_link_check_after_a_full_build_leaves_the_site_byte_for_byte(
    built_mini: BuiltSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    layout = copy_of(built_mini, tmp_path)
    before = contents(layout.site)
    change(layout)
    with monkeypatch.context() as patch:
        patch.setattr(
            "generator.site.gate.check", failing(GateError([Finding.of("Z002.link", "zh/index.html", address="gone/")]))
        )
        with pytest.raises(GateError):
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


def test_a_build_of_what_changed_is_byte_for_byte_a_whole_build(built_mini: BuiltSite, tmp_path: Path) -> None:
    layout = copy_of(built_mini, tmp_path / "r")
    kept = {path: path.stat().st_mtime_ns for path in (layout.build / "pages").iterdir()}
    change(layout)
    site = build_site(layout.root, "https://example.org/plans")
    now = {path: path.stat().st_mtime_ns for path in (layout.build / "pages").iterdir()}
    assert len(now.items() - kept.items()) == len(
        {"the park's page in English", *(range(6))}
    )  # data, changes, comparison
    shutil.copytree(MINI, tmp_path / "whole" / "r")
    change(Layout(tmp_path / "whole" / "r"))
    whole = build_site(tmp_path / "whole" / "r", "https://example.org/plans")
    assert contents(site.folder) == contents(whole.folder)


def test_a_forced_build_uses_nothing_that_was_kept(built_mini: BuiltSite, tmp_path: Path) -> None:
    layout = copy_of(built_mini, tmp_path)
    for path in (layout.build / "pages").iterdir():
        path.write_text("<p>not what the engine makes</p>", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", "https://example.org/plans")
        builder.build(layout, lambda _: None, force=True)
    assert contents(layout.site) == contents(built_mini.folder)


def test_nothing_of_the_preview_is_published(built_site: BuiltSite) -> None:
    published = [path for path in built_site.folder.rglob("*") if path.suffix in (".html", ".js", ".css")]
    assert not [path for path in published if "preview" in path.name or b"_preview" in path.read_bytes()]


def test_without_a_repository_nothing_offers_editing(built_site: BuiltSite, pages: Pages) -> None:
    for name, page in pages.items():
        assert not page.xpath("//*[contains(@class, 'edit') or @data-lines or @data-edit]"), name
    assert yaml.safe_load(built_site.layout.configuration.read_text(encoding="utf-8")).get("repo_url") is None


def test_a_build_can_be_repeated_byte_for_byte(built_site: BuiltSite, tmp_path: Path) -> None:
    for folder in ("content", "structured"):
        shutil.copytree(built_site.layout.root / folder, tmp_path / "elsewhere" / folder)
    again = build_site(tmp_path / "elsewhere")
    assert contents(built_site.folder) == contents(again.folder)
    assert built_site.report.records == again.report.records


def test_below_a_path_every_link_of_the_missing_page_leads_there(built_mini: BuiltSite) -> None:
    page = lxml_html.document_fromstring((built_mini.folder / "404.html").read_bytes().decode())
    links = [str(link) for link in page.xpath("//a/@href | //link[@rel='stylesheet']/@href | //script/@src")]  # type: ignore[union-attr]
    assert links
    assert all(link.startswith("/plans/") for link in links)


def test_the_address_of_the_site_can_be_set_from_outside(built_mini: BuiltSite) -> None:
    page = lxml_html.document_fromstring((built_mini.folder / "en/parks/index.html").read_bytes().decode())
    assert page.xpath("string(//link[@rel='canonical']/@href)") == "https://example.org/plans/en/parks/"
    assert "https://example.org/plans/zh/parks/" in (built_mini.folder / "sitemap.xml").read_text(encoding="utf-8")
