from __future__ import annotations

import datetime
import json
from itertools import pairwise

import pytest

from generator.analysis.published import published
from generator.messages.catalogue import catalogue
from generator.project.layout import Layout
from generator.records.facets import FACETS
from generator.records.loading import load
from generator.records.redirect import Redirect
from tests.cases import few
from tests.paths import YI
from tests.small import Repository
from tests.told import advised, said

REDIRECTS = "structured/redirects.yaml"


def entry(old: str, new: str) -> str:
    return f"- {{from: {old}, to: {new}, date: 2025-07-01}}\n"


@pytest.mark.parametrize(
    ("old", "new"),
    few(
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
        5,
    ),
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


NO_REFERENCES = [
    *((ref, "metric/pct-applications") for ref in ("revenue", "goal/jia-2025/x", "page/compare", "/park/a", "..")),
    *((f"metric/{id_}", "metric/north-park") for id_ in (
        "a/b", '""', "A", "../../x", "a#b", "..", ".", "a.b", "-a", "a-", "---", "a--b", "con", "nul", "com1", "１",
        "a%2fb", "é", "TODO", "a" * 61,
    )),
    *((f"park/{id_}", "park/north-park") for id_ in ("con", "..", "a/..")),
    *((f"plan/{id_}", "plan/north-park") for id_ in ("---", "aux", "jia-2025/text", "../zh")),
    *((f"theme/{id_}", "theme/north-park") for id_ in ("..", "con", "a/b")),
    *((f"target/{id_}", "target/north-park-2025/pct-applications") for id_ in (
        "x", "jia-2025/", "jia-2025/..", "con/a", "jia-2025/con", "jia-2025/a/b", "/a", "jia-2025//a",
    )),
    *((f"task/{id_}", "task/north-park-2025/pct-applications") for id_ in ("jia-2025/..", "jia-2025/.", "../x")),
    *((f"provision/{id_}", "provision/north-park-2025/2.3.2/1") for id_ in (
        "jia-2025/1-p1", "x/9.9/１", "jia-2025/1..1", "jia-2025/../1", "con/1", "jia-2025/1/1/1/1", "jia-2025",
        "jia-2025/1.1.1.1", "jia-2025/chapter", "jia-2025/1/", "jia-2025/-1",
    )),
    *((f"year/{id_}", "year/2026") for id_ in ("2026abc", "２０２６", "1948", "2101", "02026", "..", "2026/1")),
]  # fmt: skip


def test_whatever_is_no_reference_is_refused_with_an_example(repository: Repository) -> None:
    repository.write(REDIRECTS, "".join(entry(json.dumps(ref), "page/compare") for ref, _ in NO_REFERENCES))
    findings = repository.findings()
    places = [(finding.path, finding.line, finding.column, finding.code) for finding in findings]
    assert places == [(REDIRECTS, line, 10, "R004") for line in range(1, len(NO_REFERENCES) + 1)]
    for (_, example), finding in zip(NO_REFERENCES, findings, strict=True):
        assert f"like {example}" in advised(finding)
        assert catalogue("zh").message(finding)


@pytest.mark.parametrize("ref", ["role/boss", "role/..", "role/"])
def test_a_value_of_a_fixed_list_is_one_of_it(repository: Repository, ref: str) -> None:
    repository.write(REDIRECTS, entry(ref, "page/tasks"))
    [finding] = repository.findings()
    assert "must be one of role/lead, role/responsible" in said(finding)


@pytest.mark.parametrize("root", ["repository", "city_root"])
def test_everything_published_has_the_form_of_a_reference(request: pytest.FixtureRequest, root: str) -> None:
    found = request.getfixturevalue(root)
    for ref in published(load(found.layout if isinstance(found, Repository) else Layout(found))):
        assert Redirect.model_validate({"from": ref, "to": ref, "date": datetime.date(2026, 1, 1)}).old == ref


@pytest.mark.parametrize("facet", few(FACETS, 3))
def test_no_redirect_takes_the_address_of_a_list(repository: Repository, facet: str) -> None:
    repository.write(REDIRECTS, entry(f"task/by/{facet}", "page/tasks") + entry("plan/by", "page/plans"))
    repository.expect((f"{REDIRECTS}:1:10", "P007", f"'task/by/{facet}' would stand at tasks/by/{facet}/"))


def test_no_plan_takes_a_task_along_to_the_address_of_a_list(repository: Repository) -> None:
    repository.write(REDIRECTS, entry("plan/by", "plan/yi-2021"))
    repository.expect()
    repository.replace(YI, "- id: 2-p1", "- id: body")
    repository.expect((f"{REDIRECTS}:1:10", "P007", "'plan/by' would stand at tasks/by/body/"))


def test_no_task_has_the_address_of_a_list(repository: Repository) -> None:
    (repository.root / "content/yi-2021").rename(repository.root / "content/by")
    plan = repository.read(YI).replace("id: yi-2021", "id: by").replace("- id: 2-p1", "- id: theme")
    (repository.root / YI).unlink()
    repository.write("structured/plans/by.yaml", plan)
    assert [(f.path, f.code, said(f)) for f in repository.findings() if f.code == "P007"] == [
        ("structured/plans/by.yaml", "P007", "a task must not have the address of another page: tasks/by/theme/")
    ]


def test_a_page_that_does_not_exist_is_refused(repository: Repository) -> None:
    repository.write(REDIRECTS, entry("metric/a", "page/contact"))
    [finding] = repository.findings()
    assert "must be one of page/home, page/parks" in said(finding)


def test_the_names_of_the_keys_are_those_an_editor_types(repository: Repository) -> None:
    repository.write(REDIRECTS, "- {form: metric/a, to: page/compare, date: 2025-07-01}\n")
    messages = [said(f) for f in repository.findings()]
    assert "unknown key: 'form'; allowed: date, from, reason, to" in messages
    assert any("key missing: 'from'" in message for message in messages)
