"""Figures shown together, so that a note which is of several of them is told once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.edition.edition import Edition
from generator.parts.doubts import Remark
from generator.parts.figures import FigureView


def once(edition: Edition, views: Sequence[FigureView]) -> tuple[FigureView, ...]:
    """Return figures in their order: a note that one before has already says only where it stands."""
    first: dict[Remark, FigureView] = {}
    for view in views:
        for remark in view.doubts.remarks:
            first.setdefault(remark, view)
    return tuple(_noted(edition, view, first) for view in views)


def _noted(edition: Edition, view: FigureView, first: dict[Remark, FigureView]) -> FigureView:
    remarks = tuple(
        remark
        if first[remark] is view
        else replace(remark, reason=edition.t("figure.noted", label=first[remark].label))
        for remark in view.doubts.remarks
    )
    return view if remarks == view.doubts.remarks else replace(view, doubts=replace(view.doubts, remarks=remarks))
