from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from generator.diff.as_json import as_json
from generator.diff.markdown import LIMIT, markdown
from generator.diff.report import Report
from generator.diff.wording import plain
from generator.language.languages import LANGUAGES
from tests.diff.conftest import REDIRECTS, History, copied
from tests.diff.test_differences import CORRECTION
from tests.diff.test_moves import without_yi as without_park
from tests.fixtures import Golden
from tests.paths import JIA, JIA_ENGLISH, YI

pytestmark = pytest.mark.builds

COMMIT = re.compile(r"\b[0-9a-f]{10,40}\b")


@pytest.fixture(scope="module")
def rich(_recorded: Path, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """One of everything changed, with values that try to get out of their place."""
    history = copied(_recorded, tmp_path_factory.mktemp("rich") / "repository")
    for edit in CORRECTION:
        history.replace(*edit)
    history.replace(JIA, "- id: park-tax", "- id: tax-revenue")
    history.replace(JIA, "- id: organisation", "- id: leadership")
    history.replace(JIA, "zh: 落实企业“服务包”制度。", 'zh: "落实</details>“服务包”制度 @admin #1 | a"')
    history.replace(
        JIA, "en: Carry out the service package scheme for companies.", 'en: "Carry **</summary>** @admin #1 | <img>."'
    )
    history.replace(
        JIA, 'value: "20", unit: 件}\n    measure: stock', 'value: "20", unit: 件}\n    measure: unspecified'
    )
    history.replace(JIA, "proposed: null", "proposed: 甲谷")
    history.replace(JIA_ENGLISH, "Establish a coordination", "Set up a coordination")
    history.replace(YI, "  - {text: 十四五, reason: period}", "  - {text: 十四五, reason: name}")
    history.replace(
        "structured/metrics.yaml", "name: {zh: 孵化器, en: Incubators}", "name: {zh: 孵化载体, en: Incubation}"
    )
    history.replace("structured/terms.yaml", "id: service-package", "id: package")
    moved = (("term/", "service-package", "package"), ("measure/jia-2025/", "organisation", "leadership"))
    lines = (f"- {{from: {where}{old}, to: {where}{new}, date: 2025-07-01}}\n" for where, old, new in moved)
    history.prepend(REDIRECTS, "".join(lines))
    history.write("generator/a.py", "")
    history.commit()
    return history.report("start..main")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rich_report(rich: Report, golden: Golden, language: str) -> None:
    golden(f"diff.{language}.md", COMMIT.sub("0123456789", markdown(rich, [language])))


def test_a_rich_report_in_json(rich: Report, golden: Golden) -> None:
    golden("diff.json", COMMIT.sub("0123456789", as_json(rich)))


def test_both_languages_stand_one_after_another(rich: Report) -> None:
    both = markdown(rich, LANGUAGES)
    assert both.index("## 读者会看到的变化") < both.index("## What readers will notice")


def test_values_stay_what_they_are(rich: Report) -> None:
    text = markdown(rich, LANGUAGES)
    assert len(re.findall("<details>", text)) == len(re.findall("</details>", text)) > 2
    assert len(re.findall("<summary>", text)) == len(re.findall("</summary>", text))
    assert not [harm for harm in ("@admin", "<img", "**</") if harm in text]
    assert not [harm for harm in ("@admin", "#1") if harm in html.unescape(text)]


def test_nothing_differs(history: History) -> None:
    text = markdown(history.report(), ["en"])
    assert text.startswith("## What readers will notice\n\n<code>start</code> (")
    assert text.endswith(") → the folder as it is\n\nNothing differs for readers.\n")


def without_yi(history: History) -> str:
    """Return a state that lacks a plan which is there at the start."""
    (history.root / YI).unlink()
    history.git("rm", "-q", "-r", "content/yi-2021")
    return history.commit()


def test_a_new_plan_is_counted_in_one_line(history: History) -> None:
    text = markdown(history.report(f"{without_yi(history)}..start"), ["en"])
    assert (
        "- **New** 14th Five-Year Plan of Park B <code>plan/yi-2021</code> — "
        "with Targets 1, Tasks 1, Measures 1, Passages 6, Numbers that are not targets 1"
    ) in text
    assert "| Targets |" not in text


def test_a_new_plan_shows_each_figure_with_its_words_and_each_task_by_title(history: History) -> None:
    report = history.report(f"{without_park(history)}..start")
    text = markdown(report, ["en"])
    figures = [change for change in report.changes if change.kind in ("target", "fact")]
    assert {change.kind for change in figures} == {"target", "fact"}
    for change in figures:
        said = {field.key: field.after.en for field in change.fields}
        cells = [plain(said.get(key, "")) or "—" for key in ("label", "figure", "year", "quote", "quote_en")]
        assert f"| {' | '.join(cells)} |\n" in text
    task = next(change for change in report.changes if change.kind == "task")
    assert f"- {task.name.en} <code>{task.ref}</code>\n" in text


def test_what_a_new_plan_is_compared_with_is_told(history: History) -> None:
    compared = [c for c in history.report(f"{without_yi(history)}..start").changes if c.kind == "comparison"]
    assert compared
    assert all("yi-2021/" in change.ref and change.what == "added" for change in compared)
    assert all({field.key for field in change.fields} >= {"verdict"} for change in compared)


def test_a_plan_that_went_shows_no_figures(history: History) -> None:
    gone = without_yi(history)
    assert "### Park B" not in markdown(history.report(f"start..{gone}"), ["en"])


def test_a_base_that_cannot_be_read_is_told(history: History) -> None:
    history.replace(JIA, "issuance: issued", "issuance: wished")
    history.commit()
    report = history.report("main..start")
    assert not report.good
    assert report.changes == ()
    text = markdown(report, ["en"])
    assert "The data of the base cannot be read by this program as it is now" in text
    assert "R004 issuance must be one of" in html.unescape(text)
    shown = json.loads(as_json(report))
    assert (shown["comparable"], shown["findings"][0]["code"]) == (False, "R004")


def test_a_base_that_breaks_a_rule_is_compared_all_the_same(history: History) -> None:
    history.replace(JIA, "quote: 高新技术企业超过120家", "quote: 高新技术企业超过999家")
    history.commit()
    report = history.report("main..start")
    assert report.good
    assert [f.key for f in report.changes[0].fields] == ["quote"]


def test_a_long_report_is_cut_where_it_does_no_harm(history: History) -> None:
    long = f"{{zh: {'长' * 60}, en: {'long ' * 20}.}}"
    names = "".join(
        f"- {{id: x-{n}, zh: 词语{n:04}, en: word {n}, pinyin: cíyǔ, explanation: {long}}}\n" for n in range(1500)
    )
    history.write("structured/terms.yaml", history.read("structured/terms.yaml") + names)
    text = markdown(history.report(), LANGUAGES)
    assert LIMIT * 0.9 < len(text) <= LIMIT + 10
    assert text.count("<details>") == text.count("</details>")
    assert "一条评论放不下全部内容" in text
    assert re.search(r"… and \d+ more", text)
    assert "| Terms | 1500 |" in text
    assert text.rstrip().endswith("the rest is in the output of --format json.")
    assert "Addresses: 1500 new" in text


SHAPE = {
    "type": "object",
    "required": [
        *("format", "base", "head", "comparable"),
        *("wrong", "left_out", "findings", "untold", "changes", "addresses", "program_files_changed"),
    ],
    "additionalProperties": False,
    "properties": {
        "format": {"const": 1},
        "base": {"$ref": "#/$defs/state"},
        "head": {"$ref": "#/$defs/state"},
        "comparable": {"type": "boolean"},
        "findings": {"type": "array", "items": {"required": ["path", "line", "code", "message", "hint", "severity"]}},
        "wrong": {"type": "array", "items": {"required": ["path", "line", "code", "message", "hint", "severity"]}},
        "left_out": {"type": "array", "items": {"type": "string"}},
        "untold": {"type": "array", "items": {"required": ["path", "line", "code", "message", "hint", "severity"]}},
        "program_files_changed": {"type": "integer"},
        "addresses": {
            "type": "object",
            "required": ["added", "moved", "removed"],
            "properties": {
                "added": {"type": "array", "items": {"type": "string"}},
                "removed": {"type": "array", "items": {"type": "string"}},
                "moved": {"type": "array", "items": {"type": "object", "required": ["from", "to"]}},
            },
        },
        "changes": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["kind", "change", "id", "was", "plan", "plan_name", "name", "address", "fields"],
                "properties": {
                    "kind": {"type": "string"},
                    "change": {"enum": ["added", "removed", "changed", "moved"]},
                    "id": {"type": "string"},
                    "was": {"type": ["string", "null"]},
                    "plan": {"type": ["string", "null"]},
                    "plan_name": {"$ref": "#/$defs/said"},
                    "name": {"$ref": "#/$defs/said"},
                    "address": {"$ref": "#/$defs/said"},
                    "fields": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["key", "name", "before", "after"],
                            "properties": {
                                "key": {"type": "string"},
                                "name": {"$ref": "#/$defs/said"},
                                "before": {"$ref": "#/$defs/said"},
                                "after": {"$ref": "#/$defs/said"},
                            },
                        },
                    },
                },
            },
        },
    },
    "$defs": {
        "state": {"type": "object", "required": ["name", "commit"]},
        "said": {"type": ["object", "null"], "required": ["zh", "en"], "additionalProperties": {"type": "string"}},
    },
}  # fmt: skip


def test_json_has_the_shape_that_is_documented(rich: Report) -> None:
    Draft202012Validator(SHAPE).validate(json.loads(as_json(rich)))
