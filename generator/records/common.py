"""What all records share: strictness, bilingual words, ids and addresses."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Generic, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from generator.project import web
from generator.source import unicode
from generator.source.characters import UNCOMMON

T = TypeVar("T", bound=str | None)

MAX_WORDS = 4000
ADDRESS = r"^(letterhead|notice|preamble|colophon|annex|[0-9]{1,3}(\.[0-9]{1,3}){0,2})(/[0-9]{1,4}){0,2}$"
YEARS = range(1949, 2101)
TODO = "TODO"  # stands where an editor still has to write; the rule `gaps` finds it wherever it stands

# Windows' device names cannot be folders, and a site is also unpacked there.
_RESERVED = {"con", "prn", "aux", "nul", *(f"com{i}" for i in range(1, 10)), *(f"lpt{i}" for i in range(1, 10))}
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Record(BaseModel):
    """Base of all records: unknown keys are refused, nothing is converted, nothing changes later."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def is_id(value: str) -> bool:
    """Return whether a text has the form of an id."""
    return bool(_ID.fullmatch(value)) and len(value) <= 60 and value not in _RESERVED


def is_address(value: str) -> bool:
    """Return whether a text has the form of the address of a passage."""
    return bool(re.fullmatch(ADDRESS, value))


def is_year(value: str) -> bool:
    """Return whether a text is a year in four digits."""
    return value.isascii() and value.isdigit() and len(value) == 4 and int(value) in YEARS


def _id(value: str) -> str:
    if value == TODO:
        return value
    if not is_id(value):
        raise PydanticCustomError("id", "must be at most 60 lower-case letters and digits, in words joined by hyphens")
    return value


def one_line(value: str) -> str:
    """Return the value. Raises an error when it is more than a line, or begins or ends with a space."""
    if value != value.strip() or "\n" in value:
        raise PydanticCustomError("ends", "must be one line without spaces at its ends")
    return value


def _words(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("empty", "must not be empty")
    return one_line(value)


def plain_spaces(value: str) -> str:
    """Return the value. Raises an error when it holds a space that is none of the keyboard's: nobody sees which."""
    if any(unicode.kind(found[0]) == "space" for found in UNCOMMON.finditer(value) if not found[0].isascii()):
        raise PydanticCustomError("space", "must hold plain spaces only")
    return value


Id = Annotated[
    str,
    AfterValidator(_id),
    Field(
        description="Lower-case ASCII words joined by hyphens; never changes once published",
        json_schema_extra={"pattern": f"^{_ID.pattern}$", "maxLength": 60},
    ),
]
Words = Annotated[str, Field(max_length=MAX_WORDS), AfterValidator(_words), AfterValidator(plain_spaces)]
Verbatim = Annotated[
    str, Field(max_length=MAX_WORDS, description="Copied letter by letter from the text"), AfterValidator(_words)
]
Address = Annotated[
    str,
    Field(pattern=ADDRESS, description="Passage of the plan: chapter.section.item/paragraph, for example 2.3.2/1"),
]
Year = Annotated[int, Field(ge=YEARS[0], le=YEARS[-1])]
Day = Annotated[datetime.date, Field(ge=datetime.date(1949, 1, 1), le=datetime.date(2100, 12, 31))]


def _web_address(value: str) -> str:
    if web.fault(value):
        raise PydanticCustomError("web", "must be a web address")
    return value


WebAddress = Annotated[str, Field(max_length=500), AfterValidator(_web_address)]


class Both(Record, Generic[T]):
    """The same in Chinese and in English. What it is made of says how long it may be and whether it may be missing."""

    zh: T
    en: T

    def in_language(self, language: str) -> T:
        """Return the words in `zh` or `en`."""
        return self.zh if language == "zh" else self.en


class Bilingual(Both[Words]):
    """The same words in Chinese and in English."""


class Printed(Record):
    """A number and its unit exactly as printed; unit is null when none is printed."""

    value: Verbatim
    unit: Verbatim | None
