"""What is typed is written where nothing gets wrong by it, and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping

from generator.forms import edit, located
from generator.forms.edit import Problem
from generator.forms.fields import fields
from generator.forms.located import Located
from tests.paths import JIA, YI_NEW
from tests.small import Repository

TARGET = "target/yi-2025/rd-intensity"


def record(repository: Repository, ref: str = TARGET) -> Located:
    found = located.locate(repository.layout, ref)
    assert found
    return found


def save(repository: Repository, said: Mapping[str, str], ref: str = TARGET) -> tuple[Problem, ...]:
    found = record(repository, ref)
    changes = edit.changed(fields(*located.schema(repository.layout, found), found.data), said)
    return edit.save(repository.layout, found, changes)


def test_what_is_right_is_written_at_its_place_alone(repository: Repository) -> None:
    before = repository.read(YI_NEW)
    label = record(repository).data["label"]["en"]
    assert save(repository, {"label.en": "Companies' R&D spending as a share of revenue"}) == ()
    assert repository.read(YI_NEW) == before.replace(label, "Companies' R&D spending as a share of revenue", 1)


def test_what_would_be_wrong_is_told_at_its_field_and_not_written(repository: Repository) -> None:
    before = repository.read(YI_NEW)
    [problem] = save(repository, {"value": "6"})
    assert (problem.finding.code, problem.field) == ("N004", "value")
    assert repository.read(YI_NEW) == before


def test_what_cannot_even_be_read_is_told_at_its_field(repository: Repository) -> None:
    before = repository.read(YI_NEW)
    assert {(p.finding.code, p.field) for p in save(repository, {"value": "six"})} == {("R004", "value")}
    assert [p.finding.code for p in save(repository, {"label.en": ""})]
    assert repository.read(YI_NEW) == before


def test_what_was_wrong_before_does_not_keep_an_edit_out(repository: Repository) -> None:
    repository.replace(JIA, "metric: park-revenue", "metric: park-revenues")
    assert save(repository, {"label.en": "Spending"}) == ()
    assert "Spending" in repository.read(YI_NEW)


def test_nothing_typed_writes_nothing(repository: Repository) -> None:
    path = repository.root / YI_NEW
    before = path.stat().st_mtime_ns
    said = {
        f.name: f.value for f in fields(*located.schema(repository.layout, record(repository)), record(repository).data)
    }
    assert save(repository, said) == ()
    assert path.stat().st_mtime_ns == before


def test_what_is_wrong_with_a_record_stands_beside_it_and_nothing_else_does(repository: Repository) -> None:
    repository.replace(YI_NEW, "value: 5\n", "value: 7  # unsure: which?\n")
    found = {(p.finding.code, p.field) for p in edit.standing(repository.layout, record(repository))}
    assert found == {("N004", "value"), ("W004", "")}
    assert edit.standing(repository.layout, record(repository, "fact/yi-2025/rd-intensity-2024")) == ()


def test_a_list_s_record_is_written_too(repository: Repository) -> None:
    before = repository.read("structured/terms.yaml")
    term = record(repository, "term/service-package")
    new = "Help that a government offers a company as a whole."
    assert save(repository, {"explanation.en": new}, "term/service-package") == ()
    after = repository.read("structured/terms.yaml")
    assert after == before.replace(term.data["explanation"]["en"], new, 1)
