# ruff: noqa: E501 - a table of cases reads best with one case a line
from __future__ import annotations

import pytest

from tests.cases import few
from tests.paths import JIA, JIA_TEXT, YI
from tests.small import Repository
from tests.told import advised

JIA_PARK = "structured/parks/jia.yaml"


@pytest.mark.parametrize(
    ("old", "new", "words", "part", "hint"),
    few([
        ("[jia-government]", "[jia-goverment]", "jia-goverment]", "issuers must name an entry of structured/bodies.yaml", "did you mean `jia-government`?"),
        ("drafter: null", "drafter: nobody", "nobody", "drafter must name an entry of structured/bodies.yaml: 'nobody'", "correct it"),
        ("behalf_by: null", "behalf_by: nobody", "nobody", "sealed_on_behalf_by must name an entry", "correct it"),
        ("printed_by: jia-government-office", "printed_by: nobody", "nobody", "printed_by must name an entry", "correct it"),
        ("metric: park-revenue", "metric: park-revenues", "park-revenues", "metric must name an entry of structured/metrics.yaml", "did you mean `park-revenue`?"),
        ("unit: CNY", "unit: CNYY", "CNYY", "unit must name an entry of structured/units.yaml: 'CNYY'", "did you mean `CNY`?"),
        ("theme: services", "theme: service", "service\n", "theme must name an entry of structured/themes.yaml", "did you mean `services`?"),
        ("{cloud-computing: 云", "{clouds: 云", "云计算产业}", "industries must name an entry of structured/industries.yaml: 'clouds'", "correct it"),
        ("{industry-fund: ", "{industry-funds: ", "设立产业基金}", "instruments must name an entry", "did you mean `industry-fund`?"),
        ("{startups: ", "{start-ups: ", "初创企业}", "beneficiaries must name an entry", "did you mean `startups`?"),
        ("body: jia-administration", "body: nobody", "nobody", "body must name an entry", "correct it"),
        ("repeat_of: listed-companies", "repeat_of: listed", "listed\n", "target must name an entry of this plan: 'listed'", ""),
        ("repeat_of: listed-companies", "repeat_of: listed-companies-task", "listed-companies-task\n  - id: unicorns", "target must name an entry of this plan", ""),
        ("baseline: high-tech-enterprises-2024", "baseline: revenue", "revenue\n  - id: listed", "fact must name an entry of this plan: 'revenue'", ""),
        ("targets: [listed-companies-task]", "targets: [nothing]", "nothing", "target must name an entry of this plan: 'nothing'", ""),
    ], 5),
)  # fmt: skip
def test_an_id_that_leads_nowhere(repository: Repository, old: str, new: str, words: str, part: str, hint: str) -> None:
    repository.replace(JIA, old, new)
    expected = [(repository.place(JIA, words), "F001", part)]
    if new == "unit: CNYY":
        expected.append((expected[0][0], "N006", "unit must be that of the metric, CNY: 'CNYY'"))
    repository.expect(*expected)
    assert advised(repository.findings()[0]).startswith(hint)


def test_a_plan_of_an_unknown_park_leaves_the_park_without_a_plan(repository: Repository) -> None:
    repository.replace(JIA, "park: jia\n", "park: jja\n")
    repository.expect(
        (repository.place(JIA_PARK, "2.1.1"), "F002", "provision must be one of the text's: '2.1.1'"),
        (repository.place(JIA, "jja"), "F001", "park must name an entry of structured/parks/: 'jja'"),
    )


def test_a_metric_of_an_unknown_unit(repository: Repository) -> None:
    path = "structured/metrics.yaml"
    repository.replace(path, "unit: m2", "unit: m3")
    repository.expect(
        (repository.place(path, "m3"), "F001", "unit must name an entry of structured/units.yaml: 'm3'"),
        (repository.place(JIA, "m2"), "N006", "unit must be that of the metric, m3: 'm2'"),
    )


