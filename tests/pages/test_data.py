"""What the page of the data says of releases."""

from __future__ import annotations

import datetime
from dataclasses import replace

from generator.edition.edition import Edition
from generator.pages import data
from generator.project.released import Release

DAY = datetime.date(2026, 11, 30)


def _shown(edition: Edition, version: str) -> data.DataPage:
    [page] = data.pages(replace(edition, release=Release("2026.1", DAY, version)))
    body: data.DataPage = page.body
    return body


def test_the_last_release_is_cited_and_changes_since_are_told(edition: Edition) -> None:
    shown = _shown(edition, "2026-01-01-000000000000")
    assert "2026-01-01-000000000000" in shown.released
    assert len(shown.citations) == 2
    (first, release), (_, today) = shown.citations
    assert "2026.1" in first
    for form in release.forms:
        assert "2026.1" in form.text
        assert edition.version.hash not in form.text
    assert not any("2026.1" in form.text for form in today.forms)


def test_data_that_are_the_release_are_cited_by_it_alone(edition: Edition) -> None:
    shown = _shown(edition, edition.version.text)
    assert len(shown.citations) == 1
    assert "2026.1" in shown.released
    assert edition.version.text not in shown.released


def test_without_a_release_the_version_is_cited(edition: Edition) -> None:
    [page] = data.pages(edition)
    assert page.body.released == ""
    assert len(page.body.citations) == 1
