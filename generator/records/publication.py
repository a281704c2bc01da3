"""The publication itself: its name, who publishes it, what its pages say of themselves, how it looks."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from generator.project import web
from generator.project.forge import Host
from generator.records.common import Bilingual, Id, Record, WebAddress, Words, one_line, plain_spaces
from generator.records.provenance import Trace
from generator.source.unicode import HAN

FORMAT = 2  # of the files in structured/; `check --fix` lifts older ones
DATA_LICENCE = "https://creativecommons.org/licenses/by/4.0/"

Language = Literal["zh", "en"]
PLANS = "{plans}"  # in a headline: how many there are
_MAIL = re.compile(r"[A-Za-z0-9.!#$%&*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII)
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}", re.ASCII)
_FILE = re.compile(r"[a-z0-9][a-z0-9._-]{0,60}\.(?:svg|png)", re.ASCII)
_PINYIN = re.compile(r"[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]+(?: [a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]+)*")
_HAN = re.compile(f"[{HAN}]+")


def _format(value: object) -> object:
    """Refuse what only equals the number: true, 1.0."""
    if type(value) is not int or value != FORMAT:
        raise PydanticCustomError("format", "must be the number {format}", {"format": FORMAT})
    return value


def _mail(value: str) -> str:
    if not _MAIL.fullmatch(value) or len(value) > 254 or web.host_fault(value.rpartition("@")[2]):
        raise PydanticCustomError("mail", "must be a mail address")
    return value


def _colour(value: str) -> str:
    if not _COLOUR.fullmatch(value):
        raise PydanticCustomError("colour", "must be a colour such as #a8291c")
    return value


def _file(value: str) -> str:
    if not _FILE.fullmatch(value):
        raise PydanticCustomError("picture", "must be the name of an .svg or .png file")
    return value


def _reading(value: str) -> str:
    if not _PINYIN.fullmatch(value):
        raise PydanticCustomError("reading", "must be syllables with tone marks, a space between")
    return value


def _han(value: str) -> str:
    if not _HAN.fullmatch(value):
        raise PydanticCustomError("han", "must be Chinese characters")
    return value


def _syllables(value: dict[str, str]) -> dict[str, str]:
    for name, reading in value.items():
        if len(reading.split()) != len(name):
            raise PydanticCustomError("reading", "must have a syllable for each character")
    return value


Format = Annotated[Literal[2], BeforeValidator(_format)]
Mail = Annotated[str, AfterValidator(_mail)]
Colour = Annotated[str, AfterValidator(_colour)]
PictureFile = Annotated[str, AfterValidator(_file)]
Reading = Annotated[str, Field(max_length=100), AfterValidator(_reading)]
Han = Annotated[str, Field(max_length=20), AfterValidator(_han)]
ShortWords = Annotated[str, Field(max_length=16), AfterValidator(one_line), AfterValidator(plain_spaces)]


class ShortName(Record):
    """A name short enough for the list of searches of a browser (OpenSearch allows 16 characters)."""

    zh: ShortWords
    en: ShortWords


class UnitWords(Record):
    """What is compared: 园区, park and parks; 开发区, zone and zones."""

    zh: Words
    en: Words
    en_plural: Words


class Publisher(Record):
    """Who publishes, and where to write to."""

    name: Bilingual
    mail: Mail | None = None
    address: WebAddress | None = None


class Licence(Record):
    """The licence of data and translations."""

    name: Words = "CC BY 4.0"
    id: Words = "CC-BY-4.0"
    address: WebAddress = DATA_LICENCE


class Accent(Record):
    """The accent colour in the light and in the dark theme."""

    light: Colour
    dark: Colour


class Membership(Record):
    """How many there are in the whole that a publication is about, and where that is said."""

    count: Annotated[int, Field(ge=1, le=10_000)]
    sources: tuple[Trace, ...] = Field(min_length=1, max_length=10, strict=False)
    note: Bilingual | None = None


class Section(Record):
    """A section of the page about the site."""

    title: Bilingual
    text: Bilingual


class Filing(Record):
    """A registration that every page must show, such as an ICP filing."""

    label: Words
    number: Words
    address: WebAddress | None = None


class Repository(Record):
    """Where the sources are edited, and problems reported.

    host: the kind of host, where its name does not tell
    files: what stands between its address and the path of a file; None for what its host has for the branch main
    """

    address: WebAddress
    host: Host | None = None
    files: Words | None = None


class Publication(Record):
    """What a site says of itself. Only format and names are needed."""

    format: Format
    id: Id = "plans"
    name: Bilingual
    short_name: ShortName | None = None
    title: Bilingual | None = None
    area: Bilingual | None = None
    membership: Membership | None = None
    unit: UnitWords = UnitWords(zh="园区", en="park", en_plural="parks")
    publisher: Publisher | None = None
    licence: Licence = Licence()
    accent: Accent | None = None
    logo: PictureFile | None = None
    favicon: PictureFile | None = None
    languages: tuple[Language, ...] = Field(default=("zh", "en"), min_length=2, max_length=2, strict=False)
    about: tuple[Section, ...] = Field(default=(), max_length=20, strict=False)
    readings: Annotated[dict[Han, Reading], AfterValidator(_syllables)] = Field(default_factory=dict)
    site_address: WebAddress | None = None
    repository: Repository | None = None
    filings: tuple[Filing, ...] = Field(default=(), max_length=10, strict=False)
    document_fonts: tuple[Words, ...] = Field(default=(), max_length=2, strict=False)
