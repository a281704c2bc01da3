"""Which row of the published data each kind has, as the data contract has fixed them."""

from __future__ import annotations

from collections.abc import Mapping

from generator.corpus.plan_rows import (
    AnomalyRow,
    ExclusionRow,
    FactRow,
    MeasureRow,
    MilestoneRow,
    PlanRow,
    ProvisionRow,
    ResultRow,
    StatementRow,
    TargetRow,
    TaskRow,
    WordingRow,
)
from generator.corpus.row_parts import Row
from generator.corpus.shared_rows import (
    ChangeRow,
    CitedTargetRow,
    ComparisonRow,
    MemberRow,
    MetricRow,
    ParkRow,
    RedirectRow,
    ReportRow,
    StandingRow,
    TermRow,
)
from generator.records.kinds import (
    ANOMALY,
    CHANGE,
    CITED_TARGET,
    COMPARISON,
    EXCLUSION,
    FACT,
    MEASURE,
    MEMBER,
    METRIC,
    MILESTONE,
    PARK,
    PLAN,
    PROVISION,
    REDIRECT,
    REPORT,
    RESULT,
    STANDING,
    STATEMENT,
    TARGET,
    TASK,
    TERM,
    WORDING,
)

CONTRACT = "1.6"  # of what is promised about the published data; docs/data-contract.md says what may change when

# The rows that the data contract has fixed, by kind. A field of a record that none of them has is published
# behind the others, and so is a kind that has no row here.
FIXED: Mapping[str, type[Row]] = {
    PARK: ParkRow,
    PLAN: PlanRow,
    PROVISION: ProvisionRow,
    WORDING: WordingRow,
    TARGET: TargetRow,
    TASK: TaskRow,
    MEASURE: MeasureRow,
    METRIC: MetricRow,
    TERM: TermRow,
    ANOMALY: AnomalyRow,
    FACT: FactRow,
    EXCLUSION: ExclusionRow,
    MEMBER: MemberRow,
    RESULT: ResultRow,
    MILESTONE: MilestoneRow,
    REPORT: ReportRow,
    CITED_TARGET: CitedTargetRow,
    COMPARISON: ComparisonRow,
    STATEMENT: StatementRow,
    CHANGE: ChangeRow,
    STANDING: StandingRow,
    REDIRECT: RedirectRow,
}
