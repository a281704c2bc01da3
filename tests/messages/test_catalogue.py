from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

import pytest

from generator.diff import untold
from generator.findings.finding import WARNINGS, Finding, Guess
from generator.language.languages import LANGUAGES
from generator.messages.catalogue import Catalogue, catalogue
from generator.records import reading
from generator.source import characters, yaml_source
from tests.paths import ROOT
from tests.sources import nodes

SOURCES = [path for folder in ("generator", "tools") for path in sorted((ROOT / folder).rglob("*.py"))]
SENTENCE = re.compile(r"[A-Z]\d{3}\.[a-z0-9-]+")
# Where the program puts the name of a sentence together.
COMPOSED = {
    *(f"S002.{says}" for says in characters.SAYS),
    *(f"R004.{says}" for says in (*reading._SENTENCES.values(), *reading._PATTERNS.values(), "other")),
    *(f"S004.{says}" for says in (*yaml_source._PROBLEMS.values(), "other")),
    *(f"P008.{says}" for says in untold.SAYS),
}


def flat(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of a catalogue with its key."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from flat(inner, f"{key}.{name}")
    else:
        yield key, value


def texts(language: str) -> dict[str, str]:
    return dict(flat(asdict(catalogue(language))))


def placeholders(text: str) -> set[str]:
    found = (name for _, name, _, _ in string.Formatter().parse(text) if name is not None)
    return {re.sub(r"_(?:zh|en)$", "", name) for name in found}  # each language may show its own words of a value


def used() -> set[str]:
    """Return the names of all sentences that stand in the program."""
    return {
        node.value
        for path in SOURCES
        for node in nodes(path)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and SENTENCE.fullmatch(node.value)
    }


def calls() -> Iterator[tuple[str, set[str], set[str]]]:
    """Yield, for each place that makes a finding or a guess of a sentence named there: its name, its placeholders, and
    the values given. Where the values are gathered elsewhere nothing can be told.
    """
    sentences = {
        f"{code}.{says}": placeholders(one.message) | placeholders(one.hint)
        for code, rule in catalogue("en").rules.items()
        for says, one in rule.says.items()
    }
    sentences |= {says: placeholders(text) for says, text in catalogue("en").guesses.items()}
    for path in SOURCES:
        for node in nodes(path):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                given = {keyword.arg for keyword in node.keywords}
                name = getattr(node.func, "attr", "")
                if (
                    node.args[0].value in sentences
                    and name in {"of", "finding", "key_finding", "departs", "_fail"}
                    and None not in given
                ):
                    known = {"zh", "en", "provision"} if name == "departs" else set()
                    yield node.args[0].value, sentences[node.args[0].value], {str(one) for one in given} | known


def test_every_placeholder_of_a_sentence_is_given_its_value() -> None:
    seen = list(calls())
    assert len(seen) > 80
    assert [(name, wanted - given) for name, wanted, given in seen if wanted - given] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_in_a_catalogue_is_text(language: str) -> None:
    assert {type(text) for text in texts(language).values()} == {str}


def test_both_languages_have_the_same_keys() -> None:
    assert texts("zh").keys() == texts("en").keys()


def test_both_languages_have_the_same_placeholders() -> None:
    zh, en = texts("zh"), texts("en")
    assert [key for key in en if placeholders(zh[key]) != placeholders(en[key])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_blank(language: str) -> None:
    assert [key for key, text in texts(language).items() if not text.strip() and key not in {".comma", ".space"}] == []


def test_every_sentence_the_program_uses_is_in_the_catalogue_and_no_other() -> None:
    there = {f"{code}.{says}" for code, rule in catalogue("en").rules.items() for says in rule.says}
    assert used() | COMPOSED == there


def test_every_rule_belongs_to_a_family_and_every_family_has_rules() -> None:
    rules = catalogue("en").rules
    assert list(dict.fromkeys(code[0] for code in rules)) == list(catalogue("en").families)
    assert rules.keys() >= WARNINGS


def test_punctuation_between_chinese_words_is_chinese() -> None:
    plain = {key: re.sub(r"`[^`]*`|\{[^{}]*\}|https?://", "", text) for key, text in texts("zh").items()}
    latin = re.compile(r"[\u4e00-\u9fff][,;:!?()]|[,;!?()][\u4e00-\u9fff]")
    assert {key: text for key, text in plain.items() if latin.search(text)} == {}


def test_what_is_to_be_done_is_a_whole_sentence_in_chinese() -> None:
    said = {key: text for key, text in texts("zh").items() if key.endswith((".hint", ".remedy"))}
    assert {key: text for key, text in said.items() if not text.endswith("。")} == {}


FINDING = Finding.of("N004.value", "a.yaml", 3, 7, printed="30", value=31)


@pytest.mark.parametrize(
    ("language", "message", "hint"),
    [
        ("en", "value must be what is printed, 30: '31'", "correct the value or the printed number"),
        ("zh", "value 应为 30（按原文所印换算），现为“31”", "请改正 value 或照录的数字。"),
    ],
)
def test_a_finding_is_said_in_each_language(language: str, message: str, hint: str) -> None:
    words = catalogue(language)
    assert (words.message(FINDING), words.hint(FINDING)) == (message, hint)


def test_what_may_have_been_meant_comes_before_what_to_do() -> None:
    finding = FINDING.guess(Guess.of("near", near="30"), None)
    assert catalogue("en").hint(finding) == "did you mean `30`? correct the value or the printed number"
    assert catalogue("zh").hint(finding) == "是否应为 `30`？请改正 value 或照录的数字。"


def test_a_list_is_said_as_one() -> None:
    finding = Finding.of("V001.parks", "a.yaml", parks=("jia", "yi"))
    assert catalogue("en").message(finding).endswith(": jia, yi")
    assert catalogue("zh").message(finding).endswith("：jia、yi")


def test_a_value_cannot_call_for_another() -> None:
    finding = Finding.of("N004.value", "a.yaml", printed="{value}", value="{printed.__class__}")
    assert catalogue("en").message(finding) == "value must be what is printed, {value}: '{printed.__class__}'"


@pytest.mark.parametrize(("n", "words"), [(0, "0 findings."), (1, "1 finding."), (2, "2 findings.")])
def test_a_command_counts(n: int, words: str) -> None:
    english: Catalogue = catalogue("en")
    assert english.say("findings", n=n) == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_names_only_what_an_owner_has(language: str) -> None:
    """No docs of the program, none of its Makefile's other commands, and nothing else of its checkout."""
    made = "site|check|serve|schemas|install"
    absent = re.compile(rf"docs/|CONTRIBUTING|tests/|tools/|python -m generator|`make (?!{made})")
    told = {key: text for key, text in texts(language).items() if absent.search(text)}
    assert told == {}
