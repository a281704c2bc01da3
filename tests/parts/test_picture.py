"""A picture that stands alone says what the page says, and what must be known of each figure."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html

from generator.edition.edition import Edition
from generator.language.languages import LANGUAGES
from generator.parts import cautions, drawn, figures, picture
from tests.paths import MINI
from tests.sites import edition_of

METRIC = "high-tech-enterprises"
SITE = "https://example.org/plans/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_bar_says_its_figure_with_year_and_doubts(language: str) -> None:
    edition = edition_of(MINI, language)
    for metric in picture.pictured(edition):
        shown, alone = drawn.of_metric(edition, metric), picture.picture(edition, metric)
        assert [len(group.bars) for group in shown.groups] == [len(group.bars) for group in alone.groups]
        for group, own in zip(shown.groups, alone.groups, strict=True):
            assert set(filter(None, (group.why, group.more))) <= {*own.notes}
            for bar, said in zip(group.bars, own.bars, strict=True):
                view = bar.figure
                told = (figures.spoken(edition, view), view.horizon.text, view.horizon.mark.text)
                for words in (*told, cautions.bracketed(edition, view)):
                    assert words in said.said


def test_it_names_its_sources_its_date_and_where_it_stands(edition: Edition) -> None:
    made = replace(edition, site_url=SITE)
    found = picture.picture(made, edition.corpus.metrics[METRIC])
    assert found.address == f"{SITE}{edition.to.metric(METRIC)}"
    for plan, at in drawn.of_metric(edition, edition.corpus.metrics[METRIC]).sources:
        assert f"{plan.text} {at.text}" in found.source
    assert found.dated
    assert picture.picture(edition, edition.corpus.metrics[METRIC]).address == ""


def test_only_what_is_drawn_has_a_picture_and_pixels_come_with_documents(edition: Edition) -> None:
    metrics = edition.corpus.metrics
    assert metrics[METRIC] in picture.pictured(edition)
    assert metrics["incubators"] not in picture.pictured(edition)
    for documents, endings in ((False, ["svg"]), (True, ["svg", "png"])):
        made = replace(edition, documents=documents)
        links = picture.files(made, metrics[METRIC], drawn.of_metric(made, metrics[METRIC]))
        assert [link.to.rpartition(".")[2] for link in links] == endings
    alone = metrics["incubators"]
    assert picture.files(edition, alone, drawn.of_metric(edition, alone)) == ()


def test_the_snippet_is_one_frame_whatever_a_name_holds_and_needs_an_address(edition: Edition) -> None:
    metric = edition.corpus.metrics[METRIC]
    found, made = drawn.of_metric(edition, metric), replace(edition, site_url=SITE)
    assert picture.snippet(edition, metric, found) == ""
    name = metric.name.model_copy(update={"zh": '"><script>', "en": '"><script>'})
    [frame] = html.fragments_fromstring(picture.snippet(made, metric.model_copy(update={"name": name}), found))
    assert not isinstance(frame, str)
    assert frame.tag == "iframe"
    assert frame.get("src") == f"{SITE}embed/{edition.language}/compare/{METRIC}/"
    assert str(frame.get("title")).startswith('"><script> · ')
