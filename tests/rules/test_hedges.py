from __future__ import annotations

import pytest

from generator.analysis.pairs import Exceptions
from generator.rules.hedges import HEDGES, compare
from tests.conftest import JIA_ENGLISH, Repository, advised, said, side_by_side


def lost(zh: str, en: str) -> list[str]:
    """Return the names of the hedges that the English has lost."""
    found = list(compare(side_by_side(zh, en), Exceptions("hedges", ())))
    assert all(f.code == "E201" and f.severity == "error" for f in found)
    return [said(f).partition("'")[2].partition("'")[0] for f in found]


@pytest.mark.parametrize(
    ("name", "zh", "kept", "dropped"),
    [
        ("力争", "力争达到3000亿", "strive for revenue to reach 300 billion", "revenue reaches 300 billion"),
        ("力争", "争取引进基金", "seek to bring in funds", "bring in funds"),
        ("力争", "努力建成高地", "make every effort to build a hub", "build a hub with joint efforts"),
        ("力争", "积极争创国家级园区", "actively strive to become a national park", "become a competitive park"),
        ("力争", "争设分中心", "aim to set up a sub-centre", "set up a sub-centre"),
        ("超过", "超过300家", "more than 300 companies", "300 companies"),
        ("超过", "突破10%", "exceed 10%", "reach 10%"),
        ("超过", "超1000亿元", "exceeding RMB 100 billion", "reaching RMB 100 billion overall"),
        ("超过", "超过三百家", "over three hundred companies", "three hundred companies overseas"),
        ("超过", "人工智能企业两百余家", "more than 200 companies", "200 companies"),
        ("超过", "百余家企业", "more than 100 companies", "100 companies above designated size"),
        ("超过", "30多个项目", "more than 30 projects", "30 projects over five years"),
        ("以上", "110件以上", "110 or more", "110"),
        ("以上", "千亿以上", "100 billion or more", "100 billion"),
        ("以上", "60%以上", "at least 60%", "60%"),
        ("以上", "50亿元以上", "no less than RMB 5 billion", "RMB 5 billion"),
        ("约", "约10.2平方公里", "about 10.2 km²", "10.2 km² around the park"),
        ("约", "5家左右", "approximately 5", "5"),
        ("约", "近千家", "nearly 1,000", "1,000"),
        ("约", "近1000家", "almost 1,000", "1,000 and bring about growth"),
        ("当年", "当年申请量达到600件", "applications filed in the year reach 600", "applications reach 600"),
        ("新增", "新增上市企业5家", "5 newly listed companies", "5 listed companies in new tracks"),
        ("新增", "新增空间200万平方米", "add 2 million m²", "2 million m²"),
        ("新增", "新增15", "an increase of 15", "15, with increased support"),
        ("累计", "累计达到50家", "a cumulative 50 companies", "50 companies in all respects"),
        ("累计", "累计引进5家", "bring in a total of 5", "bring in 5 of the total area"),
    ],
)  # fmt: skip
def test_a_hedge_is_kept_or_lost(name: str, zh: str, kept: str, dropped: str) -> None:
    assert lost(zh, kept) == []
    assert lost(zh, dropped) == [name]


def test_each_hedge_is_tested() -> None:
    marks = test_a_hedge_is_kept_or_lost.pytestmark  # type: ignore[attr-defined]
    assert {case[0] for case in marks[0].args[1]} == {hedge.name for hedge in HEDGES}


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
    repository.write("structured/exceptions.yaml", GRANTED)
    repository.expect()


def test_an_exception_that_nothing_needs(repository: Repository) -> None:
    repository.write("structured/exceptions.yaml", GRANTED)
    place = repository.place("structured/exceptions.yaml", "超过")
    repository.expect((place, "X001", "exception must be needed: '超过'"))


def test_an_exception_excuses_only_its_own_hedge_and_provision(repository: Repository) -> None:
    repository.replace(JIA_ENGLISH, "more than 120", "120")
    repository.write("structured/exceptions.yaml", GRANTED.replace("超过", "新增"))
    assert {f.code for f in repository.findings()} == {"E201", "X001"}
    repository.write("structured/exceptions.yaml", GRANTED.replace("1/2", "1/1"))
    assert {f.code for f in repository.findings()} == {"E201", "X001"}
