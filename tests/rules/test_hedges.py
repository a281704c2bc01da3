from __future__ import annotations

import pytest

from generator.language.counterparts import HEDGES
from generator.rules.hedges import lost_hedge
from tests.cases import read
from tests.paths import JIA_ENGLISH
from tests.small import Repository
from tests.told import advised, said, side_by_side

CASES = read(__file__)


def lost(zh: str, en: str) -> list[str]:
    """Return the names of the hedges that the English has lost."""
    found = [departure.finding for departure in lost_hedge(side_by_side(zh, en))]
    assert all(f.code == "E201" and f.severity == "error" for f in found)
    return [said(f).partition("'")[2].partition("'")[0] for f in found]


@pytest.mark.parametrize(("name", "case"), [(name, case) for name, cases in CASES.items() for case in cases])
def test_a_hedge_is_kept_or_lost(name: str, case: dict[str, str]) -> None:
    assert lost(case["zh"], case["kept"]) == []
    assert lost(case["zh"], case["lost"]) == [name]


def test_each_hedge_is_tested() -> None:
    assert CASES.keys() == {hedge.name for hedge in HEDGES}


@pytest.mark.parametrize("hedge", HEDGES, ids=lambda hedge: hedge.name)
def test_the_usual_english_is_one_that_is_accepted(hedge: object) -> None:
    [one] = [h for h in HEDGES if h is hedge]
    assert one.english.search(f"{one.example} 5")


@pytest.mark.parametrize(
    "zh",
    [
        "规模以上企业",
        "超高清视频产业",
        "突破关键技术",
        "就近入学",
        "附近",
        "最近3年",
        "邻近2号线",
        "以下简称",
        "超前孵化",
        "节约用地",
        "余额",
        "多家企业",
        "全区上下",
        "共同努力",
        "不断突破技术",
        "10余年不足为奇",
    ],
)
def test_what_only_looks_like_a_hedge(zh: str) -> None:
    assert lost(zh, "Something else altogether.") == []


def test_each_hedge_counts_as_often_as_it_stands_there() -> None:
    zh = "企业超过300家,重点企业超过50家,力争营收突破10%"
    assert lost(zh, "more than 300 companies, key ones exceed 50; strive for a share above 10%") == []
    assert lost(zh, "more than 300 companies, key ones reach 50; strive for a share above 10%") == ["超过"]
    assert lost(zh, "300 companies, key ones reach 50; a share above 10%") == ["力争", "超过"]


def test_several_hedges_of_one_amount() -> None:
    assert lost("五年累计新增约20000人次", "about 20,000 newly added, cumulative over five years") == []
    assert lost("五年累计新增约20000人次", "20,000 over five years") == ["约", "新增", "累计"]


def test_newly_added_is_one_hedge() -> None:
    assert lost("新增企业数量 新增15", "Number of newly added companies 15 newly added") == []
    assert lost("新增企业数量 新增15", "Number of companies 15 newly added") == ["新增"]


def test_a_hedge_too_many_is_no_matter_of_this_rule() -> None:
    assert lost("达到300家", "strive for more than about 300") == []


def test_a_lost_hedge_is_reported_with_both_texts(repository: Repository) -> None:
    repository.replace(JIA_ENGLISH, "more than 120", "120")
    repository.expect(
        (repository.line(JIA_ENGLISH, "By 2026: strive"), "E201", "in the English 1 times, is 0 times: '超过'")
    )
    [found] = repository.findings()
    assert "“到2026年,园区总营收力争" in said(found)
    assert "⇔ “By 2026: strive for" in said(found)
    assert said(found).endswith("(provision 1/2)")
    assert advised(found) == "translate it, for example as “more than”"


GRANTED = "- {plan: jia-2025, provision: 1/2, rule: hedges, words: 超过, reason: Said in the next sentence.}\n"


def test_an_exception_for_a_hedge(repository: Repository) -> None:
    repository.replace(JIA_ENGLISH, "more than 120", "120")
    repository.prepend("structured/exceptions.yaml", GRANTED)
    repository.expect()


def test_an_exception_that_nothing_needs(repository: Repository) -> None:
    repository.prepend("structured/exceptions.yaml", GRANTED)
    place = repository.place("structured/exceptions.yaml", "超过")
    repository.expect((place, "X001", "exception must be needed: '超过'"))


def test_an_exception_excuses_only_its_own_hedge_and_provision(repository: Repository) -> None:
    repository.replace(JIA_ENGLISH, "more than 120", "120")
    repository.prepend("structured/exceptions.yaml", GRANTED.replace("超过", "新增"))
    assert {f.code for f in repository.findings()} == {"E201", "X001"}
    repository.prepend("structured/exceptions.yaml", GRANTED.replace("1/2", "1/1"))
    assert {f.code for f in repository.findings()} == {"E201", "X001"}
