from __future__ import annotations

from dataclasses import replace

from generator.edition.edition import Edition
from generator.parts import cautions, figures


def test_a_sentence_says_of_a_figure_what_must_be_known_with_it(en: Edition) -> None:
    entry = en.corpus.plans["yi-2025"]
    said = {of.record.id: cautions.bracketed(en, figures.view(en, of)) for of in entry.targets}
    assert said["reserve-land"] == " (firm or striven for?; order of magnitude probably missing)"
    assert said["unicorns"] == ""


def test_a_figure_without_a_year_is_told_with_that(en: Edition) -> None:
    dated = next(figures.view(en, of) for of in en.corpus.plans["yi-2025"].targets if of.record.id == "unicorns")
    undated = replace(dated, horizon=replace(dated.horizon, text=""))
    assert cautions.bracketed(en, undated) == f" ({en.t('figure.no_year')})"
