"""A body as a plan's words show it: what the text says it does, and the words."""

from __future__ import annotations

from typing import Literal

from generator.records.common import Id, Record, Verbatim

Role = Literal["lead", "responsible", "supporting", "named"]


class Actor(Record):
    """A body named in a task or a measure, with the words that name it.

    The role is what the words say, and no more: `named` where they give the body none of the others.
    """

    body: Id
    role: Role
    words: Verbatim
