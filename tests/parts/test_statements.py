from __future__ import annotations

from dataclasses import replace

from generator.corpus.plan_entry import InPlan
from generator.edition.edition import Edition
from generator.parts.statements import grouped, statements
from generator.records.common import Bilingual
from generator.records.target import Target


def test_targets_of_one_plan_are_not_set_against_each_other(zh: Edition) -> None:
    both = list(zh.corpus.targets_by_metric["listed-companies"])
    assert len(both) == 2
    assert statements(zh, both) == ()


def test_the_gravest_statements_come_first_and_a_row_of_both_kinds_says_so(zh: Edition) -> None:
    jia, yi = zh.corpus.targets_by_metric["high-tech-enterprises"]

    def like(of: InPlan[Target], **fields: object) -> InPlan[Target]:
        return replace(of, record=of.record.model_copy(update=fields))

    told = statements(zh, [jia, like(yi, measure="stock", year=2026), yi, like(yi, measure="stock")])
    assert [s.verdict for s in told] == ["not-comparable", "caveat", "comparable"]


def test_figures_that_compare_alike_are_told_of_together(zh: Edition) -> None:
    jia, yi = zh.corpus.targets_by_metric["high-tech-enterprises"]

    def park(n: int, year: int) -> InPlan[Target]:
        own = zh.corpus.parks["jia"].model_copy(update={"id": f"park-{n}"})
        entry = replace(jia.entry, plan=jia.plan.model_copy(update={"id": f"plan-{n}"}), park=own)
        return replace(jia, record=jia.record.model_copy(update={"year": year}), entry=entry)

    many = [park(n, 2026 if n % 2 else 2027) for n in range(40)]
    apart, *among = statements(zh, [*many, yi])[1:]
    assert len(statements(zh, [*many, yi])) == 5  # two years with each other and with yi, each among themselves
    assert [s.verdict for s in among] == ["caveat", "comparable", "comparable"]
    assert {len(s.a) for s in (apart, *among)} == {20}
    assert [len(s.b) for s in among] == [20, 0, 0]


def test_pairs_of_which_the_same_is_said_are_told_together(en: Edition) -> None:
    jia, yi = en.corpus.targets_by_metric["high-tech-enterprises"]

    def of(whole: InPlan[Target], scope: str) -> InPlan[Target]:
        words = Bilingual(zh=scope, en=scope)
        return replace(whole, record=whole.record.model_copy(update={"scope": words, "measure": "stock", "year": 2026}))

    targets = [of(jia, "labs"), of(jia, "centres"), of(jia, "halls"), of(yi, "sites"), of(yi, "yards")]
    assert len(statements(en, targets)) == 6
    [told] = grouped(en, targets)
    assert (told.verdict, len(told.a), len(told.b)) == ("not-comparable", 3, 2)
    assert all(told.reasons[0].count(scope) == 1 for scope in ("labs", "centres", "halls", "sites", "yards"))
