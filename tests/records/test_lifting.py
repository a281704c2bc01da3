from __future__ import annotations

import re

import pytest

from generator.cli import main
from generator.records.lifting import GUIDE, PUBLICATION, STEPS, lift
from generator.records.publication import FORMAT
from generator.rules.run import validate
from tests.cases import few
from tests.paths import JIA, MINI, TESTS, YI_NEW
from tests.small import Repository

OLDER = TESTS / "corpora/formats"


def test_every_format_there_was_has_a_step_and_an_example() -> None:
    assert [*STEPS] == [*range(FORMAT)]
    assert sorted(path.stem for path in OLDER.iterdir()) == [str(number) for number in STEPS]


@pytest.mark.parametrize("number", STEPS)
def test_files_of_an_older_format_are_lifted_and_keep_their_comments(repository: Repository, number: int) -> None:
    older = (OLDER / f"{number}.yaml").read_text(encoding="utf-8")
    repository.write(PUBLICATION, older)
    [found] = repository.findings()
    assert (found.code, found.says) == ("S022", "older")
    assert main(["check", "--fix", "--root", str(repository.root)]) == 0
    lifted = repository.read(PUBLICATION)
    assert [line for line in older.split("\n") if "#" in line] == [x for x in lifted.split("\n") if "#" in x]
    same = Repository(MINI)
    assert validate(repository.layout).records.publication.record == validate(same.layout).records.publication.record


@pytest.mark.parametrize(
    ("older", "lifted"),
    [
        ("# a\nname: {zh: 甲, en: A}\n", "# a\nformat: FORMAT\nname: {zh: 甲, en: A}\n"),
        ("name: {zh: 甲, en: A}\nformat: 0 # b\n", "name: {zh: 甲, en: A}\nformat: FORMAT # b\n"),
        ("{name: {zh: 甲, en: A}}\n", "{format: FORMAT, name: {zh: 甲, en: A}}\n"),
        ("---\r\nname: {zh: 甲, en: A}\r\n", "---\r\nformat: FORMAT\nname: {zh: 甲, en: A}\r\n"),
    ],
)
def test_only_the_number_of_the_format_is_written(repository: Repository, older: str, lifted: str) -> None:
    repository.write(PUBLICATION, older)
    main(["check", "--fix", "--root", str(repository.root)])
    assert (repository.root / PUBLICATION).read_bytes().decode() == lifted.replace("FORMAT", str(FORMAT))


def test_files_of_a_newer_format_need_a_newer_program(repository: Repository) -> None:
    newer = repository.read(PUBLICATION).replace(f"format: {FORMAT}", f"format: {FORMAT + 1}")
    repository.write(PUBLICATION, newer)
    repository.expect((f"{PUBLICATION}:1:9", "S022", f"format {FORMAT + 1}"))
    assert main(["check", "--fix", "--root", str(repository.root)]) == 1
    assert repository.read(PUBLICATION) == newer


@pytest.mark.parametrize("wrong", few(["one", "-1", "[1]", '"1"', "true", "1.0", "1e0", "01", "null", "{a: 1}"], 4))
def test_what_is_no_format_is_refused_with_what_is_allowed(repository: Repository, wrong: str) -> None:
    repository.replace(PUBLICATION, f"format: {FORMAT}", f"format: {wrong}")
    shown = wrong.strip('"').replace("{a", "{'a'")
    repository.expect((f"{PUBLICATION}:1:9", "R004", f"must be the number {FORMAT}: '{shown}'"))
    assert main(["check", "--fix", "--root", str(repository.root)]) == 1


def test_the_files_of_one_plan_are_not_lifted_alone(repository: Repository) -> None:
    repository.replace(PUBLICATION, f"format: {FORMAT}\n", "")
    assert main(["check", "--fix", "--plan", "jia-2025", "--root", str(repository.root)]) == 1
    assert "format" not in repository.read(PUBLICATION)


def test_the_subjects_of_a_guide_get_the_titles_they_had(repository: Repository) -> None:
    titled = repository.read(GUIDE)
    untitled = re.sub(r"\n  title: .*", "", titled).replace("section: finance", "section: finance # the first")
    repository.write(GUIDE, untitled)
    repository.replace(PUBLICATION, f"format: {FORMAT}\n", "")
    assert main(["check", "--fix", "--root", str(repository.root)]) == 0
    lifted = repository.read(GUIDE)
    assert "# the first" in lifted
    assert lifted.replace(" # the first", "") == titled
    assert lift(GUIDE, "- {section: talent, statements: []}\n", 0).startswith("- {section: talent, title: {zh: 人才")


WEIGHED = re.compile(r"\n    weight: .*")


@pytest.mark.parametrize("path", [JIA, YI_NEW])
def test_doubts_get_the_weight_that_their_kind_and_their_ties_give_them(repository: Repository, path: str) -> None:
    weighed = repository.read(path)
    lighter = (
        WEIGHED.sub("", weighed).replace("    kind: ", "    # a kind\n    kind: ").replace("term\n", "term # odd\n")
    )
    repository.write(path, lighter)
    repository.replace(PUBLICATION, f"format: {FORMAT}\n", "format: 1\n")
    assert main(["check", "--fix", "--root", str(repository.root)]) == 0
    lifted = repository.read(path)
    assert lifted.replace("    # a kind\n", "").replace(" # odd", "") == weighed


@pytest.mark.parametrize(
    ("doubt", "weight"),
    [
        ("{id: a, kind: missing-unit, printed: 5, targets: [b]}", "figure"),
        ("{id: a, kind: inconsistent, printed: 5, targets: [b]}", "figure"),
        ("{id: a, kind: inconsistent, printed: 5, targets: []}", "note"),
        ("{id: a, kind: ambiguous, printed: 5}", "note"),
        ("{id: a, kind: undefined-term, printed: 5, targets: [b]}", "note"),
    ],
)
def test_a_doubt_that_was_marked_at_a_figure_stays_so_unless_it_cannot_change_it(doubt: str, weight: str) -> None:
    older = f"anomalies:\n  - {doubt}\n"
    kind, rest = older.split(", printed")
    assert lift(JIA, older, 1) == f"{kind}, weight: {weight}, printed{rest}"
    assert lift(JIA, lift(JIA, older, 1), 1) == lift(JIA, older, 1)
    assert lift("structured/terms.yaml", older, 1) == older


def test_a_doubt_whose_kind_comes_last_gets_its_weight_behind_it() -> None:
    assert lift(JIA, "anomalies:\n  - id: a\n    kind: odd-date\n", 1).endswith("odd-date\n    weight: note\n")
