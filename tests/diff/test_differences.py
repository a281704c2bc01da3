from __future__ import annotations

import pytest

from generator.analysis.translation import fingerprint
from generator.diff.differences import Change
from generator.records.loading import load
from tests.diff.conftest import REDIRECTS, History
from tests.paths import JIA, JIA_ENGLISH, JIA_TEXT

pytestmark = pytest.mark.builds

Edit = tuple[str, str, str]  # file, old words, new words
Told = dict[str, tuple[str, dict[str, tuple[str, str]]]]


def told(changes: list[Change], language: str = "zh") -> Told:
    """Return by reference what happened, and what is said before and after."""
    return {
        c.ref: (
            c.what,
            {f.key: (f.before.in_language(language), f.after.in_language(language)) for f in c.fields},
        )
        for c in changes
    }


CORRECTION: list[Edit] = [
    (JIA_TEXT, "高新技术企业超过120家", "高新技术企业超过130家"),
    ("content/jia-2025/source.txt", "高新技术企业超过120家", "高新技术企业超过130家"),
    (JIA_ENGLISH, "more than 120", "more than 130"),
    (JIA, "quote: 高新技术企业超过120家", "quote: 高新技术企业超过130家"),
    (JIA, "value: 120", "value: 130"),
    (JIA, 'value: "120"', 'value: "130"'),
]
METRICS, BODIES, TERMS, CHANGES = (f"structured/{name}.yaml" for name in ("metrics", "bodies", "terms", "changes"))
PARK = "structured/parks/jia.yaml"
TARGET = "target/jia-2025/high-tech-enterprises"


