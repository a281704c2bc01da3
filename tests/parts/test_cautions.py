from __future__ import annotations

import datetime
from dataclasses import replace

from generator.edition.edition import Edition
from generator.parts import cautions, figures


def test_a_sentence_says_of_a_figure_what_must_be_known_with_it(en: Edition) -> None:
    entry = en.corpus.plans["yi-2025"]
    said = {of.record.id: cautions.bracketed(en, figures.view(en, of)) for of in entry.targets}
    assert said["reserve-land"] == " (firm or striven for?; order of magnitude probably missing)"
    assert said["unicorns"] == ""


def test_a_year_that_is_over_is_told(en: Edition) -> None:
    en = replace(en, today=datetime.date(2026, 6, 1))
    ended = [figures.view(en, of) for of in en.corpus.plans["yi-2021"].targets]
    over = [view for view in ended if view.horizon.mark.text and view.horizon.text]
    assert over
    for view in over:
        assert view.horizon.mark.text[1:] in cautions.bracketed(en, view)
