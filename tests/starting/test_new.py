from __future__ import annotations

from collections import Counter

import pytest
import yaml

from generator.cli import main
from tests.cases import few
from tests.small import Repository

METRICS = "structured/metrics.yaml"


def new(repository: Repository, *arguments: str) -> int:
    return main(["new", *arguments, "--root", str(repository.root)])


def todos(repository: Repository) -> Counter[tuple[str, int]]:
    """Return how often TODO stands in each line, comments left out."""
    files = [*repository.root.rglob("*.yaml"), *repository.root.rglob("zh.md")]
    return Counter(
        {
            (path.relative_to(repository.root).as_posix(), number): line.count("TODO")
            for path in files
            for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1)
            if "TODO" in line and not line.startswith("#" if path.suffix == ".yaml" else "---")
        }
    )


def test_what_is_left_to_write_is_all_that_is_wrong(repository: Repository) -> None:
    assert new(repository, "park", "north") == 0
    assert new(repository, "metric", "rail-lines") == 0
    assert new(repository, "plan", "north-2026", "--park", "north") == 0
    assert new(repository, "plan", "nowhere-2027") == 0  # two parks and more: which one is left to the editor
    doubts, found = ([f for f in repository.findings() if (f.code == "W004") is unsure] for unsure in (True, False))
    assert doubts
    assert {finding.code for finding in found} == {"W001"}
    assert Counter((finding.path, finding.line) for finding in found) == todos(repository)


def test_the_years_of_a_plan_begin_with_that_of_its_id(repository: Repository) -> None:
    new(repository, "plan", "north-2027", "--park", "jia")
    assert yaml.safe_load(repository.read("structured/plans/north-2027.yaml"))["period"] == {"start": 2027, "end": 2027}


def test_a_metric_stands_below_the_others_which_stay(repository: Repository) -> None:
    before = repository.read(METRICS)
    new(repository, "metric", "rail-lines")
    assert repository.read(METRICS).startswith(before)
    assert yaml.safe_load(repository.read(METRICS))[-1]["id"] == "rail-lines"


@pytest.mark.parametrize("before", ["# None yet.\n[]\n", "[]", None])
def test_a_metric_may_be_the_first(repository: Repository, before: str | None) -> None:
    (repository.root / METRICS).unlink()
    if before:
        repository.write(METRICS, before)
    assert new(repository, "metric", "rail-lines") == 0
    assert [entry["id"] for entry in yaml.safe_load(repository.read(METRICS))] == ["rail-lines"]
    assert repository.read(METRICS).startswith("# None yet.") == (before == "# None yet.\n[]\n")


def test_a_list_in_brackets_is_not_broken(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    repository.write(METRICS, "[{id: a}]\n")
    assert new(repository, "metric", "rail-lines") == 2
    assert repository.read(METRICS) == "[{id: a}]\n"
    assert "hyphen" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    few(
        [
            (("park", "jia"), "'jia' is taken: structured/parks/jia.yaml"),
            (("plan", "jia-2025"), "'jia-2025' is taken: structured/plans/jia-2025.yaml"),
            (("metric", "incubators"), "'incubators' is taken: structured/metrics.yaml"),
            (("park", "North Park"), "'North Park'"),
            (("park", "TODO"), "'TODO'"),
            (("plan", "../out"), "'../out'"),
            (("plan", "north-2026", "--park", "north"), "there is no park north; there are: jia, yi"),
        ],
        4,
    ),
)
def test_a_wrong_or_taken_id_is_refused(
    repository: Repository, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    assert new(repository, *arguments) == 2
    assert said in capsys.readouterr().err
    assert new(repository, *arguments, "--lang", "zh") == 2
    assert repository.findings() == []


def test_a_park_that_is_listed_as_missing_has_its_name_and_district(repository: Repository) -> None:
    assert new(repository, "park", "ren") == 0
    made = repository.read("structured/parks/ren.yaml")
    assert "\nname: {zh: 高新区壬园, en: Park I of the High-Tech Zone}\n" in made
    assert "\ndistrict: {zh: 壬区, en: District I}\n" in made
    assert "short_name: {zh: TODO, en: TODO}" in made
