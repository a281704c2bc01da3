# ruff: noqa: E501 - a table of cases reads best with one case a line
from __future__ import annotations

import pytest

from tests.paths import JIA
from tests.small import Repository

UNITS = "structured/units.yaml"


def test_a_unit_that_is_not_printed_must_be_marked_as_inferred_and_explained(repository: Repository) -> None:
    repository.replace(JIA, 'printed: {value: "120", unit: 家}', 'printed: {value: "120", unit: null}')
    repository.expect(
        (repository.place(JIA, '{value: "120"'), "N001", "unit_inferred must be true where no unit is printed")
    )
    repository.replace(JIA, "value: 120\n", "value: 120\n    unit_inferred: true\n")
    repository.expect((repository.place(JIA, "true"), "N001", "an inferred unit must carry a note"))
    repository.replace(
        JIA,
        "unit_inferred: true\n",
        "unit_inferred: true\n    notes: [{zh: 原文未印“家”。, en: The unit is not printed.}]\n",
    )
    repository.expect()


def test_a_unit_that_does_not_stand_in_the_quote(repository: Repository) -> None:
    repository.replace(JIA, 'printed: {value: "120", unit: 家}', 'printed: {value: "120", unit: 个}')
    repository.expect((repository.place(JIA, "个}"), "N002", "printed unit must stand in the quote: '个'"))


def test_a_printed_unit_that_cannot_be_read(repository: Repository) -> None:
    repository.replace(JIA, 'printed: {value: "120", unit: 家}', 'printed: {value: "120", unit: 企业}')
    part = "printed unit must be one of 家, 个, 件, with 万 or 亿 before it: '企业'"
    repository.expect((repository.place(JIA, '{value: "120"'), "N003", part))


def test_a_target_in_another_unit_than_its_metric(repository: Repository) -> None:
    repository.replace(JIA, "metric: listed-companies\n", "metric: park-revenue\n")
    repository.expect(
        (repository.place(JIA, "unit: count", 2)[:-1] + "11", "N006", "unit must be that of the metric, CNY: 'count'"),
        (
            repository.place(JIA, "metric: listed-companies").rpartition(":")[0] + ":13",
            "N010",
            "metric must be that of listed-companies, which it restates ('park-revenue'): 'listed-companies'",
        ),
    )


@pytest.mark.parametrize(
    ("unit", "longer", "shorter"),
    [
        ("{id: people, name: {zh: 人, en: people}, printed: {人: 1, 名: 1, 人次: 7}}", "人次", "人"),
        ("{id: people, name: {zh: 人, en: people}, printed: {人次: 7}}", "人次", "人"),
        ("{id: trips, name: {zh: 班, en: services}, printed: {架: 1, 架次: 7}}", "架次", "架"),
    ],
)
def test_a_unit_word_that_counts_something_else_than_what_is_shown(
    repository: Repository, unit: str, longer: str, shorter: str
) -> None:
    repository.write(UNITS, f"{repository.read(UNITS)}- {unit}\n")
    repository.expect((repository.place(UNITS, "7}"), "N009", longer))
    repository.expect((repository.place(UNITS, "7}"), "N009", f"it counts something else than {shorter}"))


def test_a_longer_unit_word_may_be_shown_as_itself(repository: Repository) -> None:
    units = "- {id: trips, name: {zh: 人次, en: person-times}, printed: {人次: 1}}\n- {id: rate, name: {zh: 元/人, en: RMB per person}, printed: {元: 1, 元/人: 1}}\n"
    repository.write(UNITS, repository.read(UNITS) + units)
    repository.expect()
