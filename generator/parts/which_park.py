"""Which park for what: how the parks' plans rank each industry, and how many of their tasks name it.

A few parks stand side by side; of many it is told how many rank an industry so, and the industry's page says which.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.analysis import standing
from generator.corpus.plan_entry import PlanEntry
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.edition.states import Said
from generator.records.facets import INDUSTRY
from generator.records.park import RANKS, Park

MOST = 6  # parks that stand side by side on a phone
SHOWN = 12  # industries shown of many parks; the others stand in a fold
COMMON = 3  # plans that name an industry which none of them ranks high
HIGH = RANKS[:2]


@dataclass(frozen=True)
class Cell:
    """What a park's plan makes of an industry, or how many parks do. ranks: highest first; said: the same in words."""

    ranks: tuple[str, ...]
    count: int
    said: str


@dataclass(frozen=True)
class Row:
    """An industry, leading to its page."""

    industry: Link
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Columns:
    """Parks whose plans are in the same state. over: that others matter more today."""

    state: Said
    over: bool
    parks: tuple[tuple[Link, str], ...]


@dataclass(frozen=True)
class WhichPark:
    """Industries by parks. columns: none where the parks are too many; groups: rows under a heading; rest: folded."""

    columns: tuple[Columns, ...]
    groups: tuple[tuple[str, tuple[Row, ...]], ...]
    rest: tuple[Row, ...]

    @property
    def over(self) -> frozenset[int]:
        """Which columns are of parks whose plans have ended."""
        states = [group.over for group in self.columns for _ in group.parks]
        return frozenset(i for i, over in enumerate(states) if over)


@dataclass(frozen=True)
class _Column:
    """A park with the plan it is shown by. over: that other plans matter more today."""

    park: Park
    entry: PlanEntry | None
    over: bool


@dataclass(frozen=True)
class _Found:
    """An industry: by column its ranks, the highest first, and how many tasks name it."""

    industry: str
    ranks: tuple[tuple[str, ...], ...]
    tasks: tuple[int, ...]

    def ranked(self, ranks: Iterable[str], columns: Sequence[_Column], *, over: bool | None = None) -> int:
        """Return how many parks rank it so."""
        wanted = {*ranks}
        return sum(bool(wanted & {*own}) for own, c in zip(self.ranks, columns, strict=True) if over in (None, c.over))

    @property
    def named(self) -> int:
        """How many plans rank it or have a task of it."""
        return sum(bool(ranks or tasks) for ranks, tasks in zip(self.ranks, self.tasks, strict=True))


@dataclass(frozen=True)
class OfPark:
    """What the plan of a park makes of an industry, in words. park, plan: ids; tasks: how many name it."""

    park: str
    plan: str
    said: str
    tasks: int


def by_industry(edition: Edition) -> dict[str, tuple[OfPark, ...]]:
    """Return what the plans of parks make of each industry that one of them names: the highest ranks, most tasks first.

    The order is the same in each language.
    """
    columns = sorted(_columns(edition), key=lambda c: c.park.id)
    found = {}
    for each in _found(edition, columns):
        cells = zip(columns, _cells(edition, each), strict=True)
        told = [(c, cell) for c, cell in cells if c.entry and (cell.ranks or cell.count)]
        told.sort(key=lambda pair: ((*RANKS, "").index(next(iter(pair[1].ranks), "")), pair[0].over, -pair[1].count))
        found[each.industry] = tuple(
            OfPark(c.park.id, c.entry.plan.id, cell.said, cell.count) for c, cell in told if c.entry
        )
    return found


def which_park(edition: Edition) -> WhichPark | None:
    """Return industries by parks; None where no plan names one."""
    columns = _columns(edition)
    found = sorted(_found(edition, columns), key=lambda f: _order(edition, f, columns))
    if not found:
        return None
    if len(columns) > MOST:
        found.sort(key=lambda f: [-f.ranked(ranks, columns) for ranks in (HIGH[:1], HIGH)] + [-f.named])
        rows = tuple(Row(_link(edition, f), tuple(_tallies(edition, f, columns))) for f in found)
        return WhichPark((), (("", rows[:SHOWN]),), rows[SHOWN:])
    grouped: dict[str, list[Row]] = {}
    for each in found:
        row = Row(_link(edition, each), tuple(_cells(edition, each)))
        grouped.setdefault(_group(each, columns), []).append(row)
    rest = grouped.pop("rest", [])
    groups = ((_heading(edition, name, columns), tuple(rows)) for name, rows in grouped.items())
    return WhichPark(tuple(_headings(edition, columns)), tuple(groups), tuple(rest))


def _columns(edition: Edition) -> list[_Column]:
    """Return the parks: those first whose plans are in force, or where none is, whose plans ended last."""
    entries = [next(iter(edition.plans_of(park.id)), None) for park in edition.parks]
    front = {id(entry) for entry in _front(edition, [entry for entry in entries if entry])}
    pairs = zip(edition.parks, entries, strict=True)
    found = [_Column(park, entry, id(entry) not in front) for park, entry in pairs]
    states = list(dict.fromkeys(_state(edition, c) for c in found))
    return sorted(found, key=lambda c: (c.over, states.index(_state(edition, c))))


