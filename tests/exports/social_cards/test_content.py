from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.edition.edition import Edition
from generator.exports.social_cards import content as social_cards
from generator.exports.social_cards.content import Card, Line
from generator.site.head import Heads
from generator.site.pages import pages
from tests.paths import JIA
from tests.sites import edition_of
from tests.small import Repository


def drawn(edition: Edition) -> dict[str, Card]:
    return {card.name: card for card in social_cards.cards(edition)}


def test_every_picture_a_page_asks_for_is_drawn(en: Edition) -> None:
    assert {page.card or social_cards.DEFAULT for page in pages(en)} == set(drawn(en))


def test_a_figure_keeps_what_hedges_it(en: Edition) -> None:
    line = next(x for x in drawn(en)["metric-park-revenue"].lines if x.label == "Park A (2025–2026)")
    assert (line.before, line.value, line.after) == ("strive for at least", "RMB 3 billion", "by 2026")
    assert line.striving


def test_a_figure_that_may_be_only_striven_for_says_so(en: Edition) -> None:
    open_ = [line for card in drawn(en).values() for line in card.lines if "firm or" in line.after]
    assert {line.after for line in open_} == {
        "by 2027 (doubtful: firm or striven for?; Order of magnitude probably missing)"
    }
    assert all(line.striving for line in open_)


def test_a_park_with_several_figures_is_told_by_their_number(repository: Repository) -> None:
    repository.replace(JIA, "    repeat_of: listed-companies\n", "")
    lines = {line.label: line for line in drawn(edition_of(repository.root, "en"))["metric-listed-companies"].lines}
    assert lines["Park A"] == Line("2 figures", "Park A", "2 figures")


def test_a_figure_that_a_doubt_can_change_says_how(city_root: Path) -> None:
    cards = drawn(edition_of(city_root, "en"))
    said = {
        name: {x.label: x.after for x in cards[f"metric-{name}"].lines} for name in ("park-revenue", "listed-companies")
    }
    assert said["park-revenue"]["Park F"] == "by 2026 (doubtful: Inconsistent)"
    assert said["listed-companies"]["Park F"] == "by 2026", "a note on the text is no doubt about the figure"


def test_what_cannot_be_compared_is_told_apart(city_root: Path) -> None:
    pictures_ = drawn(edition_of(city_root, "en"))
    companies = pictures_["metric-high-tech-enterprises"]
    assert companies.kicker.startswith("Not all of these figures can be compared.")
    kinds = {line.label: line.of for line in companies.lines}
    assert kinds["Park A"] != kinds["Park B (2021–2025)"] != ""
    assert "compared" not in pictures_["metric-energy-intensity"].kicker
    assert not any(line.of for line in pictures_["metric-energy-intensity"].lines)


def test_restatements_are_not_counted_twice(en: Edition) -> None:
    [targets, *_] = drawn(en)["plan-jia-2025"].lines
    assert targets.value == str(len(en.corpus.plans["jia-2025"].distinct_targets))


def test_goals_in_words_are_counted_and_never_called_figures(repository: Repository) -> None:
    repository.replace("structured/metrics.yaml", "id: park-tax, ", "id: park-tax, indicator: false, ")
    block = re.search(r"  - id: park-tax\n(?:    .*\n)+", repository.read(JIA))
    assert block
    repository.replace(JIA, block[0], block[0] + block[0].replace("id: park-tax", "id: park-tax-again"))
    found = drawn(edition_of(repository.root, "en"))["metric-park-tax"]
    assert (found.kicker, [line.value for line in found.lines]) == ("Stated in words only", ["2 goals"])


def test_a_chinese_figure_keeps_what_hedges_it_on_either_side(zh: Edition) -> None:
    chinese = drawn(zh)
    line = next(line for line in chinese["metric-park-revenue"].lines if line.label == "甲园（2025–2026）")
    assert (line.before, line.value, line.after, line.said) == (
        "力争达到",
        "30亿元",
        "到2026年",
        "到2026年力争达到30亿元",
    )
    assert any("3家左右" in line.said for card in chinese.values() for line in card.lines)


def test_a_doubt_stands_in_the_words_of_a_figure(zh: Edition, en: Edition) -> None:
    for edition, doubt in ((en, "firm or striven for?"), (zh, "可作两解")):
        lines = [line for card in drawn(edition).values() for line in card.lines]
        assert any(doubt in line.after for line in lines)
        assert all((doubt in line.after) == (doubt in line.said) for line in lines)


@pytest.mark.parametrize(("documents", "chinese"), [(True, "images/zh/park-jia.png"), (False, "images/park-jia.png")])
def test_chinese_pages_have_their_own_cards_where_documents_are_made(
    documents: bool, chinese: str, zh: Edition, en: Edition
) -> None:
    for edition, address in ((zh, chinese), (en, "images/park-jia.png")):
        made = replace(edition, documents=documents)
        page = next(page for page in pages(made) if page.card == "park-jia")
        assert Heads(made).of(page).card.to == address
