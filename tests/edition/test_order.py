from __future__ import annotations

import pytest

from generator.edition import order
from generator.project.layout import Layout
from generator.records.loading import load
from tests.conftest import ROOT

PARKS = ["长宁园", "金桥园", "静安园", "陆家嘴园", "世博园"]


@pytest.mark.parametrize(
    ("words", "reading"),
    [
        ("长宁", "cháng níng"),
        ("长宁园", "cháng níng yuán"),
        ("长宁区人民政府", "cháng níng qū rén mín zhèng fǔ"),
        ("重点任务", "zhòng diǎn rèn wù"),
        ("重点", "zhòng diǎn"),
        ("金桥", "jīn qiáo"),
    ],
)
def test_readings_with_tones(words: str, reading: str) -> None:
    assert order.pinyin(words) == reading


@pytest.mark.parametrize(
    ("words", "reading"),
    [
        ("长宁园", "chang ning yuan"),
        ("高质量孵化器", "gao zhi liang fu hua qi"),
        ("绿色", "lv se"),
        ("PCT专利", "zhuan li"),
        ("", ""),
    ],
)
def test_readings_to_search_by_have_no_tones_and_their_syllables_apart(words: str, reading: str) -> None:
    assert order.syllables(words) == reading


def test_chinese_names_stand_in_the_order_of_their_readings() -> None:
    mixed = ["世博园", "静安园", "长宁园", "陆家嘴园", "金桥园"]
    assert sorted(mixed, key=order.key("zh")) == PARKS


def test_english_names_stand_from_a_to_z_whatever_their_case() -> None:
    names = ["blockchain", "Élan", "AI", "zones", "Fintech"]
    assert sorted(names, key=order.key("en")) == ["AI", "blockchain", "Élan", "Fintech", "zones"]


def test_the_readings_printed_for_the_parks_are_those_they_are_ordered_by() -> None:
    for park in load(Layout(ROOT)).parks:
        printed = park.record.pinyin.casefold().replace(" ", "").replace("'", "").replace("’", "")
        assert order.pinyin(park.record.short_name.zh).replace(" ", "") in printed
