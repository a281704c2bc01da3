"""A redirect: where something published stands now, so that no link and no citation leads nowhere."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from generator.records.common import YEARS, Bilingual, Day, Record, is_address, is_id, is_year
from generator.records.facets import FACETS, Facet
from generator.records.kinds import KINDS, Kind, of_a_plan, referred
from generator.records.pages import PAGES


def _ref(value: str) -> str:
    kind, id_ = split(value)
    if kind not in FACETS and kind not in referred():
        raise PydanticCustomError("ref", "must be a kind and an id", {"allowed": (*referred(), *FACETS)})
    if kind in FACETS:
        _facet_value(FACETS[kind], id_)
    elif of_a_plan(kind):
        _in_plan(KINDS[kind], id_)
    elif not is_id(id_):
        raise PydanticCustomError("ref-id", "must end with an id", {"kind": kind})
    return value


def _facet_value(facet: Facet, id_: str) -> None:
    if facet.fixed and id_ not in facet.fixed:
        allowed = tuple(f"{facet.key}/{value}" for value in facet.fixed)
        raise PydanticCustomError("page", "must be one of the values", {"allowed": allowed})
    if facet.vocabulary and not is_id(id_):
        raise PydanticCustomError("ref-id", "must end with an id", {"kind": facet.key})
    if not facet.fixed and not facet.vocabulary and not is_year(id_):
        years = {"kind": facet.key, "first": YEARS[0], "last": YEARS[-1]}
        raise PydanticCustomError("ref-year", "must end with a year", years)


def _in_plan(kind: Kind, id_: str) -> None:
    plan, _, inner = id_.partition("/")
    if kind.stored == "text" and not (is_id(plan) and is_address(inner)):
        raise PydanticCustomError("ref-passage", "must end with the address of a passage", {"kind": kind.name})
    if kind.stored != "text" and not (is_id(plan) and is_id(inner)):
        raise PydanticCustomError("ref-plan", "must end with the ids of a plan and of a record", {"kind": kind.name})


def _destination(value: str) -> str:
    kind, id_ = split(value)
    if kind != "page":
        return _ref(value)
    if id_ not in PAGES:
        allowed = tuple(f"page/{name}" for name in PAGES)
        raise PydanticCustomError("page", "must be one of the pages that go by a name", {"allowed": allowed})
    return value


class Redirect(Record):
    """A published id that is gone, and where a reader who asks for it is led."""

    old: Annotated[str, Field(alias="from", max_length=150), AfterValidator(_ref)]
    new: Annotated[str, Field(alias="to", max_length=150), AfterValidator(_destination)]
    date: Day = Field(description="The day it moved")
    reason: Bilingual | None = Field(default=None, description="Why, in a sentence for readers")


def reference(kind: str, *ids: str) -> str:
    """Return what names something published: `target/north-park-2025/pct-applications`."""
    return "/".join((kind, *ids))


def split(ref: str) -> tuple[str, str]:
    """Return kind and id of a reference: `target`, `north-park-2025/pct-applications`."""
    kind, _, id_ = ref.partition("/")
    return kind, id_


def plan_of(ref: str) -> str:
    """Return the plan that a reference stands in; "" for what belongs to none."""
    kind, id_ = split(ref)
    return id_.partition("/")[0] if of_a_plan(kind) else ""


def has_page(kind: str) -> bool:
    """Return whether what a reference of this kind names has a page of its own, and not only an anchor on one."""
    return kind in FACETS or (kind in KINDS and KINDS[kind].own_page)
