"""What `fill` takes from an English text, and what it leaves to a person."""

from __future__ import annotations

import re

import pytest

from generator.cli import main
from generator.filling.records import fill
from generator.findings.finding import WrongUse
from tests.paths import JIA, YI_NEW
from tests.small import Repository
from tests.told import failing

ENGLISH = "content/yi-2025/en.md"


def blank(repository: Repository, path: str, *words: str) -> str:
    """Put TODO in the place of some English of a plan; return what stood there."""
    before = repository.read(path)
    for said in words:
        repository.replace(path, said, "TODO")
    return before


def run(*arguments: object) -> int:
    return main([str(a) for a in arguments])


def test_titles_and_quotes_come_back_as_they_were_with_comments_and_order(repository: Repository) -> None:
    before = blank(
        repository,
        YI_NEW,
        "Action Plan for the Innovative Development of Park B (2025–2027)",
        "R&D spending of the park's companies to exceed 5% of their operating revenue",
        "strive to cultivate 2 unicorns",
        "R&D spending of the park's companies was about 4% of their operating revenue",
        "Cultivate smart sensors as a characteristic industry and prepare for quantum communications",
        "Strengthen overall coordination",
        "Strengthen monitoring and evaluation",
    )
    filled = fill(repository.layout, "yi-2025")
    assert (filled.found, filled.left) == (7, 0)
    assert filled.file == {YI_NEW: (repository.read(YI_NEW), before)}


def test_a_summary_is_never_filled_in(repository: Repository) -> None:
    repository.replace(YI_NEW, "zh: 由乙区科技委牵头，到2026年建成试飞点不少于6个。", "zh: 发展低空经济。")
    repository.replace(
        YI_NEW,
        "en: Build no fewer than 6 test flight sites by 2026, led by the Science Commission of District B.",
        "en: TODO",
    )
    assert (fill(repository.layout, "yi-2025").found, fill(repository.layout, "yi-2025").left) == (0, 1)


@pytest.mark.parametrize(
    ("words", "instead"),
    [
        ("strive to cultivate 2 unicorns", "cultivate 2 unicorns"),  # the hedge is lost
        ("strive to cultivate 2 unicorns", "strive to cultivate 3 unicorns"),  # another number
        ("strive to cultivate 2 unicorns", "strive to cultivate 2 giants"),  # not the term of the glossary
        ("strive to cultivate 2 unicorns;", "strive to cultivate 2 unicorns; strive to attract 2 unicorns;"),  # which?
    ],
)
def test_what_does_not_agree_is_left(repository: Repository, words: str, instead: str) -> None:
    blank(repository, YI_NEW, "strive to cultivate 2 unicorns")
    repository.replace(ENGLISH, words, instead)
    assert (fill(repository.layout, "yi-2025").found, fill(repository.layout, "yi-2025").left) == (0, 1)


def test_a_quote_of_a_row_is_its_cells(repository: Repository) -> None:
    quote = "    quote: 单位增加值能耗 吨标准煤/万元 低于0.5\n"
    repository.replace(JIA, quote, f"{quote}    quote_en: TODO\n")
    said = '"Energy use per unit of value added (unit: tonnes of standard coal per RMB 10,000): below 0.5"'
    assert f"    quote_en: {said}\n" in fill(repository.layout, "jia-2025").file[JIA][1]


def test_the_diff_is_shown_and_written(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    before = blank(repository, YI_NEW, "strive to cultivate 2 unicorns")
    assert run("fill", "yi-2025", "--root", repository.root, "--lang", "en") == 0
    out = capsys.readouterr().out
    assert "+    quote_en: strive to cultivate 2 unicorns" in out
    assert re.search(r"^1 values? filled in .* 0 are still TODO", out, re.MULTILINE)
    assert repository.read(YI_NEW) == before


def test_the_english_of_a_machine_is_not_taken(repository: Repository) -> None:
    blank(repository, YI_NEW, "strive to cultivate 2 unicorns")
    repository.replace(ENGLISH, "By 2027: R&D", "<!-- machine draft -->\n\nBy 2027: R&D")
    assert fill(repository.layout, "yi-2025").found == 0


def test_without_an_english_text_the_next_step_is_named(repository: Repository) -> None:
    (repository.root / ENGLISH).unlink()
    with failing(WrongUse, "fill yi-2025 --texts"):
        fill(repository.layout, "yi-2025")


def test_comments_go_from_passages_that_are_translated(repository: Repository) -> None:
    before = repository.read(ENGLISH)
    repository.replace(ENGLISH, "By 2027: R&D", "<!--\nzh: 到2027年\n-->\n\nBy 2027: R&D")
    assert [f.code for f in repository.warnings()] == ["W005"]
    assert fill(repository.layout, "yi-2025").text[ENGLISH] == (before, 1)


def test_what_is_left_is_told_afterwards(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    blank(
        repository,
        YI_NEW,
        "strive to cultivate 2 unicorns",
        "Open a first batch of application scenarios to small and medium-sized enterprises.",
    )
    assert run("fill", "yi-2025", "--root", repository.root, "--lang", "en") == 0
    assert "W001 tasks.1.summary.en must be written" in capsys.readouterr().out
