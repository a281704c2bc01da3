from __future__ import annotations

import pytest

from tests.cases import few
from tests.paths import JIA, YI
from tests.small import Repository
from tests.told import advised


@pytest.mark.parametrize(
    "name", few(["themes", "industries", "instruments", "beneficiaries", "bodies", "units", "metrics", "terms"], 3)
)
def test_an_id_that_occurs_twice_in_a_vocabulary(repository: Repository, name: str) -> None:
    path = f"structured/{name}.yaml"
    first = repository.read(path).splitlines()[0]
    id_ = first.removeprefix("- {id: ").split(",")[0]
    repository.write(path, f"{repository.read(path)}{first}\n")
    found = [finding for finding in repository.findings() if finding.code != "I004"]  # its aliases stand twice as well
    assert [f"{f.path}:{f.line}:{f.column}" for f in found] == [repository.place(path, f"{id_},", 2)]
    assert (found[0].code, advised(found[0])) == ("I001", f"choose another; it is taken at {path}:1")


@pytest.mark.parametrize(
    ("old", "new", "nth"),
    [
        ("id: unicorns\n", "id: park-tax\n", 2),  # of two targets the later is at fault
        ("id: high-tech-enterprises-2024\n", "id: park-tax\n", 2),  # facts share the ids of targets
        ("id: 2-1-2\n", "id: 2-1-1\n", 2),
    ],
)
def test_an_id_that_occurs_twice_in_a_plan(repository: Repository, old: str, new: str, nth: int) -> None:
    repository.replace(JIA, old, new)
    if "2024" in old:
        repository.replace(JIA, "baseline: high-tech-enterprises-2024\n", "baseline: null\n")
    id_ = new.removeprefix("id: ").strip()
    line, _, column = repository.place(JIA, new, nth).rpartition(":")
    repository.expect((f"{line}:{int(column) + 4}", "I001", f"id must be unique: '{id_}'"))


@pytest.mark.parametrize(
    ("kind", "entry"),
    [
        ("measures", "  - {id: organisation, provision: 3/1, title: {zh: 甲, en: A}, summary: {zh: 甲, en: A}}\n"),
        (
            "anomalies",
            "  - {id: cloud-valley-undefined, provision: 3/1, kind: odd-date, weight: note, printed: 一, "
            "reason: {zh: 甲, en: A}}\n",
        ),
    ],
)
def test_an_id_that_occurs_twice_among_measures_or_anomalies(repository: Repository, kind: str, entry: str) -> None:
    repository.replace(JIA, f"\n{kind}:\n", f"\n{kind}:\n{entry}")
    id_ = entry.removeprefix("  - {id: ").split(",")[0]
    repository.expect((repository.place(JIA, id_, 2), "I001", f"id must be unique: '{id_}'"))


def test_the_same_id_may_be_a_target_and_a_task_and_occur_in_two_plans(repository: Repository) -> None:
    repository.replace(JIA, "id: 2-1-2\n", "id: revenue\n")
    repository.expect()


def test_an_id_three_times_is_reported_twice(repository: Repository) -> None:
    path = "structured/themes.yaml"
    entry = "- {id: services, name: {zh: 服务, en: Services}}\n"
    repository.write(path, repository.read(path) + 2 * entry)
    repository.expect((f"{path}:3:8", "I001", "'services'"), (f"{path}:4:8", "I001", "'services'"))


def test_a_plan_file_that_is_not_named_after_its_plan(repository: Repository) -> None:
    repository.replace(YI, "id: yi-2021", "id: yi-2022")
    repository.expect(
        ("content/yi-2021/zh.md:2:1", "F003", "plan must be 'yi-2022': 'yi-2021'"),
        (f"{YI}:2:5", "I002", "id must equal the file's name: 'yi-2022'"),
    )


def test_a_park_file_that_is_not_named_after_its_park(repository: Repository) -> None:
    (repository.root / "structured/parks/yi.yaml").rename(repository.root / "structured/parks/bing.yaml")
    repository.expect(("structured/parks/bing.yaml:1:5", "I002", "id must equal the file's name: 'yi'"))
