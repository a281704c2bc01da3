"""The picture of a metric says what its page says, and what must be known of each figure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.edition.edition import Edition
from generator.language.languages import LANGUAGES
from generator.parts import cautions, drawn, figures
from generator.parts.pictures import of_metrics
from generator.parts.pictures.picture import Bars, Picture
from tests.paths import MINI
from tests.sites import edition_of

METRIC = "high-tech-enterprises"
SITE = "https://example.org/plans/"


def of(edition: Edition, metric: str = METRIC) -> Picture:
    found = of_metrics.of_metric(edition, edition.corpus.metrics[metric])
    assert found
    return found.make()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_bar_says_its_figure_with_year_and_doubts(language: str) -> None:
    edition = edition_of(MINI, language)
    for metric in edition.corpus.metrics.values():
        if not of_metrics.of_metric(edition, metric):
            continue
        shown, alone = drawn.of_metric(edition, metric), of(edition, metric.id)
        for group, own in zip(shown.groups, alone.parts, strict=True):
            assert isinstance(own, Bars)
            assert set(filter(None, (group.why, group.more))) <= {*own.notes}
            for bar, said in zip(group.bars, own.bars, strict=True):
                view = bar.figure
                told = (figures.spoken(edition, view), view.horizon.text, view.horizon.mark.text)
                for words in (*told, cautions.bracketed(edition, view)):
                    assert words in said.said


def test_it_names_its_sources_its_date_and_where_it_stands(edition: Edition) -> None:
    found = of(replace(edition, site_url=SITE))
    assert found.address == f"{SITE}{edition.to.metric(METRIC)}"
    for plan, at in drawn.of_metric(edition, edition.corpus.metrics[METRIC]).sources:
        assert f"{plan.text} {at.text}" in found.source
    assert found.dated
    assert of(edition).address == ""


def test_a_single_target_has_no_picture(edition: Edition) -> None:
    assert of_metrics.of_metric(edition, edition.corpus.metrics["incubators"]) is None
