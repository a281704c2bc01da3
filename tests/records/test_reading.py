# ruff: noqa: E501 - a table of cases reads best with one case a line
from __future__ import annotations

import pytest

from generator.records.measure import Measure
from generator.records.metric import Metric
from generator.records.plan import Plan
from generator.records.reading import read
from generator.records.vocabulary import Body
from tests.fixtures import ReadYaml
from tests.paths import JIA
from tests.small import Repository
from tests.told import Expected, advised, matches, raised, said

MEASURE = """\
id: deployment
provision: 3/1
quote: 一是强化部署。
title: {zh: 强化部署, en: Follow through}
summary: {zh: 抓好落实。, en: See it done.}
"""


def test_a_record_with_nothing_wrong(read_yaml: ReadYaml) -> None:
    measure = read(Measure, read_yaml(MEASURE))
    assert (measure.id, measure.provision, measure.title.en) == ("deployment", "3/1", "Follow through")


def test_one_record_of_a_list(read_yaml: ReadYaml) -> None:
    document = read_yaml("- {id: a, name: {zh: 甲, en: A}, names: [甲]}\n- {id: b, name: {zh: 乙, en: B}, names: []}\n")
    assert read(Body, document, 0).names == ("甲",)
    matches(
        raised(lambda: read(Body, document, 1)),
        [("a.yaml:2:40", "R004", "1.names must have more entries: '[]'")],
    )


