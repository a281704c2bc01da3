from __future__ import annotations

import pytest

from tests.cases import few
from tests.paths import JIA, JIA_TEXT, YI, YI_NEW
from tests.small import Repository
from tests.told import Expected

PARK = "structured/parks/jia.yaml"


@pytest.mark.parametrize(
    ("old", "new", "words", "part"),
    few(
        [
            (
                "words: 甲园管理局",
                "words: 乙园管理局",
                "乙园管理局",
                "words must stand in provision 2.1.1: '乙园管理局'",
            ),
            ("云计算产业}", "云计算行业}", "云计算行业}", "words must stand in provision 2.1.1: '云计算行业'"),
            ("设立产业基金}", "成立产业基金}", "成立产业基金}", "words must stand in provision 2.1.1: '成立产业基金'"),
            ("初创企业}", "中小企业}", "中小企业}", "words must stand in provision 2.1.1: '中小企业'"),
            ("zh: 云谷,", "zh: 云山,", "云山,", "words must stand in provision 2.1.1: '云山'"),
            (
                "quote: 一是加强",
                "quote: 二是加强",
                "二是加强",
                "words must stand in provision 3/1: '二是加强组织领导。'",
            ),
            ("printed: 云谷", "printed: 云山", "云山", "words must stand in provision 2.1.1/1: '云山'"),
            (
                "year_words: 到2026年\n    commitment: asp",
                "year_words: 至2026年\n    commitment: asp",
                "至2026年",
                "words must stand in provision 1/2: '至2026年'",
            ),
            (
                "year_provision: 1/3\n",
                "year_provision: 1/2\n",
                "2026年目标值",
                "words must stand in provision 1/2: '2026年目标值'",
            ),
        ],
        5,
    ),
    ids=["body", "industry", "instrument", "beneficiary", "place", "measure", "anomaly", "year", "year elsewhere"],
)
def test_words_that_do_not_stand_in_their_passage(
    repository: Repository, old: str, new: str, words: str, part: str
) -> None:
    repository.replace(JIA, old, new)
    repository.expect((repository.place(JIA, words), "Q001", part))


def test_words_of_a_year_that_do_not_stand_in_the_task(repository: Repository) -> None:
    repository.replace(JIA, "years: {2026: 到2026年}", "years: {2026: 至2026年}")
    repository.expect((repository.place(JIA, "至2026年"), "Q001", "words must stand in provision 2.1.1: '至2026年'"))


def test_words_that_do_not_stand_in_the_parks_plan(repository: Repository) -> None:
    repository.replace(PARK, "words: 发展云计算产业", "words: 做强云计算产业")
    repository.expect((repository.place(PARK, "做强"), "Q001", "words must stand in provision 2.1.1: '做强云计算产业'"))


def test_a_quote_that_is_not_verbatim_leaves_its_number_uncaptured(repository: Repository) -> None:
    repository.replace(JIA, "quote: 高新技术企业超过120家", "quote: 高新技术企业总数超过120家")
    repository.expect(
        (repository.line(JIA_TEXT, "到2026年"), "C001", "'120'"),
        (
            repository.place(JIA, "高新技术企业总数"),
            "Q001",
            "quote must stand in provision 1/2: '高新技术企业总数超过120家'",
        ),
    )


def test_a_quote_must_stand_in_the_passage_itself_not_in_one_inside_it(repository: Repository) -> None:
    repository.replace(JIA, "provision: 2.1.1/1\n    quote", "provision: 2.1.1\n    quote")
    repository.expect(
        (repository.line(JIA_TEXT, "由甲园"), "C001", "'5'"),
        (
            repository.place(JIA, "新增上市企业5家\n", 2),
            "Q001",
            "quote must stand in provision 2.1.1: '新增上市企业5家'",
        ),
    )


def test_all_words_of_a_figure_are_looked_up_even_when_its_quote_is_wrong(repository: Repository) -> None:
    repository.replace(JIA, "quote: 园区有高新技术企业100家", "quote: 园区高新技术企业100家")
    repository.replace(JIA, "year_words: 截至2024年", "year_words: 到2024年底")
    text = repository.line(JIA_TEXT, "截至2024年")
    repository.expect(
        (text, "C001", "'100'"),
        (text, "C001", "'2024'"),
        (repository.place(JIA, "园区高新技术企业100家"), "Q001", "quote must stand in provision 1/1"),
        (repository.place(JIA, "到2024年底"), "Q001", "words must stand in provision 1/1: '到2024年底'"),
    )


