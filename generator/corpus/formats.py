"""The table of formats the data can be had in. What writes each stands in exports/data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.records.kinds import MEASURE, PROVISION, TARGET, TASK


@dataclass(frozen=True)
class Format:
    """A format of the data files.

    ending: of its files; name: as readers know it
    whole: name of the one file that holds all data sets; "" where each data set has a file of its own
    plan: the kinds of record whose data sets a plan's page offers in it
    """

    ending: str
    name: str
    mediatype: str
    whole: str = ""
    plan: tuple[str, ...] = ()

    def file(self, name: str) -> str:
        """Return the name of a file: of a data set, or of the publication where one file holds all."""
        return f"{name}.{self.ending}"


_TABLE = (
    Format("json", "JSON", "application/json", plan=(PROVISION,)),
    Format("csv", "CSV", "text/csv", plan=(TARGET, TASK, MEASURE)),
    Format("xlsx", "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", whole="workbook"),
    Format("sqlite", "SQLite", "application/vnd.sqlite3", whole="database"),
)
FORMATS: Mapping[str, Format] = {format_.ending: format_ for format_ in _TABLE}


def for_each() -> list[Format]:
    """Return the formats in which each data set has a file of its own."""
    return [format_ for format_ in FORMATS.values() if not format_.whole]


def for_all() -> list[Format]:
    """Return the formats in which one file holds all data sets."""
    return [format_ for format_ in FORMATS.values() if format_.whole]
