"""What must be known of a figure wherever a sentence tells it: that no year is stated, its firmness, a doubt.

That its year is over is said where a script can say it on the reader's day: beside the figure.
"""

from __future__ import annotations

from generator.edition.edition import Edition
from generator.parts.figures import FigureView


def bracketed(edition: Edition, view: FigureView) -> str:
    """Return in brackets what a figure must not be told without; "" where that is nothing."""
    told = [
        "" if view.horizon.text else edition.t("figure.no_year"),
        view.hedge.open,
        *(mark.of.text for mark in view.doubts.marks),
    ]
    said = edition.t("list.semicolon").join(map(_small, filter(None, told)))
    return f"{edition.t('list.open')}{said}{edition.t('list.close')}" if said else ""


def _small(words: str) -> str:
    """Return words as they stand inside a sentence: only a first word that is no name and no abbreviation is small."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words
