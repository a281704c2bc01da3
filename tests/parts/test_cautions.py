from __future__ import annotations

from dataclasses import replace

from generator.edition.edition import Edition
from generator.exports.search import findable
from generator.parts import cautions, figures, in_short


def test_a_sentence_says_of_a_figure_what_must_be_known_with_it(en: Edition) -> None:
    entry = en.corpus.plans["yi-2025"]
    said = {of.record.id: cautions.bracketed(en, figures.view(en, of)) for of in entry.targets}
    assert said["reserve-land"] == " (firm or striven for?; order of magnitude probably missing)"
    assert said["unicorns"] == ""


def test_a_figure_without_a_year_is_told_with_that(en: Edition) -> None:
    dated = next(figures.view(en, of) for of in en.corpus.plans["yi-2025"].targets if of.record.id == "unicorns")
    undated = replace(dated, horizon=replace(dated.horizon, text=""))
    assert cautions.bracketed(en, undated) == f" ({en.t('figure.no_year')})"


def test_figures_are_told_with_it_wherever_they_stand_away_from_their_plan(editions: dict[str, Edition]) -> None:
    """In a plan in short, in the search and in the calendar of what is due."""
    for edition in editions.values():
        entry = edition.corpus.plans["yi-2025"]
        view = next(figures.view(edition, of) for of in entry.targets if of.record.id == "reserve-land")
        said = cautions.bracketed(edition, view)
        assert view.hedge.open
        assert view.hedge.open[1:] in said
        short = [line.words for line in in_short.lines(edition, entry) if line.name == view.label]
        found = [each.figure for each in findable.all_findable(edition) if each.address == view.itself.to]
        assert [words.endswith(said) for words in (*short, *found)] == [True] * len([*short, *found])
        assert found