@pytest.mark.parametrize(
    ("edits", "ref", "zh", "en"),
    [
        pytest.param(
            [(JIA, 'value: "5", unit: 家}\n    measure: increment', 'value: "5", unit: 家}\n    measure: unspecified')]
            * 2,  # what restates it counts alike
            "target/jia-2025/listed-companies",
            {"measure": ("新增量", "未说明口径")},
            {"measure": ("Increase", "The text does not say")},
            id="measure",
        ),
        pytest.param(
            [(JIA, "en: High-tech enterprises}", "en: High-tech companies}")],
            TARGET,
            {"label": ("高新技术企业", "高新技术企业")},
            {"label": ("High-tech enterprises", "High-tech companies")},
            id="label in English",
        ),
        pytest.param(
            [(JIA, "    baseline: high-tech-enterprises-2024\n", "")],
            TARGET,
            {"baseline": ("100家（2024年）", "")},
            {"baseline": ("100 (2024)", "")},
            id="baseline",
        ),
        pytest.param(
            [(JIA, "    baseline: high", "    notes: [{zh: 含分园。, en: With branches.}]\n    baseline: high")],
            TARGET,
            {"notes": ("", "含分园。")},
            {"notes": ("", "With branches.")},
            id="notes",
        ),
        pytest.param(
            [(JIA, "metric: listed-companies\n", "metric: incubators\n")] * 2,
            "target/jia-2025/listed-companies",
            {"metric": ("上市企业", "孵化器")},
            {"metric": ("Listed companies", "Incubators")},
            id="metric",
        ),
        pytest.param(
            [(JIA, "theme: services", "theme: industries")],
            "task/jia-2025/2-1-2",
            {"theme": ("综合服务", "产业发展")},
            {"theme": ("Services", "Industry development")},
            id="theme of a task",
        ),
        pytest.param(
            [(JIA, "role: lead", "role: responsible")],
            "task/jia-2025/2-1-1",
            {"body": ("甲园管理局 (领导、牵头或统筹): 甲园管理局", "甲园管理局 (负责): 甲园管理局")},
            {
                "body": (
                    "Park A Administration (leads or coordinates): 甲园管理局",
                    "Park A Administration (responsible): 甲园管理局",
                )
            },
            id="role of a body",
        ),
        pytest.param(
            [(JIA, "summary: {zh: 建立协调机制。", "summary: {zh: 健全协调机制。")],
            "measure/jia-2025/organisation",
            {"summary": ("建立协调机制。", "健全协调机制。")},
            {"summary": ("Set up a coordination mechanism.", "Set up a coordination mechanism.")},
            id="measure",
        ),
        pytest.param(
            [(JIA, "proposed: null", "proposed: 甲谷")],
            "anomaly/jia-2025/cloud-valley-undefined",
            {"proposed": ("", "甲谷")},
            {"proposed": ("", "甲谷")},
            id="anomaly",
        ),
        pytest.param(
            [(JIA, "document_number: 甲府〔2025〕1号", "document_number: null")],
            "plan/jia-2025",
            {"number": ("甲府〔2025〕1号", "")},
            {"number": ("甲府〔2025〕1号", "")},
            id="document number",
        ),
        pytest.param(
            [(JIA, "status: draft", "status: reviewed")],
            "plan/jia-2025",
            {"translation": ("初稿，本项目，2025年6月1日", "已复核，本项目，2025年6月1日")},
            {"translation": ("draft, This project, 1 June 2025", "reviewed, This project, 1 June 2025")},
            id="state of the translation",
        ),
        pytest.param(
            [(JIA_ENGLISH, "Establish a coordination mechanism", "Set up a coordination mechanism")],
            "provision/jia-2025/3/1",
            {"en": ("First, strengthen organisation and leadership. Establish a coordination mechanism.",
                    "First, strengthen organisation and leadership. Set up a coordination mechanism.")},
            {"en": ("First, strengthen organisation and leadership. Establish a coordination mechanism.",
                    "First, strengthen organisation and leadership. Set up a coordination mechanism.")},
            id="English of a passage",
        ),
        pytest.param(
            [(PARK, "profile: {zh: 甲园发展云计算产业。", "profile: {zh: 甲园发展云产业。")],
            "park/jia",
            {"profile": ("甲园发展云计算产业。", "甲园发展云产业。")},
            {"profile": ("Park A develops cloud computing.", "Park A develops cloud computing.")},
            id="park",
        ),
        pytest.param(
            [(METRICS, "name: {zh: 孵化器, en: Incubators}", "name: {zh: 孵化载体, en: Incubators}")],
            "metric/incubators",
            {"name": ("孵化器", "孵化载体")},
            {"name": ("Incubators", "Incubators")},
            id="name of a metric, and of nothing else",
        ),
        pytest.param(
            [(BODIES, "en: Park A Administration", "en: Administration of Park A")],
            "body/jia-administration",
            {"name": ("甲园管理局", "甲园管理局")},
            {"name": ("Park A Administration", "Administration of Park A")},
            id="name of a body, and of nothing else",
        ),
        pytest.param(
            [("structured/units.yaml", 'name: {zh: "%", en: "%"}', 'name: {zh: "%", en: per cent}')],
            "unit/percent",
            {"name": ("%", "%")},
            {"name": ("%", "per cent")},
            id="name of a unit, and of no figure",
        ),
    ],
)  # fmt: skip
def test_a_change_is_told_as_the_reader_sees_it(
    history: History, edits: list[Edit], ref: str, zh: dict[str, tuple[str, str]], en: dict[str, tuple[str, str]]
) -> None:
    for edit in edits:
        history.replace(*edit)
    changes = history.changes()
    assert told(changes)[ref] == ("changed", zh)
    assert told(changes, "en")[ref] == ("changed", en)
    # What is said of a result follows its target, and what restates a target says the same.
    assert [c.ref for c in changes if c.kind != "result" and c.ref != f"{ref}-task"] == [ref]