def test_half_and_full_width_punctuation_are_two_things(repository: Repository) -> None:
    repository.replace(JIA, "quote: 园区总营收力争达到30亿元", "quote: 园区总营收力争达到30亿元，")
    repository.expect(
        (repository.line(JIA_TEXT, "到2026年"), "C001", "'30亿'"),
        (repository.place(JIA, "园区总营收力争"), "Q001", "quote must stand in provision 1/2"),
    )


def test_spaces_in_a_quote_do_not_matter(repository: Repository) -> None:
    repository.replace(JIA, "quote: 园区总营收力争达到30亿元", "quote: 园区 总营收 力争达到 30 亿元")
    repository.expect()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "comparator_word: 超过",
            "comparator_word: 突破",
            ("突破", "Q002", "comparator_word must stand in the quote's sentence: '突破'"),
        ),
        (
            "commitment_word: 力争",
            "commitment_word: 争取",
            ("争取", "Q002", "commitment_word must stand in the quote's sentence: '争取'"),
        ),
    ],
)
def test_words_outside_the_sentence_of_their_quote(
    repository: Repository, old: str, new: str, expected: Expected
) -> None:
    repository.replace(JIA, old, new)
    words, code, part = expected
    repository.expect((repository.place(JIA, words), code, part))


@pytest.mark.parametrize(
    ("path", "old", "new", "key", "word"),
    [
        (JIA, "quote: 园区总营收力争达到30亿元", "quote: 达到30亿元", "commitment_word", "力争"),
        (JIA, "quote: 高新技术企业超过120家", "quote: 120家", "comparator_word", "超过"),
        (
            YI_NEW,
            "quote: 争取培育独角兽企业2家，储备产业用地40平方米",
            "quote: 储备产业用地40平方米",
            "commitment_open",
            "争取",
        ),
        (YI_NEW, "quote: 新增专精特新企业3家", "quote: 专精特新企业3家", "measure", "新增"),
    ],
)
def test_a_quote_carries_the_words_that_govern_its_figure(
    repository: Repository, path: str, old: str, new: str, key: str, word: str
) -> None:
    repository.replace(path, old, new)
    told = f"the quote must carry the word its {key} was read from: '{word}'"
    repository.expect((repository.place(path, new.removeprefix("quote: ")), "Q006", told))


def test_words_that_do_not_name_their_body(repository: Repository) -> None:
    repository.replace(JIA, "words: 甲园管理局", "words: 牵头")
    repository.expect((repository.place(JIA, "牵头}"), "Q003", "words must name the body (甲园管理局, 管理局): '牵头'"))


def test_words_of_a_measures_bodies_stand_in_it_and_name_them(repository: Repository) -> None:
    repository.replace(YI, "words: 由乙区科技委牵头推进", "words: 由乙区科技委负责推进")
    repository.replace(YI, "words: 与乙区政府会商", "words: 会商")
    repository.expect(
        (repository.place(YI, "由乙区科技委负责"), "Q001", "words must stand in provision 1/2: '由乙区科技委负责推进'"),
        (repository.place(YI, "会商}"), "Q003", "words must name the body (乙区政府): '会商'"),
    )


def test_everything_wrong_in_a_task_is_reported_at_once(repository: Repository) -> None:
    for old, new in (
        ("云计算产业}", "产业云}"),
        ("words: 甲园管理局", "words: 甲局"),
        ("zh: 云谷,", "zh: 谷,"),
        ("printed: 云谷", "printed: 云山"),
    ):
        repository.replace(JIA, old, new)
    repository.expect(
        (repository.place(JIA, "产业云"), "Q001", "'产业云'"),
        (repository.place(JIA, "甲局"), "Q001", "'甲局'"),
        (repository.place(JIA, "甲局"), "Q003", "'甲局'"),
        (repository.place(JIA, "云山"), "Q001", "'云山'"),
    )


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (JIA, "quote_en: strive for the park's", "quote_en: strive for our park's"),
        (PARK, "words_en: Develop the cloud", "words_en: Develop a cloud"),
    ],
    ids=["quote", "rank"],
)
def test_english_words_stand_in_the_english_text(repository: Repository, path: str, old: str, new: str) -> None:
    repository.replace(path, old, new)
    place = repository.place(path, new.partition(": ")[2])
    repository.expect((place, "Q005", f"'{new.partition(': ')[2]}"))


def test_english_words_may_begin_a_sentence_in_one_place_only(repository: Repository) -> None:
    repository.replace(PARK, "words_en: Develop", "words_en: develop")
    repository.expect()


def test_english_words_are_held_against_nothing_while_there_is_no_english(repository: Repository) -> None:
    repository.untranslate()
    repository.replace(PARK, "words_en: Develop", "words_en: Grow")
    repository.expect()
