from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.corpus.corpus import Of
from generator.edition.edition import Edition
from generator.edition.formats import Amount
from generator.parts import figures
from generator.parts.figures import FigureView
from generator.records.common import Printed
from generator.records.target import Target


def of(edition: Edition, id_: str, **fields: Any) -> Of[Target]:
    """Return a target of the corpus, changed as told."""
    found = next(t for t in edition.corpus.targets if f"{t.plan.id}/{t.record.id}" == f"jia-2025/{id_}")
    return replace(found, record=found.record.model_copy(update=fields))


def view(edition: Edition, id_: str, **fields: Any) -> FigureView:
    return figures.target(edition, of(edition, id_, **fields))


def printed(value: str, unit: str | None) -> Printed:
    return Printed(value=value, unit=unit)


def as_read(f: FigureView) -> str:
    """Return a figure as the template sets it."""
    assert f.amount is not None
    return f"{f.comparator}{f.amount.before}{f.amount.number}{f.inside}{f.amount.after}{f.behind}"


@pytest.mark.parametrize(
    ("word", "value", "unit", "text"),
    [
        ("达到", "30", "亿元", "达到30亿元"),
        ("超过", "120", "家", "超过120家"),
        ("不低于", "120", "家", "不低于120家"),
        ("约", "20", "件", "约20件"),
        ("余", "百", "家", "百余家"),
        ("多", "20", "家", "20多家"),
        ("以上", "千亿", None, "千亿以上"),
        ("左右", "5", "家", "5家左右"),
        ("以内", "3", "万平方米", "3万平方米以内"),
        (None, "5", "家", "5家"),
    ],
)
def test_a_chinese_comparator_stands_where_it_is_printed(
    zh: Edition, word: str | None, value: str, unit: str | None, text: str
) -> None:
    assert as_read(view(zh, "revenue", comparator_word=word, printed=printed(value, unit))) == text


@pytest.mark.parametrize(
    ("comparator", "word", "text"),
    [
        ("gt", "超过", "more than"),
        ("gt", "余", "more than"),
        ("ge", "达到", "at least"),
        ("ge", "以上", "at least"),
        ("eq", None, ""),
        ("approx", "左右", "about"),
        ("range", None, ""),
        ("lt", "低于", "less than"),
        ("le", "以内", "at most"),
    ],
)
def test_an_english_comparator_stands_before_the_number(
    en: Edition, comparator: str, word: str | None, text: str
) -> None:
    shown = view(en, "revenue", comparator=comparator, comparator_word=word)
    assert (shown.comparator, shown.inside, shown.behind) == (text, "", "")


def test_a_number_is_as_printed_in_chinese_and_exact_in_english(zh: Edition, en: Edition) -> None:
    assert view(zh, "revenue").amount == Amount("", "30", "亿元")
    assert view(zh, "revenue").full == "3,000,000,000元"
    assert view(en, "revenue").amount == Amount("RMB", "3", "billion")
    assert view(en, "revenue").full == "RMB 3,000,000,000"
    assert view(en, "revenue").printed == "30亿元"


def test_full_digits_are_left_out_where_they_would_read_the_same(en: Edition) -> None:
    shown = view(en, "idle-space")
    assert shown.amount is not None
    assert (shown.amount.text, shown.full) == ("30,000 m²", "")


def test_a_range_keeps_both_ends(zh: Edition, en: Edition) -> None:
    assert view(zh, "incubators").amount == Amount("", "1–2", "家")
    assert view(en, "incubators").amount == Amount("", "1–2", "")


def test_a_lone_one_in_chinese_is_shown_as_a_digit_with_its_printed_word_beside_it(zh: Edition, en: Edition) -> None:
    lone = {"value": 1, "comparator": "eq", "comparator_word": None, "printed": printed("一", None)}
    shown = view(zh, "listed-companies", **lone)
    assert shown.amount == Amount("", "1", "")
    assert shown.full == "1个（原文印作“一”）"
    assert (view(en, "listed-companies", **lone).amount, view(en, "listed-companies", **lone).printed) == (
        Amount("", "1", ""),
        "“一”",
    )
    assert view(zh, "listed-companies", **lone | {"printed": printed("一", "家")}).amount == Amount("", "一", "家")


def test_a_ratio_does_not_leave_open_what_it_counts(edition: Edition) -> None:
    assert view(edition, "invention-patents", measure="unspecified").measure == edition.t("measure.ratio")
    assert view(edition, "revenue").measure == edition.t("measure.unspecified")


