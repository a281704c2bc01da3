from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from generator.edition import strings
from generator.edition.strings import Strings
from generator.findings.finding import DataError
from generator.language.languages import LANGUAGES
from generator.project.words import NAMES
from tests.paths import ROOT
from tests.sites import INVENTED, words_of
from tests.sources import nodes as syntax
from tests.told import said

TEMPLATES = ROOT / "site_templates"
GENERATOR = ROOT / "generator"
CATALOGUES = words_of(INVENTED)
KEYS = {re.sub(r"\.(one|other)$", "", key) for words in CATALOGUES.values() for key in words.words}
ESCAPED = {re.escape(key) for key in KEYS}

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
PLACEHOLDER = re.compile(r"\{(\w*)\}")

# What the plans print is data, not interface: these words are compared with printed ones.
PRINTED = {"一", "两", "余", "多", "以上", "以下", "以内", "左右", "上下"}
# Attributes whose value a reader sees or hears.
SPOKEN = ("title", "aria-label", "alt", "placeholder", "data-label")
JINJA = re.compile(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
ENTITY = re.compile(r"&\w+;")


def templates() -> list[Path]:
    """Return every template: pages, macros, the theme's and the root's."""
    return sorted(p for p in TEMPLATES.rglob("*") if p.suffix in (".j2", ".html"))


def modules() -> list[Path]:
    return sorted(GENERATOR.rglob("*.py"))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def patterns_in_code(path: Path) -> Iterator[str]:
    """Yield every string of a module that may be a key, as a regular expression; what is filled in may be anything."""
    for node in syntax(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield re.escape(node.value)
        elif isinstance(node, ast.JoinedStr):
            parts = [re.escape(str(v.value)) if isinstance(v, ast.Constant) else ".+" for v in node.values]
            first = node.values[0]
            if isinstance(first, ast.Constant) and re.match(r"[a-z_]+\.", str(first.value)):
                yield "".join(parts)


def patterns_in_template(path: Path) -> Iterator[str]:
    """Yield every key that a template asks for, as a regular expression."""
    tree = Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))
    for call in tree.find_all(nodes.Call):
        asked = call.node.node if isinstance(call.node, nodes.Getattr) else call.node  # words.zh(…) or t(…)
        if call.args and isinstance(asked, nodes.Name) and asked.name in ("t", "words"):
            yield pattern(call.args[0])
    for attribute in tree.find_all(nodes.Getattr):
        if isinstance(attribute.node, nodes.Name) and attribute.node.name == "w":
            yield re.escape(f"chrome.{attribute.attr}")


def pattern(key: nodes.Node) -> str:
    """Return a key as it is put together in a template as a regular expression."""
    match key:
        case nodes.Const():
            return re.escape(str(key.value))
        case nodes.Concat():
            return "".join(pattern(part) for part in key.nodes)
        case _:
            return ".+"


def test_the_catalogues_hold_the_same_keys() -> None:
    zh, en = (
        {key for key in CATALOGUES[language].words if not key.endswith(".one")} for language in LANGUAGES
    )  # one: only where the language has a singular
    assert zh == en
    assert {key.removesuffix(".one") for key in CATALOGUES["en"].words if key.endswith(".one")} <= {
        key.removesuffix(".other") for key in en
    }


def test_the_catalogues_hold_the_same_placeholders() -> None:
    zh, en = (CATALOGUES[language].words for language in LANGUAGES)
    names = {f"{{{name}}}" for name in NAMES}  # where a publication's names stand, each language decides
    differing = [
        key
        for key in zh.keys() & en.keys()
        if set(PLACEHOLDER.findall(zh[key])) - names != set(PLACEHOLDER.findall(en[key])) - names
    ]
    assert not differing


def test_english_words_hold_no_chinese_but_the_name_of_the_language() -> None:
    chinese = [key for key, words in CATALOGUES["en"].words.items() if HAN.search(words)]
    asked = [key for key in chinese if key.startswith("guide.asked.")]  # what readers type, in either language
    assert [key for key in chinese if key not in asked] == ["chrome.language"]


def test_chinese_words_are_chinese() -> None:
    latin_only = {"chrome.language", "figure.in_year", "task.title", "task.value_title", "text.title", "compare.of"}
    latin_only |= {"document.docx", "document.pdf"}
    plain = {
        key
        for key, words in CATALOGUES["zh"].words.items()
        if re.search(r"[A-Za-z]{2}", PLACEHOLDER.sub("", words)) and not HAN.search(words)
    }
    assert plain <= latin_only


def test_every_key_is_used() -> None:
    asked = {p for path in modules() for p in patterns_in_code(path)}
    asked |= {p for path in templates() for p in patterns_in_template(path)}
    open_ = re.compile("|".join(sorted(pattern for pattern in asked if ".+" in pattern)))  # the others are looked up
    unused = sorted(key for key in KEYS if re.escape(key) not in asked and not open_.fullmatch(key))
    assert not unused, f"nothing asks for these words: {', '.join(unused)}"


@pytest.mark.parametrize("path", templates(), ids=name)
def test_every_key_a_template_asks_for_is_there(path: Path) -> None:
    missing = [
        asked for asked in set(patterns_in_template(path)) - ESCAPED if not any(map(re.compile(asked).fullmatch, KEYS))
    ]
    assert not missing


