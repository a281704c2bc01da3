"""Every word of the lexicon does everywhere what it says: in a draft, in the rules, in the check of a translation."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator.extract.drafting.draft import draft
from generator.extract.structure.metadata import Metadata
from generator.language import lexicon
from generator.language.counterparts import HEDGES
from generator.language.lexicon import COMPARATORS, COUNT_WORDS, REACHED, Comparator
from generator.project.layout import Layout
from generator.records.filed import Filed, PlanFiles
from generator.records.loading import load
from generator.records.plan import Plan
from generator.records.reading import read
from generator.records.target import Target
from generator.rules import RULES
from generator.source import text_source, yaml_source
from tests.paths import JIA, JIA_ENGLISH, JIA_TEXT, MINI, ROOT
from tests.sites import BuiltSite
from tests.small import Repository
from tests.told import said

pytestmark = pytest.mark.builds

NEGATED = ("不", "不得", "严禁", "未", "未明显", "不得再")
PLACED = {"before": "企业{word}{n}家", "inside": "企业{n}{word}家", "after": "企业{n}家{word}"}
# The hedge of each meaning that a translation must not lose; a level that is just reached (达到) needs none.
KEPT = {"gt": "超过", "ge": "以上", "approx": "约", "lt": "低于", "le": "不超过"}

Phrase = tuple[str, Comparator, str]  # a word, what it means, and a goal that it stands in
Drafting = Callable[..., tuple[list[Target], list[str]]]


def phrases() -> Iterator[Phrase]:
    """Yield each comparing word of the table, and its negations, each in a goal with a number of its own."""
    n = 100
    for entry in COMPARATORS:
        forms = [(entry.word, entry.comparator)]
        forms += [(f"{negation}{entry.word}", entry.negated) for negation in NEGATED if entry.negated]
        for word, comparator in forms:
            n += 1
            yield word, comparator, PLACED[entry.position].format(word=word, n=n)


PHRASES = list(phrases())


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Drafting:
    """Draft a plan with some goals: return the targets, a goal each, and what the rules say of their words."""
    records = load(Layout(MINI))
    path = tmp_path_factory.mktemp("text") / "zh.md"

    def of(*goals: str) -> tuple[list[Target], list[str]]:
        body = "\n\n".join(f"到2026年,{goal}。" for goal in goals)
        front = "---\nplan: any-plan\nlanguage: zh-CN\n---\n"
        path.write_text(f"{front}\n# 丙园行动方案(2025-2026年)\n\n## 一、主要目标\n\n{body}\n", encoding="utf-8")
        text = text_source.load(path, "zh.md")
        document = yaml_source.parse(draft(text, Metadata(), "jia", "any-plan", records), "draft.yaml")
        files = PlanFiles(Filed(read(Plan, document), document), text, None, None, None, "", ())
        found = {f for rule in RULES.values() for f in rule(replace(records, plans=(files,))) if f.path == "draft.yaml"}
        targets = [[t for t in files.plan.targets if t.provision == f"1/{i}"] for i in range(1, len(goals) + 1)]
        return [target for [target] in targets], sorted(f"{f.code} {said(f)}" for f in found if f.code[0] in "NQ")

    return of


def test_every_comparing_word_is_drafted_and_the_draft_is_accepted(drafted: Drafting) -> None:
    targets, wrong = drafted(*(goal for _, _, goal in PHRASES))
    assert [(t.comparator_word, t.comparator) for t in targets] == [phrase[:2] for phrase in PHRASES]
    assert wrong == []


def test_every_hedging_word_is_drafted_and_the_draft_is_accepted(drafted: Drafting) -> None:
    words = lexicon.hedge_words()
    targets, wrong = drafted(*(f"企业{word}达到{n}家" for n, word in enumerate(words, 100)))
    assert [(t.commitment_word, t.commitment) for t in targets] == [(word, "aspirational") for word in words]
    assert wrong == []


@pytest.mark.parametrize("word", ["竞争进入决赛的", "在各方共同努力下", "预计", "确保"])
def test_what_only_looks_like_a_hedge_leaves_a_target_firm(drafted: Drafting, word: str) -> None:
    [target], _ = drafted(f"{word}企业达到100家")
    assert (target.commitment, target.commitment_word) == ("firm", None)


def test_every_counting_word_is_drafted_and_the_draft_is_accepted(drafted: Drafting) -> None:
    targets, wrong = drafted(*(f"{entry.word}企业{n}家" for n, entry in enumerate(COUNT_WORDS, 100)))
    assert [t.measure for t in targets] == [entry.measure for entry in COUNT_WORDS]
    assert wrong == []


@pytest.mark.parametrize(("word", "comparator", "goal"), PHRASES)
def test_every_comparing_word_must_be_kept_in_a_translation(word: str, comparator: Comparator, goal: str) -> None:
    needed = [KEPT[comparator]] if word not in REACHED else []
    assert [hedge.name for hedge in HEDGES if hedge.chinese.search(goal)] == needed


@pytest.mark.parametrize("word", lexicon.hedge_words())
def test_every_hedging_word_must_be_kept_in_a_translation(word: str) -> None:
    assert [hedge.name for hedge in HEDGES if hedge.chinese.search(f"{word}建成高地")] == ["力争"]


INVENTED = """
import sys
from generator.language import lexicon
lexicon.COMPARATORS += (lexicon.Comparing("跨越", "gt", reaches=True),)
lexicon.HEDGES += (lexicon.Hedging("奋求"),)
from generator.cli import main
sys.exit(main(sys.argv[1:]))
"""
CAPTURE = "丙园行动方案(2025-2026年)\n\n一、主要目标\n\n到2026年,企业奋求跨越120家。\n"


def run(repository: Repository, *arguments: str, program: str = INVENTED) -> subprocess.CompletedProcess[str]:
    """Run a command of a program to whose tables two invented words were added."""
    command = [sys.executable, "-c", program, *arguments, "--root", str(repository.root)]
    environment = {**os.environ, "SITE_URL": "https://example.org/plans"}  # as of the site that is built already
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_an_invented_word_of_each_table_is_drafted(repository: Repository, tmp_path: Path) -> None:
    file = tmp_path / "bing.txt"
    file.write_text(CAPTURE, encoding="utf-8")
    done = run(repository, "extract", str(file), "--park", "jia", "--plan", "bing-2025")
    assert done.returncode == 0, done.stderr
    plan = repository.read("structured/plans/bing-2025.yaml")
    assert "comparator: gt\n    comparator_word: 跨越\n" in plan
    assert "commitment: aspirational\n    commitment_word: 奋求\n" in plan


def test_an_invented_word_of_each_table_is_accepted_and_published(built_mini: BuiltSite, tmp_path: Path) -> None:
    repository = Repository(shutil.copytree(built_mini.layout.root, tmp_path / "repository"))
    for path in (JIA, JIA_TEXT, "content/jia-2025/source.txt"):
        for old, new in (("超过120", "跨越120"), ("园区总营收力争", "园区总营收奋求")):
            repository.replace(path, old, new)
    guide = "structured/guide.yaml"
    repository.write(guide, repository.read(guide).replace("力争", "奋求"))
    repository.replace(JIA, "comparator_word: 超过", "comparator_word: 跨越")
    repository.replace(JIA, "commitment_word: 力争", "commitment_word: 奋求")
    assert run(repository, "status", "--accept", "jia-2025").returncode == 0
    assert {f.code for f in repository.findings()} == {"N005", "N007"}  # the words are invented indeed
    built = run(repository, "build")
    assert built.returncode == 0, built.stderr
    page = (repository.root / "site/zh/plans/jia-2025/index.html").read_text(encoding="utf-8")
    assert "跨越" in page
    assert "奋求" in page
    targets = json.loads((repository.root / "site/data/targets.json").read_text(encoding="utf-8"))
    words = {(t["comparator_word"], t["commitment_word"]) for t in targets}
    assert {("跨越", None), ("达到", "奋求")} <= words


def test_the_english_must_keep_an_invented_hedge(repository: Repository) -> None:
    for path in (JIA, JIA_TEXT, "content/jia-2025/source.txt"):
        repository.replace(path, "超过120", "跨越120")
    repository.replace(JIA, "comparator_word: 超过", "comparator_word: 跨越")
    repository.replace(JIA_ENGLISH, "more than 120", "120")
    run(repository, "status", "--accept", "jia-2025")
    checked = run(repository, "check", "--lang", "en")
    assert "E201 hedge must be in the English 1 times, is 0 times: '超过'" in checked.stdout
