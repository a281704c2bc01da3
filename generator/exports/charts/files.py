"""The pictures of metrics beside their pages."""

from __future__ import annotations

from collections.abc import Iterator

from generator.edition.edition import Edition
from generator.exports.charts.drawing import svg
from generator.parts.picture import SVG, picture, pictured


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield the address and the bytes of each picture of a language."""
    for metric in pictured(edition):
        yield edition.to.picture(metric.id, SVG), svg(picture(edition, metric))
