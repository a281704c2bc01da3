from __future__ import annotations

from generator.edition.edition import Edition
from generator.parts import plan_records
from generator.records.kinds import KINDS


def test_an_anomaly_leads_to_what_it_touches(edition: Edition) -> None:
    [of] = edition.corpus.plans["jia-2025"].anomalies
    shown = plan_records.anomaly(edition, of)
    assert [link.to for link in shown.targets] == [edition.to.inside("target", "jia-2025", "listed-companies-task")]
    assert (shown.printed, shown.proposed, shown.kind) == ("云谷", "", edition.t("anomaly.kind.undefined-term"))
    assert shown.anchor == "anomaly-cloud-valley-undefined"


def test_a_record_is_shown_by_its_title_in_both_languages_with_its_text(zh: Edition, en: Edition) -> None:
    for edition, title, other in ((zh, "牵头推进", "Lead the work"), (en, "Lead the work", "牵头推进")):
        [of] = edition.corpus.plans["yi-2021"].measures
        shown = plan_records.record(edition, KINDS["measure"], of)
        assert (shown.anchor, shown.title, shown.title_other) == ("measure-leadership", title, other)
        assert shown.summary == edition.say(of.record.summary)
        assert shown.provision.to == edition.to.text("yi-2021", "1/2")
