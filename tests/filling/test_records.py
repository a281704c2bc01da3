"""What `fill` takes from an English text, and what it leaves to a person."""

from __future__ import annotations

import re

import pytest

from generator.cli import main
from generator.filling import labels
from generator.filling.clauses import between
from generator.filling.records import fill
from generator.findings.finding import WrongUse
from generator.records.loading import load
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
    assert re.search(r"^1 values? filled in .* still TODO: 0", out, re.MULTILINE)
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


def test_a_goal_between_two_that_are_found_is_found_too() -> None:
    """Its clause has no number: where it stands says which English is its own."""
    zh, en = "到2027年，园区企业研发投入占营业收入的比重超过5%", "By 2027, R&D spending of companies exceeds 5%"
    ours = f"{zh}，创新生态初步形成，独角兽企业达到20家。"
    theirs = f"{en}, an innovation ecosystem takes shape, and unicorns reach 20."
    known = {zh: en, "独角兽企业达到20家": "unicorns reach 20"}
    found = between("创新生态初步形成", ours, theirs, known, lambda *_: True)
    assert found == "an innovation ecosystem takes shape"


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        (
            "甲达到5家，创新生态初步形成，乙达到20家。",
            "An ecosystem takes shape, A reaches 5 and B reaches 20.",
        ),  # moved
        (
            "甲达到5家，另有三项，创新生态初步形成。",
            "A reaches 5, with 3 more, an ecosystem takes shape.",
        ),  # not beside it
    ],
)
def test_a_goal_that_stands_elsewhere_is_left(zh: str, en: str) -> None:
    known = {"甲达到5家": "A reaches 5", "乙达到20家": "B reaches 20"}
    assert between("创新生态初步形成", zh, en, known, lambda *_: True) is None


@pytest.mark.parametrize(
    ("zh", "quote", "en", "label"),
    [
        ("独角兽企业", "独角兽企业达到20家", "unicorns reach 20", "Unicorns"),
        ("规划面积", "规划面积约60.5平方公里", "with a planned area of about 60.5 km²", "Planned area"),
        (
            "研发投入占GDP的比重",
            "研发投入占GDP的比重达5%",
            "R&D spending reaches 5% of GDP",
            "R&D spending as a share of GDP",
        ),
        ("生态初步形成", "到2027年，生态初步形成", "By 2027, an ecosystem takes shape", "An ecosystem takes shape"),
        (
            "产业占全市的比重",
            "产业占全市的比重达20%",
            "the industries account for 20% of the city's",
            None,
        ),  # the city's what?
        ("生态初步形成", "到2027年，生态初步形成", "an ecosystem takes shape by 2027", None),  # the year stands in it
        ("独角兽企业", "引进独角兽企业20家", "attract 20 unicorns", None),
    ],
)
def test_a_label_is_the_subject_of_its_quote(zh: str, quote: str, en: str, label: str | None) -> None:
    record = {"label": {"zh": zh}, "quote": quote, "quote_en": en, "year_words": "到2027年"}
    assert labels.of_quote(record, lambda *_: True) == label


def test_the_id_of_a_target_follows_its_metric(repository: Repository) -> None:
    before = blank(repository, YI_NEW)
    repository.replace(YI_NEW, "- id: rd-intensity\n", "- id: TODO\n")
    assert fill(repository.layout, "yi-2025").file[YI_NEW][1] == before


def test_a_body_is_named_once_its_entry_is_there(repository: Repository) -> None:
    before = repository.read(YI_NEW)
    issuers = next(line for line in before.splitlines() if line.startswith("issuers: "))
    body = issuers.removeprefix("issuers: [").removesuffix("]")
    name = next(f.record.names[0] for f in load(repository.layout, first=True).bodies if f.record.id == body)
    awaiting = f"# printed: {name}; see the end of this file\nissuers: [TODO]"
    repository.replace(YI_NEW, issuers, awaiting)
    assert f"\nissuers: [{body}]\n" in fill(repository.layout, "yi-2025").file[YI_NEW][1]


def test_what_is_proposed_for_the_vocabularies_is_named_in_english(repository: Repository) -> None:
    proposal = "# - {id: %s, name: {zh: 加强统筹协调, en: %s}, names: [加强统筹协调]}   # 3.1\n"
    repository.write(YI_NEW, repository.read(YI_NEW) + proposal % ("TODO", "TODO"))
    named = proposal % ("strengthen-overall-coordination", "Strengthen overall coordination")
    assert named in fill(repository.layout, "yi-2025").file[YI_NEW][1]


@pytest.mark.parametrize(
    "comment",
    [
        "# - {id: TODO, name: {zh: 甲, en: A}, definition: {zh: TODO, en: TODO}, unit: percent}",  # half written
        "# - {id: TODO, name: {zh: 甲: 乙, en: TODO}, names: [甲}",  # no YAML
    ],
)
def test_a_proposal_that_cannot_be_completed_is_left(repository: Repository, comment: str) -> None:
    repository.write(YI_NEW, f"{repository.read(YI_NEW)}\n{comment}\n")
    new = fill(repository.layout, "yi-2025").file.get(YI_NEW, ("", repository.read(YI_NEW)))[1]
    assert comment.split(", ", 1)[1] in new


def test_a_translation_that_is_there_is_a_draft(repository: Repository) -> None:
    repository.replace(YI_NEW, "status: reviewed", "status: in-preparation")
    assert "{status: draft, " in fill(repository.layout, "yi-2025").file[YI_NEW][1]


def test_what_has_an_entry_is_proposed_no_more(repository: Repository) -> None:
    before = repository.read(YI_NEW)
    name = next(iter(load(repository.layout, first=True).bodies)).record.name.zh
    entry = f"# - {{id: TODO, name: {{zh: {name}, en: TODO}}, names: []}}   # 1"
    repository.write(YI_NEW, f"{before}\n# To paste into structured/bodies.yaml:\n{entry}\n")
    assert fill(repository.layout, "yi-2025").file[YI_NEW][1] == before
