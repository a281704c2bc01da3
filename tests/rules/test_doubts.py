from __future__ import annotations

import pytest

from generator.records.anomaly import WEIGHTS
from tests.paths import JIA, YI_NEW
from tests.small import Repository
from tests.told import advised

NOTE = "    kind: undefined-term\n    weight: note\n    printed: 新增上市企业"


@pytest.mark.parametrize("kind", WEIGHTS)
def test_where_the_kind_decides_there_is_one_weight(repository: Repository, kind: str) -> None:
    allowed = WEIGHTS[kind]  # type: ignore[index]
    other = {"figure": "note", "note": "figure"}[allowed]
    repository.replace(JIA, NOTE, NOTE.replace("undefined-term", kind).replace("note", other))
    told = f"weight must be {allowed} where the kind is {kind}: '{other}'"
    repository.expect((repository.place(JIA, f"{other}\n    printed: 新增上市"), "O001", told))
    assert f"`weight: {allowed}`" in advised(repository.findings()[0])


@pytest.mark.parametrize("kind", ["inconsistent", "ambiguous", "odd-date", "missing-character"])
@pytest.mark.parametrize("weight", ["figure", "note"])
def test_where_the_text_decides_both_weights_will_do(repository: Repository, kind: str, weight: str) -> None:
    repository.replace(JIA, NOTE, NOTE.replace("undefined-term", kind).replace("note", weight))
    assert repository.findings() == []


def test_a_doubt_that_can_change_a_figure_names_it(repository: Repository) -> None:
    repository.replace(YI_NEW, "    targets: [reserve-land]\n", "    targets: []\n")
    told = "a doubt of kind missing-magnitude must name a target or fact in targets: “储备产业用地40平方米”"
    repository.expect((repository.place(YI_NEW, "figure\n    printed: 储备"), "O002", told))
    assert "weight: note" not in advised(repository.findings()[0])
    repository.replace(YI_NEW, "kind: missing-magnitude", "kind: ambiguous")
    told = "a doubt of weight figure must name a target or fact in targets: “储备产业用地40平方米”"
    repository.expect((repository.place(YI_NEW, "figure\n    printed: 储备"), "O002", told))
    assert "`weight: note`" in advised(repository.findings()[0])


@pytest.mark.parametrize("id_", ["incubators", "high-tech-enterprises-2024"])
def test_a_word_makes_no_figure_doubtful_that_does_not_hold_it(repository: Repository, id_: str) -> None:
    repository.replace(JIA, "targets: [listed-companies-task]", f"targets: [listed-companies-task, {id_}]")
    told = f"{id_} must hold the doubtful words in its quote: “新增上市企业”"
    repository.expect((repository.place(JIA, f"{id_}]"), "O003", told))


def test_a_word_makes_every_figure_doubtful_that_holds_it(repository: Repository) -> None:
    repository.replace(JIA, "targets: [listed-companies-task]", "targets: [listed-companies-task, listed-companies]")
    assert repository.findings() == []


def test_words_that_only_share_some_with_the_figure_will_do(repository: Repository) -> None:
    repository.replace(JIA, "printed: 新增上市企业\n", "printed: 到2026年新增\n")
    assert repository.findings() == []


def test_what_is_inconsistent_stands_in_two_places(repository: Repository) -> None:
    repository.replace(JIA, NOTE, NOTE.replace("undefined-term", "inconsistent"))
    repository.replace(JIA, "targets: [listed-companies-task]", "targets: [listed-companies-task, incubators]")
    assert repository.findings() == []


@pytest.mark.parametrize(
    ("said", "bare"),
    [
        ("乙园为企业提供服务，储备产业用地40平方米。", True),
        ("乙园为企业提供服务，储备产业用地40平方米（疑漏“万”字）。", False),
        ("乙园为企业提供服务，储备产业用地140平方米。", False),
    ],
)
def test_who_tells_a_doubtful_number_tells_the_doubt(repository: Repository, said: str, bare: bool) -> None:
    park = "structured/parks/yi.yaml"
    repository.replace(park, "profile: {zh: 乙园为企业提供服务。,", f"profile: {{zh: 乙园为企业提供服务。{said},")
    told = [(f.code, f.line) for f in repository.findings() if f.code == "O004"]
    assert [code for code, _ in told] == (["O004"] if bare else [])
