"""What is written on social cards. Both languages share those in English,
whose letters any drawing program can write, unless documents are made: these
need a font for Chinese, so that Chinese pages have cards of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.edition import addresses
from generator.edition.edition import Edition
from generator.edition.publication import title
from generator.language import languages
from generator.pages import parks
from generator.parts import comparison, figures, hedges
from generator.parts.comparison import Cell
from generator.parts.figures import FigureView
from generator.records.kinds import MEASURE, PLAN, TARGET, TASK

DEFAULT = "default"
SIZE = (1200, 630)  # pixels, as those who show links ask for
FIGURES, LINES = 3, 5
APART = ("not-comparable", "mixed")


@dataclass(frozen=True)
class Line:
    """A figure of a card.

    before: what hedges it; value: number and unit; after: its year, and what can change it
    said: all of these in one run of words
    label: what is counted, or whose it is; of: what it is a share of, or what limits it
    share: length of its bar (0–1), None where it has none
    striving: only striven for, or can be read so
    """

    value: str
    label: str
    said: str
    before: str = ""
    after: str = ""
    share: float | None = None
    striving: bool = False
    of: str = ""


@dataclass(frozen=True)
class Card:
    """A social card: what is written on it, from top to bottom.

    rows: figures stand below each other, not side by side
    """

    name: str
    kicker: str
    title: str
    lines: tuple[Line, ...]
    rows: bool
    site: str


def address(edition: Edition, name: str) -> str:
    """Return the address of the card that pages of an edition name."""
    return addresses.image(name, edition.language if has_own(edition) else "")


def has_own(edition: Edition) -> bool:
    """Return whether the pages of an edition have cards in their own language."""
    return edition.documents and edition.language != languages.FALLBACK


def cards(edition: Edition) -> Iterator[Card]:
    """Yield every social card in the language of an edition."""
    corpus, t = edition.corpus, edition.t
    site = t("site.name")
    counts = ((TARGET, len(corpus.promised_targets)), (TASK, len(corpus.tasks)), (PLAN, len(corpus.plans)))
    yield Card(DEFAULT, site, title(t, len(corpus.plans)), _counts(edition, counts), False, t("home.promise"))
    for park in corpus.parks.values():
        card = parks.card(edition, park)
        kicker = f"{card.district} · {t('list.comma').join(period.years for period in card.periods)}"
        lines = tuple(line for figure in card.key if (line := _line(edition, figure)))
        yield Card(f"park-{park.id}", kicker, card.name, lines[:FIGURES], False, site)
    for entry in corpus.plans.values():
        plan = entry.plan
        kicker = f"{edition.holder(entry).text} · {edition.kind(entry)}"
        found = ((TARGET, len(entry.distinct_targets)), (TASK, len(plan.tasks)), (MEASURE, len(plan.measures)))
        yield Card(f"plan-{plan.id}", kicker, edition.say(plan.title), _counts(edition, found), False, site)
    for id_ in corpus.targets_by_metric:
        yield _metric(edition, id_)


def _metric(edition: Edition, id_: str) -> Card:
    """Return the card of a metric: a line a park. A park with several figures is told by their number alone.

    Where not all figures can be compared, that is said, and each with what it is a share of or what limits it.
    """
    metric, t = edition.corpus.metrics[id_], edition.t
    row = comparison.row(edition, metric)
    apart = t(f"picture.{row.verdict}") if row.verdict in APART else ""
    cells = [cell for cell in row.cells if cell.figures]
    lines = [_of_park(edition, cell, apart=bool(apart)) for cell in cells]
    if len(lines) > LINES:
        lines[LINES - 1 :] = [_words(t("picture.more", n=len(lines) - LINES + 1))]
    stated = comparison.lead(edition, metric) if metric.indicator else t("compare.worded")
    kicker = _joined(edition, apart, stated)
    return Card(f"metric-{id_}", kicker, edition.say(metric.name), tuple(lines), True, t("site.name"))


def _of_park(edition: Edition, cell: Cell, *, apart: bool) -> Line:
    """Return the line of a park. apart: its figure cannot be compared with all others."""
    park = cell.park.text
    if cell.plans[0].named:
        park = edition.t("compare.in_plan", park=park, years=cell.plans[0].years or cell.plans[0].name)
    if len(cell.figures) > 1:
        worded = not any(c.figure.quantity.amount for c in cell.figures)
        return _words(edition.t("picture.goals" if worded else "picture.several", n=len(cell.figures)), park)
    [stated] = cell.figures
    line = _line(edition, stated.figure, stated.share) or _words(edition.t("figure.words_only"))
    return replace(line, label=park, of=_of(edition, stated.figure) if apart else "")


def _of(edition: Edition, figure: FigureView) -> str:
    """Return what tells a figure from one it cannot be compared with."""
    basis = figure.basis
    if basis.denominator:
        return edition.t("chart.denominator", words=basis.denominator)
    return basis.scope or basis.measure


def _counts(edition: Edition, counts: tuple[tuple[str, int], ...]) -> tuple[Line, ...]:
    return tuple(_words(str(n), edition.t(f"count.{kind}", n=n)) for kind, n in counts)


def _words(value: str, label: str = "") -> Line:
    """Return a line that hedges nothing."""
    return Line(value, label, value)


def _line(edition: Edition, figure: FigureView, share: float | None = None) -> Line | None:
    """Return a figure as a line, with what hedges it; nothing for what is stated in words."""
    amount, hedge = figure.quantity.amount, figure.hedge
    if not amount:
        return None
    kinds = dict.fromkeys(filter(None, (hedge.open, *(doubt.of.text for doubt in figure.doubts.marks))))
    doubt = edition.t("picture.doubtful", kinds=edition.t("list.semicolon").join(kinds)) if kinds else ""
    dated = figures.dated(edition, figures.spoken(edition, figure), figure.horizon.text)
    return Line(
        value=hedges.hedged(edition, amount, hedge),
        label=figure.label,
        said=_joined(edition, dated, doubt),
        before=_joined(edition, hedge.striving, hedge.before),
        after=_joined(edition, figure.horizon.text, doubt),
        share=share,
        striving=bool(hedge.striving or hedge.open),
    )


def _joined(edition: Edition, *words: str) -> str:
    return languages.of(edition.language).joint.join(filter(None, words))
