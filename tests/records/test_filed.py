from __future__ import annotations

from generator.records.filed import files
from generator.records.kinds import KINDS, TARGET, figures, inside_plan
from generator.rules.run import validate
from tests.paths import JIA
from tests.small import Repository


def test_the_records_of_a_plan_are_found_with_their_place(repository: Repository) -> None:
    [files_of_jia] = [p for p in validate(repository.layout).records.plans if p.plan.id == "jia-2025"]
    found = list(files_of_jia.records(KINDS[TARGET]))
    assert [record for _, record in found] == list(files_of_jia.plan.targets)
    assert [keys for keys, _ in found] == [("targets", i) for i in range(len(found))]
    keys, target = found[0]
    quote = files_of_jia.filed.finding("N001.note", (*keys, "quote"))
    assert repository.place(JIA, target.quote).startswith(f"{JIA}:{quote.line}:")


def test_records_of_several_kinds_come_kind_by_kind(repository: Repository) -> None:
    for plan_files in validate(repository.layout).records.plans:
        found = [record for _, record in plan_files.records(*figures())]
        assert set(found) == {*plan_files.plan.targets, *plan_files.plan.facts}


def test_every_kind_of_file_has_a_place_in_structured() -> None:
    assert all(kind.place.startswith(f"structured/{kind.plural}") for kind in files())
    assert {kind.place for kind in files() if kind.stored == "folder"} == {"structured/parks/", "structured/plans/"}


def test_a_settled_plan_has_the_same_records_at_the_same_lines(repository: Repository) -> None:
    for plan_files in validate(repository.layout).records.plans:
        settled = plan_files.settled
        assert (settled.filed.document.data, settled.plan, settled.text) == (None, plan_files.plan, plan_files.text)
        for keys, _ in plan_files.records(*inside_plan()):
            assert settled.filed.document.mark(*keys) == plan_files.filed.document.mark(*keys)
        assert plan_files.settled is settled  # what is known of it is known as long as its files are
