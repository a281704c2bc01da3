from __future__ import annotations

import pytest

from generator.language.pinyin import by_table
from generator.rules.terms import normalise
from tests.cases import few
from tests.paths import JIA, JIA_ENGLISH, YI
from tests.small import Repository
from tests.told import advised, said

TERMS = "structured/terms.yaml"
METRICS = "structured/metrics.yaml"
EXCEPTIONS = "structured/exceptions.yaml"
GUIDE = "structured/guide.yaml"
SOURCE = "{publisher: {zh: 甲市网站, en: Website of City A}}"
PACKAGE = "the “service package” scheme"


def term(zh: str, en: str, more: str = "") -> str:
    id_, pinyin = en.lower().replace(" ", "-"), " ".join(by_table(zh))
    explanation = "{zh: 一个词。, en: A term.}"
    return f"- {{id: {id_}, zh: {zh}, en: {en}, pinyin: {pinyin}, explanation: {explanation}{more}}}\n"


def official(name: str) -> str:
    return f", official_en: {name}, official_source: {SOURCE}"


def write(repository: Repository, *terms: str) -> None:
    repository.write(TERMS, "".join(terms))


def granted(words: str, reason: str = "reason: The word has its everyday meaning here.") -> str:
    return f"- {{plan: jia-2025, provision: 2.1.2/1, rule: terms, words: {words}, {reason}}}\n"


def test_a_term_in_another_form(repository: Repository) -> None:
    repository.replace(JIA_ENGLISH, PACKAGE, "the bundle of services")
    repository.expect((repository.line(JIA_ENGLISH, "bundle"), "E301", "translated as in the glossary: '服务包'"))
    [found] = repository.findings()
    assert advised(found).startswith("write “service package”")
    assert "⇔ “Carry out the bundle of services" in said(found)


@pytest.mark.parametrize(
    "form",
    few(
        [
            "the service package",
            "the service packages",
            "a Service Package",
            "the “service package” scheme",
            "service-packages",
            "the service package's rules",
            "the service a package",
        ],
        4,
    ),
)
def test_case_plural_hyphens_quotation_marks_and_articles_do_not_matter(repository: Repository, form: str) -> None:
    repository.replace(JIA_ENGLISH, PACKAGE, form)
    repository.expect()


@pytest.mark.parametrize(
    "form", ["service packaging", "services and packages", "self-service packaged", "packages of service"]
)
def test_half_a_form_is_none(repository: Repository, form: str) -> None:
    repository.replace(JIA_ENGLISH, PACKAGE, form)
    assert [f.code for f in repository.findings()] == ["E301"]


@pytest.mark.parametrize("more", [", also: [bundle of services]", official("bundle of services")])
def test_other_forms_may_be_allowed(repository: Repository, more: str) -> None:
    repository.replace(JIA_ENGLISH, PACKAGE, "the bundles of services")
    write(repository, term("服务包", "service package", more))
    repository.replace(GUIDE, "“Service packages”", "Bundles of services")
    repository.expect()


@pytest.mark.parametrize(
    ("form", "codes"),
    [
        ("carry … companies", []),
        ("applications … counter", []),
        ("accepted at … one counter", []),
        ("carry … counter", ["E301"]),
    ],
)
def test_a_gap_in_a_form_stands_for_a_few_words(repository: Repository, form: str, codes: list[str]) -> None:
    write(repository, term("一窗受理", "one window", f", also: [{form}]"))
    repository.replace(GUIDE, "a single counter", "one window and a single counter")
    assert [finding.code for finding in repository.findings()] == codes


@pytest.mark.parametrize("written", ["the Bundle of Services", "the “bundles of services” (service packages)"])
def test_the_official_name_at_first_mention(repository: Repository, written: str) -> None:
    write(repository, term("服务包", "service package", official("bundle of services")))
    place = repository.line(JIA_ENGLISH, "Carry out the")
    repository.expect((place, "E303", "must give the official English name: '服务包'"))
    assert advised(repository.findings()[0]).startswith("write “bundle of services”")
    repository.replace(JIA_ENGLISH, PACKAGE, written)
    repository.expect()


def test_a_later_mention_needs_no_official_name(repository: Repository) -> None:
    write(repository, term("园区", "park", official("science park")))
    found = [f for f in repository.findings() if f.code == "E303"]
    assert len({f.path for f in found}) == len(found) == 2


def test_an_official_name_may_be_excepted_by_itself(repository: Repository) -> None:
    write(repository, term("服务包", "service package", official("bundle of services")))
    repository.prepend(EXCEPTIONS, granted("服务包").replace("rule: terms", "rule: names"))
    repository.expect()


@pytest.mark.parametrize(
    "more", [", official_en: service package", f", official_source: {SOURCE}"], ids=["no source", "no name"]
)
def test_an_official_name_and_its_source_go_together(repository: Repository, more: str) -> None:
    write(repository, term("服务包", "service package", more))
    place = repository.place(TERMS, more.removeprefix(", ").partition(": ")[2], 2 if "official_en" in more else 1)
    repository.expect((place, "E304", "must be given together: '服务包'"))


