"""The example shows all that a publication can hold: every kind of record and every way to compare, hedge and count."""

from __future__ import annotations

import typing
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

import pytest
from pydantic import BaseModel

from generator.analysis.standing import ENDED, STATES, state
from generator.audits.run import audit
from generator.corpus.corpus import Corpus
from generator.language.lexicon import Commitment, Comparator, Measured
from generator.project.layout import Layout
from generator.records import kinds
from generator.records.actor import Role
from generator.records.audit import LISTS
from generator.records.facets import FACETS
from generator.records.filed import Filed, PlanFiles, Records
from generator.records.lifecycle import INVERSES
from generator.rules.run import validate
from tests.paths import MINI
from tests.sites import TODAY

# What an owner meets in the guide instead: what names parks in a list that outlives them, how the site looks, what only
# some captures have.
FIELDS_LEFT = {
    "Anomaly": {"label"},
    "Metric": {"not_applicable", "caveats", "settled"},
    "Publication": {
        *("short_name", "title", "accent", "logo", "favicon", "about", "repository", "filings", "document_fonts"),
    },
    "Publisher": {"mail", "address"},
    "OfficialTranslation": {"number"},
    "Plan": {"release"},
    "Target": {"unit_inferred"},
    "Fact": {"value_low", "value_high", "wording", "year_provision"},
    "Result": {"value_low", "value_high", "unit_inferred", "year_provision"},
    "CitedTarget": {"value_low", "value_high", "unit_inferred", "year_provision", "notes"},
    "Milestone": {"date", "year_provision"},
    "Reported": {"plan", "provision"},
    "Validity": {"inferred"},
}
VALUES_LEFT = {
    *(("Anomaly", "kind"), ("Dropped", "reason"), ("Source", "tier"), ("TranslationException", "rule")),
    *(("Fact", "comparator"), ("Publication", "languages"), ("Publication", "format"), ("Validity", "inferred")),
    *(("Result", "comparator"), ("Result", "measure"), ("Report", "address_known")),
    *(("CitedTarget", "comparator"), ("CitedTarget", "measure")),
    *(("Change", "kind"), ("Wording", "by"), ("Exclusion", "reason")),
    *(("Relation", "kind"), ("KnownDocument", "standing")),  # either side may tell of a relation
    *(("Source", "address_known"), ("OfficialTranslation", "address_known"), ("Trace", "known")),
}


@cache
def records() -> Records:
    return validate(Layout(MINI)).records


def inside(value: Any) -> Iterator[BaseModel]:
    """Yield every record in a value, itself included."""
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from inside(getattr(value, name))
    elif isinstance(value, dict):
        yield from inside(list(value.values()))
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from inside(item)
    elif isinstance(value, Filed):
        yield from inside(value.record)
    elif isinstance(value, PlanFiles):
        yield from inside([value.plan, value.dropped])
    elif isinstance(value, Records):
        yield from inside([getattr(value, name) for name in ("publication", "plans")] + [*value.filed.values()])


@cache
def held() -> dict[type[BaseModel], dict[str, set[Any]]]:
    """Return the values of each field of each record; what cannot be hashed as its text."""
    found: dict[type[BaseModel], dict[str, set[Any]]] = defaultdict(lambda: defaultdict(set))
    for record in inside(records()):
        for name in type(record).model_fields:
            value = getattr(record, name)
            if value not in (None, "", (), {}, False):
                found[type(record)][name].add(value if isinstance(value, (str, int, float)) else str(value))
    return found


def choices(annotation: Any) -> Iterator[Any]:
    if typing.get_origin(annotation) is Literal:
        yield from typing.get_args(annotation)
    for inner in typing.get_args(annotation):
        yield from choices(inner)


def test_every_kind_of_record_is_there() -> None:
    models = {kind.model for kind in kinds.KINDS.values() if kind.model}
    assert {model.__name__ for model in models - held().keys()} == set()
    data = Corpus.of(records())
    for kind in kinds.inside_plan():
        assert any(getattr(files.plan, kind.plural) for files in records().plans), kind.name
    for kind in kinds.lists():
        assert (MINI / kind.file).is_file(), kind.name
    assert all(data.tasks_by_facet[key] for key in FACETS)


def test_the_files_beside_the_kinds_are_there() -> None:
    for name in ("redirects", "exceptions", "guide", "changes"):
        assert (MINI / f"structured/{name}.yaml").is_file()
    assert audit(Layout(MINI)) == []
    there = {path.name for path in (MINI / "structured/audit").iterdir()}
    assert there == {"readings", "settled.yaml", "comparisons.yaml", "misprints.yaml"}
    assert there - {"readings"} < {f"{name}.yaml" for name in LISTS.values()}


def test_every_field_of_every_record_is_filled_in_somewhere() -> None:
    empty = {model.__name__: set(model.model_fields) - fields.keys() for model, fields in held().items()}
    assert {name: fields for name, fields in empty.items() if fields} == FIELDS_LEFT


def test_every_value_that_can_be_chosen_is_chosen_somewhere() -> None:
    lacking = {
        (model.__name__, name): missing
        for model, fields in held().items()
        for name, field in model.model_fields.items()
        if (missing := set(choices(field.annotation)) - fields[name])
    }
    assert lacking.keys() - VALUES_LEFT == set(), lacking


@pytest.mark.parametrize(
    ("field", "values"),
    [("comparator", Comparator), ("commitment", Commitment), ("measure", Measured)],
)
def test_targets_compare_hedge_and_count_in_every_way(field: str, values: Any) -> None:
    targets = [target for files in records().plans for target in files.plan.targets]
    assert {getattr(target, field) for target in targets} == set(typing.get_args(values))


def test_documents_are_in_every_state_and_related_in_every_way() -> None:
    plans = [files.plan for files in records().plans]
    assert {state(plan, TODAY).name for plan in plans} == set(STATES)
    told = {said.kind for plan in plans for said in plan.relations}
    assert all({kind, inverse} & told for kind, inverse in INVERSES.items())
    assert any(plan.validity and plan.validity.start and plan.validity.end for plan in plans)
    assert any(plan.park is None for plan in plans)


def test_bodies_have_every_role() -> None:
    actors = [a for files in records().plans for task in files.plan.tasks for a in task.bodies]
    actors += [a for files in records().plans for measure in files.plan.measures for a in measure.bodies]
    assert {actor.role for actor in actors} == set(typing.get_args(Role))


def test_a_plan_has_ended_another_is_untranslated_and_a_park_has_two() -> None:
    plans = [files.plan for files in records().plans]
    assert 0 < [state(plan, TODAY).name for plan in plans].count(ENDED) < len(plans)
    parks = [plan.park for plan in plans if plan.park]
    assert len(parks) > len({*parks}) == len(records().parks) == 2
    assert {plan.translation.status for plan in plans} == {"in-preparation", "draft", "reviewed"}
