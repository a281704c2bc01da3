"""A changed figure or standing that readers are not told of is told before everything else."""

from __future__ import annotations

import json

import pytest

from generator.cli import main
from generator.diff.markdown import markdown
from tests.cases import few
from tests.diff.conftest import History
from tests.paths import JIA, JIA_ENGLISH, JIA_TEXT, YI, YI_NEW
from tests.told import said

pytestmark = pytest.mark.builds

NEWS = "structured/changes.yaml"
RECORD = "target/jia-2025/high-tech-enterprises"
STANDING = "standing: {state: expired, since: 2026-01-01, basis: {zh: 公告, en: A notice}}\n"


def corrected(history: History) -> None:
    """Let a target be another figure, in the text and everywhere else."""
    for path, old, new in (
        (JIA_TEXT, "超过120家", "超过130家"),
        ("content/jia-2025/source.txt", "超过120家", "超过130家"),
        (JIA_ENGLISH, "more than 120", "more than 130"),
        (JIA, "quote: 高新技术企业超过120家", "quote: 高新技术企业超过130家"),
        (JIA, "value: 120\n", "value: 130\n"),
        (JIA, 'printed: {value: "120", unit: 家}', 'printed: {value: "130", unit: 家}'),
    ):
        history.replace(path, old, new)


def news(kind: str = "correction", plan: str = "jia-2025", record: str = "") -> str:
    said = "what: {zh: 企业, en: Companies}, old: {zh: 旧, en: old}, new: {zh: 新, en: new}"
    altered = f"  altered: [{{record: {record}, {said}}}]\n" if record else ""
    words = "  title: {zh: 更正, en: Corrected}\n  text: {zh: 更正。, en: Corrected.}\n"
    return f"- date: 2025-07-01\n  kind: {kind}\n  plan: {plan}\n{words}{altered}"


def test_a_changed_figure_without_news_is_told_with_what_it_was(history: History) -> None:
    corrected(history)
    [found] = history.report().untold
    assert said(found) == (
        f"the changed figure must be told in structured/changes.yaml: '{RECORD}', more than 120 → more than 130"
    )
    assert history.place(JIA, "- id: high-tech-enterprises").startswith(f"{JIA}:{found.line}:")
    assert history.report().good


@pytest.mark.parametrize(
    ("entry", "told"),
    few(
        [
            (news(), True),
            (news(record=RECORD), True),
            (news("amendment"), True),
            (news(record="target/jia-2025/incubators"), False),
            (news("translation"), False),
            (news("withdrawal"), False),
            (news(plan="yi-2021"), False),
        ],
        4,
    ),
)
def test_news_tells_of_what_it_names_or_else_of_its_plan(history: History, entry: str, *, told: bool) -> None:
    corrected(history)
    history.prepend(NEWS, entry)
    assert (not history.report().untold) == told


def test_news_of_before_tells_of_nothing_new(history: History) -> None:
    history.prepend(NEWS, news())
    history.commit()
    corrected(history)
    assert len(history.report("main").untold) == 1


def test_a_figure_that_is_taken_out_is_told(history: History) -> None:
    history.delete(JIA, "- id: unicorns", "facts:")
    [found] = history.report().untold
    assert found.says == "removed"
    assert "target/jia-2025/unicorns" in said(found)


def test_an_amendment_tells_of_the_result_that_goes_with_its_target(history: History) -> None:
    history.delete(YI_NEW, "  - id: unicorns-2025", "  - id: test-flight-sites-2026")
    history.delete("structured/reports.yaml", "- id: yi-bulletin-2025", "- id: city-briefing-2024")
    [found] = history.report().untold
    assert "result/yi-2025/unicorns-2025" in said(found)
    history.prepend(NEWS, news("amendment", "yi-2025"))
    assert not history.report().untold


def test_a_standing_is_told_by_news_of_an_end(history: History) -> None:
    history.replace(YI, "source:\n", f"{STANDING}source:\n")
    [found] = history.report().untold
    assert said(found) == (
        "the changed standing must be told in structured/changes.yaml: issued → no longer in force (1 January 2026)"
    )
    history.prepend(NEWS, news("expiry", "yi-2021"))
    assert not history.report().untold


def test_what_is_said_in_other_words_alone_needs_no_news(history: History) -> None:
    history.replace(JIA, "label: {zh: 孵化器, en: Incubators}", "label: {zh: 孵化器, en: Incubators built}")
    history.replace(JIA, "proposed: null", "proposed: 甲谷")
    assert not history.report().untold


def test_it_stands_first_and_is_an_error_where_that_is_asked(
    history: History, capsys: pytest.CaptureFixture[str]
) -> None:
    corrected(history)
    report = history.report()
    for language in ("zh", "en"):
        text = markdown(report, [language])
        assert text.index("P008") < text.index("|---|")
    here = ("diff", "start", "--root", str(history.root), "--lang", "en")
    assert main([*here, "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert [row["code"] for row in json.loads(out)["untold"]] == ["P008"]
    assert "P008" in err
    assert main([*here, "--require-changes"]) == 1
    history.prepend(NEWS, news())
    assert main([*here, "--require-changes"]) == 0