def _front(edition: Edition, entries: Sequence[PlanEntry]) -> list[PlanEntry]:
    """Return the plans that matter today: so the page stays as it is when the last of them end together."""
    running = [e for e in entries if standing.state(e.plan, edition.today).name in standing.RUNNING]
    ends = {e.plan.id: standing.term(e.plan).end for e in entries}
    last = max((end for end in ends.values() if end), default=None)
    return running or [e for e in entries if ends[e.plan.id] == last]


def _state(edition: Edition, column: _Column) -> Said:
    if column.entry is None:
        return Said("none", edition.t("home.which.state.none"))
    return edition.brief(column.entry)


def _found(edition: Edition, columns: Sequence[_Column]) -> Iterator[_Found]:
    by_industry = edition.corpus.tasks_by_facet[INDUSTRY]
    ranks = [dict(_ranks(column)) for column in columns]
    for industry in edition.corpus.industries:
        tasks = Counter(of.plan.id for of in by_industry.get(industry, ()))
        counts = tuple(tasks[c.entry.plan.id] if c.entry else 0 for c in columns)
        own = tuple(found.get(industry, ()) for found in ranks)
        if any(own) or any(counts):
            yield _Found(industry, own, counts)


def _ranks(column: _Column) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the industries that the plan a park is shown by ranks, each with its ranks."""
    found: dict[str, list[str]] = {}
    for rank in RANKS if column.entry else ():
        for ranked in getattr(column.park.industries, rank):
            passages = column.entry.passages if column.entry else None
            if passages and ranked.provision in passages.by_id and passages.holds(ranked.provision, ranked.words):
                found.setdefault(ranked.industry, []).append(rank)
    yield from ((industry, tuple(dict.fromkeys(ranks))) for industry, ranks in found.items())


def _order(edition: Edition, found: _Found, columns: Sequence[_Column]) -> tuple[object, ...]:
    """Return what orders industries: what plans in force rank high first, then what most plans name."""
    leading, high = (found.ranked(ranks, columns, over=False) for ranks in (HIGH[:1], HIGH))
    groups = ("", "common", "ended", "rest")
    name = edition.name_key(_link(edition, found).text)
    return groups.index(_group(found, columns)), -leading, -high, -found.named, -sum(found.tasks), name


def _group(found: _Found, columns: Sequence[_Column]) -> str:
    if found.ranked(HIGH, columns, over=False):
        return ""
    if found.named >= COMMON:
        return "common"
    return "ended" if found.ranked(HIGH[:1], columns, over=True) else "rest"


def _heading(edition: Edition, group: str, columns: Sequence[_Column]) -> str:
    """Return what stands above a group; not every plan that is not in force has ended."""
    states = (standing.state(c.entry.plan, edition.today).name for c in columns if c.over and c.entry)
    if group == "ended" and not all(state in standing.OVER for state in states):
        return edition.t("home.which.not_running")
    return edition.t(f"home.which.{group}") if group else ""


def _link(edition: Edition, found: _Found) -> Link:
    return edition.facet_value(INDUSTRY, found.industry)


def _cells(edition: Edition, found: _Found) -> Iterator[Cell]:
    t = edition.t
    for ranks, tasks in zip(found.ranks, found.tasks, strict=True):
        said = [*(t(f"home.which.rank.{rank}") for rank in ranks), *([t("home.which.tasks", n=tasks)] if tasks else [])]
        yield Cell(ranks, tasks, t("list.comma").join(said) or t("home.which.blank"))


def _tallies(edition: Edition, found: _Found, columns: Sequence[_Column]) -> Iterator[Cell]:
    """Yield how many parks give an industry each rank, and in how many tasks name it."""
    counts = [(rank, found.ranked((rank,), columns)) for rank in RANKS] + [("", sum(map(bool, found.tasks)))]
    for rank, n in counts:
        yield Cell((rank,) if rank and n else (), n, edition.t("home.which.parks", n=n))


def _headings(edition: Edition, columns: Sequence[_Column]) -> Iterator[Columns]:
    for state, over in dict.fromkeys((_state(edition, c), c.over) for c in columns):
        own = [c for c in columns if (_state(edition, c), c.over) == (state, over)]
        yield Columns(state, over, tuple((edition.park(c.park), _bare(edition, c.park)) for c in own))


def _bare(edition: Edition, park: Park) -> str:
    """Return a park's name without the word that all of them bear, for a narrow column."""
    name, unit = edition.say(park.short_name), edition.corpus.publication.unit
    if edition.is_original:
        return name.rstrip(unit.zh) or name
    words = [word for word in name.split() if word.casefold() not in (unit.en.casefold(), unit.en_plural.casefold())]
    return " ".join(words) or name
