from __future__ import annotations

from generator.edition.edition import Edition
from generator.records.kinds import KINDS, inside_plan


def test_a_record_is_known_by_its_kind_its_plan_and_its_id(en: Edition) -> None:
    [anomaly, *_] = en.corpus.plans["jia-2025"].anomalies
    assert anomaly.id == f"jia-2025/{anomaly.record.id}"
    assert anomaly.ref == f"anomaly/jia-2025/{anomaly.record.id}"


def test_each_record_of_a_plan_stands_under_its_kind_with_its_line(en: Edition) -> None:
    entry = en.corpus.plans["jia-2025"]
    path = entry.files.filed.document.path
    for kind in inside_plan():
        found = entry.records[kind.name]
        assert [of.record for of in found] == list(getattr(entry.plan, kind.plural))
        assert {of.kind for of in found} <= {kind.name}
        assert all(of.source_line.startswith(f"{path}:") for of in found)
    assert len({of.source_line for kind in KINDS for of in entry.records.get(kind, ())}) > 1
