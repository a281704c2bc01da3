"""A draft as an editor meets it: what `check` says of it, and how it reads."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

from generator.extract.drafting.draft import draft
from generator.extract.structure.metadata import Metadata, Read
from generator.findings.finding import UNDECIDED, Finding
from generator.records.common import TODO
from generator.records.filed import Filed, PlanFiles
from generator.records.plan import Plan
from generator.records.reading import read
from generator.rules.run import findings as checked
from generator.source import yaml_source
from generator.source.text_source import Text
from tests.cases import few, load_yaml
from tests.extract.test_invented_texts import NAMES, text
from tests.extract.test_invented_texts import source as invented
from tests.extract.vocabulary import records
from tests.fixtures import ReadText
from tests.paths import MINI
from tests.told import said
from tools.extraction_figures import metadata

PLANS = [p.plan.id for p in records().plans]
EACH = pytest.mark.parametrize("plan", PLANS)


@cache
def source(plan: str) -> str:
    files = next(p for p in records().plans if p.plan.id == plan)
    return draft(files.text, metadata(files.plan, records()), files.plan.park or TODO, plan, records())


def findings(name: str, yaml_text: str, chinese: Text) -> list[Finding]:
    """Return what the rules say of a draft."""
    path = f"structured/plans/{name}.yaml"
    document = yaml_source.parse(yaml_text, path)
    capture = "".join((p.number or "") + ("".join(p.cells) or p.words) for p in chinese.provisions)
    files = PlanFiles(Filed(read(Plan, document), document), chinese, None, None, None, capture, ())
    alone = replace(records(), plans=(files,))
    return sorted(f for f in checked(alone) if f.path in (path, chinese.path) and f.code != UNDECIDED)


@EACH
def test_check_finds_nothing_but_what_is_marked(plan: str) -> None:
    chinese = next(p.text for p in records().plans if p.plan.id == plan)
    found = findings(plan, source(plan), chinese)
    written = re.sub(r"#.*", "", source(plan))
    asked = source(plan).count("a target, a fact or an exclusion")
    assert {f.code for f in found} <= {"W001", "C001"}
    assert sum(f.code == "C001" for f in found) == asked
    assert sum(f.code == "W001" for f in found) == written.count("TODO")


@pytest.mark.parametrize("name", few(NAMES, 10))
def test_check_finds_nothing_but_what_is_marked_in_a_text_of_another_city(name: str) -> None:
    found = findings(name, invented(name), text(name))
    assert [said(f) for f in found if f.code != "W001"] == ["park must name an entry of structured/parks/: 'nowhere'"]


@EACH
def test_the_plan_s_own_file_is_not_looked_at(plan: str) -> None:
    files = next(p for p in records().plans if p.plan.id == plan)
    others = replace(records(), plans=tuple(p for p in records().plans if p.plan.id != plan))
    assert draft(files.text, metadata(files.plan, records()), files.plan.park or TODO, plan, others) == source(plan)


@EACH
def test_keys_stand_in_the_order_of_the_other_files(plan: str) -> None:
    curated = load_yaml((MINI / f"structured/plans/{plan}.yaml").read_text(encoding="utf-8"))
    drafted = load_yaml(source(plan))
    assert follows(list(drafted), list(curated))
    for kind in ("targets", "tasks", "measures"):
        orders = [list(entry) for entry in curated.get(kind, [])]
        for entry in drafted[kind] if orders else ():  # a curated plan may have none
            assert any(follows(list(entry), order) for order in orders), list(entry)


def follows(keys: list[str], order: list[str]) -> bool:
    """Say whether the keys that both have stand in the same order."""
    shared = [key for key in order if key in keys]
    return shared == [key for key in keys if key in order]


@EACH
def test_english_that_stands_elsewhere_in_the_repository_is_used(plan: str) -> None:
    drafted = load_yaml(source(plan))
    others = [p.plan for p in records().plans if p.plan.id != plan]
    known = {parent.title.zh: parent.title.en for other in others for parent in other.parents}
    for parent in drafted["parents"]:
        if parent["title"]["zh"] in known:
            assert parent["title"]["en"] == known[parent["title"]["zh"]]


def test_what_is_unsure_says_why() -> None:
    reasons = [reason for name in NAMES for reason in re.findall(r"# unsure: (.*)", invented(name))]
    assert any(re.fullmatch(r"\S+ stands one clause before; does it reach here\?", reason) for reason in reasons)
    assert all(len(reason) > 10 for reason in reasons)


def test_ids_of_figures_are_unique() -> None:
    for plan in PLANS:
        drafted = load_yaml(source(plan))
        ids = [figure["id"] for figure in (*drafted["targets"], *drafted["facts"]) if figure["id"] != "TODO"]
        assert len(ids) == len(set(ids))


def test_a_body_that_no_entry_names_can_be_pasted_into_the_vocabulary() -> None:
    lines = [line[2:] for line in invented("who-is-responsible").splitlines() if line.startswith("# - {id: TODO")]
    entries = load_yaml("\n".join(lines))
    assert {"id": "TODO", "name": {"zh": "县财政局", "en": "TODO"}, "names": ["县财政局"]} in entries


def test_rows_that_a_name_spans_are_all_called_by_it(read_text_of: ReadText) -> None:
    rows = "| 企业 | 3家 | 5家 |\n|  | 4家 | 6家 |\n"
    chinese = read_text_of(f"# 某园方案\n\n## 一、主要目标\n\n| 指标 | 2024年 | 2027年 |\n| --- | --- | --- |\n{rows}")
    made = load_yaml(draft(chinese, Metadata(), "nowhere", "any-plan", records()))
    assert [(t["label"]["zh"], t["value"]) for t in made["targets"]] == [("企业", 5), ("企业", 6)]


def test_a_row_that_nothing_names_is_left_to_an_editor(read_text_of: ReadText) -> None:
    rows = "|  | 3家 | 5家 |\n"
    chinese = read_text_of(f"# 某园方案\n\n## 一、主要目标\n\n| 指标 | 2024年 | 2027年 |\n| --- | --- | --- |\n{rows}")
    made = load_yaml(draft(chinese, Metadata(), "nowhere", "any-plan", records()))
    assert [t["label"]["zh"] for t in made["targets"]] == [TODO]


def test_a_hedge_behind_the_first_clause_of_a_promise_is_doubtful(read_text_of: ReadText) -> None:
    goals = "到2027年，初步建成科创走廊，努力打造“大零号湾”策源功能区。\n\n到2027年，努力建成创新高地，形成良好生态。"
    made = draft(
        read_text_of(f"# 某园方案\n\n## 一、主要目标\n\n{goals}\n"), Metadata(), "nowhere", "any-plan", records()
    )
    assert made.count("# unsure: 努力 stands behind the first clause; is that one firm?") == 1
    assert "{text: 零, reason: name, provision: 1/1}" in made


def test_what_may_be_there_already_or_is_granted_is_doubtful(read_text_of: ReadText) -> None:
    tasks = "提升24项改革措施实效，优化调整可选择的12个补贴种类。每户家庭可补贴1件。新增平台3个。"
    made = draft(
        read_text_of(f"# 某园方案\n\n## 一、重点任务\n\n{tasks}\n"), Metadata(), "nowhere", "any-plan", records()
    )
    assert made.count("# unsure: does it count what is there already? then make it a fact or exclude it") == 2
    assert made.count("# unsure: a condition rather than a goal? then exclude it") == 1


@pytest.mark.parametrize(
    ("words", "doubt"),
    [
        ("到2027年，甲镇、乙镇等2个镇建成区面积50%以上达标。", "does it count what stands named before it?"),
        ("包含甲、乙等至少5个断面。", "is this promised? no word of the clause makes or reaches it"),
        ("对接面积覆盖应急场所6处的单位。", "is this promised? no word of the clause makes or reaches it"),
        ("新增30个以上项目，力争投产，盘活5家。", "力争 stands one clause before; does it reach here?"),
    ],
)
def test_what_may_be_no_goal_is_doubtful(read_text_of: ReadText, words: str, doubt: str) -> None:
    text = read_text_of(f"# 某园方案（2025-2027年）\n\n## 一、重点任务\n\n{words}\n")
    assert f"# unsure: {doubt}" in draft(text, Metadata(), "nowhere", "any-plan", records())


@pytest.mark.parametrize(
    "words",
    [
        "推进34条滨水廊道建设。",
        "选拔100名后备人才。",
        "新认定首台产品200项。",
        "设立50亿元的产业基金。",
        "90%以上的机构设立在企业。",
        "供应建设用地35万平方米以上。",
        "5年内培养人才30名。",
        "完成应急场所建设6处。",
    ],
)
def test_what_is_plainly_promised_is_not_doubtful(read_text_of: ReadText, words: str) -> None:
    made = draft(
        read_text_of(f"# 某园方案（2025-2027年）\n\n## 一、重点任务\n\n{words}\n"),
        Metadata(),
        "nowhere",
        "any-plan",
        records(),
    )
    targets = made.partition("\ntargets:")[2].partition("\n# ")[0]
    assert "value: " in targets
    assert "# unsure: " not in targets


def test_a_title_that_is_cut_at_a_space_ends_before_it(read_text_of: ReadText) -> None:
    lines = "\n\n".join(f"{n}.支持大平台{' 甲' * 30}。" for n in (1, 2))
    made = draft(
        read_text_of(f"# 某园方案（2025-2027年）\n\n## 一、重点任务\n\n{lines}\n"),
        Metadata(),
        "nowhere",
        "any-plan",
        records(),
    )
    assert made.count(f"zh: 支持大平台{' 甲' * 17}\n") == 2


def test_amounts_listed_alike_have_the_subjects_of_the_clause_before(read_text_of: ReadText) -> None:
    goals = "到2027年，氨氮（NH3-N）和氮氧化物排放量，分别较2025年削减3%、5%。"
    chinese = read_text_of(f"# 某园方案（2026-2027年）\n\n## 一、主要目标\n\n{goals}\n")
    made = load_yaml(draft(chinese, Metadata(), "nowhere", "any-plan", records()))
    assert [(t["label"]["zh"], t["value"]) for t in made["targets"] if t.get("value")] == [
        ("氨氮（NH3-N）削减", 3),
        ("氮氧化物排放量削减", 5),
    ]


def test_a_footnote_says_what_is_there(read_text_of: ReadText) -> None:
    note = "[1] 某园区：总面积约48.6平方公里。"
    made = draft(
        read_text_of(f"# 某园方案\n\n## 一、主要目标\n\n加快建设某园区[1]。\n\n---\n\n{note}\n"),
        Metadata(),
        "nowhere",
        "any-plan",
        records(),
    )
    data = load_yaml(made)
    assert [(fact["value"], fact["comparator"]) for fact in data["facts"]] == [(48.6, "approx")]
    assert {(e["text"], e["reason"]) for e in data["exclusions"]} >= {("[1]", "structure")}


def test_the_worth_of_a_unit_may_have_decimals(read_text_of: ReadText) -> None:
    square = next(unit for unit in records().units if unit.record.id == "m2")
    worth = square.record.model_copy(update={"printed": {**square.record.printed, "亩": 666.67}})
    mu = [replace(unit, record=worth) if unit is square else unit for unit in records().units]
    known = replace(records(), filed={**records().filed, "units": tuple(mu)})
    chinese = read_text_of("# 某园方案\n\n## 一、主要目标\n\n到2027年，新增绿地面积500亩。\n")
    target = load_yaml(draft(chinese, Metadata(), "nowhere", "any-plan", known))["targets"][0]
    assert (target["value"], target["unit"]) == (333335, "m2")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("某园三年行动计划（2025-2027年）", "three-year-plan"),
        ("某园行动方案", "action-plan"),
        ("关于某园的若干措施", "measures"),
    ],
)
def test_a_document_is_of_the_kind_that_its_title_says(read_text_of: ReadText, title: str, kind: str) -> None:
    kinds = records().filed["document_kinds"]
    more = [("three-year-plan", "三年行动计划"), ("measures", "若干措施")]
    added = [replace(kinds[0], record=kinds[0].record.model_copy(update={"id": i, "words": (w,)})) for i, w in more]
    known = replace(records(), filed={**records().filed, "document_kinds": (*kinds, *added)})
    titled = Metadata(title=Read(title, title, 1), kind=Read("action-plan", title, 1))
    chinese = read_text_of(f"# {title}\n\n## 一、主要目标\n\n加快建设。\n")
    assert load_yaml(draft(chinese, titled, "nowhere", "any-plan", known))["kind"] == kind


def named(made: str) -> list[str]:
    return re.findall(r"role: (\w+, words: [^}]+)}", made)


def test_a_closing_paragraph_is_a_measure_and_none_of_the_last_task_s(read_text_of: ReadText) -> None:
    closing = "本方案各项任务纳入年度考核，由市科委、江北区牵头建立工作机制。"
    body = f"## 二、重点任务\n\n### (一)提速\n\n推动审查。\n\n### (二)提质\n\n推动建设。\n\n{closing}\n"
    chinese = read_text_of(f"# 某园方案\n\n## 一、主要目标\n\n加快建设。\n\n{body}")
    made = draft(chinese, Metadata(), "nowhere", "any-plan", records())
    data = load_yaml(made)
    assert [task["title"]["zh"] for task in data["tasks"]] == ["提速", "提质"]
    assert [measure["title"]["zh"] for measure in data["measures"]] == ["本方案各项任务纳入年度考核"]
    assert named(made) == ["lead, words: 市科委", "lead, words: 江北区"]


def test_lines_that_list_bodies_belong_to_the_paragraph_above(read_text_of: ReadText) -> None:
    lines = "牵头单位：某科委\n\n责任单位：某政务办"
    titled = "优化审批流程。推动审查提速，完善服务体系，建立健全机制。"
    body = f"## 二、重点任务\n\n### (一)提速\n\n{titled}\n\n{lines}\n"
    chinese = read_text_of(f"# 某园方案\n\n## 一、主要目标\n\n加快建设。\n\n{body}\n## 三、保障措施\n\n加强领导。\n")
    made = draft(chinese, Metadata(), "nowhere", "any-plan", records())
    assert named(made) == ["lead, words: 某科委", "responsible, words: 某政务办"]
