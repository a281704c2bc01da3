"""YAML that surprises, misspelt keys and values of another type."""

from __future__ import annotations

import pytest

from tests.hostile.conftest import Place, told
from tests.paths import JIA
from tests.small import Repository

pytestmark = pytest.mark.builds

THEMES = "structured/themes.yaml"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        # keys
        ("park: jia\n", "park: jia\n▸park: yi\n", "S006"),
        ("    metric: park-revenue\n", "    metric: park-revenue\n    ▸metric: park-tax\n", "S006"),
        ("{zh: 园区总营收, en:", "{zh: 园区总营收, ▸zh: 园区, en:", "S006"),
        ("kind: action-plan", "kind: action-plan\n▸1: 2", "R004"),
        ("kind: action-plan", "kind: action-plan\n▸true: 2", "S005"),
        ("kind: action-plan", "kind: action-plan\n▸~: 2", "S005"),
        ("kind: action-plan", "kind: action-plan\n▸2025-01-01: 2", "S005"),
        ("kind: action-plan", "kind: action-plan\n▸'': 2", "R002"),
        ("kind: action-plan", "kind: action-plan\n? ▸{a: b}\n: 2", "S005"),
        ("kind: action-plan", "kind: action-plan\n? ▸|\n  a\n: 2", "R002"),
        ("kind: action-plan", 'kind: action-plan\n▸"k\\nind": 2', "R002"),
        # what other readers of YAML make something else of
        ("drafter: null", "drafter: ▸NO", "R004"),
        ("drafter: null", "drafter: ▸1:30", "R004"),
        ("    value: 120\n", "    value: ▸0120\n", "R004"),
        ("    value: 120\n", "    value: ▸0x78\n", "R004"),
        ("    value: 120\n", "    value: ▸1.2e2\n", "R004"),
        ("    value: 120\n", "    value: ▸1_20\n", "R004"),
        ("    value: 120\n", "    value: ▸1,20\n", "R004"),
        ("    value: 120\n", '    value: ▸"120"\n', "R004"),
        ("    value: 120\n", "    value: ▸1２0\n", "R004"),
        ("    value: 120\n", "    value: ▸１２０\n", "R004"),
        ("    value: 120\n", "    value: ▸١٢٠\n", "R004"),
        ("    value: 120\n", "    value: ▸.nan\n", "R004"),
        ("    value: 120\n", "    value: ▸.inf\n", "R004"),
        ("    value: 120\n", "    value: ▸true\n", "R004"),
        ("    value: 120\n", "    value: ▸yes\n", "R004"),
        ("    value: 120\n", "    value: ▸2025-01-01\n", "R004"),
        ("    value: 120\n", "    value: ▸[120]\n", "R004"),
        ("    value: 120\n", "    value: ▸{n: 120}\n", "R004"),
        ("    value: 120\n", f"    value: ▸{'9' * 5000}\n", "R004"),
        ("    value: 120\n", f"    value: ▸0.{'9' * 5000}\n", "R004"),
        ("    value: 120\n", "    value: ▸120.0000000000001\n", "N004"),
        ("    value: 120\n", "    value: ▸-120\n", "N004"),
        ("    value: 120\n", "    value: ▸999999999999999999\n", "N004"),
        ('printed: {value: "120", unit', "printed: {value: ▸120, unit", "R004"),
        ('printed: {value: "120", unit', 'printed: {value: ▸"１２０", unit', "N002"),
        ("period: {start: 2025, end: 2026}", "period: {start: ▸2025.0, end: 2026}", "R004"),
        ("period: {start: 2025, end: 2026}", "period: {start: ▸20250, end: 2026}", "R004"),
        ("period: {start: 2025, end: 2026}", "period: ▸2025-2026", "R004"),
        ("years: {2026: 到2026年}", "years: {▸2026.0: 到2026年}", "S005"),
        ("years: {2026: 到2026年}", "years: {▸true: 到2026年}", "S005"),
        # dates
        ("signed: 2025-03-01", "signed: ▸2025-02-30", "S007"),
        ("signed: 2025-03-01", "signed: ▸2025-13-01", "S007"),
        ("signed: 2025-03-01", "signed: ▸0000-01-01", "S007"),
        ("signed: 2025-03-01", "signed: ▸0001-01-01", "R004"),
        ("signed: 2025-03-01", "signed: ▸9999-12-31", "R004"),
        ("signed: 2025-03-01", "signed: ▸2025-3-1", "R004"),
        ("signed: 2025-03-01", "signed: ▸2025-03-01T00:00:00Z", "R004"),
        ("signed: 2025-03-01", "signed: ▸２０２５-03-01", "R004"),
        ("signed: 2025-03-01", "signed: ▸20250301", "R004"),
        # what YAML offers beyond plain data
        ("park: jia", "park: ▸&p jia", "S005"),
        ("park: jia", "park: ▸*p", "S005"),
        ("park: jia", "park: ▸!!str jia", "S005"),
        ("park: jia", "park: ▸!!python/object/apply:os.system [id]", "S005"),
        ("park: jia", "park: ▸!<tag:yaml.org,2002:binary> amlh", "S005"),
        ("park: jia", "▸<<: {park: jia}", "S005"),
        ("park: jia\n", "park: jia\n▸---\nid: b\n", "S005"),
        ("park: jia\n", "park: jia\n...\n▸id: b\n", "S004"),
        ("park: jia\n", "park: jia\n▸\tx: 1\n", "S004"),
        ("park: jia", "park: ▸@jia", "S004"),
        ("park: jia", "park: " + "[" * 11 + "▸" + "[" * 2000, "S005"),
        ("park: jia", "park: " + "{a: " * 11 + "▸" + "{a: " * 2000, "S005"),
        ("park: jia", "park: ▸" + "- " * 500, "S004"),
        # values of another kind
        ("park: jia", "park:▸", "H006"),
        ("park: jia", "park: ▸''", "R004"),
        ("park: jia", "park: ▸[jia]", "R004"),
        ("title: {zh: 甲园行动方案(2025-2026年), en: Action", "title: {zh: ▸'', en: Action", "R004"),
        ("title: {zh: 甲园行动方案(2025-2026年), en: Action", 'title: {zh: ▸"甲\\n乙", en: Action', "R004"),
        ("title: {zh: 甲园行动方案(2025-2026年), en: Action", "title: ▸{en: Action", "R003"),
        ("en: Action Plan for Park A (2025–2026)}", "en: ▸甲园行动方案}", "L001"),
        ("en: Action Plan for Park A (2025–2026)}", f"en: ▸{'a' * 4001}}}", "R004"),
        ("issuers: [jia-government]", "issuers: ▸[]", "R004"),
        ("address: null", 'address: ▸"javascript:alert(1)"', "R004"),
        ("address: null", 'address: ▸"JaVaScRiPt:alert(1)"', "R004"),
        ("address: null", 'address: ▸"java\\tscript:alert(1)"', "R004"),
        ("address: null", 'address: ▸"data:text/html,x"', "R004"),
        ("address: null", 'address: ▸"vbscript:x"', "R004"),
        ("address: null", 'address: ▸"//evil.example/"', "R004"),
        ("address: null", 'address: ▸"../../etc/passwd"', "R004"),
        ("address: null", 'address: ▸"https://"', "R004"),
        ("address: null", 'address: ▸"https:///evil.example"', "R004"),
        ("address: null", 'address: ▸"https://["', "R004"),
        ("address: null", 'address: ▸"https://a:99999/"', "R004"),
        ("address: null", 'address: ▸"https://gov.cn@evil.example/"', "R004"),
        ("address: null", 'address: ▸"https://www.gоv.cn/"', "R004"),  # a Cyrillic о
        ("address: null", 'address: ▸"https://a/\\" onclick=\\"x"', "R004"),
        ("address: null", "address: ▸https://a/<b>", "R004"),
        ("address: null", 'address: ▸"https://a/{{ x }}"', "S015"),
    ],
)
def test_what_is_not_as_it_should_be_is_refused_where_it_stands(
    repository: Repository, old: str, new: str, code: str
) -> None:
    repository.replace(JIA, old, new)
    place = repository.place(JIA, "▸")
    repository.replace(JIA, "▸", "")
    assert [p for p in told(repository.findings()) if p[1].startswith(JIA)] == [(code, place)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("kind: action-plan", "knid: action-plan", ["R003 2:1", "R002 4:1"]),
        ("kind: action-plan", "Kind: action-plan", ["R003 2:1", "R002 4:1"]),
        ("kind: action-plan", "“kind”: action-plan", ["R003 2:1", "R002 4:1"]),
        ("kind: action-plan", "kind：action-plan", ["S004 5:1"]),
        ("kind: action-plan", "kind:action-plan", ["S004 5:1"]),
        ("park: jia", "park: 'jia", ["S004 14:49"]),
        ("en: Action Plan for Park A (2025–2026)}", "fr: Plan}", ["R003 5:8", "R002 5:33"]),
        ("targets:\n", "targets: x\nfacts_:\n", ["R004 45:10", "R002 46:1"]),
    ],
)
def test_a_misspelt_key_is_told_beside_the_one_that_is_missing(
    repository: Repository, old: str, new: str, expected: list[str]
) -> None:
    repository.replace(JIA, old, new)
    found = [(code, place.removeprefix(f"{JIA}:")) for code, place in told(repository.findings())]
    assert [f"{code} {place}" for code, place in found] == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", ("S003", "1:1")),
        ("# nothing\n", ("S003", "1:1")),
        ("---\n", ("R001", "2:1")),
        ("null\n", ("R001", "1:1")),
        ("themes\n", ("R001", "1:1")),
        ("{}\n", ("R001", "1:1")),
        ("- \n", ("R001", "1:2")),
        ("- theme\n", ("R001", "1:3")),
        ("- []\n", ("R001", "1:3")),
        ("- {id: a, name: {zh: 一, en: a}}\n- {id: a, name: {zh: 二, en: b}}\n", ("I001", "2:8")),
        ("%YAML 9.9\n---\n- a\n", ("S004", "1:1")),
        ("%TAG ! tag:evil,2000:\n---\n- !x a\n", ("S005", "3:3")),
    ],
)
def test_a_vocabulary_that_is_no_list_of_entries_is_refused(
    repository: Repository, content: str, expected: Place
) -> None:
    repository.write(THEMES, content)
    code, place = expected
    assert (code, f"{THEMES}:{place}") in told(repository.findings())


def test_a_front_matter_says_which_plan_and_language(repository: Repository) -> None:
    repository.replace("content/jia-2025/en.md", "language: en", "langauge: en")
    assert told(repository.findings()) == [("S010", "content/jia-2025/en.md:3:1")]
    repository.replace("content/jia-2025/en.md", "langauge: en\n", "")
    repository.replace("content/jia-2025/zh.md", "plan: jia-2025", "plan: [jia-2025]")
    assert told(repository.findings()) == [
        ("F003", "content/jia-2025/en.md:2:1"),
        ("F003", "content/jia-2025/zh.md:2:1"),
    ]
