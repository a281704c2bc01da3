from __future__ import annotations

import datetime
import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.corpus.version import MARK
from generator.edition.edition import Edition
from generator.parts import drawn, versus
from generator.project.released import Release
from tests.city import city
from tests.paths import YI
from tests.sites import edition_of
from tests.small import Repository

METRIC = "high-tech-enterprises"


def test_what_cannot_share_an_axis_stands_apart_with_a_sentence_that_names_whom(edition: Edition) -> None:
    found = drawn.of_metric(edition, edition.corpus.metrics[METRIC])
    first, other = found.groups
    assert (first.why, bool(other.why)) == ("", True)
    assert all(bar.whose in other.why for group in found.groups for bar in group.bars)
    assert all(bar.whose in found.finding for group in found.groups for bar in group.bars)


def test_a_single_target_is_told_and_not_drawn(edition: Edition) -> None:
    found = drawn.of_metric(edition, edition.corpus.metrics["incubators"])
    assert found.groups == ()
    assert found.finding
    assert found.finding in found.sentence


@pytest.mark.parametrize(("version", "said"), [(None, "{}"), ("today", "2025.1"), ("2025-03-06-0", "2025.1 {}")])
def test_a_sentence_to_be_copied_names_the_last_release_and_what_came_after(
    edition: Edition, version: str | None, said: str
) -> None:
    version = edition.version.text if version == "today" else version
    release = Release("2025.1", datetime.date(2025, 7, 1), version) if version else None
    sentence = drawn.of_metric(replace(edition, release=release), edition.corpus.metrics[METRIC]).sentence
    assert re.findall(rf"2025\.1|{MARK}", sentence) == said.format(MARK).split()


def test_words_alone_have_no_finding(edition: Edition) -> None:
    found = drawn.of_metric(edition, edition.corpus.metrics["park-tax"])
    assert (found.finding, found.sentence, found.groups) == ("", "", ())


def test_what_can_be_compared_shares_an_axis_with_its_caveats_and_sources(repository: Repository) -> None:
    repository.replace(YI, "measure: cumulative", "measure: stock")
    for language in ("zh", "en"):
        edition = edition_of(repository.root, language)
        found = drawn.of_metric(edition, edition.corpus.metrics[METRIC])
        [group] = found.groups
        assert [bar.figure.itself.to.rpartition("#")[2] for bar in group.bars] == [f"target-{METRIC}"] * 2
        assert any("2025" in words for words in group.caveats)
        longest = [float(bar.strip.stretches[0].width.rstrip("%")) for bar in group.bars]
        assert longest[1] / longest[0] == pytest.approx(50 / 120, abs=0.01)
        assert {at.to for _, at in found.sources} == {bar.figure.evidence.provision.to for bar in group.bars}


def test_one_park_is_set_against_others_only_where_targets_share_an_axis(repository: Repository) -> None:
    edition = edition_of(repository.root, "en")
    assert versus.shown(edition) == ()
    repository.replace(YI, "measure: cumulative", "measure: stock")
    edition = edition_of(repository.root, "en")
    [line] = versus.shown(edition)
    assert [dot.at for dot in line.dots][-1] == "100.0%"
    assert {dot.park for dot in line.dots} == {"jia", "yi"}
    assert line.named == line.dots


def test_a_sentence_says_of_a_figure_what_must_be_known_of_it(tmp_path: Path) -> None:
    edition = edition_of(city(tmp_path / "city"), "en")
    told = 0
    for metric in edition.corpus.metrics.values():
        found = drawn.of_metric(edition, metric)
        for bar in (bar for group in found.groups for bar in group.bars):
            words = [bar.figure.hedge.open, *(mark.of.text for mark in bar.figure.doubts.marks)]
            assert all(each[1:] in found.sentence for each in words)
            told += len([*filter(None, words)])
    assert told
