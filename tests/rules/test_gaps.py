from __future__ import annotations

import pytest

from generator.extract.skeleton import skeleton
from generator.records.loading import load
from generator.source import text_source
from tests.paths import JIA, JIA_ENGLISH, JIA_TEXT
from tests.small import Repository
from tests.told import advised


def test_english_that_is_still_to_be_written(repository: Repository) -> None:
    repository.replace(JIA, "Total revenue of the park", "TODO")
    repository.expect((repository.place(JIA, "TODO"), "W001", "targets.0.label.en must be written: 'TODO'"))
    assert advised(repository.findings()[0]) == "say in English: “园区总营收”"


@pytest.mark.parametrize(
    ("old", "new", "key", "hint"),
    [
        ("metric: park-revenue", "metric: TODO", "targets.0.metric", "structured/metrics.yaml"),
        ("unit: CNY", "unit: TODO", "targets.0.unit", "structured/units.yaml"),
        ("printed_by: jia-government-office", "printed_by: TODO", "printed_by", "structured/bodies.yaml"),
        ("issuers: [jia-government]", "issuers: [TODO]", "issuers.0", "structured/bodies.yaml"),
    ],
)
def test_an_id_that_is_still_to_be_chosen_says_where_to_choose_it(
    repository: Repository, old: str, new: str, key: str, hint: str
) -> None:
    repository.replace(JIA, old, new)
    repository.expect((repository.place(JIA, "TODO"), "W001", f"{key} must be written"))
    assert hint in advised(repository.findings()[0])


def test_every_gap_is_reported_at_once_in_vocabularies_too(repository: Repository) -> None:
    repository.replace(JIA, "en: All units concerned", "en: TODO")
    repository.replace(JIA, "metric: park-revenue", "metric: TODO")
    repository.write(
        "structured/bodies.yaml",
        repository.read("structured/bodies.yaml") + "- {id: TODO, name: {zh: 某局, en: TODO}, names: [某局]}\n",
    )
    assert [f.code for f in repository.findings()] == ["W001"] * 4


def begin(repository: Repository) -> None:
    """Put the skeleton of an English text where the translation was."""
    repository.untranslate()
    text = text_source.load(repository.root / JIA_TEXT, JIA_TEXT)
    repository.write(JIA_ENGLISH, skeleton(text))


def test_an_english_text_that_was_only_begun_is_a_warning_and_not_shown(repository: Repository) -> None:
    begin(repository)
    jia = next(p for p in load(repository.layout).plans if p.plan.id == "jia-2025")
    assert jia.english is None
    assert jia.begun is not None
    assert repository.findings() == []  # warnings do not stop anything
    repository.replace(JIA, "metric: park-revenue", "metric: no-such-metric")
    told = [f for f in repository.findings() if f.code == "W002"]
    assert [f.severity for f in told] == ["warning"]
    assert told[0].path == JIA_ENGLISH


def test_an_english_text_that_was_only_begun_keeps_the_outline(repository: Repository) -> None:
    begin(repository)
    repository.replace(JIA_ENGLISH, "## 2. TODO", "## 9. TODO")
    assert "E002" in {f.code for f in repository.findings()}


def test_a_plan_may_not_be_called_translated_while_passages_are_missing(repository: Repository) -> None:
    begin(repository)
    repository.replace(JIA, "translation: {status: in-preparation", "translation: {status: draft")
    assert [f.code for f in repository.findings() if f.severity == "error"] == ["E001"]