def test_words_have_no_amount(edition: Edition) -> None:
    shown = view(edition, "park-tax")
    assert (shown.amount, shown.full, shown.printed, shown.unit_inferred) == (None, "", "", "")
    assert shown.quote == "园区税收 与甲市同步"


def test_only_what_is_striven_for_is_marked(zh: Edition, en: Edition) -> None:
    assert (view(zh, "revenue").striving, view(zh, "revenue").commitment_word) == ("力争", "力争")
    assert (view(en, "revenue").striving, view(en, "revenue").commitment_word) == ("strive for", "力争")
    for edition in (zh, en):
        marked = [t.record.id for t in edition.corpus.targets if figures.target(edition, t).striving]
        assert marked == ["revenue", "unicorns"]
        assert view(edition, "incubators").commitment == edition.t("commitment.firm")


@pytest.mark.parametrize("id_", ["revenue", "energy-intensity", "high-tech-enterprises"])
def test_an_inferred_unit_is_said(edition: Edition, id_: str) -> None:
    shown = view(edition, id_, unit_inferred=True)
    assert shown.unit_inferred
    assert not view(edition, id_).unit_inferred


def test_an_inferred_unit_is_named(zh: Edition, en: Edition) -> None:
    assert "元" in view(zh, "revenue", unit_inferred=True).unit_inferred
    assert "RMB" in view(en, "revenue", unit_inferred=True).unit_inferred


def test_an_anomaly_is_linked(edition: Edition) -> None:
    [link] = view(edition, "listed-companies-task").anomalies
    assert link.to == f"{edition.language}/plans/jia-2025/#anomaly-cloud-valley-undefined"
    assert link.text == edition.t("anomaly.kind.undefined-term")
    assert view(edition, "listed-companies").anomalies == ()


def test_the_baseline_is_linked_with_its_figure_and_year(zh: Edition, en: Edition) -> None:
    for edition, text in ((zh, "100家 2024年"), (en, "100 2024")):
        link = view(edition, "high-tech-enterprises").baseline
        assert link is not None
        assert link.text == text
        assert link.to == edition.to.inside("fact", "jia-2025", "high-tech-enterprises-2024")


def test_a_restatement_leads_to_what_it_restates(edition: Edition) -> None:
    link = view(edition, "listed-companies-task").repeat_of
    assert link is not None
    assert link.to == edition.to.inside("target", "jia-2025", "listed-companies")
    assert view(edition, "listed-companies").repeat_of is None


def test_a_target_has_a_horizon_and_a_fact_a_year(zh: Edition, en: Edition) -> None:
    assert view(en, "revenue").horizon == "by 2026"
    assert "2026" in view(zh, "revenue").horizon
    assert view(zh, "revenue", year=None).horizon == ""
    [fact] = en.corpus.plans["jia-2025"].facts
    shown = figures.fact(en, fact)
    assert (shown.horizon, shown.commitment, shown.measure, shown.striving) == ("2024", "", "", "")
    assert shown.anchor == "fact-high-tech-enterprises-2024"


def test_every_figure_leads_to_its_record_its_provision_and_its_metric(edition: Edition) -> None:
    for target in edition.corpus.targets:
        shown = figures.target(edition, target)
        assert shown.itself.to == edition.to.inside("target", target.plan.id, target.record.id)
        assert shown.itself.to.endswith(f"#{shown.anchor}")
        assert shown.provision.to == edition.to.text(target.plan.id, target.record.provision)
        assert shown.metric is not None
        assert shown.metric.to == edition.to.metric(target.record.metric)


def test_a_figure_keeps_its_words_in_both_languages(zh: Edition, en: Edition) -> None:
    for edition in (zh, en):
        shown = view(edition, "revenue")
        assert shown.quote == "园区总营收力争达到30亿元"
        assert shown.quote_en == "total revenue of the park is to reach RMB 3 billion, which the park strives for"
        assert view(edition, "idle-space").quote_en == ""


def test_scope_and_denominator_are_in_the_language_of_the_page(zh: Edition, en: Edition) -> None:
    assert view(zh, "invention-patents").denominator == "每万人"
    assert view(en, "invention-patents").denominator == "every 10,000 people"
    assert view(en, "revenue").scope == ""
    assert view(en, "energy-intensity").notes == (
        "The table does not say so; the indicator is read as a yearly one by its nature.",
    )


def test_nothing_an_english_reader_sees_of_a_figure_is_chinese_but_what_is_quoted(en: Edition) -> None:
    for target in en.corpus.targets:
        shown = figures.target(en, target)
        seen = " ".join((shown.label, shown.comparator, shown.amount.text if shown.amount else "", shown.horizon))
        assert seen.replace("–", "").replace("²", "").isascii()
