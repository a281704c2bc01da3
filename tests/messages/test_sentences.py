"""Whatever the program says to a person stands in the catalogue."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from generator.findings.finding import Failure, Message
from generator.forms.page import PAGES
from generator.messages.catalogue import catalogue
from generator.records.kinds import inside_plan
from tests.paths import ROOT
from tests.sources import nodes

MODULES = sorted((ROOT / "generator").rglob("*.py"))
WORDS = catalogue("en").words
KEYS = {re.sub(r"\.(one|other)$", "", key) for key in WORDS}
SENTENCE = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}|[\u4e00-\u9fff]")
SPEAKS = {"print", "say", "tell", "exit", "write"}  # functions by which something is said


def raised() -> set[str]:
    """Return the names of all errors whose words are for a person."""
    found, waiting = set(), [Failure]
    while waiting:
        kind = waiting.pop()
        found.add(kind.__name__)
        waiting += kind.__subclasses__()
    return found | {"EngineError", "ExtractError", "RevisionError", "SearchError"}


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Yield each call of the program with the name of what is called."""
    for path in MODULES:
        for node in nodes(path):
            if isinstance(node, ast.Call) and isinstance(node.func, (ast.Attribute, ast.Name)):
                yield node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id, node


def literals(node: ast.expr) -> str:
    """Return the words that an expression holds outside the calls in it."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(literals(part) for part in node.values)
    if isinstance(node, ast.BinOp):
        return literals(node.left) + literals(node.right)
    return ""


def test_nothing_that_is_said_is_a_sentence_in_the_code() -> None:
    speaking = SPEAKS | raised()
    said = [(name, literals(argument)) for name, call in calls() if name in speaking for argument in call.args]
    assert len(said) > 100
    assert [(name, words) for name, words in said if SENTENCE.search(words)] == []


def test_every_sentence_that_is_named_is_in_the_catalogue() -> None:
    errors = raised()
    named = {
        call.args[0].value
        for name, call in calls()
        if (name in errors or (name == "of" and ast.unparse(call.func) == "Message.of")) and call.args
        if isinstance(call.args[0], ast.Constant)
    }
    assert len(named) > 40
    assert named - KEYS == set()


def test_every_sentence_of_the_catalogue_is_said() -> None:
    constants = {
        node.value
        for path in MODULES
        for node in nodes(path)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    constants |= {
        key for page in PAGES.glob("*.html") for key in re.findall(r'say\("([^"]+)"', page.read_text("utf-8"))
    }
    elsewhere = (
        "status.",
        "help.",
        "news.",
    )  # of the columns of a table; of arguments, see test_arguments; of standings
    assert {key for key in KEYS - constants if not key.startswith(elsewhere)} == set()


def test_every_kind_of_record_has_its_column_in_the_table_of_what_is_covered() -> None:
    assert {f"status.{kind.plural}" for kind in inside_plan() if kind.page} <= KEYS


def test_a_count_chooses_the_form_and_a_list_is_said_as_one() -> None:
    english, chinese = catalogue("en"), catalogue("zh")
    one, two = (Message.of("build.pages", n=n) for n in (1, 2))
    assert (english.tell(one), english.tell(two)) == ("building 1 page", "building 2 pages")
    kinds = Message.of("extract.kind", file="a.doc", kinds=[".txt", ".md"])
    assert ".txt, .md: " in english.tell(kinds)
    assert "：.txt、.md。" in chinese.tell(kinds)
