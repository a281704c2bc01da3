from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from generator.corpus.plan_entry import InPlan
from generator.edition.edition import Edition
from generator.exports.search.findable import all_findable
from generator.exports.social_cards.content import cards
from generator.parts import figures
from generator.parts.figures import FigureView
from generator.records.common import Bilingual, Printed
from generator.records.target import Target
from generator.site import pages as all_pages
from tests.paths import MINI, YI_NEW
from tests.sites import edition_of
from tests.small import Repository


def of(edition: Edition, id_: str, **fields: Any) -> InPlan[Target]:
    """Return a target of the corpus, changed as told."""
    found = next(t for t in edition.corpus.targets if f"{t.plan.id}/{t.record.id}" == f"jia-2025/{id_}")
    return replace(found, record=found.record.model_copy(update=fields))


def view(edition: Edition, id_: str, **fields: Any) -> FigureView:
    return figures.view(edition, of(edition, id_, **fields))


def as_read(f: FigureView) -> str:
    """Return a figure as the template sets it."""
    amount, hedge = f.quantity.amount, f.hedge
    assert amount is not None
    return f"{hedge.before}{amount.before}{amount.number}{hedge.inside}{amount.after}{hedge.behind}"


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
    assert as_read(view(zh, "revenue", comparator_word=word, printed=Printed(value=value, unit=unit))) == text


@pytest.mark.parametrize(
    ("comparator", "word", "text"),
    [
        ("gt", "超过", "more than"),
        ("gt", "余", "more than"),
        ("ge", "达到", "at least"),
        ("ge", "以上", "at least"),
        ("eq", None, ""),
        ("approx", "左右", "about"),
        ("approx", "近", "nearly"),
        ("range", None, ""),
        ("lt", "低于", "less than"),
        ("le", "以内", "at most"),
    ],
)
def test_an_english_comparator_stands_before_the_number(
    en: Edition, comparator: str, word: str | None, text: str
) -> None:
    shown = view(en, "revenue", comparator=comparator, comparator_word=word)
    assert (shown.hedge.before, shown.hedge.inside, shown.hedge.behind) == (text, "", "")


def test_a_ratio_does_not_leave_open_what_it_counts(edition: Edition) -> None:
    assert view(edition, "invention-patents", measure="unspecified").basis.measure == edition.t("measure.ratio")
    assert view(edition, "revenue").basis.measure == edition.t("measure.unspecified")


def test_words_have_no_amount(edition: Edition) -> None:
    shown = view(edition, "park-tax")
    assert (shown.quantity.amount, shown.quantity.full, shown.quantity.printed, shown.doubts.unit_inferred) == (
        None,
        "",
        "",
        "",
    )
    assert shown.evidence.quote == "园区税收 与甲市同步"


def test_only_what_is_striven_for_is_marked(zh: Edition, en: Edition) -> None:
    assert (view(zh, "revenue").hedge.striving, view(zh, "revenue").hedge.commitment) == ("力争", "力争")
    assert (view(en, "revenue").hedge.striving, view(en, "revenue").hedge.commitment_word) == ("strive for", "力争")
    for edition in (zh, en):
        marked = [t.ref for t in edition.corpus.targets if figures.view(edition, t).hedge.striving]
        assert marked == [
            f"target/{target}" for target in ("jia-2025/revenue", "yi-2025/unicorns", "zone-2026/incubators")
        ]
        assert view(edition, "incubators").hedge.commitment == edition.t("commitment.firm")


def test_in_chinese_the_word_of_striving_is_the_printed_one(zh: Edition, en: Edition) -> None:
    strives = {"commitment": "aspirational", "commitment_word": "努力"}
    hedge = view(zh, "revenue", **strives).hedge
    assert (hedge.striving, hedge.commitment, hedge.commitment_word) == ("努力", "努力", "")
    hedge = view(en, "revenue", **strives).hedge
    assert (hedge.striving, hedge.commitment_word) == ("strive for", "努力")


def test_what_can_be_read_either_way_is_neither_striven_for_nor_firm(edition: Edition) -> None:
    hedge = view(edition, "incubators", commitment_open=Bilingual(zh="可作两解", en="either way")).hedge
    assert (hedge.striving, hedge.open) == ("", edition.t("commitment.open"))
    assert hedge.commitment == edition.t("commitment.either")