def test_an_industry_of_a_park_that_leads_nowhere(repository: Repository) -> None:
    repository.replace(JIA_PARK, "industry: cloud-computing", "industry: clouds")
    repository.expect(
        (
            repository.place(JIA_PARK, "clouds"),
            "F001",
            "industry must name an entry of structured/industries.yaml: 'clouds'",
        )
    )


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("year_provision: 1/3\n", "year_provision: 1/9\n", "1/9"),
        ("provision: 2.1.2\n", "provision: 2.1.9\n", "2.1.9"),
        ("provision: 3/1\n", "provision: 3/9\n", "3/9"),
        ("provision: 2.1.1/1\n    kind", "provision: 2.1.1/9\n    kind", "2.1.1/9"),
        ("provision: preamble/1", "provision: preamble/9", "preamble/9"),
    ],
    ids=["year", "task", "measure", "anomaly", "parent"],
)
def test_an_address_that_leads_nowhere(repository: Repository, old: str, new: str, words: str) -> None:
    repository.replace(JIA, old, new)
    repository.expect((repository.place(JIA, words), "F002", f"provision must be one of the text's: '{words}'"))


def test_an_address_of_a_target_that_leads_nowhere_leaves_its_number_uncaptured(repository: Repository) -> None:
    repository.replace(JIA, "provision: 1/2\n    quote: 园区总营收", "provision: 1/9\n    quote: 园区总营收")
    repository.expect(
        (repository.line(JIA_TEXT, "到2026年"), "C001", "'30亿'"),
        (repository.place(JIA, "1/9"), "F002", "provision must be one of the text's: '1/9'"),
    )


def test_an_address_of_a_fact_and_of_an_exclusion_that_leads_nowhere(repository: Repository) -> None:
    repository.replace(JIA, "provision: 1/1\n", "provision: 1/9\n")
    repository.replace(JIA, "provision: 2.1.2/1, reason: name", "provision: 2.1.2/9, reason: name")
    repository.expect(
        (repository.line(JIA_TEXT, "截至2024年"), "C001", "'100'"),
        (repository.line(JIA_TEXT, "截至2024年"), "C001", "'2024'"),
        (repository.line(JIA_TEXT, "落实企业"), "C001", "'一'"),
        (repository.place(JIA, "1/9"), "F002", "provision must be one of the text's: '1/9'"),
        (repository.place(JIA, "一窗"), "C002", "exclusion must cover a number that nothing else covers: '一窗'"),
        (repository.place(JIA, "2.1.2/9"), "F002", "provision must be one of the text's: '2.1.2/9'"),
    )


def test_an_address_of_a_park_that_leads_nowhere(repository: Repository) -> None:
    repository.replace(JIA_PARK, "provision: 2.1.1", "provision: 2.1.9")
    repository.expect((repository.place(JIA_PARK, "2.1.9"), "F002", "provision must be one of the text's: '2.1.9'"))


def test_a_text_that_names_another_plan(repository: Repository) -> None:
    repository.replace(JIA_TEXT, "plan: jia-2025", "plan: yi-2021")
    repository.expect((f"{JIA_TEXT}:2:1", "F003", "plan must be 'jia-2025': 'yi-2021'"))


def test_a_text_that_names_no_plan(repository: Repository) -> None:
    repository.replace(JIA_TEXT, "plan: jia-2025\n", "")
    repository.expect((f"{JIA_TEXT}:2:1", "F003", "plan must be 'jia-2025': 'None'"))


def test_a_body_of_a_measure_that_leads_nowhere(repository: Repository) -> None:
    repository.replace(YI, "body: yi-government, role", "body: yi-goverment, role")
    message = "body must name an entry of structured/bodies.yaml: 'yi-goverment'"
    repository.expect((repository.place(YI, "yi-goverment, role"), "F001", message))


def test_words_of_a_park_stand_in_one_of_its_plans(repository: Repository) -> None:
    repository.replace(YI, "park: yi", "park: jia")
    assert [f for f in repository.findings() if f.path == JIA_PARK] == []


@pytest.mark.parametrize(("wrong", "meant"), [("2.1.2/9", "`2.1.2/1`"), ("2.1.9/1", None)])
def test_no_passage_is_guessed_that_only_looks_alike(repository: Repository, wrong: str, meant: str | None) -> None:
    repository.replace("structured/guide.yaml", "provision: 2.1.2/1", f"provision: {wrong}")
    repository.replace("structured/guide.yaml", "words: 落实企业“服务包”制度,实现一窗受理", "words: 此处没有的文字")
    [hint] = [advised(found) for found in repository.findings() if found.code == "F002"]
    assert ("did you mean" in hint) is (meant is not None)
    assert meant is None or meant in hint
