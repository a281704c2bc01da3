from __future__ import annotations

from dataclasses import replace

import pytest

from generator.corpus.plan_entry import InPlan
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.parts import restated
from generator.records.common import Bilingual
from generator.records.figure import Figure


def figures(edition: Edition, *plans: str) -> list[InPlan[Figure]]:
    entries = [edition.corpus.plans[plan] for plan in plans]
    return [of for entry in entries for of in (*entry.distinct_targets, *entry.facts)]


def links(edition: Edition, text: Bilingual, *plans: str) -> list[tuple[str, str]]:
    """Return the numbers of a text that lead somewhere, each with the anchor it leads to."""
    pieces = restated.linked(edition, text, figures(edition, *plans))
    assert "".join(piece.text for piece in pieces) == edition.say(text)
    return [(piece.text, piece.to.rpartition("#")[2]) for piece in pieces if piece.to]


def test_a_number_leads_to_the_figure_it_restates(zh: Edition, en: Edition) -> None:
    text = Bilingual(
        zh="甲园2024年有高新技术企业100家，到2026年超过120家，总营收力争达到30亿元。",
        en="Park A had 100 high-tech enterprises in 2024; by 2026 over 120, and it strives for RMB 3 billion.",
    )
    anchors = ["fact-high-tech-enterprises-2024", "target-high-tech-enterprises", "target-revenue"]
    assert links(zh, text, "jia-2025") == list(zip(["100", "120", "30亿"], anchors, strict=True))
    assert links(en, text, "jia-2025") == list(zip(["100", "120", "3 billion"], anchors, strict=True))


@pytest.mark.parametrize(
    ("zh_text", "en_text"),
    [
        ("甲园设120个片区。", "Park A has 120 areas."),  # another unit
        ("甲园占全市的120%。", "Park A has 120% of the city's."),
        ("甲园有121家企业。", "Park A has 121 companies."),
        ("甲园服务企业。", "Park A serves 120 companies."),  # the English alone says so
    ],
)
def test_another_number_leads_nowhere(zh: Edition, en: Edition, zh_text: str, en_text: str) -> None:
    text = Bilingual(zh=zh_text, en=en_text)
    assert [links(edition, text, "jia-2025") for edition in (zh, en)] == [[], []]


def likely(edition: Edition, quote: str, quote_en: str) -> list[InPlan[Figure]]:
    """Return a target, and a fact with the same number in other words."""
    [target] = [of for of in figures(edition, "jia-2025") if of.record.id == "listed-companies"]
    target = replace(target, record=target.record.model_copy(update={"quote_en": "5 newly added listed companies"}))
    copied = target.record.model_copy(update={"quote": quote, "quote_en": quote_en})
    return [target, replace(target, kind="fact", record=copied)]


def test_of_several_figures_with_a_number_the_words_before_it_tell_which(edition: Edition) -> None:
    text = Bilingual(zh="甲园已有孵化器5家。", en="Park A has hatched 5.")
    found = likely(edition, "已有孵化器5家", "has hatched 5 companies")
    assert [p.to for p in restated.linked(edition, text, found) if p.to] == [edition.to.of(found[1].ref)]


def test_a_number_that_fits_several_figures_alike_leads_nowhere(edition: Edition) -> None:
    text = Bilingual(zh="共计5家。", en="In all, 5.")
    found = likely(edition, "新增上市企业5家", "5 newly added listed companies")
    assert not [p.to for p in restated.linked(edition, text, found) if p.to]


def test_a_magnitude_printed_apart_from_its_number_counts(edition: Edition) -> None:
    text = Bilingual(zh="闲置载体不超过3万平方米。", en="Idle premises: no more than 30,000 m².")
    assert links(edition, text, "jia-2025") == [("3万" if edition.is_original else "30,000", "target-idle-space")]


def test_a_text_without_figures_stays_in_one_piece(edition: Edition) -> None:
    text = Bilingual(zh="甲园120家。", en="Park A: 120.")
    assert restated.linked(edition, text, []) == (Link(edition.say(text), ""),)