def test_both_sides_of_a_number_keep_what_compares_it_in_chinese(zh: Edition) -> None:
    printed = {"quote": "孵化器达到12家以上", "comparator_word": "达到", "printed": Printed(value="12", unit="家")}
    assert figures.spoken(zh, view(zh, "incubators", **printed)) == "达到12家以上"


def test_a_doubt_is_named_by_its_own_label(repository: Repository) -> None:
    label = (
        "    label: {zh: 疑漏“万”字, en: 10000 probably dropped}\n    weight: figure\n    printed: 储备产业用地40平方米"
    )
    repository.replace(YI_NEW, "    weight: figure\n    printed: 储备产业用地40平方米", label)
    for edition, words in (
        (edition_of(repository.root, "zh"), "疑漏“万”字"),
        (edition_of(repository.root, "en"), "10000 probably dropped"),
    ):
        [land] = [t for t in edition.corpus.targets if t.record.id == "reserve-land"]
        assert [mark.of.text for mark in figures.view(edition, land).doubts.marks] == [words]


@pytest.mark.parametrize("id_", ["revenue", "energy-intensity", "high-tech-enterprises"])
def test_an_inferred_unit_is_said(edition: Edition, id_: str) -> None:
    shown = view(edition, id_, unit_inferred=True)
    assert shown.doubts.unit_inferred
    assert not view(edition, id_).doubts.unit_inferred


def test_an_inferred_unit_is_named(zh: Edition, en: Edition) -> None:
    assert "元" in view(zh, "revenue", unit_inferred=True).doubts.unit_inferred
    assert "RMB" in view(en, "revenue", unit_inferred=True).doubts.unit_inferred


def test_what_cannot_change_a_figure_is_a_remark_with_its_reason(edition: Edition) -> None:
    doubts = view(edition, "listed-companies-task").doubts
    [remark] = doubts.remarks
    assert remark.of.to == f"{edition.language}/plans/jia-2025/#anomaly-new-listings-undefined"
    assert remark.of.text == edition.t("anomaly.kind.undefined-term")
    assert remark.reason in (
        "原文没有说明在哪些市场上市才算。",
        "The text does not say on which markets a listing counts.",
    )
    assert (doubts.marks, view(edition, "listed-companies").doubts.remarks) == ((), ())


def test_what_can_change_a_figure_marks_it(edition: Edition) -> None:
    of = next(t for t in edition.corpus.plans["yi-2025"].targets if t.record.id == "reserve-land")
    doubts = figures.view(edition, of).doubts
    assert [mark.of.to for mark in doubts.marks] == [
        f"{edition.language}/plans/yi-2025/#anomaly-reserve-land-missing-wan"
    ]
    assert doubts.remarks == ()


def test_the_baseline_is_linked_with_its_figure_and_year(zh: Edition, en: Edition) -> None:
    for edition, text in ((zh, "100家（2024年）"), (en, "100 (2024)")):
        link = view(edition, "high-tech-enterprises").baseline
        assert link is not None
        assert link.text == text
        assert link.to == edition.to.inside("fact", "jia-2025", "high-tech-enterprises-2024")


def test_a_baseline_keeps_what_hedges_it(zh: Edition, en: Edition) -> None:
    for edition, text in ((zh, "约4%（2024年）"), (en, "about 4% (2024)")):
        found = next(t for t in edition.corpus.targets if t.record.baseline == "rd-intensity-2024")
        link = figures.view(edition, found).baseline
        assert link
        assert link.text == text


def test_a_restatement_leads_to_what_it_restates(edition: Edition) -> None:
    link = view(edition, "listed-companies-task").repeat_of
    assert link is not None
    assert link.to == edition.to.inside("target", "jia-2025", "listed-companies")
    assert view(edition, "listed-companies").repeat_of is None


def test_a_target_has_a_horizon_and_a_fact_a_year(zh: Edition, en: Edition) -> None:
    assert view(en, "revenue").horizon.text == "by 2026"
    assert "2026" in view(zh, "revenue").horizon.text
    assert view(zh, "revenue", year=None).horizon.text == ""
    [fact] = en.corpus.plans["jia-2025"].facts
    shown = figures.view(en, fact)
    assert (shown.horizon.text, shown.hedge.commitment, shown.basis.measure, shown.hedge.striving) == (
        "2024",
        "",
        "",
        "",
    )
    assert shown.anchor == "fact-high-tech-enterprises-2024"


