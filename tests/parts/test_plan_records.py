from __future__ import annotations

from generator.edition.edition import Edition
from generator.parts import plan_records
from generator.records.kinds import KINDS


def test_an_anomaly_leads_to_what_it_touches(edition: Edition) -> None:
    of = next(a for a in edition.corpus.plans["jia-2025"].anomalies if a.record.id == "new-listings-undefined")
    shown = plan_records.anomaly(edition, of)
    assert [link.to for link in shown.targets] == [edition.to.inside("target", "jia-2025", "listed-companies-task")]
    assert (shown.printed, shown.proposed, shown.kind) == ("新增上市企业", "", edition.t("anomaly.kind.undefined-term"))
    assert shown.anchor == "anomaly-new-listings-undefined"


def test_what_can_change_a_figure_comes_first_and_a_group_without_entries_is_left_out(edition: Edition) -> None:
    both = [a for entry in edition.corpus.plans.values() for a in entry.anomalies]
    first, last = plan_records.by_weight(edition, both)
    assert [a.anchor for a in first.anomalies] == [
        "anomaly-reserve-land-missing-wan",
        "anomaly-testing-space-missing-metre",
    ]
    assert [a.anchor for a in last.anomalies] == ["anomaly-cloud-valley-undefined", "anomaly-new-listings-undefined"]
    assert all(a.marked for a in first.anomalies)
    assert not any(a.marked for a in last.anomalies)
    [only] = plan_records.by_weight(edition, edition.corpus.plans["jia-2025"].anomalies)
    assert only.title == edition.t("anomaly.group.note")


def test_a_record_is_shown_by_its_title_in_both_languages_with_its_text(zh: Edition, en: Edition) -> None:
    for edition, title, other in ((zh, "牵头推进", "Lead the work"), (en, "Lead the work", "牵头推进")):
        [of] = edition.corpus.plans["yi-2021"].measures
        shown = plan_records.record(edition, KINDS["measure"], of)
        assert (shown.anchor, shown.title, shown.title_other) == ("measure-leadership", title, other)
        assert shown.summary == edition.say(of.record.summary)
        assert shown.provision.to == edition.to.text("yi-2021", "1/2")
