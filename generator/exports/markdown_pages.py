"""Plans, parks and metrics as Markdown beside their pages, for programs that read text, and llms.txt that lists them.

The words and figures are those of the pages: the same views are written down in another form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.corpus.plan_entry import InPlan, PlanEntry
from generator.edition import addresses
from generator.edition.addresses import relative
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.language.languages import FALLBACK
from generator.parts import comparison, figures, metadata, task_cards
from generator.parts.figures import FigureView
from generator.parts.statements import Statement
from generator.records.figure import Figure
from generator.records.metric import Metric
from generator.records.park import Park

NAME = "index.md"
_SIGNS = re.compile(r"([\\`*_\[\]<>#|~&])")


class Sheet:
    """A Markdown file beside a page. at: address of the page."""

    def __init__(self, edition: Edition, at: str, title: str) -> None:
        self._edition, self.at = edition, at
        self._lines = [f"# {plain(title)}"]

    @property
    def text(self) -> str:
        return "\n\n".join(self._lines) + "\n"

    def add(self, *paragraphs: str) -> None:
        self._lines += [said for said in paragraphs if said]

    def section(self, title: str, items: Sequence[str]) -> None:
        """Add a list under a heading; nothing where it is empty."""
        if items:
            self._lines += [f"## {plain(title)}", "\n".join(f"- {item}" for item in items)]

    def link(self, link: Link) -> str:
        """Return a link: whole where the site's address is known, so that it leads on wherever the file is read."""
        return f"[{plain(link.text)}]({self._edition.absolute(link.to) or relative(link.to, self.at)})"


