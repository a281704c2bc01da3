from __future__ import annotations

import pytest

from generator.corpus.corpus import Corpus
from generator.edition import order
from generator.project.layout import Layout
from generator.records.loading import load
from tests.paths import MINI
from tests.small import Repository

PARKS = ["北园", "长乐园", "东园", "甲园", "乙园"]


@pytest.fixture(autouse=True)
def names() -> None:
    order.learn({"重点": "zhòng diǎn", "长乐": "cháng lè", "长乐园": "cháng lè yuán", "长乐区": "cháng lè qū"})


@pytest.mark.parametrize(
    ("words", "reading"),
    [
        ("长乐", "cháng lè"),
        ("长乐园", "cháng lè yuán"),
        ("长乐区人民政府", "cháng lè qū rén mín zhèng fǔ"),
        ("重点任务", "zhòng diǎn rèn wù"),
        ("重点", "zhòng diǎn"),
        ("乙园", "yǐ yuán"),
    ],
)
def test_readings_with_tones(words: str, reading: str) -> None:
    assert order.pinyin(words) == reading


@pytest.mark.parametrize(
    ("words", "reading"),
    [
        ("长乐园", "chang le yuan"),
        ("高质量孵化器", "gao zhi liang fu hua qi"),
        ("绿色", "lv se"),
        ("PCT专利", "zhuan li"),
        ("", ""),
    ],
)
def test_readings_to_search_by_have_no_tones_and_their_syllables_apart(words: str, reading: str) -> None:
    assert order.syllables(words) == reading


def test_what_editors_write_goes_before_the_table(repository: Repository) -> None:
    words = "zh: 长四角一体化, en: delta, pinyin: Chángsìjiǎo yītǐhuà"
    term = f"{{id: delta, {words}, explanation: {{zh: 一种说法。, en: A term.}}}}"
    repository.write("structured/terms.yaml", f"{repository.read('structured/terms.yaml')}- {term}\n")
    order.learn(Corpus.of(load(repository.layout)).readings)
    assert order.syllables("长四角") == "chang si jiao"
    assert order.pinyin("长四角地区") == "cháng sì jiǎo dì qū"
    assert [reading for _, reading in order.readings("在长四角")] == ["zài", "cháng", "sì", "jiǎo"]
    assert order.key("zh")("长四角") == ("chang2", "si4", "jiao3")


def test_what_another_publication_says_is_forgotten() -> None:
    order.learn({})
    assert order.syllables("长四角") == "zhang si jiao"


def test_chinese_names_stand_in_the_order_of_their_readings() -> None:
    mixed = ["乙园", "东园", "北园", "甲园", "长乐园"]
    assert sorted(mixed, key=order.key("zh")) == PARKS


def test_english_names_stand_from_a_to_z_whatever_their_case_and_quotation_marks() -> None:
    names = ["blockchain", "Élan", "AI", "zones", "Fintech", "“carbon steward”"]
    assert sorted(names, key=order.key("en")) == ["AI", "blockchain", "“carbon steward”", "Élan", "Fintech", "zones"]


def test_the_readings_printed_for_the_parks_are_those_they_are_ordered_by() -> None:
    for park in load(Layout(MINI)).parks:
        printed = park.record.pinyin.casefold().replace(" ", "").replace("'", "").replace("’", "")
        assert order.pinyin(park.record.short_name.zh).replace(" ", "") in printed
