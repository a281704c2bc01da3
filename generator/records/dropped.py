"""A dropped line: what stands in a capture and is not the document, and the reason."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.records.common import Record

DropReason = Literal[
    "page-title",
    "page-metadata",
    "page-chrome",
    "page-header",
    "page-footer",
    "page-number",
    "table-of-contents",
    "title-page",
    "table-bar",
    "repost-header",
    "repost-footer",
]


class Dropped(Record):
    """A line of the capture, or a part of it, that is not the document."""

    line: int = Field(ge=1)
    text: str = Field(min_length=1, max_length=4000)
    reason: DropReason