@pytest.mark.parametrize(
    ("old", "new", "expected", "hint"),
    [
        (
            "quote:", "qoute:",
            ("a.yaml:3:1", "R002", "unknown key: 'qoute'; allowed: bodies, id, provision, quote, summary, title"),
            "did you mean `quote`? correct or remove it",
        ),
        ("quote:", "colour:", ("a.yaml:3:1", "R002", "unknown key: 'colour'"), "correct or remove it"),
        ("provision: 3/1\n", "", ("a.yaml:1:1", "R003", "key missing: 'provision' (at provision)"), "add `provision:`"),
        (", en: See it done.", "", ("a.yaml:5:10", "R003", "key missing: 'en' (at summary.en)"), "add `en:`"),
        ("id: deployment", "id: 3", ("a.yaml:1:5", "R004", "id must be text: '3'"), "put it in double quotes"),
        ("id: deployment", "id: 2025-03-30", ("a.yaml:1:5", "R004", "id must be text: '2025-03-30'"), "put it in double quotes"),
        ("id: deployment", "id: Deployment", ("a.yaml:1:5", "R004", "id must be at most 60 lower-case letters"), "correct it"),
        ("id: deployment", "id: con", ("a.yaml:1:5", "R004", "id must be at most 60 lower-case letters"), "correct it"),
        ("id: deployment", f"id: {'a' * 61}", ("a.yaml:1:5", "R004", "id must be at most 60 lower-case letters"), "correct it"),
        ("id: deployment", "id: a--b", ("a.yaml:1:5", "R004", "id must be at most 60 lower-case letters"), "correct it"),
        ("3/1", "3.1.1.1/1", ("a.yaml:2:12", "R004", "provision must be an address like 2.3.2/1"), "write chapter.section.item"),
        ("3/1", "1.4", ("a.yaml:2:12", "R004", "provision must be text: '1.4'"), "put it in double quotes"),
        ("一是强化部署。", '" "', ("a.yaml:3:8", "R004", "quote must not be empty: ' '"), "correct it"),
        ("一是强化部署。", '"一是 "', ("a.yaml:3:8", "R004", "quote must be one line without spaces at its ends"), "correct it"),
        ("一是强化部署。", '"一\\n是"', ("a.yaml:3:8", "R004", "quote must be one line"), "correct it"),
        ("一是强化部署。", "一" * 4001, ("a.yaml:3:8", "R004", "quote must be at most 4000 characters"), "shorten it"),
        ("{zh: 强化部署, en: Follow through}", "强化部署", ("a.yaml:4:8", "R004", "title must be `key: value` lines: '强化部署'"), "words shown to readers are {zh: …, en: …}"),
        ("{zh: 强化部署, en: Follow through}", "[a]", ("a.yaml:4:8", "R004", "title must be `key: value` lines"), "words shown to readers are {zh: …, en: …}"),
        ("{zh: 强化部署, en: Follow through}", "null", ("a.yaml:4:8", "R004", "title must be `key: value` lines"), "words shown to readers are {zh: …, en: …}"),
        ("zh: 抓好落实。", "zh: true", ("a.yaml:5:15", "R004", "summary.zh must be text: 'true'"), "put it in double quotes"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_record_where_it_stands(
    read_yaml: ReadYaml, old: str, new: str, expected: Expected, hint: str
) -> None:
    assert MEASURE.count(old) == 1
    found = raised(lambda: read(Measure, read_yaml(MEASURE.replace(old, new))))
    matches(found, [expected])
    assert advised(found[0]).startswith(hint)


def test_a_key_spelt_wrong_is_both_unknown_and_missing(read_yaml: ReadYaml) -> None:
    found = raised(lambda: read(Measure, read_yaml(MEASURE.replace("en: Follow", "eng: Follow"))))
    matches(
        found,
        [
            ("a.yaml:4:8", "R003", "key missing: 'en' (at title.en)"),
            ("a.yaml:4:19", "R002", "unknown key: 'eng'; allowed: en, zh"),
        ],
    )
    assert advised(found[1]) == "did you mean `en`? correct or remove it"


@pytest.mark.parametrize("content", ["[]\n", "words\n", "3\n", "null\n"])
def test_what_is_no_record_at_all(read_yaml: ReadYaml, content: str) -> None:
    matches(raised(lambda: read(Measure, read_yaml(content))), [("a.yaml:1:1", "R001", "must be `key: value` lines")])


def test_allowed_words_are_listed(read_yaml: ReadYaml) -> None:
    content = "id: a\nname: {zh: 甲, en: A}\ndefinition: {zh: 甲, en: A}\nunit: null\ndirection: up\n"
    matches(
        raised(lambda: read(Metric, read_yaml(content))),
        [("a.yaml:5:12", "R004", "direction must be one of higher, lower, none: 'up'")],
    )


def test_a_long_value_is_shortened_in_the_message(read_yaml: ReadYaml) -> None:
    found = raised(lambda: read(Measure, read_yaml(MEASURE.replace("deployment", "A" * 500))))
    assert len(said(found[0])) < 300


def test_everything_wrong_with_a_record_is_reported_at_once(read_yaml: ReadYaml) -> None:
    content = "id: A\nqoute: x\ntitle: {zh: 1, en: B}\nsummary: []\n"
    matches(
        raised(lambda: read(Measure, read_yaml(content))),
        [
            ("a.yaml:1:1", "R003", "key missing: 'provision'"),
            ("a.yaml:1:5", "R004", "id must be"),
            ("a.yaml:2:1", "R002", "unknown key: 'qoute'"),
            ("a.yaml:3:13", "R004", "title.zh must be text: '1'"),
            ("a.yaml:4:10", "R004", "summary must be `key: value` lines"),
        ],
    )


@pytest.mark.parametrize(
    ("old", "new", "words", "code", "part"),
    [
        ("value: 3000000000", 'value: "3000000000"', '"3000000000"', "R004", "targets.0.value must be a number: '3000000000'"),
        ("value: 3000000000", "value: true", "true", "R004", "targets.0.value must be a number: 'true'"),
        ("value: 3000000000", "value: 3e9", "3e9", "R004", "targets.0.value must be a number: '3e9'"),
        ("year: 2026", 'year: "2026"', '"2026"', "R004", "targets.0.year must be a number: '2026'"),
        ("year: 2026", "year: 2026.5", "2026.5", "R004", "targets.0.year must be a number: '2026.5'"),
        ("year: 2026", "year: 202", "202\n", "R004", "targets.0.year must be at least 1949: '202'"),
        ("comparator: ge", "comparator: at-least", "at-least", "R004", "targets.0.comparator must be one of gt, ge, eq"),
        ("signed: 2025-03-01", "signed: 1 March 2025", "1 March", "R004", "dates.signed must be a date: '1 March 2025'"),
        ("signed: 2025-03-01", 'signed: "2025-03-01"', '"2025-03-01"', "R004", "dates.signed must be a date"),
        ("notes: []", "notes: none", "none", "R004", "targets.0.notes must be a list: 'none'"),
        ("commitment_word: 力争", "commitment_words: 力争", "commitment_words", "R002", "unknown key: 'commitment_words'; allowed: baseline, commitment, commitment_open, commitment_word"),
        ("{value: \"30\", unit: 亿元}", '{value: "30"}', '{value: "30"}', "R003", "key missing: 'unit' (at targets.0.printed.unit)"),
        ("{cloud-computing: 云计算产业}", "{Cloud: 云计算产业}", "Cloud:", "R004", "tasks.0.industries.Cloud must be at most 60"),
        ("{cloud-computing: 云计算产业}", "[cloud-computing]", "[cloud-computing]", "R004", "tasks.0.industries must be `key: value` lines"),
        ('{2026: 到2026年}', '{"2026": 到2026年}', '"2026": 到', "R004", "tasks.0.years.2026 must be a number: '2026'"),
        ("role: lead", "role: boss", "boss", "R004", "tasks.0.bodies.0.role must be one of lead, responsible, supporting, named: 'boss'"),
        ("issuers: [jia-government]", "issuers: []", "[]", "R004", "issuers must have more entries: '[]'"),
        ("address: null", "address: javascript:alert(1)", "javascript", "R004", "source.address must be a web address"),
        ("address: null", 'address: "https://a b"', '"https://a b"', "R004", "source.address must be a web address"),
        ("tier: official-text", "tier: rumour", "rumour", "R004", "source.tier must be one of official-page"),
    ],
)  # fmt: skip
def test_what_is_wrong_deep_in_a_plan_where_it_stands(
    repository: Repository, old: str, new: str, words: str, code: str, part: str
) -> None:
    repository.replace(JIA, old, new)
    nth = 2 if words == "[]" and "issuers" not in old else 1
    repository.expect((repository.place(JIA, words, nth), code, part))


def test_a_key_that_is_no_text_is_refused(read_yaml: ReadYaml) -> None:
    found = raised(lambda: read(Measure, read_yaml(f"{MEASURE}12: x\n13: y\n")))
    assert [f.code for f in found] == ["R004", "R004"]


def test_the_mini_plan_is_read_whole(repository: Repository, read_yaml: ReadYaml) -> None:
    plan = read(Plan, read_yaml(repository.read(JIA)))
    assert {t.comparator for t in plan.targets} == {"gt", "ge", "eq", "approx", "range", "lt", "le", "qualitative"}
    assert (len(plan.tasks), len(plan.measures), len(plan.anomalies)) == (2, 1, 2)
