"""What holds for the pages of both languages together: the same addresses, everything linked, nothing left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from generator.edition import order
from generator.edition.addresses import other_language
from generator.edition.edition import Edition
from generator.edition.page import Link, Page
from generator.exports.search.findable import Findable, all_findable
from generator.language.languages import LANGUAGES
from generator.records.facets import FACETS
from generator.records.kinds import KINDS


def links(value: Any) -> Iterator[Link]:
    """Yield every link of a view."""
    if isinstance(value, Link):
        yield value
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from links(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from links(getattr(value, field.name))


def test_both_languages_have_the_same_pages(pages: dict[str, Page]) -> None:
    assert {other_language(address) for address in pages} == set(pages)


def test_every_page_has_a_title_of_its_own_and_a_description(pages: dict[str, Page]) -> None:
    for language in LANGUAGES:
        own = [page for page in pages.values() if page.address.startswith(f"{language}/")]
        assert len({page.title for page in own}) == len(own)
        assert all(page.title.strip() and page.description.strip() for page in own)


def test_every_link_of_a_view_leads_to_a_page_of_the_same_language(pages: dict[str, Page]) -> None:
    for page in pages.values():
        for link in links((page.trail, page.body)):
            if (
                link.to.startswith(("https://", "data/"))
                or link.to.endswith((".xml", ".ics", ".xlsx", ".csv", ".txt", ".svg", ".png"))
                or not link.to
            ):
                continue
            path = link.to.partition("#")[0].partition("?")[0]
            assert path in pages, f"{page.address}: {link}"
            assert path.startswith(page.address.partition("/")[0])


def test_every_page_but_the_first_can_be_reached_from_the_first(pages: dict[str, Page], edition: Edition) -> None:
    to = edition.to
    # the header and the footer stand on every page
    reached = {to.home(), to.parks(), to.compare(), to.tasks(), to.plans(), to.about()}
    reached |= {to.glossary(), to.sources(), to.status(), to.data(), to.changes()}
    reached |= {to.results()} if edition.has("results") else set()
    waiting = list(reached)
    while waiting:
        found = {link.to.partition("#")[0] for link in links(pages[waiting.pop()].body)} & set(pages) - reached
        reached |= found
        waiting += found
    assert reached == {address for address in pages if address.startswith(f"{edition.language}/")}


def found(edition: Edition) -> list[Findable]:
    return list(all_findable(edition))


def test_everything_can_be_found_in_both_languages_under_the_same_addresses(zh: Edition, en: Edition) -> None:
    assert [f.address.partition("/")[2] for f in found(zh)] == [f.address.partition("/")[2] for f in found(en)]


def test_everything_to_be_found_has_a_title_and_what_is_of_a_plan_names_it(edition: Edition) -> None:
    for f in found(edition):
        assert f.title.strip()
        of_plan = KINDS[f.kind].of_plan or f.kind in ("plan", "statement")
        assert bool(f.plan) == of_plan
        assert bool(f.park) == (f.kind == "park" or (of_plan and edition.corpus.plans[f.plan].park is not None))


def test_there_is_one_entry_for_each_record_and_passage_with_words(edition: Edition) -> None:
    corpus = edition.corpus
    count: dict[str, int] = {}
    for f in found(edition):
        count[f.kind] = count.get(f.kind, 0) + 1
    values = {
        key: len(corpus.tasks_by_facet[key]) + (len(corpus.values_without_task[key]) if facet.own_page else 0)
        for key, facet in FACETS.items()
        if facet.vocabulary
    }
    assert count == {kind: n for kind, n in values.items() if n} | {
        "statement": sum(len(section.statements) for section in corpus.guide),
        "park": len(corpus.parks),
        "plan": len(corpus.plans),
        "metric": len(corpus.targets_by_metric),
        "term": len(corpus.terms),
        "target": len(corpus.targets),
        "task": len(corpus.tasks),
        "measure": sum(len(e.measures) for e in corpus.plans.values()),
        "result": sum(map(len, corpus.outcomes.values())),
        "milestone": sum(len(e.milestones) for e in corpus.plans.values()),
        "provision": sum(bool(p.words) for e in corpus.plans.values() for p in e.files.text.provisions),
    }


def test_what_is_found_by_its_reading_has_it_in_both_languages(zh: Edition, en: Edition) -> None:
    for edition in (zh, en):
        park = next(f for f in found(edition) if f.address == edition.to.park("jia"))
        assert order.syllables(park.zh) == "jia yuan"
        term = next(f for f in found(edition) if f.kind == "term")
        assert order.syllables(term.zh) == "fu wu bao"


def test_a_document_is_found_by_its_number(edition: Edition) -> None:
    plan = next(f for f in found(edition) if f.address == edition.to.plan("jia-2025"))
    assert "甲府〔2025〕1号" in plan.text
    assert "JIA-0001" in plan.text


def test_a_measure_is_found_by_the_bodies_it_names(edition: Edition) -> None:
    measure = next(f for f in found(edition) if f.address == edition.to.inside("measure", "yi-2021", "leadership"))
    assert "乙区科技委" in measure.also
    assert "Science Commission of District B" in measure.also


def test_a_target_is_found_by_its_words_in_both_languages(zh: Edition, en: Edition) -> None:
    both = [f for edition in (zh, en) for f in found(edition) if f.address.endswith("/jia-2025/#target-revenue")]
    for words in ("园区总营收力争达到30亿元", "RMB 3 billion", "Total revenue of the park", "3,000,000,000"):
        assert any(words in f"{target.title} {target.text} {target.also}" for target in both)
