from __future__ import annotations

import pytest

from tests.cases import few
from tests.paths import JIA, YI_NEW
from tests.small import Repository

REPORTS, CITED = "structured/reports.yaml", "structured/cited_targets.yaml"
FLASH = "high-tech-enterprises-2026-flash"


def codes(repository: Repository) -> list[tuple[str, str]]:
    return [(f"{f.path}:{f.line}", f.code) for f in repository.findings()]


def line(repository: Repository, path: str, words: str, nth: int = 1) -> str:
    return ":".join(repository.place(path, words, nth).split(":")[:2])


@pytest.mark.parametrize(
    ("old", "new", "code"),
    few(
        [
            (
                "quote: 2026年园区总营收28亿元",
                "quote: 2026年园区总收入28亿元",
                "",
            ),  # a report is only cited: nobody can look
            ('printed: {value: "28", unit: 亿元}', 'printed: {value: "29", unit: 亿元}', "N002"),
            ("value: 2800000000", "value: 28", "N004"),
            ("quote: 到2026年末，高新技术企业达到121家", "quote: 到2026年末，高新技术企业超过121家", "Q002"),
            ("comparator: eq\n    comparator_word: 达到", "comparator: ge\n    comparator_word: 达到", "N005"),
            ("year: 2026\n    year_words: 到2026年末", "year: 2025\n    year_words: 到2026年末", "D004"),
            ("year_words: 2025-2026年", "year_words: 2026年度", "Q001"),
        ],
        4,
    ),
)
def test_figures_of_results_follow_the_rules_of_targets(repository: Repository, old: str, new: str, code: str) -> None:
    start = repository.read(JIA).index("\nresults:")
    assert old in repository.read(JIA)[start:]
    nth = repository.read(JIA)[: repository.read(JIA).index(old, start)].count(old) + 1
    repository.replace(JIA, old, new, nth)
    assert code in ({found.code for found in repository.findings()} or {""})


def in_a_plan(repository: Repository, provision: str, quote: str) -> None:
    """Have a result of Park B rest on the action plan of Park A."""
    result = f"""results:
  - id: high-tech-2026
    target: high-tech-enterprises
    label: {{zh: 高新技术企业, en: High-tech enterprises}}
    source: {{plan: jia-2025, provision: {provision}}}
    quote: {quote}
    comparator: eq
    value: 100
    unit: count
    printed: {{value: "100", unit: 家}}
    year: 2024
    year_words: 截至2024年
    measure: unspecified
"""
    path = "structured/plans/yi-2021.yaml"
    repository.write(path, repository.read(path) + result)


def test_words_quoted_from_a_document_of_the_site_stand_in_it(repository: Repository) -> None:
    in_a_plan(repository, "1/1", "园区有高新技术企业100家")
    assert repository.findings() == []


def test_words_that_the_document_does_not_hold_are_found(repository: Repository) -> None:
    in_a_plan(repository, "1/1", "园区共有高新技术企业100家")
    assert {found.code for found in repository.findings()} == {"Q001"}


def test_a_provision_that_the_document_does_not_have_is_found(repository: Repository) -> None:
    in_a_plan(repository, "9/1", "园区有高新技术企业100家")
    assert {found.code for found in repository.findings()} == {"F002"}


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("{}", "J001"),
        ("{report: yi-brief-2026, plan: jia-2025, provision: 1/1}", "J001"),
        ("{report: yi-brief-2026, provision: 1/1}", "J001"),
        ("{plan: yi-2025, provision: 1/2}", "J001"),
        ("{report: nothing}", "F001"),
        ("{plan: nothing, provision: 1/1}", "F001"),
    ],
)
def test_a_source_is_one_other_document_that_there_is(repository: Repository, source: str, sentence: str) -> None:
    old = "source: {report: yi-brief-2026}\n    quote: 园区企业研发投入"
    repository.replace(YI_NEW, old, old.replace("{report: yi-brief-2026}", source))
    place = line(repository, YI_NEW, f"source: {source}")
    assert (place, sentence) in codes(repository)


