from __future__ import annotations

import pytest

from generator.extract.drafting.bodies import Bodies, bodies
from generator.extract.drafting.roles import listed
from generator.extract.drafting.tasks import Titled
from generator.records.filed import Records
from generator.records.loading import load
from generator.source.text_source import PARAGRAPH, Provision
from tests.cases import cases_of
from tests.paths import JIA
from tests.small import Repository

each = cases_of(__file__)

ENTRIES = """
- {id: north-finance, name: {zh: 北区财政局, en: Finance Bureau of North District}, names: [区财政局]}
- {id: ridge-finance, name: {zh: 岭区财政局, en: Finance Bureau of Ridge District}, names: [区财政局]}
- {id: north-government, name: {zh: 北区人民政府, en: Government of North District}, names: [区政府]}
- {id: institute, name: {zh: 某某研究所, en: Institute}, names: [某某研究所]}
"""


@pytest.fixture
def records(repository: Repository) -> Records:
    repository.write("structured/bodies.yaml", repository.read("structured/bodies.yaml") + ENTRIES)
    for park, district in (("jia", "北区"), ("yi", "岭区")):
        path = f"structured/parks/{park}.yaml"
        line = next(line for line in repository.read(path).splitlines() if line.startswith("district:"))
        repository.replace(path, line, f"district: {{zh: {district}, en: District}}")
    assert repository.read(JIA)
    return load(repository.layout)


def task(body: str) -> Titled:
    return Titled(Provision("2/1", "2", PARAGRAPH, None, None, body, (), 1), "任务", body)


def test_a_name_that_two_districts_share_means_the_plan_s_own(records: Records) -> None:
    named = bodies(records, "岭区", ()).named(task("由区财政局安排资金。"))
    assert [a.body for a in named.actors] == ["ridge-finance"]


def test_a_body_of_another_district_is_not_meant_by_a_short_name(records: Records) -> None:
    named = bodies(records, "东区", ()).named(task("由区财政局牵头安排资金。"))
    assert named.actors == ()
    assert named.unknown == (("lead", "区财政局"),)


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("由区财政局牵头,统筹安排资金。", "lead"),
        ("区财政局负责安排资金。", "responsible"),
        ("依托区财政局开展工作。", "named"),
        ("加强与区财政局联动。", "named"),
        ("牵头单位:区财政局", "lead"),
        ("责任单位:区财政局", "responsible"),
        ("配合单位:区财政局", "supporting"),
    ],
)
def test_the_part_of_a_body_is_read_from_the_words_around_it(records: Records, words: str, role: str) -> None:
    [actor] = bodies(records, "北区", ()).named(task(words)).actors
    assert (actor.body, actor.role) == ("north-finance", role)


def test_a_fund_named_after_a_body_is_not_the_body(records: Records) -> None:
    assert bodies(records, "北区", ()).named(task("发挥区政府产业基金作用。")).actors == ()


@each("listed")
def test_bodies_in_a_list_have_the_part_that_its_label_or_verb_gives(words: str, bodies: list[str]) -> None:
    assert [f"{entry.role} {entry.name}" for entry in listed(words)] == bodies


@each("runs")
def test_names_in_a_row_before_one_verb_all_lead(words: str, names: list[str]) -> None:
    unknown = Bodies({}).named(task(words)).unknown
    assert [name for role, name in unknown if role == "lead"] == names


@each("supporting")
def test_names_in_a_row_that_help_support(words: str, names: list[str]) -> None:
    unknown = Bodies({}).named(task(words)).unknown
    assert [name for role, name in unknown if role == "supporting"] == names
