"""What must be known of a figure wherever a sentence tells it: that its firmness can be read two ways, or a doubt."""

from __future__ import annotations

from generator.edition.edition import Edition
from generator.parts.figures import FigureView


def bracketed(edition: Edition, view: FigureView) -> str:
    """Return in brackets how a figure can be read two ways and what can change it; "" where nothing does."""
    told = [view.hedge.open, *(mark.of.text for mark in view.doubts.marks)]
    said = edition.t("list.semicolon").join(filter(None, told))
    return f"{edition.t('list.open')}{said}{edition.t('list.close')}" if said else ""
