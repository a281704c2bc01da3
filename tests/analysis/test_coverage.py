from __future__ import annotations

import pytest

from generator.analysis.coverage import Coverage, measure
from generator.records.loading import load
from tests.paths import JIA, JIA_TEXT, YI
from tests.small import Repository
from tests.told import advised, said

pytestmark = pytest.mark.usefixtures("chinese")  # what is left over of the Chinese text


def add(repository: Repository, old: str, new: str) -> None:
    """Change the published text and its capture alike."""
    repository.replace(JIA_TEXT, old, new)
    repository.replace("content/jia-2025/source.txt", old, new)


@pytest.mark.parametrize(
    ("words", "number"),
    [("建成3个平台。", "3"), ("建成三个平台。", "三"), ("投资2.5亿元。", "2.5亿"), ("建设5G网络。", "5")],
)
def test_a_number_that_is_neither_captured_nor_excluded(repository: Repository, words: str, number: str) -> None:
    add(repository, "建立协调机制。", f"建立协调机制。{words}")
    place = repository.line(JIA_TEXT, "一是加强")
    repository.expect((place, "C001", f"number must be captured or excluded: '{number}' in “"))
    assert said(repository.findings()[0]).endswith("(provision 3/1)")
    assert advised(repository.findings()[0]) == f"add a target, a fact or an exclusion to {JIA}"


def test_a_number_left_over_is_shown_with_ten_characters_before_and_behind(repository: Repository) -> None:
    add(repository, "建立协调机制。", "建立协调机制。面向企业建成3个平台,持续完善服务功能。")
    [found] = repository.findings()
    assert said(found) == (
        "number must be captured or excluded: '3' in “调机制。面向企业建成3个平台,持续完善服务” (provision 3/1)"
    )
    jia, *_ = (measure(p) for p in load(repository.layout).plans)
    assert (jia.total, len(jia.missing)) == (36, 1)


def test_every_number_left_over_is_reported_in_headings_and_tables_too(repository: Repository) -> None:
    add(repository, "产业发展行动", "两大产业发展行动")
    repository.replace(JIA_TEXT, "| 3 | 园区税收 |", "| 3 | 4项税收 |")
    repository.replace("content/jia-2025/source.txt", "3 园区税收", "3 4项税收")
    repository.replace(JIA, "quote: 园区税收 与", "quote: 4项税收  与")
    repository.replace(JIA, '"3 园区税收"', '"3 4项税收"')
    add(repository, "协调机制", "三级协调机制")
    repository.expect(
        (repository.line(JIA_TEXT, "### (一)"), "C001", "'两'"),
        (repository.line(JIA_TEXT, "一是加强"), "C001", "'三'"),
    )


def test_a_chinese_numeral_inside_a_word_needs_no_exclusion(repository: Repository) -> None:
    add(repository, "建立协调机制。", "进一步建立统一、一流的协调机制。")
    repository.expect()


def test_an_exclusion_holds_wherever_its_words_occur_or_only_in_its_passage(repository: Repository) -> None:
    add(repository, "建立协调机制。", "建立协调机制。实现一窗受理。")
    repository.expect((repository.line(JIA_TEXT, "一是加强"), "C001", "'一'"))
    repository.replace(JIA, "{text: 一窗, provision: 2.1.2/1, reason", "{text: 一窗, reason")
    repository.expect()


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("  - {text: 不存在的5, reason: name}\n", "不存在的5"),
        ("  - {text: 云谷, reason: name}\n", "云谷, reason"),
        ("  - {text: 超过120家, reason: name}\n", "超过120家, reason"),
        ("  - {text: 甲府〔2025〕1号, provision: 1/1, reason: citation}\n", "甲府〔2025〕1号, provision"),
    ],
    ids=["words that occur nowhere", "words without a number", "a number that is captured", "words of another passage"],
)
def test_an_exclusion_that_covers_no_number(repository: Repository, entry: str, words: str) -> None:
    repository.replace(JIA, "exclusions:\n", f"exclusions:\n{entry}")
    repository.expect((repository.place(JIA, words), "C002", "exclusion must cover a number that nothing else covers"))


def test_a_target_left_out_leaves_its_number_open(repository: Repository) -> None:
    text = repository.read(YI)
    start, end = text.index("targets:"), text.index("tasks:")
    repository.write(YI, text[:start] + text[end:])
    place = repository.line("content/yi-2021/zh.md", "到2025年")
    repository.expect((place, "C001", "'2025'"), (place, "C001", "'50'"))


def test_the_unit_captured_is_the_one_behind_the_number(repository: Repository) -> None:
    add(repository, "新增上市企业5家。", "带动投资3亿元,新增上市企业5家。")
    repository.replace(JIA, "quote: 新增上市企业5家", "quote: 带动投资3亿元,新增上市企业5家", 2)
    repository.expect((repository.line(JIA_TEXT, "由甲园"), "C001", "'3亿'"))


def test_a_number_that_stands_only_behind_the_quote_is_not_captured_by_it(repository: Repository) -> None:
    repository.replace(JIA, "quote: 高新技术企业超过120家", "quote: 高新技术企业超过")
    place = repository.line(JIA_TEXT, "到2026年")
    repository.expect(
        (place, "C001", "'120'"),
        (repository.place(JIA, '"120"'), "N002", "printed value must stand in the quote"),
        (repository.place(JIA, "家}"), "N002", "printed unit must stand in the quote"),
    )


def test_what_a_figure_is_per_is_captured_only_with_its_denominator(repository: Repository) -> None:
    repository.replace(JIA, '    denominator: {zh: 每万人, en: "every 10,000 people"}\n', "")
    repository.expect((repository.line(JIA_TEXT, "到2026年"), "C001", "'万'"))


def test_what_a_figure_is_per_is_captured_only_in_its_passage(repository: Repository) -> None:
    repository.replace(JIA, "provision: 1/2\n    quote: 每万人", "provision: 1/9\n    quote: 每万人")
    place = repository.line(JIA_TEXT, "到2026年")
    wrong = (repository.place(JIA, "1/9"), "F002", "provision must be one of the text's")
    repository.expect((place, "C001", "'20'"), (place, "C001", "'万'"), wrong)


def test_what_a_figure_is_per_is_captured_only_in_its_quote(repository: Repository) -> None:
    repository.replace(JIA, "quote: 每万人发明专利", "quote: 全市每万人发明专利")
    place = repository.line(JIA_TEXT, "到2026年")
    wrong = (repository.place(JIA, "全市"), "Q001", "quote must stand in provision 1/2")
    repository.expect((place, "C001", "'20'"), (place, "C001", "'万'"), wrong)


def test_what_is_counted_how(repository: Repository) -> None:
    found = {p.plan.id: measure(p) for p in load(repository.layout).plans}
    jia, yi = found["jia-2025"], found["yi-2021"]
    assert (jia.captured, jia.excluded, jia.missing, jia.idle, jia.total) == (17, 18, (), (), 35)
    assert yi == Coverage(captured=2, excluded=1, missing=(), idle=())
