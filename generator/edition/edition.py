"""A corpus in one language: words, numbers, order, addresses and links."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar
from urllib.parse import quote, urlencode

from generator.analysis import standing
from generator.corpus.corpus import Corpus
from generator.corpus.datasets import version
from generator.corpus.plan_entry import InPlan, PlanEntry
from generator.corpus.version import MARK, DataVersion
from generator.edition import facet_values, formats, order, provision_names, states
from generator.edition.addresses import Addresses
from generator.edition.page import Link
from generator.edition.states import Period, Said, years_of
from generator.edition.strings import Strings
from generator.language import languages
from generator.language.languages import ORIGINAL
from generator.project.forge import Repository
from generator.project.released import Release
from generator.records.common import Bilingual
from generator.records.facets import FACETS
from generator.records.metric import Metric
from generator.records.park import Park
from generator.records.vocabulary import Unit

K = TypeVar("K")
V = TypeVar("V")


def _state(edition: Edition, entry: PlanEntry) -> Said:
    return states.whole(edition.t, edition.language, entry.plan, edition.today)


def _mark(edition: Edition, entry: PlanEntry) -> Said:
    if entry.wording:
        return Said("earlier", edition.wording(entry))
    return states.mark(edition.t, edition.language, entry.plan, edition.today)


@dataclass(frozen=True, eq=False)
class Edition:
    """A corpus seen in one language.

    site_url: absolute address of the site, with a slash at its end; "" where it is not known
    repository: where the site's sources are edited; None where that is not known
    today: the day that states of plans are told of; without it every plan is as it was when it was issued
    documents: whether documents of the plans are made, which pages then link to
    release: the last one of the data; None where there is none
    """

    corpus: Corpus
    language: str
    t: Strings
    site_url: str = ""
    repository: Repository | None = None
    today: datetime.date = datetime.date.min
    documents: bool = False
    release: Release | None = None

    @cached_property
    def to(self) -> Addresses:
        return Addresses(self.language)

    @cached_property
    def version(self) -> DataVersion:
        return version(self.corpus)

    @property
    def is_released(self) -> bool:
        """Return whether the data are those of the last release."""
        return self.release is not None and self.release.version == self.version.text

    def once(self, make: Callable[[Edition, K], V], of: K) -> V:
        """Return what is made of something in this language: made when first asked for, and kept."""
        if (make, of) not in self._made:
            self._made[make, of] = make(self, of)
        made: V = self._made[make, of]
        return made

    def forget(self) -> None:
        """Let go of what was made once; what is asked for again is made again."""
        self._made.clear()

    @cached_property
    def _made(self) -> dict[Any, Any]:
        return {}

    @property
    def takes_reports(self) -> bool:
        """Whether readers are told where to report a problem: in a repository, or by mail."""
        return bool(self.repository or self._mail)

    @property
    def _mail(self) -> str:
        publisher = self.corpus.publication.publisher
        return (publisher.mail or "") if publisher else ""

    def problem(self, record: str, address: str) -> str:
        """Return where a reader reports a problem with a record: the repository's form, or a letter begun.

        record: its id; address: where the site shows it
        """
        if self.repository:
            return self.repository.problem(record, self.absolute(address))
        shown = self.absolute(address) or address
        letter = {"subject": record, "body": self.t("edit.letter", address=shown, version=MARK)}
        return f"mailto:{self._mail}?{urlencode(letter, quote_via=quote, safe='/:@')}"

    def absolute(self, address: str) -> str:
        """Return the absolute address of a page or file; "" where the site's own address is not known."""
        return f"{self.site_url}{address}" if self.site_url else ""

    @cached_property
    def other_edition(self) -> Edition:
        """The same corpus in the other language, for what is said in both."""
        language = languages.other(self.language)
        return replace(self, language=language, t=self.t.within(language))

    @property
    def is_original(self) -> bool:
        """Whether it is in the language the plans are written in."""
        return self.language == ORIGINAL

    def say(self, words: Bilingual | None) -> str:
        """Return the words in this language; "" where there are none."""
        return words.in_language(self.language) if words else ""

    def say_unit(self, unit: Unit) -> str:
        return unit.name.in_language(self.language)

    def other(self, words: Bilingual | None) -> str:
        """Return the words in the other language; "" where there are none."""
        return words.in_language(languages.other(self.language)) if words else ""

    def park(self, park: Park) -> Link:
        return Link(self.say(park.short_name), self.to.park(park.id))

    def holder(self, entry: PlanEntry) -> Link:
        """Return whose plan it is: a park with its page; of a plan of a whole area the area, with the plan's page."""
        if entry.park:
            return self.park(entry.park)
        return Link(self.say(entry.plan.area), self.to.plan(entry.plan.id))

    def kind(self, entry: PlanEntry) -> str:
        """Return what kind of document a plan is."""
        return self.say(self.corpus.document_kinds[entry.plan.kind].name)

    def plan(self, entry: PlanEntry) -> Link:
        return Link(self.say(entry.plan.title), self.to.plan(entry.plan.id))

    def state(self, entry: PlanEntry) -> Said:
        """Return a plan's state in words: in force until when, or what has become of it."""
        return self.once(_state, entry)

    def brief(self, entry: PlanEntry) -> Said:
        """Return a plan's state in a word or two."""
        return states.brief(self.t, self.language, entry.plan, self.today)

    def mark(self, entry: PlanEntry) -> Said:
        """Return what stands beside a plan and its figures: nothing as long as the plan is in force in this wording."""
        return self.once(_mark, entry)

    def standing_of_fact(self, entry: PlanEntry) -> Said:
        """Return what stands beside a fact: what has become of its plan, but for that its years are over."""
        return self.mark(entry) if entry.wording else states.of_fact(self.t, self.language, entry.plan, self.today)

    def horizon(self, of: InPlan[Any]) -> Said:
        """Return what stands beside a target: what has become of its plan, or that its year is over."""
        if of.entry.wording:
            return self.mark(of.entry)
        return states.horizon(self.t, self.language, of.plan, of.record.year, self.today)

    @cached_property
    def current(self) -> tuple[str, Said]:
        """What every page says of how current it is: the mark of the data's version, and the next end of a plan."""
        plans = [entry.plan for entry in self.corpus.plans.values()]
        return self.t("current.version", version=MARK), states.next_end(self.t, self.language, plans, self.today)

    def plans_of(self, park: str) -> tuple[PlanEntry, ...]:
        """Return the plans of a park, that which it is shown by first: see `standing.weight`."""
        return self._plans_by_park.get(park, ())

    @cached_property
    def _plans_by_park(self) -> dict[str, tuple[PlanEntry, ...]]:
        return {
            park: tuple(sorted(entries, key=lambda entry: standing.weight(entry.plan, self.today), reverse=True))
            for park, entries in self.corpus.plans_by_park.items()
        }

    def passed(self, year: int | None) -> Said | None:
        """Return that a year is over, nothing while it is not; None for what has no year."""
        return states.passed(self.t, self.language, year, self.today) if year else None

    def is_past(self, year: int) -> bool:
        """Return whether a year is over on the day of the site."""
        return standing.over_from(year) <= self.today

    def periods(self, entries: Iterable[PlanEntry]) -> tuple[Period, ...]:
        """Return the periods of plans that have one, with what has become of each."""
        return tuple(Period(years, states.inline(self.mark(entry))) for entry in entries if (years := years_of(entry)))

    @cached_property
    def parks(self) -> tuple[Park, ...]:
        """The parks in the order of their names."""
        return tuple(self.sorted(self.corpus.parks.values(), lambda park: self.say(park.short_name)))

    @cached_property
    def metrics(self) -> tuple[Metric, ...]:
        """The metrics in the order of their names."""
        return tuple(self.sorted(self.corpus.metrics.values(), lambda metric: self.say(metric.name)))

    @cached_property
    def entries(self) -> tuple[PlanEntry, ...]:
        """The plans, the newest first."""

        def start(entry: PlanEntry) -> tuple[datetime.date, str]:
            return standing.term(entry.plan).start or datetime.date.min, entry.plan.id

        return tuple(sorted(self.corpus.plans.values(), key=start, reverse=True))

    def sorted(self, items: Iterable[Any], name: Callable[[Any], str]) -> list[Any]:
        """Return items in the language's order of names."""
        key = order.key(self.language)
        return sorted(items, key=lambda item: key(name(item)))

    def name_key(self, name: str) -> tuple[str, ...]:
        """Return what puts a name in the language's order of names."""
        return order.key(self.language)(name)

    def facet_value(self, facet: str, value: str, count: int | None = None) -> Link:
        """Return a facet's value with its name, and how much of something it has, where that is said."""
        name = facet_values.name(self.t, self.language, self.corpus, FACETS[facet], value)
        return Link(name, self.to.facet_value(facet, value), count)

    def facet_values(self, facet: str) -> tuple[Link, ...]:
        """Return all values of a facet with the number of their tasks, the most first unless they have an order."""
        return tuple(self.values(facet).values())

    def values(self, facet: str) -> Mapping[str, Link]:
        """Return the same by id."""
        return self._values_by_facet[facet]

    @cached_property
    def _values_by_facet(self) -> dict[str, dict[str, Link]]:
        """Every facet's values with the number of their tasks: put in order once, not for every page."""
        counted = {facet: self.corpus.tasks_by_facet[facet] for facet in FACETS}
        links = {f: {v: self.facet_value(f, v, len(tasks)) for v, tasks in of.items()} for f, of in counted.items()}
        return {facet: facet_values.ordered(FACETS[facet], links[facet], self.language) for facet in FACETS}

    def facets(self) -> tuple[Link, ...]:
        """Return the facets that tasks or other records have values of."""
        return tuple(self.facet(key) for key in self.corpus.facets)

    def facet(self, key: str) -> Link:
        return Link(self.t(f"facet.{key}"), self.to.facet(key))

    def has(self, page: str) -> bool:
        """Return whether the site has a page that goes by this name: there is none for what nothing is said of."""
        return page in self.corpus.pages

    def page(self, name: str, text: str = "") -> tuple[Link, ...]:
        """Return a link to a page that goes by a name; none where the site has no such page."""
        return (Link(text or self.t(f"nav.{name}"), self.to.page(name)),) if self.has(name) else ()

    def heading(self, entry: PlanEntry, id_: str) -> str:
        """Return a heading with its number, in the language where it is translated."""
        provision = entry.provision(id_) if self.is_original else entry.english.get(id_, entry.provision(id_))
        number = provision.number or ""
        return languages.of(self.language).joint.join(filter(None, (number, provision.words)))

    def heading_link(self, entry: PlanEntry, id_: str) -> Link:
        """Return a link to a provision, named by its heading, with the language of that."""
        translated = self.is_original or id_ in entry.english
        tag = "" if translated else languages.TAGS[languages.ORIGINAL]
        return Link(self.heading(entry, id_), self.text(entry, id_), tag=tag)

    def text(self, entry: PlanEntry, provision: str = "") -> str:
        """Return the address of a plan's text, or of a provision of it, in the wording that the entry is of."""
        if entry.wording:
            return self.to.wording(entry.plan.id, entry.wording.isoformat(), provision)
        return self.to.text(entry.plan.id, provision)

    def wording(self, entry: PlanEntry) -> str:
        """Return what an earlier wording is called: by the last day it was the wording."""
        said = next(said for said in entry.plan.wordings if said.date == entry.wording)
        return self.t("wording.mark", date=formats.date(said.last, self.language))

    def provision(self, entry: PlanEntry, id_: str) -> Link:
        """Return a link to a provision, named after its place in the outline (§ 2.3.2, paragraph 1)."""
        name = provision_names.name(self.t, id_)
        if entry.wording:
            name = self.t("wording.provision", provision=name, wording=self.wording(entry))
        return Link(name, self.text(entry, id_))