@pytest.mark.parametrize("path", templates(), ids=name)
def test_a_template_holds_no_words_of_its_own(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    tree = Environment(autoescape=True).parse(source)
    chinese = [str(n.value) for n in tree.find_all(nodes.Const) if HAN.search(str(n.value))]
    chinese += [n.data.strip() for n in tree.find_all(nodes.TemplateData) if HAN.search(n.data)]
    assert not chinese
    markup = JINJA.sub("", re.sub(r"<(style|script)\b.*?</\1>", "", source, flags=re.DOTALL))
    shown = ENTITY.sub("", re.sub(r'[a-z-]+="[^"]*"', "", TAG.sub("", markup)))  # a macro may write an attribute alone
    assert not re.findall(r"[^\W\d_]+", shown), "words between the tags"
    spoken = [
        words
        for attribute in SPOKEN
        for words in re.findall(rf'\s{attribute}="([^"]*)"', markup)
        if re.search(r"[^\W\d_]", words)
    ]
    assert not spoken, "words in attributes"


@pytest.mark.parametrize(
    "path", [path for room in ("pages", "parts") for path in (GENERATOR / room).glob("*.py")], ids=name
)
def test_a_page_holds_no_words_of_its_own(path: Path) -> None:
    documents = {
        id(n.body[0].value)
        for n in syntax(path)
        if isinstance(n, (ast.Module, ast.ClassDef, ast.FunctionDef)) and n.body and isinstance(n.body[0], ast.Expr)
    }
    own = [
        n.value
        for n in syntax(path)
        if isinstance(n, ast.Constant) and isinstance(n.value, str) and id(n) not in documents and HAN.search(n.value)
    ]
    assert set(own) <= PRINTED


def test_plural_forms_follow_the_number() -> None:
    t = Strings({"task.one": "one task", "task.other": "{n} tasks", "count.other": "{n} 项"})
    assert (t("task", n=1), t("task", n=2), t("task", n=0)) == ("one task", "2 tasks", "0 tasks")
    assert t("count", n=1) == "1 项"


def test_words_without_fields_are_left_alone() -> None:
    assert Strings({"search": "{n} found"})("search") == "{n} found"


@pytest.mark.parametrize(("key", "fields"), [("nothing", {}), ("lead", {"m": 1})])
def test_an_unknown_key_or_placeholder_is_an_error(key: str, fields: dict[str, int]) -> None:
    with pytest.raises(KeyError):
        Strings({"lead": "{n} parks"})(key, **fields)


@pytest.mark.parametrize(
    ("zh", "en", "language", "problem"),
    [
        ("a: 甲\nb: 乙\n", "a: x\n", "zh", "b must be in both languages"),
        ("a: 甲\n", "a: x\nb: {c: y}\n", "en", "b.c must be in both languages"),
        ('a: "{n}个"\n', 'a: "{m} things"\n', "en", "a must have the same placeholders in both languages: zh n; en m"),
        ('a: "{n}个"\n', "a: things\n", "en", "a must have the same placeholders in both languages: zh n; en "),
    ],
)
def test_catalogues_that_do_not_match_are_refused(
    tmp_path: Path, zh: str, en: str, language: str, problem: str
) -> None:
    (tmp_path / "strings").mkdir()
    (tmp_path / "strings" / "zh.yaml").write_text(zh, encoding="utf-8")
    (tmp_path / "strings" / "en.yaml").write_text(en, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        strings.load(tmp_path)
    [finding] = caught.value.findings
    assert (finding.path, said(finding)) == (f"site_templates/strings/{language}.yaml", problem)


def test_a_singular_may_stand_in_one_language_only(tmp_path: Path) -> None:
    (tmp_path / "strings").mkdir()
    (tmp_path / "strings" / "zh.yaml").write_text('count: {other: "{n} 项"}\n', encoding="utf-8")
    (tmp_path / "strings" / "en.yaml").write_text('count: {one: "{n} task", other: "{n} tasks"}\n', encoding="utf-8")
    assert strings.load(tmp_path)["en"]("count", n=1) == "1 task"


def test_a_catalogue_that_cannot_be_read_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "strings").mkdir()
    (tmp_path / "strings" / "zh.yaml").write_text("a: 甲\na: 乙\n", encoding="utf-8")
    (tmp_path / "strings" / "en.yaml").write_text("a: x\n", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        strings.load(tmp_path)
    assert [(f.path.endswith("zh.yaml"), f.line) for f in caught.value.findings] == [(True, 2)]


def test_words_that_were_edited_are_read_anew(tmp_path: Path) -> None:
    (tmp_path / "strings").mkdir()
    for words in ("x", "y"):
        for language in LANGUAGES:
            (tmp_path / "strings" / f"{language}.yaml").write_text(f"a: {words}\n", encoding="utf-8")
        assert strings.load(tmp_path)["zh"]("a") == words
        strings.load(tmp_path)["zh"].words["a"] = "changed by one reader alone"  # type: ignore[index]
        assert strings.load(tmp_path)["zh"]("a") == words


@pytest.mark.parametrize(
    ("sentence", "value", "expected"),
    [
        ("see “{name}”", "Space (“in three years”)", "see “Space (‘in three years’)”"),
        ("按“{name}”排列", "“独角兽”企业", "按“‘独角兽’企业”排列"),
        ("{name}: 3", "Space (“in three years”)", "Space (“in three years”): 3"),
    ],
)
def test_quotation_marks_within_quotation_marks_become_single(sentence: str, value: str, expected: str) -> None:
    assert Strings({"key": sentence})("key", name=value) == expected
