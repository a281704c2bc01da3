"""Targets of parks, made to be compared."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from generator.analysis import comparability
from generator.analysis.comparability import Comparison, Side
from generator.records.common import Bilingual
from generator.records.target import Target

REVENUE = Bilingual(zh="占营业收入", en="of operating revenue")
GDP = Bilingual(zh="相当于地区生产总值", en="of gross domestic product")
HIGH_QUALITY = Bilingual(zh="高质量孵化器", en="high-quality incubators")
HIGH_LEVEL = Bilingual(zh="高水平孵化器", en="high-level incubators")
WHICH = Bilingual(zh="统计哪些企业", en="which companies are counted")
MEASURES = ("stock", "annual", "increment", "cumulative", "unspecified")


def target(**fields: Any) -> Target:
    """Return a target of 600 applications a year by 2026, but for the fields given."""
    return Target(
        **{
            "id": "a",
            "metric": "pct-applications",
            "label": Bilingual(zh="PCT专利申请量", en="PCT patent applications"),
            "provision": "1/1",
            "quote": "当年PCT专利申请量达到600件",
            "comparator": "ge",
            "comparator_word": "达到",
            "value": 600,
            "unit": "count",
            "measure": "annual",
            "year": 2026,
            "commitment": "firm",
            **fields,
        }
    )


def words(label: str = "PCT") -> Target:
    """Return a target stated in words only."""
    return target(comparator="qualitative", comparator_word=label, value=None, unit=None, measure="unspecified")


def compare(a: Target, b: Target, kinds: tuple[str, ...] = ()) -> Comparison:
    """Compare targets of two parks, whose plans state them once."""
    return comparability.compare(Side("jia-2025", "jia", a), Side("yi-2021", "yi", b), kinds)


targets = st.builds(
    target,
    comparator=st.sampled_from(["ge", "gt", "eq", "qualitative"]),
    unit=st.sampled_from(["count", "percent", None]),
    unit_inferred=st.booleans(),
    denominator=st.sampled_from([None, REVENUE, GDP]),
    scope=st.sampled_from([None, HIGH_QUALITY, HIGH_LEVEL]),
    measure=st.sampled_from(MEASURES),
    year=st.sampled_from([2025, 2026, None]),
    commitment=st.sampled_from(["firm", "aspirational"]),
    left_open=st.sampled_from([None, WHICH]),
    commitment_open=st.sampled_from([None, WHICH]),
)