def test_a_corrected_figure_with_its_words(history: History) -> None:
    for edit in CORRECTION:
        history.replace(*edit)
    zh, en = (told(history.changes(), language) for language in ("zh", "en"))
    assert [ref for ref in zh if not ref.startswith("result/")] == [TARGET, "provision/jia-2025/1/2"]
    assert zh["result/jia-2025/high-tech-enterprises-2026"][1]["outcome"] == ("已达到", "未达到")
    assert zh[TARGET] == (
        "changed",
        {
            "figure": ("超过120家", "超过130家"),
            "printed": ("120家", "130家"),
            "quote": ("高新技术企业超过120家", "高新技术企业超过130家"),
        },
    )
    assert en[TARGET][1]["figure"] == ("more than 120", "more than 130")
    assert zh["provision/jia-2025/1/2"][1].keys() == {"zh", "en", "state"}
    assert zh["provision/jia-2025/1/2"][1]["state"] == ("", "中文已有改动，此段英文尚未更新")
    history.commit()
    history.git("tag", "-f", "start")
    lock = "content/jia-2025/en.lock.yaml"
    line = next(line for line in history.read(lock).splitlines() if line.startswith('"1/2"'))
    records = load(history.layout)
    [present] = [p for p in records.plans[0].text.provisions if p.id == "1/2"]
    history.replace(lock, line, f'"1/2": "{fingerprint(present)}"')
    assert told(history.changes()) == {
        "provision/jia-2025/1/2": ("changed", {"state": ("中文已有改动，此段英文尚未更新", "")})
    }


def test_a_target_that_becomes_one_to_strive_for(history: History) -> None:
    for path in (JIA_TEXT, "content/jia-2025/source.txt"):
        history.replace(path, "高新技术企业超过120家", "高新技术企业力争超过120家")
    history.replace(JIA_ENGLISH, "more than 120", "strive for more than 120")
    history.replace(JIA, "quote: 高新技术企业超过120家", "quote: 高新技术企业力争超过120家")
    history.replace(
        JIA, "commitment: firm\n    baseline", "commitment: aspirational\n    commitment_word: 力争\n    baseline"
    )
    assert told(history.changes(), "en")[TARGET][1] | {"quote": ("", "")} == {
        "figure": ("more than 120", "strive for more than 120"),
        "commitment": ("Firm", "Aspirational (“strive to”) (力争)"),
        "quote": ("", ""),
    }


def test_a_doubtful_passage_is_opened_and_closed(history: History) -> None:
    history.delete(JIA, "anomalies:", "exclusions:")
    refs = ["anomaly/jia-2025/cloud-valley-undefined", "anomaly/jia-2025/new-listings-undefined"]
    assert [(change.what, change.ref) for change in history.changes()] == [("removed", ref) for ref in refs]
    closed = history.commit()
    [change, _] = history.report(f"{closed}..start").changes
    assert change.what == "added"
    fields = {f.key: f.after.en for f in change.fields}
    assert fields["reason"] == "The text does not say what Cloud Valley covers."
    assert fields["weight"] == "note on the text"


def test_a_comparison_that_comes_out_otherwise(history: History) -> None:
    figure = 'printed: {value: "120", unit: 家}\n    measure: '
    history.replace(JIA, f"{figure}stock", f"{figure}unspecified")
    changes = told(history.changes(), "en")
    assert changes[f"comparison/high-tech-enterprises/{TARGET.split('/', 1)[1]}/yi-2021/high-tech-enterprises"][1][
        "verdict"
    ] == ("Not comparable", "Comparable with a caveat")


def test_a_comparison_that_begins_or_ends_is_told_by_its_target(history: History) -> None:
    history.replace(JIA, "metric: high-tech-enterprises", "metric: listed-companies")
    assert [c.ref for c in history.changes()] == [TARGET]


def test_a_redirect_that_comes_changes_or_goes_is_told(history: History) -> None:
    there_before = history.read(REDIRECTS)

    def told(*lines: str) -> list[tuple[str, str, list[tuple[str, str, str]]]]:
        history.write(REDIRECTS, there_before + "".join(f"- {{{line}, date: 2025-07-01}}\n" for line in lines))
        return [
            (c.ref, c.what, [(f.name.en, f.before.en, f.after.en) for f in c.fields if f.key == "to"])
            for c in history.changes()
        ]

    one, ref = "from: metric/income, to: metric/park-revenue", "redirect/metric/income"
    there = "Total park revenue (metric/park-revenue)"
    assert told(one) == [(ref, "added", [("Leads to", "", there)])]
    history.commit()
    history.git("tag", "-f", "start")
    assert told(one) == []
    assert told(one.replace("metric/park-revenue", "page/compare")) == [
        (ref, "changed", [("Leads to", there, "Compare (page/compare)")])
    ]
    assert told() == [(ref, "removed", [("Leads to", there, "")])]