@pytest.mark.parametrize(("value", "said"), [("15家", "到2025年，15家"), ("达到15家", "到2025年达到15家")])
def test_a_year_and_a_bare_number_do_not_run_together(zh: Edition, en: Edition, value: str, said: str) -> None:
    assert figures.dated(zh, value, "到2025年") == said
    assert figures.dated(en, "15", "by 2025") == "15 by 2025"
    assert figures.dated(zh, value, "") == value


def test_that_the_years_of_a_plan_are_over_is_not_said_of_its_facts(repository: Repository) -> None:
    edition = replace(edition_of(repository.root, "en"), today=datetime.date(2028, 1, 1))
    [fact] = edition.corpus.plans["jia-2025"].facts
    target = edition.corpus.plans["jia-2025"].targets[0]
    assert figures.view(edition, fact).horizon.mark.text == ""
    assert figures.view(edition, target).horizon.mark.text


def test_every_figure_leads_to_its_record_its_provision_and_its_metric(edition: Edition) -> None:
    for target in edition.corpus.targets:
        shown = figures.view(edition, target)
        assert shown.itself.to == edition.to.inside("target", target.plan.id, target.record.id)
        assert shown.itself.to.endswith(f"#{shown.anchor}")
        assert shown.evidence.provision.to == edition.to.text(target.plan.id, target.record.provision)
        assert shown.metric is not None
        assert shown.metric.to == edition.to.metric(target.record.metric)


def test_a_figure_keeps_its_words_in_both_languages(zh: Edition, en: Edition) -> None:
    for edition in (zh, en):
        shown = view(edition, "revenue")
        assert shown.evidence.quote == "园区总营收力争达到30亿元"
        assert shown.evidence.quote_en == "strive for the park's total revenue to reach RMB 3 billion"
        assert view(edition, "idle-space").evidence.quote_en == ""


def test_scope_and_denominator_are_in_the_language_of_the_page(zh: Edition, en: Edition) -> None:
    assert view(zh, "invention-patents").basis.denominator == "每万人"
    assert view(en, "invention-patents").basis.denominator == "every 10,000 people"
    assert view(en, "revenue").basis.scope == ""
    assert view(en, "energy-intensity").doubts.notes == (
        "The table does not say so; the indicator is read as a yearly one by its nature.",
    )


def test_nothing_an_english_reader_sees_of_a_figure_is_chinese_but_what_is_quoted(en: Edition) -> None:
    for target in en.corpus.targets:
        shown = figures.view(en, target)
        seen = " ".join(
            (
                shown.label,
                shown.hedge.before,
                shown.quantity.amount.text if shown.quantity.amount else "",
                shown.horizon.text,
            )
        )
        assert seen.replace("–", "").replace("²", "").isascii()


def test_a_figure_is_made_once_for_all_that_show_it(monkeypatch: pytest.MonkeyPatch) -> None:
    made: Counter[str] = Counter()
    make = FigureView.__init__

    def counted(self: FigureView, *args: Any, **fields: Any) -> None:
        make(self, *args, **fields)
        made[self.itself.to] += 1

    monkeypatch.setattr(FigureView, "__init__", counted)
    edition = edition_of(MINI, "en")
    shown = [*(page.body for page in all_pages.pages(edition)), *all_findable(edition), *cards(edition)]
    entries = [each for entry in edition.corpus.plans.values() for each in (entry, *entry.earlier)]
    addresses = [edition.to.inside("target", e.plan.id, t.record.id) for e in entries for t in e.targets]
    addresses += [edition.to.inside("fact", e.plan.id, f.record.id) for e in entries for f in e.facts]
    assert shown
    assert made == dict.fromkeys(addresses, 1)


def test_each_edition_makes_its_own_figures(zh: Edition, en: Edition) -> None:
    for target in zh.corpus.targets:
        assert figures.view(zh, target) is figures.view(zh, target)
    assert view(zh, "revenue").label != view(en, "revenue").label
