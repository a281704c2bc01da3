"""A picture that stands alone: it says what the picture of its page says, and where, when and from what it is drawn."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from generator.corpus.plan_entry import PlanEntry
from generator.corpus.version import newest
from generator.edition import formats
from generator.edition.edition import Edition
from generator.parts.charts import LegendEntry
from generator.parts.squares import Square
from generator.parts.strips import Strip
from generator.parts.timeline import Timeline

SOURCES = 8  # documents named below a picture
_HEAD = 420  # height of what stands around the parts in a frame, in pixels, at the width of a column


@dataclass(frozen=True)
class Bar:
    """An amount: whose it is or what, and how much with all that hedges it."""

    whose: str
    said: str
    strip: Strip


@dataclass(frozen=True)
class Bars:
    """Amounts on one axis. notes: why they stand apart, what to heed, and how many are not drawn."""

    form: ClassVar[str] = "bars"
    title: str
    bars: tuple[Bar, ...]
    notes: tuple[str, ...]

    @property
    def height(self) -> int:
        return 100 + 50 * len(self.bars)


@dataclass(frozen=True)
class Dot:
    """An amount. at: where it lies, in per cent; level: how many stand below it there; firm: it is promised firmly."""

    at: float
    level: int
    firm: bool


@dataclass(frozen=True)
class Dots:
    """Amounts as dots on a line that begins at zero. said: whose they are, and how much."""

    form: ClassVar[str] = "dots"
    title: str
    notes: tuple[str, ...]
    dots: tuple[Dot, ...]
    said: str

    @property
    def height(self) -> int:
        return 140 + 15 * self.levels

    @property
    def levels(self) -> int:
        """How many dots stand above one at most."""
        return max((dot.level for dot in self.dots), default=0)


@dataclass(frozen=True)
class Due:
    """Whose marks stand in a row. marks: by column how each looks; said: the same in words, "" for none."""

    whose: str
    marks: tuple[tuple[str, ...], ...]
    said: tuple[str, ...]


@dataclass(frozen=True)
class Years:
    """Marks by whose they are and by year. wide, narrow: the drawings of the page, where it has room and where not."""

    form: ClassVar[str] = "years"
    title: str
    text: str
    columns: tuple[str, ...]
    rows: tuple[Due, ...]
    wide: Timeline
    narrow: Timeline

    @property
    def height(self) -> int:
        return self.narrow.height + 60


@dataclass(frozen=True)
class Counts:
    """Numbers by row and column, each with a square of that area. totals: of the columns, under a name."""

    form: ClassVar[str] = "counts"
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Square, ...]], ...]
    totals: tuple[str, tuple[int, ...]]

    @property
    def height(self) -> int:
        return 100 + 40 * len(self.rows)


Part = Bars | Dots | Years | Counts
Cell = str | int | float | None


@dataclass(frozen=True)
class Numbers:
    """What is drawn as a table, for programs."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Picture:
    """A picture that stands alone.

    lead: how it is to be read, such as whether its figures may be compared; finding: what it shows, in a sentence
    shapes: what stands before what each shape says
    notes: what is not drawn, and who states nothing
    source, dated: where and of when its figures are; site: what publishes it; address: of its page, "" where not known
    accent: the publication's own colour, "" where it has none
    numbers: None where they have an address of their own already
    """

    language: str
    title: str
    lead: str
    finding: str
    parts: tuple[Part, ...]
    legend: tuple[LegendEntry, ...]
    shapes: str
    notes: tuple[str, ...]
    source: str
    dated: str
    site: str
    address: str
    accent: str
    numbers: Numbers | None = None

    @property
    def height(self) -> int:
        """About how high a frame has to be that shows all of it, in pixels."""
        return _HEAD + sum(part.height for part in self.parts)


def picture(  # noqa: PLR0913 - all that a picture says, each by its name
    edition: Edition,
    page: str,
    *,
    title: str,
    finding: str,
    parts: Iterable[Part],
    source: str,
    days: Iterable[datetime.date | None],
    lead: str = "",
    legend: Sequence[LegendEntry] = (),
    shapes: str = "",
    notes: Iterable[str] = (),
    numbers: Numbers | None = None,
) -> Picture:
    """Return a picture with what every picture says. page: where all of it stands; days: what its figures are from."""
    accent = edition.corpus.publication.accent
    return Picture(
        language=edition.language,
        title=title,
        lead=lead,
        finding=finding,
        parts=tuple(parts),
        legend=tuple(legend),
        shapes=(shapes or edition.t("chart.legend")) if legend else "",
        notes=tuple(capital(words) for words in notes if words),
        source=source,
        dated=_dated(edition, days),
        site=edition.t("site.name"),
        address=edition.absolute(page),
        accent=accent.light if accent else "",
        numbers=numbers,
    )


def sources(edition: Edition, named: Iterable[str], more: str = "") -> str:
    """Return where figures are from. more: how many documents there are besides those named, in words."""
    t = edition.t
    told = [*named, more] if more else named
    return f"{t('metric.source')}{t('list.semicolon').join(told)}{t('list.stop')}"


def of_plans(edition: Edition, entries: Iterable[PlanEntry]) -> str:
    """Return the plans that figures are from; of many the first, and how many there are."""
    plans = tuple(dict.fromkeys(edition.plan(entry).text for entry in entries))
    more = edition.t("picture_file.more_sources", n=len(plans)) if len(plans) > SOURCES else ""
    return sources(edition, plans[:SOURCES], more)


def capital(words: str) -> str:
    """Return words as they begin a line."""
    return words[:1].upper() + words[1:]


def _dated(edition: Edition, days: Iterable[datetime.date | None]) -> str:
    """Return the newest day that is known of what figures are from."""
    day = newest(days)
    return edition.t("picture_file.dated", date=formats.date(day, edition.language)) if day else ""
