"""Facts about the published data, worked out again without the rules that check it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Any

import pytest
import yaml

from generator.analysis import coverage
from generator.project.layout import Layout
from generator.records.loading import load
from generator.source import text_source, yaml_source
from generator.source.text_source import Provision
from tests.conftest import ROOT

TASKS = {"lujiazui-2025": 17, "jinqiao-2025": 17, "expo-2025": 14, "jingan-2025": 15, "changning-2021": 26}
PLANS = sorted(TASKS)
ACTION_PLANS = [plan for plan in PLANS if plan != "changning-2021"]
LABELS = "一二三四五六七八九十"

five_plans = pytest.mark.parametrize("plan", PLANS)


@cache
def record(plan: str) -> dict[str, Any]:
    path = f"structured/plans/{plan}.yaml"
    data: dict[str, Any] = yaml_source.load(ROOT / path, path).data
    return data


@cache
def passages(plan: str) -> tuple[Provision, ...]:
    path = f"content/{plan}/zh.md"
    return text_source.load(ROOT / path, path).provisions


@cache
def capture(plan: str) -> list[str]:
    """Return the lines of the capture without what was dropped from them."""
    folder = ROOT / "content" / plan
    lines = (folder / "source.txt").read_text(encoding="utf-8").split("\n")
    for dropped in yaml.safe_load((folder / "dropped.yaml").read_text(encoding="utf-8")):
        before, found, after = lines[dropped["line"] - 1].partition(dropped["text"])
        assert found, dropped
        lines[dropped["line"] - 1] = before + after
    return lines


def squashed(text: str) -> str:
    return "".join(text.split())


def figures(plan: str) -> list[dict[str, Any]]:
    return [*record(plan).get("targets", []), *record(plan).get("facts", [])]


def test_the_five_plans_are_all_there_is() -> None:
    for folder, suffix in (("content", ""), ("structured/plans", ".yaml")):
        assert sorted(p.name.removesuffix(suffix) for p in (ROOT / folder).iterdir()) == PLANS


@five_plans
def test_the_published_text_is_the_capture(plan: str) -> None:
    markdown = (ROOT / "content" / plan / "zh.md").read_text(encoding="utf-8").split("\n---\n", 1)[1]
    shown = []
    for line in markdown.split("\n"):
        if line == "---" or re.fullmatch(r"[|\s:-]+", line):
            continue
        shown.append(line.replace("|", " ") if line.startswith("|") else re.sub(r"^#+ ", "", line))
    published = squashed(unicodedata.normalize("NFKC", "".join(shown)))
    captured = squashed(unicodedata.normalize("NFKC", "".join(capture(plan))))
    assert published == captured


def figure_readings(data: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    for kind in ("targets", "facts"):
        for figure in data.get(kind, []):
            what = f"{kind} {figure['id']}"
            yield what, figure["provision"], figure["quote"]
            if figure.get("year_words"):
                yield what, figure.get("year_provision") or figure["provision"], figure["year_words"]


def task_readings(data: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    for task in data.get("tasks", []):
        what, provision = f"task {task['id']}", task["provision"]
        for facet in ("industries", "instruments", "beneficiaries", "years"):
            for words in task.get(facet, {}).values():
                yield what, provision, words
        for actor in task.get("bodies", []):
            yield what, provision, actor["words"]
        for place in task.get("places", []):
            yield what, provision, place["zh"]


def readings(plan: str) -> Iterator[tuple[str, str | None, str]]:
    """Yield (what, passage, words) for everything that was read out of a text."""
    data = record(plan)
    yield from figure_readings(data)
    yield from task_readings(data)
    for measure in data.get("measures", []):
        if measure.get("quote"):
            yield f"measure {measure['id']}", measure["provision"], measure["quote"]
    for anomaly in data.get("anomalies", []):
        yield f"anomaly {anomaly['id']}", anomaly["provision"], anomaly["printed"]
    for exclusion in data.get("exclusions", []):
        yield f"exclusion {exclusion['text']}", exclusion.get("provision"), exclusion["text"]


def within(plan: str, provision: str | None) -> list[str]:
    """Return the words of a passage and of all inside it, without white space; of the whole text for None."""
    return [
        squashed(p.words)
        for p in passages(plan)
        if provision is None or f"{p.id}/".startswith((f"{provision}.", f"{provision}/"))
    ]


@five_plans
def test_quotes_are_verbatim(plan: str) -> None:
    wrong = [
        (what, provision, words)
        for what, provision, words in readings(plan)
        if not any(squashed(words) in passage for passage in within(plan, provision))
    ]
    assert wrong == []


@five_plans
def test_every_number_is_accounted_for(plan: str) -> None:
    [plan_files] = [p for p in load(Layout(ROOT)).plans if p.plan.id == plan]
    found = coverage.measure(plan_files)
    assert found.missing == ()
    assert found.idle == ()
    assert found.total == found.captured + found.excluded > 30


@five_plans
def test_no_arabic_digit_stands_outside_what_was_read(plan: str) -> None:
    left = []
    for passage in passages(plan):
        text = squashed(passage.words)
        known: set[int] = set()
        for _, provision, words in readings(plan):
            if provision is None or f"{passage.id}/".startswith((f"{provision}.", f"{provision}/")):
                for match in re.finditer(re.escape(squashed(words)), text):
                    known.update(range(*match.span()))
        left += [(passage.id, m[0]) for m in re.finditer(r"\d", text) if m.start() not in known]
    assert left == []


def numbered_items(plan: str) -> list[str]:
    """Return the addresses of the numbered items under 重点任务, from the capture alone."""
    found, chapter, section = [], "", 0
    for line in (raw.strip() for raw in capture(plan)):
        if match := re.match(rf"([{LABELS}])、(.*)", line):
            chapter = match[2]
        elif match := re.match(rf"[(（]([{LABELS}])[)）]", line):
            section = LABELS.index(match[1]) + 1
        elif chapter.startswith("重点任务") and (match := re.match(r"(\d+)[.．、]\s*\D", line)):
            found.append(f"2.{section}.{match[1]}")
    return found


@pytest.mark.parametrize("plan", ACTION_PLANS)
def test_every_numbered_item_of_an_action_plan_has_exactly_one_task(plan: str) -> None:
    assert [task["provision"] for task in record(plan)["tasks"]] == numbered_items(plan)


def titled_paragraphs() -> list[str]:
    """Return, from the capture alone, the paragraphs of chapters three to six of the Changning plan that begin with a
    title, a short first sentence of several; where none of a section does, the section.
    """
    found: list[str] = []
    chapter = section = paragraph = 0
    titled: list[str] = []
    for line in [*(raw.strip() for raw in capture("changning-2021")), "七、"]:
        heading = re.match(rf"(?:([{LABELS}])、|[(（]([{LABELS}])[)）])", line)
        if heading:
            if 3 <= chapter <= 6 and section:
                found += titled or [f"{chapter}.{section}"]
            chapter = LABELS.index(heading[1]) + 1 if heading[1] else chapter
            section = LABELS.index(heading[2]) + 1 if heading[2] else 0
            paragraph, titled = 0, []
        elif line:
            paragraph += 1
            title, _, rest = line.partition("。")
            if rest and len(title) <= 40:
                titled.append(f"{chapter}.{section}/{paragraph}")
    return found


def test_every_titled_paragraph_or_untitled_section_of_the_changning_plan_has_exactly_one_task() -> None:
    assert [task["provision"] for task in record("changning-2021")["tasks"]] == titled_paragraphs()


@five_plans
def test_the_number_of_tasks(plan: str) -> None:
    assert len(record(plan)["tasks"]) == TASKS[plan]


@five_plans
def test_every_chapter_of_safeguards_has_its_measures(plan: str) -> None:
    chapter = {
        p.id for p in passages(plan) if p.level == text_source.CHAPTER and (p.heading or "").endswith("保障措施")
    }
    chapter |= {p.id for p in passages(plan) if p.level == text_source.CHAPTER and p.heading == "规划保障"}
    [id_] = chapter
    held = [m["provision"] for m in record(plan)["measures"]]
    sections = [p.id for p in passages(plan) if p.parent == id_ and p.level == text_source.SECTION]
    assert held == sections if sections else set(held) == {f"{id_}/1"}


WORDS = {
    "〇": 0,
    "零": 0,
    "一": 1,
    "两": 2,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
}
POWERS = {"百": 10**2, "千": 10**3, "万": 10**4, "亿": 10**8}
UNITS = {"元", "平方米", "平方公里", "%", "家", "个", "件", "项", "座", "条", "所", "人", "名", "人次", "吨标准煤", ""}


def amount(value: str, unit: str) -> Fraction:
    """Read one printed number: digits or a single numeral, then powers of ten, in the number or before the unit."""
    powers = re.match("[百千万亿]*", unit)
    assert powers
    assert unit[powers.end() :] in UNITS, unit
    digits = value.rstrip("百千万亿")
    result = Fraction(WORDS[digits]) if digits in WORDS else Fraction(digits.replace(",", "") or 1)
    for sign in value[len(digits) :] + powers[0]:
        result *= POWERS[sign]
    return result


@pytest.mark.parametrize(
    ("value", "unit", "says"),
    [
        ("1000", "亿元", 10**11),
        ("300", "万平方米", 3 * 10**6),
        ("千亿", "", 10**11),
        ("两百", "家", 200),
        ("百", "家", 100),
        ("5.5", "%", Fraction(11, 2)),
    ],
)
def test_the_arithmetic_these_tests_rest_on(value: str, unit: str, says: Fraction) -> None:
    assert amount(value, unit) == says


@five_plans
def test_every_printed_number_equals_its_value(plan: str) -> None:
    wrong = []
    for figure in figures(plan):
        if figure["comparator"] == "qualitative":
            assert figure.get("value") is figure.get("value_low") is figure.get("value_high") is None
            continue
        printed = figure["printed"]
        unit = printed["unit"] or ""
        says = [amount(part, unit) for part in printed["value"].split("-")]
        stated = [figure[key] for key in ("value", "value_low", "value_high") if figure.get(key) is not None]
        if says != [Fraction(str(number)) for number in stated]:
            wrong.append((figure["id"], printed, stated))
    assert wrong == []


@five_plans
def test_every_printed_number_stands_in_its_quote_as_a_whole(plan: str) -> None:
    for figure in figures(plan):
        if figure["comparator"] == "qualitative":
            continue
        value = re.escape(figure["printed"]["value"])
        assert re.search(rf"(?<![\d.,]){value}(?!\d|[.,]\d)", figure["quote"]), figure["id"]
        assert (figure["printed"]["unit"] or "") in squashed(figure["quote"]), figure["id"]


@five_plans
def test_no_figure_is_read_twice(plan: str) -> None:
    places = [
        (f["provision"], f["quote"], str(f.get("printed"))) for f in figures(plan) if f["comparator"] != "qualitative"
    ]
    assert len(places) == len(set(places))


def test_the_known_slips_are_kept_as_printed() -> None:
    """Nothing is silently mended: the square metres of Jing'an, the billions of Jinqiao, the words of Expo."""
    jingan = {t["id"]: t for t in record("jingan-2025")["targets"]}
    assert (jingan["reserve-space"]["value"], jingan["reserve-space"]["printed"]) == (
        100,
        {"value": "100", "unit": "平方米"},
    )
    assert any("储备100平方米" in a["printed"] for a in record("jingan-2025")["anomalies"])
    jinqiao = {t["id"]: t for t in record("jinqiao-2025")["targets"]}["leading-industries-revenue"]
    assert (jinqiao["printed"], jinqiao["unit_inferred"]) == ({"value": "3000", "unit": "亿"}, True)
    assert any("管理和服机制" in a["printed"] for a in record("expo-2025")["anomalies"])


STATED = {"lead": ("牵头", "统筹", "领导", "组长"), "supporting": ("配合", "支持", "协助")}


@five_plans
def test_no_body_is_given_a_role_that_its_words_do_not_state(plan: str) -> None:
    actors = [a for kind in ("tasks", "measures") for r in record(plan).get(kind, []) for a in r.get("bodies", [])]
    for actor in actors:
        stated = STATED.get(actor["role"], ("",))
        assert any(word in actor["words"] for word in stated), actor
