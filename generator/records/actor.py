"""A body as a plan's words show it: what the text says it does, and the words."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.records.common import Id, Record, Verbatim

Role = Literal["lead", "responsible", "supporting", "named"]


class Actor(Record):
    """A body named in a task or a measure, with the words that name it.

    The role is what the words say, and no more: `named` where they give the body none of the others.
    """

    body: Id = Field(description="Id from bodies.yaml")
    role: Role = Field(
        description="lead: 牵头, 统筹, 领导; responsible: it is to do the thing (负责); supporting: 配合, 支持; "
        "named: the text gives it none of these"
    )
    words: Verbatim = Field(description="The words that name it and, where the text says so, what it does")