def test_a_rendering_to_avoid(repository: Repository) -> None:
    write(repository, term("服务包", "service package", ", avoid: [bundle]"))
    repository.expect()
    repository.replace(JIA_ENGLISH, "scheme for companies", "scheme, a bundle for companies")
    repository.replace(GUIDE, "“Service packages”", "Bundles or “service packages”")
    repository.expect(
        (repository.line(JIA_ENGLISH, "bundle"), "E305", "must not be translated so: '服务包' as “bundle”"),
        (repository.place(GUIDE, "Bundles or “service"), "E306", "must not be translated so: '服务包' as “bundle”"),
    )


def test_a_rendering_to_avoid_elsewhere_is_free(repository: Repository) -> None:
    write(repository, term("不存在", "nothing", ", avoid: [service package]"))
    repository.expect()


def test_the_longest_term_wins(repository: Repository) -> None:
    repository.replace(YI, "Improve services", "Improve assistance")
    write(
        repository,
        term("服务", "assistance"),
        term("服务包", "service package"),
        term("政务服务", "government service"),
    )
    repository.expect()
    write(repository, term("服务", "assistance"), term("政务服务", "government service"))
    repository.expect(
        (repository.line(JIA_ENGLISH, "Carry out the"), "E301", "'服务'"),
        (repository.place(GUIDE, "“Service packages”"), "E302", "'服务'"),
    )


def test_a_term_that_stands_there_twice_is_reported_once(repository: Repository) -> None:
    write(repository, term("园", "garden"))
    found = [f for f in repository.findings() if f.code == "E301"]
    assert len({(f.path, said(f).partition("(provision")[2]) for f in found}) == len(found) > 1


def test_a_term_in_a_heading_or_a_table_counts(repository: Repository) -> None:
    write(repository, term("重点任务", "main jobs"), term("同步", "side by side"))
    repository.expect(
        (repository.line(JIA_ENGLISH, "| 3 | Tax"), "E301", "'同步'"),
        (repository.line(JIA_ENGLISH, "## 2."), "E301", "'重点任务'"),
    )


def test_a_plan_without_english_has_no_terms_to_keep(repository: Repository) -> None:
    write(repository, term("全过程服务", "whole-process service"))
    repository.expect()


def test_no_terms_at_all(repository: Repository) -> None:
    write(repository, "[]\n")
    repository.expect()


def test_an_exception_with_a_reason(repository: Repository) -> None:
    repository.replace(JIA_ENGLISH, PACKAGE, "the bundle of services")
    repository.prepend(EXCEPTIONS, granted("服务包"))
    repository.expect()


@pytest.mark.parametrize(
    ("reason", "code"),
    [("", "R003"), ("reason: ''", "R004"), ("reason: null", "R004"), ("because: it is so, reason: a", "R002")],
)
def test_an_exception_needs_a_reason(repository: Repository, reason: str, code: str) -> None:
    repository.replace(JIA_ENGLISH, PACKAGE, "the bundle of services")
    repository.prepend(EXCEPTIONS, granted("服务包", reason).replace(", }", "}"))
    [found] = repository.findings()
    assert (found.path, found.code) == (EXCEPTIONS, code)


@pytest.mark.parametrize("words", ["服务包", "服务", "不存在"])
def test_an_exception_that_nothing_needs(repository: Repository, words: str) -> None:
    repository.prepend(EXCEPTIONS, granted(words))
    repository.expect((repository.place(EXCEPTIONS, words), "X001", f"exception must be needed: '{words}'"))
    assert advised(repository.findings()[0]) == "remove it"


@pytest.mark.parametrize(
    ("old", "new"), [("2.1.2/1", "2.1.1/1"), ("jia-2025", "yi-2021"), ("rule: terms", "rule: hedges")]
)
def test_an_exception_of_another_place_or_rule_is_none(repository: Repository, old: str, new: str) -> None:
    repository.replace(JIA_ENGLISH, PACKAGE, "the bundle of services")
    repository.prepend(EXCEPTIONS, granted("服务包").replace(old, new))
    assert sorted(f.code for f in repository.findings()) == ["E301", "X001"]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("The Service-Packages", "service package"),
        ("companies’ policies", "company policy"),
        ("boxes, branches and classes", "box branch and class"),
        ("R&D; “5G+”", "r&d 5g+"),
        ("a bus, his gas", "bus his gas"),
        ("the district's GDP", "district gdp"),
        ("business process", "business process"),
    ],
)
def test_how_words_are_compared(text: str, plain: str) -> None:
    assert normalise(text) == plain
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    ("path", "old", "new", "nth"),
    [
        (METRICS, "en: Idle premises", "en: Vacant premises", 1),
        (METRICS, "en: Floor space of idle premises", "en: Floor space that stands empty", 1),
        (JIA, "en: Idle premises", "en: Vacant premises", 1),
        (JIA, "en: High-tech enterprises", "en: Technology companies", 2),
    ],
    ids=["metric", "definition", "target", "fact"],
)
def test_a_figure_or_metric_named_otherwise_than_in_the_glossary(
    repository: Repository, path: str, old: str, new: str, nth: int
) -> None:
    write(repository, term("闲置载体", "idle premises"), term("高新技术企业", "high-tech enterprise"))
    repository.replace(METRICS, "en: Floor space that stands idle", "en: Floor space of idle premises")
    repository.expect()
    place = repository.place(path, old.removeprefix("en: "), nth)
    repository.replace(path, old, new, nth)
    repository.expect((place, "E302", "must be named as in the glossary"))
