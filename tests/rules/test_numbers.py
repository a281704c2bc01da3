# ruff: noqa: E501 - a table of cases reads best with one case a line
from __future__ import annotations

import pytest

from tests.cases import few
from tests.paths import JIA, JIA_TEXT
from tests.small import Repository
from tests.told import said

UNITS = "structured/units.yaml"
REVENUE = 'printed: {value: "30", unit: 亿元}'


@pytest.mark.parametrize(
    ("old", "new", "words", "part"),
    [
        ("    value: 3000000000\n", "", "ge\n", "comparator ge must come with value"),
        ("value: 3000000000", "value: null", "ge\n", "comparator ge must come with value"),
        ("    value_low: 1\n", "", "range\n", "comparator range must come with value_low"),
        ("    value_low: 1\n    value_high: 2\n", "", "range\n", "comparator range must come with value_high, value_low"),
        ("value: 120\n", "value: 120\n    value_low: 110\n", "110", "comparator gt must come without value_low"),
        ("value: null\n    value_low: 1", "value: 1\n    value_low: 1", "1\n    value_low: 1", "comparator range must come without value"),
        ("value: null\n    unit: null", "value: 1\n    unit: null", "1\n    unit: null", "comparator qualitative must come without value"),
    ],
)  # fmt: skip
def test_fields_that_do_not_go_together(repository: Repository, old: str, new: str, words: str, part: str) -> None:
    repository.replace(JIA, old, new)
    repository.expect((repository.place(JIA, words), "N001", part))


def test_a_figure_without_its_printed_number_is_neither_complete_nor_captured(repository: Repository) -> None:
    repository.replace(JIA, f"    {REVENUE}\n", "    printed: null\n")
    repository.expect(
        (repository.line(JIA_TEXT, "到2026年"), "C001", "'30亿'"),
        (repository.place(JIA, "ge\n"), "N001", "comparator ge must come with printed"),
    )


def test_a_number_that_does_not_stand_in_the_quote(repository: Repository) -> None:
    repository.replace(JIA, "value: 3000000000", "value: 3100000000")
    repository.replace(JIA, REVENUE, 'printed: {value: "31", unit: 亿元}')
    repository.expect(
        (repository.line(JIA_TEXT, "到2026年"), "C001", "'30亿'"),
        (repository.place(JIA, '"31"'), "N002", "printed value must stand in the quote: '31'"),
    )


def test_part_of_a_number_is_not_that_number(repository: Repository) -> None:
    repository.replace(JIA, "value: 120\n", "value: 20\n")
    repository.replace(JIA, 'printed: {value: "120"', 'printed: {value: "20"')
    repository.expect(
        (repository.line(JIA_TEXT, "到2026年"), "C001", "'120'"),
        (repository.place(JIA, '"20"'), "N002", "printed value must stand in the quote: '20'"),
    )


def test_a_printed_number_that_cannot_be_read(repository: Repository) -> None:
    repository.replace(JIA, '{value: "120", unit: 家}', "{value: 超过, unit: 家}")
    repository.replace(JIA, '{value: "1-2", unit: 家}', "{value: 孵化器, unit: 家}")
    text = repository.line(JIA_TEXT, "到2026年")
    repository.expect(
        (text, "C001", "'1'"),
        (text, "C001", "'120'"),
        (text, "C001", "'2'"),
        (repository.place(JIA, "{value: 超过"), "N003", "printed value must be a number: '超过'"),
        (repository.place(JIA, "{value: 孵化器"), "N003", "printed value must be a number: '孵化器'"),
    )


@pytest.mark.parametrize(
    ("old", "new", "words", "part"),
    [
        (
            "value: 3000000000",
            "value: 300000000",
            "300000000\n",
            "value must be what is printed, 3000000000: '300000000'",
        ),
        ("value: 3000000000", "value: 30", "30\n", "value must be what is printed, 3000000000: '30'"),
        ("value: 120\n", "value: 120.5\n", "120.5", "value must be what is printed, 120: '120.5'"),
        ("value: 0.5\n", "value: 0.05\n", "0.05", "value must be what is printed, 0.5: '0.05'"),
        ("value: 30000\n", "value: 3\n", "3\n    unit: m2", "value must be what is printed, 30000: '3'"),
        ("value_high: 2", "value_high: 3", "1\n    value_high", "value must be what is printed, 1–2: '1–3'"),
        ("value: 100\n", "value: 101\n", "101", "value must be what is printed, 100: '101'"),
    ],
)
def test_a_value_that_is_not_what_is_printed(repository: Repository, old: str, new: str, words: str, part: str) -> None:
    repository.replace(JIA, old, new)
    repository.expect((repository.place(JIA, words), "N004", part))


