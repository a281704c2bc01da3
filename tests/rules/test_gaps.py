from __future__ import annotations

import pytest

from generator.extract.skeleton import skeleton
from generator.records.loading import load
from generator.source import text_source
from tests.paths import JIA, JIA_ENGLISH, JIA_TEXT
from tests.small import Repository
from tests.told import advised, said


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


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("metric: park-revenue\n", "metric: park-revenue # unsure: is this the one?\n", "is this the one?"),
        ("metric: park-revenue\n", "metric: park-revenue #unsure\n", "a draft is unsure here"),
        ("  - id: revenue\n", "  # unsure: annual or cumulative?\n  - id: revenue\n", "annual or cumulative?"),
    ],
)
def test_a_doubt_of_a_draft_is_told_where_it_stands(repository: Repository, old: str, new: str, told: str) -> None:
    repository.replace(JIA, old, new)
    [finding] = repository.warnings()
    assert f"{finding.path}:{finding.line}:{finding.column}" == repository.place(JIA, "unsure").rsplit(":", 1)[0] + (
        f":{finding.column}"
    )
    assert finding.code == "W004"
    assert told in said(finding)


def test_words_about_being_unsure_are_no_doubt(repository: Repository) -> None:
    repository.replace(JIA, "en: All units concerned", 'en: "All units # unsure: concerned"')
    repository.replace(JIA, "# ", "# what was unsure: nothing. ") if repository.read(JIA).startswith("# ") else None
    assert "W004" not in {f.code for f in repository.warnings()}


def test_a_hint_quotes_no_placeholder(repository: Repository) -> None:
    line = next(line for line in repository.read(JIA).split("\n") if line.startswith("    quote: "))
    repository.replace(JIA, f"{line}\n", "    quote: TODO\n    quote_en: TODO\n")
    assert not any("TODO" in advised(f).replace("in the place of TODO", "") for f in repository.findings())


def test_a_comment_inside_a_passage_is_refused(repository: Repository) -> None:
    repository.replace(JIA_ENGLISH, "All units concerned:", "All units <!-- who? --> concerned:")
    repository.expect((repository.line(JIA_ENGLISH, "All units"), "S010", "a comment must stand on lines of its own"))


def test_a_comment_that_is_never_closed_loses_no_passage_in_silence(repository: Repository) -> None:
    repository.replace(JIA_ENGLISH, "All units concerned:", "<!-- who?\n\nAll units concerned:")
    assert "E002" in {f.code for f in repository.findings()}


def test_chinese_has_no_comments(repository: Repository) -> None:
    repository.replace(JIA_TEXT, "各有关单位", "<!-- 各有关单位 -->")
    assert "T002" in {f.code for f in repository.findings()}


def test_a_hint_never_quotes_what_is_itself_still_to_be_written(repository: Repository) -> None:
    repository.replace(JIA, "zh: 园区总营收", "zh: TODO")
    repository.replace(JIA, "en: Total revenue of the park", "en: TODO")
    told = [f for f in repository.findings() if f.code == "W001"]
    assert len(told) == 2
    assert not any("TODO" in advised(f).replace("in the place of TODO", "") for f in told)
