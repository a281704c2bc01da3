"""How an address came to be known, and the hash of a captured file."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.records.common import Day, Record, WebAddress

# capture: the text was taken from this page; live-page: the page was opened and compared with the text
# stored-copy: a stored copy of the page was seen, the page itself was not opened; cited: another document names it
HowKnown = Literal["capture", "live-page", "stored-copy", "cited"]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Trace(Record):
    """A page that something is known from."""

    address: WebAddress
    known: HowKnown
    seen: Day | None = None