@pytest.mark.parametrize(("target", "code"), [("listed-companies-task", "J002"), ("unicorns", "J002"), ("no", "F001")])
def test_a_result_is_of_a_target_that_the_text_holds_and_that_restates_none(
    repository: Repository, target: str, code: str
) -> None:
    repository.replace(JIA, "target: listed-companies\n", f"target: {target}\n")
    assert codes(repository) == [(line(repository, JIA, f"target: {target}\n"), code)]


@pytest.mark.parametrize(
    ("old", "new", "codes_"),
    [
        (f"replaces: {FLASH}", "replaces: revenue-2026", {"J003", "J004"}),
        (f"replaces: {FLASH}", "replaces: nothing", {"F001", "J004"}),
        (f"    replaces: {FLASH}\n", "", {"J004"}),
        ("    final: false\n", f"    final: false\n    replaces: {FLASH}\n", {"F001", "J003"}),
    ],
)
def test_a_correction_names_an_earlier_figure(repository: Repository, old: str, new: str, codes_: set[str]) -> None:
    repository.replace(JIA, old, new)
    assert {found.code for found in repository.findings()} == codes_


def test_a_correction_is_reported_after_what_it_corrects(repository: Repository) -> None:
    repository.replace(REPORTS, "date: 2026-12-20", "date: 2027-01-20")
    assert codes(repository) == [(line(repository, JIA, "replaces:"), "J003")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    provisional_word: 初步统计\n", ""),
        ("    final: false\n", ""),
        ("provisional_word: 初步统计", "provisional_word: 快报"),
    ],
)
def test_a_provisional_figure_has_the_word_that_says_so(repository: Repository, old: str, new: str) -> None:
    repository.replace(JIA, old, new)
    expected = set() if "快报" in new else {"J005"}  # the title of the report says it
    assert {found.code for found in repository.findings()} == expected


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (
            "    year: 2026\n    year_words: 到2026年\n",
            "    year: 2026\n    date: 2027-06-30\n    year_words: 到2026年\n",
            "J007",
        ),
        ("date: 2026-03-31", "date: 2026-12-31", "J007"),
        ("date: 2026-12-28\n        quote", "date: 2027-01-28\n        quote", "J006"),
        ("task: 2-1-1\n", "task: 9-9-9\n", "F001"),
        (
            "quote: 到2026年建成试飞点不少于6个\n    quote_en: build",
            "quote: 到2026年建成试飞点6个\n    quote_en: build",
            "Q001",
        ),
        ("state: under-way", "state: begun", "R004"),
    ],
)
def test_milestones_stand_in_the_text_and_go_forward(repository: Repository, old: str, new: str, code: str) -> None:
    start = repository.read(YI_NEW).index("\nmilestones:")
    nth = repository.read(YI_NEW)[: repository.read(YI_NEW).index(old, start)].count(old) + 1
    repository.replace(YI_NEW, old, new, nth)
    assert code in {found.code for found in repository.findings()}


def test_a_cited_target_is_of_a_document_that_is_cited_and_not_here(repository: Repository) -> None:
    repository.replace(CITED, "document: 甲市科技若干意见", "document: 甲园行动方案(2025-2026年)")
    assert codes(repository) == [(line(repository, CITED, "document: 甲园"), "J008")]


@pytest.mark.parametrize(
    ("old", "new"),
    [("  address_known: cited\n", ""), ("  date: 2026-12-20\n", "  date: 2026-12-20\n  address_known: cited\n")],
)
def test_a_report_says_how_its_address_is_known(repository: Repository, old: str, new: str) -> None:
    repository.replace(REPORTS, old, new)
    assert {found.code for found in repository.findings()} == {"J009"}


def test_a_report_that_nothing_is_quoted_from_is_told(repository: Repository) -> None:
    repository.prepend(
        REPORTS, "- {id: idle, title: {zh: 闲报, en: Idle}, publisher: {zh: 局, en: Office}, date: 2026-01-01}\n"
    )
    assert codes(repository) == [(f"{REPORTS}:1", "J009")]