def plain(words: str) -> str:
    """Return words in one line, with every sign escaped that means something in Markdown."""
    return _SIGNS.sub(r"\\\1", " ".join(words.split()))


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield each Markdown file of a language: its address and its bytes."""
    yield from ((f"{sheet.at}{NAME}", sheet.text.encode()) for sheet in _sheets(edition))


def _sheets(edition: Edition) -> Iterator[Sheet]:
    """Yield the Markdown of each plan, park and metric of a language."""
    yield from (_plan(edition, entry) for entry in edition.corpus.plans.values())
    yield from (_park(edition, park) for park in edition.corpus.parks.values())
    yield from (_metric(edition, metric) for metric in _used(edition))


def _used(edition: Edition) -> list[Metric]:
    return [m for m in edition.corpus.metrics.values() if edition.corpus.targets_by_metric.get(m.id)]


def _plan(edition: Edition, entry: PlanEntry) -> Sheet:
    t, plan = edition.t, entry.plan
    sheet = Sheet(edition, edition.to.plan(plan.id), edition.say(plan.title))
    sheet.add(plain(edition.other(plan.title)), plain(edition.state(entry).text), _page(sheet))
    sheet.section(t("plan.metadata"), [_field(edition, field) for field in metadata.fields(edition, entry)])
    sheet.section(t("plan.targets"), _figures(edition, sheet, entry.distinct_targets))
    sheet.section(t("plan.tasks"), _tasks(edition, sheet, entry))
    sheet.section(t("plan.measures"), _measures(edition, entry))
    sheet.section(t("plan.facts"), _figures(edition, sheet, entry.facts))
    return sheet


def _park(edition: Edition, park: Park) -> Sheet:
    t = edition.t
    sheet = Sheet(edition, edition.to.park(park.id), edition.say(park.name))
    sheet.add(plain(edition.other(park.name)), plain(edition.say(park.profile)), _page(sheet))
    for entry in edition.plans_of(park.id):
        title = f"{edition.say(entry.plan.title)} ({edition.state(entry).text})"
        sheet.section(title, _figures(edition, sheet, entry.distinct_targets))
    sheet.section(t("park.watch"), [plain(edition.say(words)) for words in park.watch])
    return sheet


def _metric(edition: Edition, metric: Metric) -> Sheet:
    t = edition.t
    row = comparison.row(edition, metric)
    sheet = Sheet(edition, edition.to.metric(metric.id), edition.say(metric.name))
    sheet.add(plain(comparison.lead(edition, metric)), plain(edition.say(metric.definition)), _page(sheet))
    targets = [of for of in edition.corpus.targets_by_metric[metric.id] if not of.record.repeat_of]
    sheet.section(t("metric.stated"), _figures(edition, sheet, targets, named=True))
    sheet.section(t("compare.details"), [_statement(edition, said) for said in row.statements])
    return sheet


def _page(sheet: Sheet) -> str:
    return sheet.link(Link(sheet.at, sheet.at))


def _field(edition: Edition, field: metadata.Field) -> str:
    return _joined(edition, plain(field.name), plain(field.value))


def _tasks(edition: Edition, sheet: Sheet, entry: PlanEntry) -> list[str]:
    cards = [task_cards.card(edition, of) for of in entry.tasks]
    return [_joined(edition, sheet.link(card.itself), plain(card.summary)) for card in cards]


def _measures(edition: Edition, entry: PlanEntry) -> list[str]:
    said = ((edition.say(of.record.title), edition.say(of.record.summary)) for of in entry.measures)
    return [_joined(edition, plain(title), plain(summary)) for title, summary in said]


def _joined(edition: Edition, first: str, rest: str) -> str:
    return edition.t("list.dash").join(filter(None, (first, rest)))


def _figures(edition: Edition, sheet: Sheet, found: Iterable[InPlan[Figure]], *, named: bool = False) -> list[str]:
    """Return targets or facts, one a line with its words. named: whether the park or area is said."""
    return [_figure(edition, sheet, figures.view(edition, of), named=named) for of in found]


def _figure(edition: Edition, sheet: Sheet, figure: FigureView, *, named: bool) -> str:
    """Return how much, of what kind, until when, how firmly, what can change it, and the words it was read from."""
    t, hedge = edition.t, figure.hedge
    doubts = [remark.of.text for remark in (*figure.doubts.marks, *figure.doubts.remarks)]
    about = (
        figures.spoken(edition, figure),
        figure.quantity.full and f"= {figure.quantity.full}",
        figure.horizon.text or t("figure.no_year"),
        hedge.open or hedge.commitment,
        figure.basis.text and f"{t('figure.measure')}{t('list.dash')}{figure.basis.text}",
        figure.horizon.mark.text,
        figure.doubts.unit_inferred,
        *doubts,
        *figure.doubts.notes,
    )
    who = f"{plain(figure.park.text)} · " if named else ""
    words = [figure.evidence.quote] if edition.is_original else [figure.evidence.quote, figure.evidence.quote_en]
    lines = [
        _joined(edition, f"{who}{sheet.link(figure.itself)}", plain(" · ".join(filter(None, about)))),
        *(f"> {plain(quoted)}" for quoted in words if quoted),
        sheet.link(figure.evidence.provision),
    ]
    return "\n\n  ".join(lines)


def _statement(edition: Edition, said: Statement) -> str:
    names = [edition.t("list.semicolon").join(named.text for named in side) for side in (said.a, said.b) if side]
    first = f"**{plain(said.verdict_text)}** {plain(' / '.join(names))}"
    return _joined(edition, first, plain(" ".join(filter(None, (*said.reasons, said.settled)))))


def index(editions: Iterable[Edition]) -> str:
    """Return llms.txt: the Markdown of every plan, park and metric in each language, and where the data stand."""
    each = sorted(editions, key=lambda edition: edition.language != FALLBACK)
    first = each[0]
    data = Link(first.t("data.index"), addresses.data(addresses.INDEX))
    said = [f"# {plain(first.t('site.name'))}", f"> {plain(first.t('home.description'))}"]
    said += [f"## {plain(first.t('nav.data'))}", f"- {_listed(first, data)}"]
    for title, links in (("nav.plans", _plan_links), ("nav.parks", _park_links), ("nav.compare", _metric_links)):
        rows = zip(*([_listed(edition, link) for link in links(edition)] for edition in each), strict=True)
        said += [f"## {plain(first.t(title))}", "\n".join(f"- {': '.join(row)}" for row in rows)]
    return "\n\n".join(said) + "\n"


def _listed(edition: Edition, link: Link) -> str:
    """Return a link as it stands at the root of the site."""
    return f"[{plain(link.text)}]({edition.absolute(link.to) or link.to})"


def _plan_links(edition: Edition) -> list[Link]:
    plans = [entry.plan for entry in edition.corpus.plans.values()]
    return [Link(edition.say(plan.title), f"{edition.to.plan(plan.id)}{NAME}") for plan in plans]


def _park_links(edition: Edition) -> list[Link]:
    parks = edition.corpus.parks.values()
    return [Link(edition.say(park.name), f"{edition.to.park(park.id)}{NAME}") for park in parks]


def _metric_links(edition: Edition) -> list[Link]:
    return [Link(edition.say(m.name), f"{edition.to.metric(m.id)}{NAME}") for m in _used(edition)]
