"""Which fields a form has, and what is typed into them."""

from __future__ import annotations

import datetime

import pytest

from generator.forms import located
from generator.forms.fields import Field, fields
from generator.forms.splice import Value
from generator.records.kinds import KINDS
from tests.small import Repository

TARGET = "target/yi-2025/rd-intensity"


def of(repository: Repository, ref: str) -> dict[str, Field]:
    record = located.locate(repository.layout, ref)
    assert record
    return {field.name: field for field in fields(*located.schema(repository.layout, record), record.data)}


def test_a_field_says_what_it_is_and_what_it_may_be(repository: Repository) -> None:
    found = of(repository, TARGET)
    metric, comparator, year, quote = (found[name] for name in ("metric", "comparator", "year", "label.zh"))
    assert (metric.titles, metric.value) == (("指标", "Metric"), "rd-intensity")
    assert "park-revenue" in metric.offered
    assert (comparator.form, comparator.value) == ("choice", "gt")
    assert "approx" in comparator.choices
    assert (year.form, year.value, year.optional) == ("number", "2027", True)
    assert quote.group == (("名称", "Label"),)


def test_the_id_is_no_field_nor_are_the_records_of_a_plan(repository: Repository) -> None:
    assert "id" not in of(repository, TARGET)
    assert not [name for name in of(repository, "plan/yi-2025") if name.startswith(("targets", "exclusions", "tasks"))]


def test_what_a_record_lacks_can_be_added(repository: Repository) -> None:
    found = of(repository, TARGET)
    assert (found["value_low"].there, found["value_low"].optional) == (False, True)
    assert found["left_open.en"].there is False


@pytest.mark.parametrize(
    "ref",
    [
        "task/yi-2025/2-1-1",
        "anomaly/yi-2025/reserve-land-missing-wan",
        "park/yi",
        "term/service-package",
        "metric/rd-intensity",
        "body/yi-finance",
        "unit/percent",
        "member/ren",
    ],
)
def test_every_kind_of_record_has_a_form(repository: Repository, ref: str) -> None:
    found = of(repository, ref)
    assert [field for field in found.values() if field.value]
    assert all(field.titles[0] and field.titles[1] for field in found.values())


def test_values_in_lists_and_by_id_are_fields(repository: Repository) -> None:
    found = of(repository, "task/yi-2025/2-1-1")
    assert (found["bodies.1.role"].value, found["bodies.1.role"].form) == ("supporting", "choice")
    assert found["years.2026"].keys == ("years", 2026)
    assert found["industries.low-altitude-economy"].value == "低空经济"


@pytest.mark.parametrize(
    ("name", "said", "value"),
    [
        ("value", "5.5", 5.5),
        ("value", " 6 ", 6),
        ("value", "", None),
        ("value", "five", "five"),
        ("value", "1e999", "1e999"),
        ("year", "2027", 2027),
        ("wording", "2025-03-01", datetime.date(2025, 3, 1)),
        ("wording", "1 March", "1 March"),
        ("unit_inferred", "true", True),
        ("label.en", "two\r\n lines", "two lines"),
        ("label.en", "", ""),
        ("printed.value", "5", "5"),
    ],
)
def test_what_is_typed_becomes_a_value_of_its_kind(repository: Repository, name: str, said: str, value: Value) -> None:
    typed = of(repository, TARGET)[name].typed(said)
    assert (typed, type(typed)) == (value, type(value))


@pytest.mark.parametrize(
    "ref",
    [
        "",
        "target",
        "target/yi-2025",
        "target/yi-2025/nope",
        "target/../x/y",
        "nope/a",
        "plan/nope",
        "provision/yi-2025/1",
        "comparison/a",
        "plan/yi-2025/x",
        "park/..",
        "target/yi-2025/rd-intensity/x",
        "exclusion/yi-2025/x",
    ],
)
def test_what_is_no_record_has_no_form(repository: Repository, ref: str) -> None:
    assert located.locate(repository.layout, ref) is None


def test_a_link_is_not_followed(repository: Repository) -> None:
    path = repository.root / "structured/plans/yi-2025.yaml"
    path.rename(repository.root / "elsewhere.yaml")
    path.symlink_to(repository.root / "elsewhere.yaml")
    assert located.locate(repository.layout, "plan/yi-2025") is None


def test_all_records_are_listed(repository: Repository) -> None:
    kinds = {kind.name: refs for kind, refs in located.listed(repository.layout)}
    assert "plan/yi-2025" in kinds["plan"]
    assert all(located.locate(repository.layout, ref) for refs in kinds.values() for ref in refs)
    assert set(kinds) <= set(KINDS)
