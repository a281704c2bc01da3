"""Parts of pictures that no page may ever draw: long names, amounts below zero, very many years, parks and dots."""

from __future__ import annotations

from hypothesis import strategies as st

from generator.parts import timeline, versus
from generator.parts.pictures.picture import Bar, Bars, Counts, Dot, Dots, Due, Part, Years
from generator.parts.squares import SIDE, Square
from generator.parts.strips import Strip, of_quantity
from generator.records.quantity import Quantity

_NAMES = st.text(st.sampled_from("甲市高新技术产业开发区（）“” abWm1-·"), max_size=60)
_AMOUNTS = st.sampled_from([-1e9, -3, 0, 0.001, 1, 12, 3e12]) | st.floats(-1e15, 1e15)
_COMPARATORS = st.sampled_from(["eq", "ge", "gt", "approx", "range", "le", "lt"])
_FILLS = st.sampled_from(["fill", "strive", "either", "base", "result"])
_KINDS = st.sampled_from(["firm", "aspirational", "either"])


def parts() -> st.SearchStrategy[Part]:
    """Return parts of each form."""
    return st.one_of(_bars(), _dots(), _years(), _counts())


def _strip(low: float, high: float, comparator: str, fill: str, greatest: float) -> Strip:
    said = {"value_low": low, "value_high": high} if comparator == "range" else {"value": high}
    found = Quantity(quote="x", comparator="eq").model_copy(update={"comparator": comparator, **said})
    return of_quantity(found, greatest, fill, [low])


@st.composite
def _bars(draw: st.DrawFn) -> Bars:
    pairs = [sorted(pair) for pair in draw(st.lists(st.tuples(_AMOUNTS, _AMOUNTS), max_size=6))]
    greatest = max((high for _, high in pairs), default=0)
    strips = (_strip(low, high, draw(_COMPARATORS), draw(_FILLS), greatest) for low, high in pairs)
    return Bars(draw(_NAMES), tuple(Bar(draw(_NAMES), draw(_NAMES), strip) for strip in strips), (draw(_NAMES),))


@st.composite
def _dots(draw: st.DrawFn) -> Dots:
    places = sorted(draw(st.lists(st.floats(0, 100), max_size=300)))
    placed = zip(places, versus.levels(places), strict=True)
    dots = tuple(Dot(at, level, draw(st.booleans())) for at, level in placed if level < versus.LEVELS)
    return Dots(draw(_NAMES), (draw(_NAMES),), dots, draw(_NAMES))


@st.composite
def _years(draw: st.DrawFn) -> Years:
    dated = sorted(draw(st.lists(st.integers(1990, 2090), unique=True, min_size=1, max_size=25)))
    columns: list[int | None] = [*dated, None]
    names = draw(st.lists(_NAMES, max_size=4))
    found = [(name, {year: draw(st.lists(_KINDS, max_size=30)) for year in columns}) for name in names]
    rows = tuple(Due(name, tuple(map(tuple, of.values())), ("",) * len(columns)) for name, of in found)
    heads = tuple(str(year or draw(_NAMES)) for year in columns)
    return Years("t", "t", heads, rows, timeline.draw(found, "-"), timeline.stack(found, "-"))


@st.composite
def _counts(draw: st.DrawFn) -> Counts:
    columns = tuple(draw(st.lists(_NAMES, min_size=1, max_size=24)))
    cells = tuple(Square("", n, "", "", "", f"{(SIDE - n) / 2:.1f}", f"{n:.1f}") for n in range(len(columns)))
    rows = tuple((name, cells) for name in draw(st.lists(_NAMES, max_size=5)))
    return Counts("t", columns, rows, (draw(_NAMES), tuple(range(len(columns)))))
