from __future__ import annotations

import pytest

from generator.findings.finding import Finding
from tests.diff.conftest import REDIRECTS, History
from tests.diff.test_moves import rename
from tests.paths import JIA, JIA_ENGLISH, JIA_TEXT, YI, YI_NEW
from tests.told import advised, said

pytestmark = pytest.mark.builds


def entries(findings: tuple[Finding, ...]) -> list[str]:
    """Return the entries that the findings propose."""
    assert {(f.path, f.code) for f in findings} <= {(REDIRECTS, "P006")}
    return [advised(f).removeprefix("bring it back, or add: ") for f in findings]


def entry(old: str, new: str) -> str:
    return f"- {{from: {old}, to: {new}, date: 2025-07-01}}"


@pytest.mark.parametrize(
    ("edit", "old", "new"),
    [
        ((JIA, "- id: park-tax", "- id: tax-revenue"), "target/jia-2025/park-tax", "target/jia-2025/tax-revenue"),
        (
            (JIA, "id: cloud-valley-undefined", "id: cloud"),
            "anomaly/jia-2025/cloud-valley-undefined",
            "anomaly/jia-2025/cloud",
        ),
        (
            (JIA, "- id: organisation", "- id: leadership"),
            "measure/jia-2025/organisation",
            "measure/jia-2025/leadership",
        ),
        ((YI, "- id: 2-p1", "- id: 2-1-1"), "task/yi-2021/2-p1", "task/yi-2021/2-1-1"),
        (
            ("structured/terms.yaml", "id: service-package", "id: package"),
            "term/service-package",
            "term/package",
        ),
        ((JIA, "metric: park-tax", "metric: park-revenue"), "metric/park-tax", "metric/park-revenue"),
        ((JIA, "    instruments: {industry-fund: 设立产业基金}\n", ""), "instrument/industry-fund", "page/tasks"),
        ((JIA, "printed_by: jia-government-office", "printed_by: null"), "body/jia-government-office", "page/tasks"),
        ((YI_NEW, "    beneficiaries: {small-companies: 中小企业}\n", ""), "beneficiary/small-companies", "page/tasks"),
    ],
)
def test_an_id_that_is_gone_is_an_error_with_the_entry_that_mends_it(
    history: History, edit: tuple[str, str, str], old: str, new: str
) -> None:
    history.replace(*edit)
    report = history.report()
    assert [said(f) for f in report.findings] == [f"published id must exist or be redirected: '{old}'"]
    assert entries(report.findings) == [entry(old, new)]
    assert not report.good
    history.prepend(REDIRECTS, f"# What has moved.\n{entry(old, new)}\n")
    assert history.report().good


def test_the_finding_stands_at_the_end_of_the_list(history: History) -> None:
    history.prepend(REDIRECTS, "# One.\n# Two.\n- {from: metric/a, to: page/compare, date: 2025-07-01}\n")
    history.replace(JIA, "- id: park-tax", "- id: tax-revenue")
    assert [(f.path, f.line, f.column) for f in history.report().findings] == [(REDIRECTS, 8, 1)]


def test_a_target_taken_back_leads_to_its_words(history: History) -> None:
    history.delete(JIA, "  - id: park-tax", "  - id: listed-companies-task")
    assert entries(history.report().findings) == [
        entry("metric/park-tax", "page/compare"),
        entry("target/jia-2025/park-tax", "provision/jia-2025/1/3/3"),
    ]


def test_a_result_taken_back_leads_to_its_target(history: History) -> None:
    history.delete(YI_NEW, "  - id: unicorns-2025", "  - id: test-flight-sites-2026")
    history.delete("structured/reports.yaml", "- id: yi-bulletin-2025", "- id: city-briefing-2024")
    assert entry("result/yi-2025/unicorns-2025", "target/yi-2025/unicorns") in entries(history.report().findings)


@pytest.mark.parametrize(
    ("kept", "leads"), [(True, "wording/jia-2025/2025-03-01"), (False, "provision/jia-2025/notice")]
)
def test_a_passage_that_is_gone_leads_to_the_wording_that_holds_it_or_to_what_is_around_it(
    history: History, *, kept: bool, leads: str
) -> None:
    earlier = (("zh.md", "2025年3月1日\n\n"), ("en.md", "1 March 2025\n\n"))
    for name, words in () if kept else earlier:
        history.replace(f"content/jia-2025/2025-03-01/{name}", words, "")
    for path, words in ((JIA_TEXT, "各有关单位:\n\n"), (JIA_ENGLISH, "All units concerned:\n\n")):
        history.replace(path, words, "")
    history.replace("content/jia-2025/source.txt", "各有关单位：\n", "")
    history.replace("content/jia-2025/dropped.yaml", "line: 26", "line: 25")
    history.replace(JIA, "provision: notice/3", "provision: notice/2")
    lock = history.read("content/jia-2025/en.lock.yaml")
    history.write("content/jia-2025/en.lock.yaml", "".join(x for x in lock.splitlines(True) if '"notice/3"' not in x))
    assert entries(history.report().findings) == [entry("provision/jia-2025/notice/3", leads)]


def test_a_plan_that_is_gone_is_told_once(history: History) -> None:
    rename(history)
    assert entries(history.report().findings) == [entry("plan/yi-2021", "plan/yi-five")]


def test_what_a_redirected_plan_does_not_take_along_is_told(history: History) -> None:
    rename(history)
    history.replace(YI.replace("yi-2021", "yi-five"), "- id: high-tech-enterprises", "- id: enterprises")
    history.prepend(REDIRECTS, f"{entry('plan/yi-2021', 'plan/yi-five')}\n")
    old, new = "target/yi-2021/high-tech-enterprises", "target/yi-five/enterprises"
    assert entries(history.report().findings) == [entry(old, new)]


def test_a_plan_taken_back_leaves_its_task_pages_to_be_redirected(history: History) -> None:
    (history.root / YI).unlink()
    history.git("rm", "-q", "-r", "content/yi-2021")
    gone = [("body", "yi-government")]
    history.prepend(
        REDIRECTS,
        f"{entry('plan/yi-2021', 'page/plans')}\n" + "".join(f"{entry(f'{k}/{i}', 'page/tasks')}\n" for k, i in gone),
    )
    assert entries(history.report().findings) == [entry("task/yi-2021/2-p1", "page/plans")]


def test_what_a_redirect_stood_for_is_not_forgotten(history: History) -> None:
    history.write(REDIRECTS, f"{entry('metric/income', 'metric/park-revenue')}\n")
    history.commit()
    history.git("tag", "-f", "start")
    history.write(REDIRECTS, "[]\n")
    assert entries(history.report().findings) == [entry("metric/income", "page/compare")]


def test_something_new_or_merely_changed_is_no_error(history: History) -> None:
    history.replace(JIA, "label: {zh: 园区税收,", "label: {zh: 税收,")
    terms = "structured/terms.yaml"
    new = (
        "- {id: one-more, zh: 楼宇, en: office buildings, pinyin: lóu yǔ, explanation: {zh: 楼宇。, en: Buildings.}}\n"
    )
    history.write(terms, new + history.read(terms))
    assert history.report().good
