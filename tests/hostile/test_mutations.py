"""Real files, changed at random by bytes, lines, values and words: nothing but findings comes out, or harmless pages.

`pytest tests/hostile/test_mutations.py --hypothesis-profile=thorough` looks for some minutes, elsewhere each time;
`python -m tools.fuzz read 60000` and `check 5000` change them by their structure.
"""

from __future__ import annotations

import copy
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from generator.corpus.corpus import Corpus
from generator.corpus.datasets import datasets, status
from generator.corpus.schemas import schemas
from generator.edition.edition import Edition
from generator.exports import feed, opensearch
from generator.exports.data import files as data_files
from generator.exports.data.columns import columns
from generator.exports.opensearch import described
from generator.exports.search.findable import all_findable
from generator.exports.social_cards import content as social_cards
from generator.exports.social_cards import drawing
from generator.findings.finding import DataError, Finding
from generator.language.languages import LANGUAGES
from generator.language.languages import LANGUAGES as SAID
from generator.messages.catalogue import catalogue
from generator.messages.printers import PRINTERS, as_summary
from generator.project.layout import Layout
from generator.rules.run import validate
from generator.site import pages as all_views
from generator.site.gate import _REFUSED, _attributes
from generator.site.head import Heads
from generator.site.render import Renderer
from generator.site.tree import document as as_document
from generator.source import yaml_source
from tests.hostile.conftest import in_time
from tests.hostile.fuzzing import MODES, Count, Mode, Outcome, fuzz, publication, run
from tests.hostile.seeds import Seeds
from tests.hostile.values import NASTY
from tests.paths import MINI
from tests.sites import INVENTED, words_of

pytestmark = pytest.mark.builds

WORDS = words_of(INVENTED)
MANY = settings().max_examples  # of the profile


