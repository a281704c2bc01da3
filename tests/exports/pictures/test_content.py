from __future__ import annotations

from generator.edition.edition import Edition
from generator.exports.pictures import content as pictures
from generator.exports.pictures.content import Line, Picture
from generator.site.pages import pages
from tests.conftest import ROOT, edition_of


def drawn(edition: Edition) -> dict[str, Picture]:
    return {picture.name: picture for picture in pictures.pictures(edition)}


def test_every_picture_a_page_asks_for_is_drawn(en: Edition) -> None:
    assert {page.picture or pictures.DEFAULT for page in pages(en)} == set(drawn(en))


def test_a_figure_keeps_what_hedges_it(en: Edition) -> None:
    line = next(x for x in drawn(en)["metric-park-revenue"].lines if x.label == "Park A")
    assert (line.before, line.value, line.after) == ("strive for at least", "RMB 3 billion", "by 2026")
    assert line.striving


def test_a_park_with_several_figures_is_told_by_their_number() -> None:
    lines = {line.label: line for line in drawn(edition_of(ROOT, "en"))["metric-industrial-space"].lines}
    assert lines["Jing'an Park"] == Line("4 figures", "Jing'an Park")
    assert len(lines) == 3


def test_a_doubtful_figure_says_how() -> None:
    lines = {line.label: line for line in drawn(edition_of(ROOT, "en"))["metric-gross-domestic-product"].lines}
    assert lines["Jing'an Park"].after == "by 2026 (doubtful: Term not defined)"


def test_what_cannot_be_compared_is_told_apart() -> None:
    pictures_ = drawn(edition_of(ROOT, "en"))
    intensity = pictures_["metric-rd-intensity"]
    assert intensity.kicker.startswith("Not all of these figures can be compared.")
    assert len({line.of for line in intensity.lines}) == 2
    assert all("relative to" in line.of for line in intensity.lines)
    incubators = {line.label: line.of for line in pictures_["metric-incubators"].lines}
    assert incubators["Lujiazui Park"] != incubators["Jinqiao Park"] != ""
    assert "compared" not in pictures_["metric-pct-applications"].kicker
    assert not any(line.of for line in pictures_["metric-pct-applications"].lines)


def test_restatements_are_not_counted_twice(en: Edition) -> None:
    [targets, *_] = drawn(en)["plan-jia-2025"].lines
    assert targets.value == str(len(en.corpus.plans["jia-2025"].distinct_targets))