def test_a_range_read_as_one_value(repository: Repository) -> None:
    repository.replace(
        JIA,
        "comparator: range\n    value: null\n    value_low: 1\n    value_high: 2\n",
        "comparator: eq\n    value: 2\n",
    )
    repository.expect((repository.place(JIA, '2\n    unit: count\n    printed: {value: "1-2"'), "N004", "1–2: '2'"))


@pytest.mark.parametrize(
    ("old", "new", "words", "part"),
    few(
        [
            (
                "gt\n    comparator_word: 超过",
                "ge\n    comparator_word: 超过",
                "超过\n",
                "comparator ge must be printed as one of 迈上",
            ),
            (
                "ge\n    comparator_word: 达到",
                "gt\n    comparator_word: 达到",
                "达到\n",
                "comparator gt must be printed as one of 超",
            ),
            (
                "approx\n    comparator_word: 约",
                "lt\n    comparator_word: 约",
                "约\n",
                "comparator lt must be printed as one of 低于",
            ),
            (
                "lt\n    comparator_word: 低于",
                "le\n    comparator_word: 低于",
                "低于\n",
                "comparator le must be printed as one of 以下",
            ),
            (
                "le\n    comparator_word: 不超过",
                "gt\n    comparator_word: 不超过",
                "不超过\n",
                "comparator gt must be printed as one of 超",
            ),
            ("    comparator_word: 超过\n", "", "gt", "comparator gt must have its printed word"),
            ("    comparator_word: 低于\n", "", "lt\n", "comparator lt must have its printed word"),
            ("    comparator_word: 不超过\n", "", "le\n    value", "comparator le must have its printed word"),
            ("    comparator_word: 约\n", "", "approx", "comparator approx must have its printed word"),
        ],
        4,
    ),
)
def test_a_comparator_that_is_not_what_its_word_says(
    repository: Repository, old: str, new: str, words: str, part: str
) -> None:
    repository.replace(JIA, old, new)
    repository.expect((repository.place(JIA, words), "N005", part))


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("word", ["达", "达到"])
def test_what_a_fact_tells_has_been_reached_is_the_figure_itself(repository: Repository, word: str) -> None:
    for path in (JIA_TEXT, "content/jia-2025/source.txt", JIA):
        repository.replace(path, "园区有高新技术企业100家", f"园区高新技术企业{word}100家")
    fact = f"高新技术企业{word}100家\n    comparator: ge\n    comparator_word: {word}\n"
    repository.replace(JIA, f"高新技术企业{word}100家\n    comparator: eq\n", fact)
    repository.expect((repository.place(JIA, f"ge\n    comparator_word: {word}\n    value: 100"), "N005", "must be eq"))
    repository.replace(JIA, fact, fact.replace("ge", "eq"))
    repository.expect()


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(
    ("right", "wrong", "word"),
    few(
        [
            ("le", "gt", "不超过"),
            ("ge", "lt", "不低于"),
            ("ge", "lt", "不少于"),
            ("le", "gt", "不高于"),
            ("ge", "lt", "不小于"),
            ("le", "gt", "不得超过"),
            ("ge", "lt", "不得低于"),
            ("ge", "lt", "不应少于"),
            ("le", "gt", "严禁突破"),
            ("lt", "ge", "未达到"),
        ],
        4,
    ),
)
def test_a_word_with_not_before_it_says_the_opposite(repository: Repository, right: str, wrong: str, word: str) -> None:
    for path in (JIA_TEXT, "content/jia-2025/source.txt"):
        repository.replace(path, "不超过3", f"{word}3")
    repository.replace(JIA, "不超过3", f"{word}3")
    repository.replace(
        JIA, "comparator: le\n    comparator_word: 不超过", f"comparator: {right}\n    comparator_word: {word}"
    )
    repository.expect()
    repository.replace(
        JIA, f"comparator: {right}\n    comparator_word: {word}", f"comparator: {wrong}\n    comparator_word: {word}"
    )
    repository.expect((repository.place(JIA, f"{word}\n"), "N005", f"comparator {wrong} must be printed as one of"))