def share(part: int) -> int:
    """Return how many examples are tried where each takes long."""
    return max(1, MANY // part)


TOKENS = [
    *(
        "#",
        "##",
        "---",
        "|",
        "\n\n",
        "\n",
        "- ",
        ": ",
        "“",
        '"',
        "'",
        "{",
        "}",
        "[",
        "]",
        "*",
        "&a",
        "*a",
        "!!x",
        "<<:",
    ),
    *("\t", "%", "@", "`", "<b>", "&lt;", "一", "十亿", "1,", "99", ".", "。", "力争", "🙂"),
    *("\u200b", "\x1b", "\u202e", "\r"),
]


def rendered(layout: Layout) -> None:
    """Make everything of a site but what the engine, the indexer and the publication do, and look at every page."""
    corpus = Corpus.of(validate(layout).records)
    editions = {language: Edition(corpus, language, WORDS[language], "https://example.org/") for language in LANGUAGES}
    rows, shapes = datasets(corpus, lines=True), schemas()
    for kind, found in rows.items():
        data_files.as_csv(found, columns(shapes[kind]))
    status(corpus)
    for card in social_cards.cards(editions["en"]):
        drawing.draw(card)
    for language, edition in editions.items():
        for _, each in feed.feeds(edition):
            feed.as_xml(each)
        opensearch.as_xml(described(edition))
        assert all(item.title for item in all_findable(edition))
        renderer, heads = Renderer(layout.template_folders, language, WORDS[language]), Heads(edition)
        for page in all_views.pages(edition):
            document = as_document(page, heads.of(page), renderer)
            front, body = document.removeprefix("---\n").split("\n---\n", 1)
            assert yaml.safe_load(front)["title"] == page.title
            assert "\n\n" not in body.strip()
            for element in lxml_html.document_fromstring(body).iter():
                assert isinstance(element.tag, str)
                assert element.tag not in {"script", *_REFUSED}
                assert not [*_attributes("", element)]


def survives(root: Path) -> None:
    """Assert that a repository gives findings that can be told, or a site."""
    try:
        with in_time(20):
            rendered(Layout(root))
    except DataError as error:
        for finding in error.findings:
            assert finding.line >= 1
            assert finding.column >= 1
            assert (root / finding.path).exists() or finding.code in ("S008", "T001", "E005"), finding
        for words in map(catalogue, SAID):
            for form in PRINTERS.values():
                form(error.findings, words).encode()
            as_summary(error.findings, [words]).encode()


def mutated(source: Path, mutate: Callable[[Path], None]) -> None:
    """Mutate a copy of a repository and see that it survives."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve() / "repository"
        for name in ("content", "structured"):
            shutil.copytree(source / name, root / name)
        mutate(root)
        survives(root)


def files(root: Path) -> list[Path]:
    return sorted(path for name in ("content", "structured") for path in (root / name).rglob("*") if path.is_file())


def by_bytes(choose: st.DataObject, root: Path) -> None:
    """Put bytes in place of others."""
    path = choose.draw(st.sampled_from(files(root)))
    raw = path.read_bytes()
    for _ in range(choose.draw(st.integers(1, 4))):
        at, length = choose.draw(st.integers(0, len(raw))), choose.draw(st.integers(0, 8))
        raw = raw[:at] + choose.draw(st.binary(max_size=6)) + raw[at + length :]
    path.write_bytes(raw)


def by_lines(choose: st.DataObject, root: Path) -> None:
    """Repeat, drop, move or indent lines, of any file."""
    path = choose.draw(st.sampled_from(files(root)))
    lines = path.read_text(encoding="utf-8").split("\n")
    for _ in range(choose.draw(st.integers(1, 4))):
        at, to = (choose.draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        match choose.draw(st.sampled_from(["repeat", "drop", "swap", "indent", "cut", "foreign"])):
            case "repeat":
                lines.insert(to, lines[at])
            case "drop" if len(lines) > 1:
                del lines[at]
            case "swap":
                lines[at], lines[to] = lines[to], lines[at]
            case "indent":
                lines[at] = choose.draw(st.sampled_from([" ", "  ", "\t", "- ", "# "])) + lines[at]
            case "cut":
                lines[at] = lines[at][: choose.draw(st.integers(0, 40))]
            case _:
                other = choose.draw(st.sampled_from(files(root))).read_text(encoding="utf-8").split("\n")
                lines.insert(to, other[at % len(other)])
    path.write_text("\n".join(lines), encoding="utf-8")


def by_tokens(choose: st.DataObject, root: Path) -> None:
    """Put signs that mean something to Markdown, YAML or the rules anywhere, alike in a text and its capture."""
    path = choose.draw(st.sampled_from(files(root)))
    text = path.read_text(encoding="utf-8")
    for _ in range(choose.draw(st.integers(1, 5))):
        at = choose.draw(st.integers(0, len(text)))
        times = choose.draw(st.sampled_from([1, 1, 2, 50]))
        text = text[:at] + choose.draw(st.sampled_from(TOKENS)) * times + text[at + choose.draw(st.integers(0, 3)) :]
    path.write_text(text, encoding="utf-8")


def by_words(choose: st.DataObject, root: Path) -> None:
    """Put the same thing for some words wherever they stand, so that quotes, texts and captures still agree."""
    path = choose.draw(st.sampled_from(files(root)))
    text = path.read_text(encoding="utf-8")
    at = choose.draw(st.integers(0, max(len(text) - 1, 0)))
    old = text[at : at + choose.draw(st.integers(1, 6))].strip()
    new = choose.draw(st.sampled_from([token for token in map(str, NASTY) if len(token) < 60]) | st.text(max_size=5))
    for other in files(root) if old else []:
        other.write_bytes(other.read_bytes().replace(old.encode(), new.encode("utf-8", "replace")))


def by_values(choose: st.DataObject, root: Path) -> None:
    """Put values of any kind in place of others, drop and repeat entries."""
    path = choose.draw(st.sampled_from([path for path in files(root) if path.suffix == ".yaml"]))
    data = copy.deepcopy(yaml_source.load(path, "x").data)  # it is kept for who reads it again
    for _ in range(choose.draw(st.integers(1, 4))):
        holder = data
        while holder:
            key = choose.draw(
                st.sampled_from(sorted(holder, key=str) if isinstance(holder, dict) else range(len(holder)))
            )
            if isinstance(holder[key], (dict, list)) and holder[key] and choose.draw(st.integers(0, 5)):
                holder = holder[key]
                continue
            match choose.draw(st.sampled_from(["replace", "replace", "drop", "repeat", "add", "append"])):
                case "drop":
                    del holder[key]
                case "repeat" if isinstance(holder, list):
                    holder.insert(key, copy.deepcopy(holder[key]))
                case "add" if isinstance(holder, dict):
                    holder[choose.draw(st.sampled_from(["x", 1, None, "zh", "id", "<b>", "\n"]))] = "x"
                case "append" if isinstance(holder[key], str):
                    holder[key] += str(choose.draw(st.sampled_from(NASTY)))
                case _:
                    holder[key] = choose.draw(st.sampled_from(NASTY))
            break
    path.write_text(yaml.safe_dump(copy.deepcopy(data), allow_unicode=True, sort_keys=False), encoding="utf-8")


MUTATIONS = [by_bytes, by_lines, by_tokens, by_words, by_values]
UNHURRIED = list(HealthCheck)


Mutation = Callable[[st.DataObject, Path], None]


@pytest.mark.parametrize("mutation", MUTATIONS)
@settings(suppress_health_check=UNHURRIED, max_examples=share(50))
@given(choose=st.data())
def test_a_few_things_that_happen_to_a_small_repository(mutation: Mutation, choose: st.DataObject) -> None:
    mutated(MINI, lambda root: mutation(choose, root))


@pytest.mark.slow
@pytest.mark.parametrize("mutation", MUTATIONS)
@settings(suppress_health_check=UNHURRIED, max_examples=share(4))
@given(choose=st.data())
def test_whatever_happens_to_a_small_repository(mutation: Mutation, choose: st.DataObject) -> None:
    mutated(MINI, lambda root: mutation(choose, root))


@pytest.mark.slow
@settings(suppress_health_check=UNHURRIED, max_examples=share(25))
@given(choose=st.data(), mutation=st.sampled_from(MUTATIONS))
def test_whatever_happens_to_five_plans(city_root: Path, mutation: Mutation, choose: st.DataObject) -> None:
    mutated(city_root, lambda root: mutation(choose, root))


def render(layout: Layout, paths: Iterable[str]) -> Outcome:  # noqa: ARG001 - it reads all files
    """Make the pages of what is not refused."""
    try:
        rendered(layout)
    except DataError as error:
        return False, error.findings
    return True, []


def assert_only_findings(count: Count) -> None:
    assert not count.failures, "\n".join(count.failures)


@pytest.mark.parametrize(("mode", "runs"), [("read", 300), ("check", 25)])
def test_what_is_mutated_by_its_structure_gives_findings_and_is_mostly_read(mode: str, runs: int) -> None:
    count = fuzz(MODES[mode], 0, runs)
    assert_only_findings(count)
    assert count.past.total() * 2 >= count.runs.total() == runs


@pytest.mark.slow
@pytest.mark.parametrize(("mode", "runs"), [(MODES["read"], 6000), (MODES["check"], 500), (render, 100)])
def test_whatever_is_mutated_by_its_structure_gives_findings(mode: Mode, runs: int) -> None:
    assert_only_findings(fuzz(mode, 300, runs))


def test_what_is_no_finding_counts_as_a_failure_and_the_files_are_put_back(tmp_path: Path) -> None:
    layout, count = publication(tmp_path), Count()
    seeds = Seeds(layout)

    def fails(_: Layout, __: Iterable[str]) -> Outcome:
        raise LookupError("nothing caught this")

    def blames_a_rule(_: Layout, __: Iterable[str]) -> Outcome:
        return True, [Finding.of("Z001.failed", "generator/rules/x.py", rule="X001", error="KeyError: 1")]

    for number in range(20):
        run(fails, layout, seeds, number, count)
        run(blames_a_rule, layout, seeds, number, count)
    assert len(count.failures) == 40
    assert Seeds(layout).texts == seeds.texts
