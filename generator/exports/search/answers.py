"""Direct answers of the search: what each park's plan states of a metric, and what it makes of an industry.

A file for each metric and industry, fetched when it is asked for by its name. A row holds the id of the plan, where the
answer stands, and what it says in both languages. Which answer belongs to a record follows from the record's address,
so there is one for every record of these kinds, if need be without a row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from generator.analysis.unsaid import unsaid
from generator.edition.edition import Edition
from generator.exports.search.cutting import joined
from generator.language.languages import LANGUAGES
from generator.parts import cautions, comparison, examples, figures, shown, which_park
from generator.parts.which_park import OfPark
from generator.records.facets import INDUSTRY
from generator.records.kinds import METRIC
from generator.records.metric import Metric

ENTRIES = 8  # industries and subjects that an empty box leads to
LACKING = {"telephone": "guide.found_no_telephone", "website": "guide.found_no_website"}  # with what is said of them
BOX = "chrome.search_"  # begins the keys of what the search box says
ORDERED = ("comparable", "caveat")  # verdicts with which the greatest figure stands first

Answer = dict[str, Any]


def answers(editions: Mapping[str, Edition]) -> Iterator[tuple[str, Answer]]:
    """Yield the answers by kind and id, such as `metric-pct-applications`."""
    zh, en = (editions[language] for language in LANGUAGES)
    for id_, metric in zh.corpus.metrics.items():
        verdict = comparison.verdict(zh, metric)
        note = ["" if verdict == "single" else edition.t(f"compare.verdict.{verdict}") for edition in (zh, en)]
        yield f"{METRIC}-{id_}", {"rows": list(_of_metric(zh, en, metric, verdict)), "note": note}
    industries = [which_park.by_industry(edition) for edition in (zh, en)]
    for id_ in zh.corpus.industries:
        pairs = zip(*(found.get(id_, ()) for found in industries), strict=True)
        rows = [[one.plan, _below(_place(zh, id_, one)), one.said, other.said] for one, other in pairs]
        yield f"{INDUSTRY}-{id_}", {"rows": rows, "note": ["", ""]}


def _place(edition: Edition, industry: str, of: OfPark) -> str:
    """Return where a park's tasks of an industry stand, or the industry's page where it has none."""
    return edition.to.facet_value(INDUSTRY, industry, of.park if of.tasks else "")


def _of_metric(zh: Edition, en: Edition, metric: Metric, verdict: str) -> Iterator[list[str]]:
    """Yield what the plans of parks state with a number: plan, address, and the figure in both languages."""
    found = [of for of in shown.compared(zh, metric) if figures.view(zh, of).quantity.amount]
    if verdict in ORDERED:
        found.sort(key=lambda of: -(figures.view(zh, of).quantity.size or 0))
    counts = Counter(of.plan.id for of in found)
    for of in found:
        said = []
        for edition in (zh, en):
            view = figures.view(edition, of)
            stated = figures.dated(edition, figures.spoken(edition, view), view.horizon.text)
            named = f"{view.label}{edition.t('list.dash')}" if counts[of.plan.id] > 1 else ""
            said.append(f"{named}{stated}{cautions.bracketed(edition, view)}")
        yield [of.plan.id, _below(figures.view(zh, of).itself.to), *said]


def words(edition: Edition) -> dict[str, str]:
    """Return the words of the search box, which no page carries before it is opened."""
    return {key.removeprefix(BOX): said for key, said in edition.t.words.items() if key.startswith(BOX)}


def start(edition: Edition) -> dict[str, Any]:
    """Return what an empty search box offers: examples, and industries and subjects with their addresses."""
    corpus = edition.corpus
    industries = edition.facet_values(INDUSTRY)[:ENTRIES]
    subjects = [(edition.say(section.title), edition.to.guide(section.section)) for section in corpus.guide]
    return {
        "examples": [words for words, _ in examples.examples(edition)],
        "industries": [[link.text, link.to] for link in industries],
        "subjects": [list(subject) for subject in subjects[:ENTRIES]],
        "lacking": list(_lacking(edition)),
    }


def _lacking(edition: Edition) -> Iterator[dict[str, Any]]:
    """Yield what readers look for and no plan gives: the words they ask by, and what to tell them instead."""
    corpus, t = edition.corpus, edition.t
    if not corpus.guide:
        return
    given = [set(unsaid(p.words for p in entry.files.text.provisions)) for entry in corpus.plans.values()]
    for name, key in LACKING.items():
        if all(name in found for found in given):
            asked_by = [joined(asked.strip()) for asked in t(f"guide.asked.{name}").split(",")]
            address = edition.to.guide("whom")
            yield {"words": asked_by, "title": t("guide.whom"), "address": address, "said": t(key)}


def _below(address: str) -> str:
    """Return an address below its language."""
    return address.partition("/")[2]