@pytest.mark.parametrize(
    ("kind", "printed", "word"), [("gt", "不得超过", "超过"), ("lt", "不应低于", "低于"), ("ge", "未达到", "达到")]
)
def test_a_word_cut_out_of_its_negation_is_not_what_is_printed(
    repository: Repository, kind: str, printed: str, word: str
) -> None:
    repository.untranslate()
    for path in (JIA_TEXT, "content/jia-2025/source.txt", JIA):
        repository.replace(path, "不超过3", f"{printed}3")
    repository.replace(
        JIA, "comparator: le\n    comparator_word: 不超过", f"comparator: {kind}\n    comparator_word: {word}"
    )
    repository.expect(
        (repository.place(JIA, f"{word}\n    value: 30000\n"), "N005", f"comparator {kind} must be printed as one of")
    )


@pytest.mark.parametrize("measure", ["annual", "increment", "cumulative"])
def test_a_measure_that_the_text_does_not_print(repository: Repository, measure: str) -> None:
    repository.replace(JIA, "measure: unspecified", f"measure: {measure}", 2)  # the incubators'
    if measure == "increment":  # 新增 stands in the same sentence, of another figure
        repository.expect(
            (repository.place(JIA, "建设1-2家孵化器"), "Q006", "the word its measure was read from: '新增'")
        )
        return
    repository.expect((repository.place(JIA, measure + "\n"), "N008", f"measure {measure} must be printed as one of"))


def test_a_note_explains_a_measure_that_the_text_does_not_print(repository: Repository) -> None:
    repository.replace(
        JIA,
        "    notes:\n      - {zh: 表中未写“年度”，按指标含义读作年度值。, en: The table does not say so; the indicator is read as a yearly one by its nature.}\n",
        "",
    )
    repository.expect(
        (repository.place(JIA, "annual"), "N008", "measure annual must be printed as one of 当年, 每年, 年度, 年均")
    )


def test_everything_wrong_with_a_figure_is_reported_at_once(repository: Repository) -> None:
    repository.replace(
        JIA,
        "comparator: ge\n    comparator_word: 达到\n    value: 3000000000\n",
        "comparator: gt\n    comparator_word: 达到\n    value: 3\n    value_high: 4\n",
    )
    repository.replace(JIA, "metric: park-revenue", "metric: incubators")
    repository.replace(JIA, "commitment_word: 力争", "commitment_word: 达到")
    repository.expect(
        (repository.place(JIA, "达到\n    value"), "N005", "comparator gt"),
        (repository.place(JIA, "3\n    value_high"), "N004", "3000000000"),
        (repository.place(JIA, "4\n    unit"), "N001", "comparator gt must come without value_high"),
        (repository.place(JIA, "CNY"), "N006", "count: 'CNY'"),
        (repository.place(JIA, "达到\n    notes"), "N007", "commitment_word"),
    )


REPEATED = "    commitment: firm\n    repeat_of: listed-companies\n"


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("measure: increment", "measure: unspecified", "measure must be that of listed-companies"),
        ("unit: count", "unit: person", "unit must be that of listed-companies"),
    ],
    ids=["measure", "unit"],
)
def test_a_target_counts_what_it_restates_alike(repository: Repository, old: str, new: str, part: str) -> None:
    repository.replace(JIA, old, new, nth=_of_the_restatement(repository, old))
    assert any(finding.code == "N010" and part in said(finding) for finding in repository.findings())


def test_a_target_may_restate_otherwise_what_a_doubt_tells_of_both(repository: Repository) -> None:
    repository.replace(
        JIA, "measure: increment", "measure: unspecified", nth=_of_the_restatement(repository, "measure: increment")
    )
    repository.replace(JIA, "targets: [listed-companies-task]", "targets: [listed-companies, listed-companies-task]")
    assert not [finding for finding in repository.findings() if finding.code == "N010"]


def _of_the_restatement(repository: Repository, words: str) -> int:
    text = repository.read(JIA)
    return text[: text.index(REPEATED)].count(words)
