from __future__ import annotations

from itertools import pairwise

import pytest

from tests.small import Repository
from tests.told import advised, said

REDIRECTS = "structured/redirects.yaml"


def entry(old: str, new: str) -> str:
    return f"- {{from: {old}, to: {new}, date: 2025-07-01}}\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("target/jia-2025/income", "target/jia-2025/revenue"),
        ("target/jia-2025/floor-space", "provision/jia-2025/1/3/2"),
        ("fact/jia-2025/companies", "fact/jia-2025/high-tech-enterprises-2024"),
        ("provision/jia-2025/1/4", "provision/jia-2025/1/3"),
        ("task/jia-2025/2-1-9", "task/jia-2025/2-1-1"),
        ("metric/income", "metric/park-revenue"),
        ("metric/income", "page/compare"),
        ("term/cloud", "page/glossary"),
        ("plan/jia-2024", "plan/jia-2025"),
        ("park/bing", "page/parks"),
        ("body/office-of-nothing", "page/tasks"),
        ("year/2030", "page/calendar"),
        ("year/2030", "page/home"),
    ],
)
def test_what_is_gone_may_lead_to_anything_that_is_there(repository: Repository, old: str, new: str) -> None:
    repository.write(REDIRECTS, entry(old, new))
    repository.expect()


def test_an_entry_may_say_why(repository: Repository) -> None:
    repository.write(
        REDIRECTS,
        "- from: metric/income\n  to: metric/park-revenue\n  date: 2025-07-01\n"
        "  reason: {zh: 两个指标合并。, en: Merged.}\n",
    )
    repository.expect()


def test_something_that_is_still_there_is_not_redirected(repository: Repository) -> None:
    repository.write(REDIRECTS, entry("target/jia-2025/revenue", "metric/park-revenue"))
    repository.expect((f"{REDIRECTS}:1:10", "P001", "from must no longer be published: 'target/jia-2025/revenue'"))


@pytest.mark.parametrize("new", ["target/jia-2025/revenues", "provision/jia-2025/9.9", "plan/bing", "year/2050"])
def test_a_redirect_leads_to_something_that_is_there(repository: Repository, new: str) -> None:
    repository.write(REDIRECTS, entry("metric/income", new))
    repository.expect((f"{REDIRECTS}:1:29", "P002", f"to must be published: '{new}'"))


def test_a_slip_of_the_pen_is_guessed(repository: Repository) -> None:
    repository.write(REDIRECTS, entry("metric/income", "target/jia-2025/revenues"))
    assert "did you mean `target/jia-2025/revenue`?" in advised(repository.findings()[0])


def test_nobody_is_led_twice(repository: Repository) -> None:
    repository.write(
        REDIRECTS, entry("metric/a", "metric/b") + entry("metric/b", "metric/c") + entry("metric/c", "metric/park-tax")
    )
    repository.expect(
        (f"{REDIRECTS}:1:24", "P003", "'metric/b' is redirected itself, at line 2"),
        (f"{REDIRECTS}:2:24", "P003", "'metric/c' is redirected itself, at line 3"),
    )
    assert {advised(f) for f in repository.findings()} == {"write `to: metric/park-tax`"}


@pytest.mark.parametrize("loop", [("metric/a", "metric/a"), ("metric/a", "metric/b", "metric/a")])
def test_nobody_is_led_in_a_circle(repository: Repository, loop: tuple[str, ...]) -> None:
    repository.write(REDIRECTS, "".join(entry(old, new) for old, new in pairwise(loop)))
    found = repository.findings()
    assert {f.code for f in found} == {"P003"}
    assert len(found) == len(loop) - 1


def test_an_id_is_redirected_once(repository: Repository) -> None:
    repository.write(REDIRECTS, entry("metric/a", "metric/park-tax") + entry("metric/a", "page/compare"))
    repository.expect((f"{REDIRECTS}:2:10", "P004", "from must be redirected once: 'metric/a'"))


def test_an_anchor_needs_its_page(repository: Repository) -> None:
    repository.write(REDIRECTS, entry("target/jia-2024/revenue", "target/jia-2025/revenue"))
    repository.expect((f"{REDIRECTS}:1:10", "P005", "must be there or be redirected too: 'plan/jia-2024'"))
    repository.write(
        REDIRECTS,
        entry("target/jia-2024/income", "target/jia-2025/revenue") + entry("plan/jia-2024", "plan/jia-2025"),
    )
    repository.expect()


@pytest.mark.parametrize(
    "ref",
    [
        "revenue", "jia-2025/revenue", "goal/jia-2025/x", "target/x", "metric/a/b", "metric/", "page/compare",
        "metric/A", "metric/../../x", "target/jia-2025/", "metric/a#b", '"metric/a "',
    ],
)  # fmt: skip
def test_whatever_is_no_reference_is_refused_with_an_example(repository: Repository, ref: str) -> None:
    repository.write(REDIRECTS, entry(ref, "page/compare"))
    [finding] = repository.findings()
    assert (finding.path, finding.line, finding.column, finding.code) == (REDIRECTS, 1, 10, "R004")
    assert "like metric/pct-applications" in advised(finding)


def test_a_page_that_does_not_exist_is_refused(repository: Repository) -> None:
    repository.write(REDIRECTS, entry("metric/a", "page/contact"))
    [finding] = repository.findings()
    assert "must be one of page/home, page/parks" in said(finding)


def test_the_names_of_the_keys_are_those_an_editor_types(repository: Repository) -> None:
    repository.write(REDIRECTS, "- {form: metric/a, to: page/compare, date: 2025-07-01}\n")
    messages = [said(f) for f in repository.findings()]
    assert "unknown key: 'form'; allowed: date, from, reason, to" in messages
    assert any("key missing: 'from'" in message for message in messages)
