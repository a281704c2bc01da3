"""A redirect: where something published stands now, so that no link and no citation leads nowhere."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from generator.records.common import Bilingual, Day, Record
from generator.records.facets import FACETS
from generator.records.kinds import KINDS, of_a_plan, referred
from generator.records.pages import PAGES

_REF = re.compile(r"[a-z-]+/[a-z0-9-]+(?:/[a-z0-9.-]+(?:/\d+){0,2})?")


def _ref(value: str) -> str:
    kind, id_ = split(value)
    known = kind in FACETS or kind in referred()
    if not known or not _REF.fullmatch(value) or of_a_plan(kind) != ("/" in id_):
        raise PydanticCustomError("ref", "must be a kind and an id", {"allowed": (*referred(), *FACETS)})
    return value


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
