from __future__ import annotations

import datetime

import pytest

from generator.project import clock


def test_the_day_of_a_build_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert clock.today() == datetime.date(2026, 1, 1)


def test_else_it_is_the_computers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    before = datetime.datetime.now().astimezone().date()
    assert before <= clock.today() <= datetime.datetime.now().astimezone().date()
