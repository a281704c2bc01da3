from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.findings.finding import Finding
from generator.rules.fix import fix
from generator.rules.run import everything
from tests.paths import JIA, JIA_TEXT, MINI
from tests.small import Repository

pytestmark = pytest.mark.builds

CHANGES = "structured/changes.yaml"
LOCK = "content/jia-2025/en.lock.yaml"


def mended(repository: Repository, plan: str | None = None) -> set[str]:
    """Mend a repository and return the files that changed."""
    fixed = fix(repository.layout, plan)
    for path, (before, after) in fixed.items():
        assert (repository.root / path).read_bytes().decode() == before
        repository.write(path, after)
    return set(fixed)


@pytest.mark.parametrize(
    ("path", "right", "wrong"),
    [
        pytest.param(JIA, "value: 120\n", "value: １２０\n", id="full-width digits"),
        pytest.param(JIA, "value: 3000000000\n", "value: 3,000,000,000\n", id="separators"),
        pytest.param(JIA, "value: 120\n", 'value: "120"\n', id="a number in quotation marks"),
        pytest.param(JIA, "year: 2026\n", "year: '2026'\n", id="a year in quotation marks"),
        pytest.param(JIA, 'value: "30"', "value: 30", id="a printed number without them"),
        pytest.param(JIA, 'value: "0.5"', "value: 0.5", id="a printed decimal without them"),
        pytest.param(JIA, "signed: 2025-03-01", "signed: 2025/3/1", id="a date with strokes"),
        pytest.param(JIA, "signed: 2025-03-01", "signed: 2025年3月1日", id="a Chinese date"),
        pytest.param(JIA, "signed: 2025-03-01", 'signed: "2025-03-01"', id="a date in quotation marks"),
        pytest.param(JIA, 'en: "every 10,000 people"', 'en: " every 10,000 people  "', id="spaces around a value"),
        pytest.param(JIA, "zh: 园区总营收", "zh: 园区 总营收", id="a space between Han characters"),
        pytest.param(JIA, "park: jia\n", "park: jia  \n", id="spaces at the end of a line"),
        pytest.param(JIA, "\ntargets:", "   \ntargets:", id="a line of spaces"),
        pytest.param(JIA, "park: jia\n", "park: ji\u200ba\n", id="an invisible character"),
        pytest.param(LOCK, '"1":', '"9/9": "0123456789ab"\n"1":', id="an entry of the lock for no provision"),
        pytest.param(JIA, "# An invented plan", "\ufeff# An invented plan", id="a byte order mark"),
        pytest.param(JIA_TEXT, "---\nplan:", "\ufeff---\nplan:", id="a byte order mark before a text"),
    ],
)
def test_what_is_mechanical_is_mended_and_nothing_else_changes(
    repository: Repository, path: str, right: str, wrong: str
) -> None:
    sound = repository.read(path)
    repository.replace(path, right, wrong)
    assert everything(repository.layout)
    assert mended(repository) == {path}
    assert repository.read(path) == sound
    assert everything(repository.layout) == []
    assert mended(repository) == set()


def test_the_order_of_changes_is_mended_with_their_comments(repository: Repository) -> None:
    head, first, second, *older = re.split(r"(?m)^(?=- )", repository.read(CHANGES))
    rest = "".join(older)
    repository.write(CHANGES, f"# Told to readers.\n{head}{second}# about the correction\n{first}{rest}")
    assert mended(repository) == {CHANGES}
    assert repository.read(CHANGES) == f"# Told to readers.\n{head}# about the correction\n{first}{second}{rest}"
    assert everything(repository.layout) == []


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        pytest.param(JIA, "signed: 2025-03-01", "signed: 2025-02-30", id="a date that does not exist"),
        pytest.param(JIA, "signed: 2025-03-01", "signed: 3/1/2025", id="a date that may be two"),
        pytest.param(JIA, "value: 120\n", "value: 121\n", id="another number"),
        pytest.param(JIA, "quote: 园区有高新技术企业100家", "quote: 园区有高新技木企业100家", id="a quote"),
        pytest.param(JIA, 'value: "30"', 'value: "３０"', id="a printed number"),
        pytest.param(JIA_TEXT, "截至2024年,", "截至 2024年，\u200b", id="the Chinese text"),
        pytest.param(JIA, "metric: park-revenue", "metric: park-revenu", id="an id"),
        pytest.param(JIA, "id: jia-2025", "id: [", id="what is no YAML"),
        pytest.param(JIA, "zh: 园区总营收", 'zh: "园区\\u200b总营收"', id="an invisible character as an escape"),
    ],
)
def test_what_needs_an_editor_is_left_alone(repository: Repository, path: str, old: str, new: str) -> None:
    repository.replace(path, old, new)
    found = everything(repository.layout)
    assert found
    assert mended(repository) == set()
    assert everything(repository.layout) == found


def test_the_capture_is_never_touched(repository: Repository) -> None:
    capture = "content/jia-2025/source.txt"
    repository.write(capture, repository.read(capture).replace("分享", "分\u200b享 "))
    assert mended(repository) == set()


def test_stale_english_is_not_accepted(repository: Repository) -> None:
    repository.replace(LOCK, '"1": "', '"1": "0')
    assert mended(repository) == set()


def test_lines_that_end_as_on_windows_stay_so(repository: Repository) -> None:
    repository.write(JIA, repository.read(JIA).replace("value: 120\n", "value: １２０  \n").replace("\n", "\r\n"))
    assert mended(repository) == {JIA}
    sound = (MINI / JIA).read_bytes()
    assert (repository.root / JIA).read_bytes() == sound.replace(b"\n", b"\r\n")


def test_spaces_that_belong_to_a_value_stay(repository: Repository) -> None:
    block = "- id: spaced\n  name: {zh: 甲, en: A}\n  definition:\n    zh: |-\n      甲  \n      乙\n    en: B\n"
    repository.replace("structured/themes.yaml", "- {id", f"{block}- {{id")
    mended(repository)
    assert "甲  \n" in repository.read("structured/themes.yaml")


def test_only_the_files_of_the_plan_named_are_mended(repository: Repository) -> None:
    repository.replace(JIA, "value: 120\n", "value: １２０\n")
    repository.replace("structured/plans/yi-2021.yaml", "value: 50\n", "value: ５０\n")
    assert mended(repository, "yi-2021") == {"structured/plans/yi-2021.yaml"}


def test_the_command_shows_what_it_changed_and_tells_what_is_left(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.replace(JIA, "value: 120\n", "value: １２０\n")
    repository.replace(JIA, "value: 3000000000", "value: 3000000001")
    assert main(["check", "--root", str(repository.root), "--fix"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith(f"1 file mended:\n--- {JIA}\n+++ {JIA}\n")
    assert "-    value: １２０\n+    value: 120\n" in out
    assert out.count("N004") == 1
    assert err == "1 finding.\n"
    assert main(["check", "--root", str(repository.root), "--fix", "--lang", "zh"]) == 1
    assert "已改正" not in capsys.readouterr().out


def test_what_cannot_be_seen_is_shown_in_what_was_changed(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.replace(JIA, "park: jia\n", "park: ji\u200ba\x1b[31m\n")
    main(["check", "--root", str(repository.root), "--fix"])
    out = capsys.readouterr().out
    assert "-park: ji<U+200B>a<U+001B>[31m\n" in out
    assert "\x1b" not in out


def test_links_and_pipes_among_the_files_are_left_alone(repository: Repository) -> None:
    (repository.root / "structured/link.yaml").symlink_to("/etc/hostname")
    os.mkfifo(repository.root / "content/pipe")
    repository.replace(JIA, "park: jia\n", "park: jia \n")
    assert mended(repository) == set()


WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
WAYS: tuple[Callable[[str], str], ...] = (
    lambda line: f"{line}  ",
    lambda line: line.translate(WIDE),
    lambda line: re.sub(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", " ", line, count=1),
    lambda line: line.replace('"', ""),
    lambda line: re.sub(r"(: )([\d-]+)$", r'\1"\2"', line),
    lambda line: line.replace("-", "/"),
    lambda line: line[: len(line) // 2],
    lambda line: line.replace(": ", ": \u200b", 1),
)
LINES = len((MINI / JIA).read_text(encoding="utf-8").split("\n"))


def stage(finding: Finding) -> int:
    """Return when a finding is seen: what is found early hides what is found late."""
    return 0 if finding.code == "S002" else {"S": 1, "R": 2}.get(finding.code[0], 3)


@settings(max_examples=20)
@given(spoils=st.lists(st.tuples(st.integers(0, LINES - 1), st.sampled_from(WAYS)), min_size=1, max_size=6))
def test_a_fix_brings_nothing_new_and_is_done_once(spoils: list[tuple[int, Callable[[str], str]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(MINI, Path(folder) / "repository")
        repository = Repository(Path(folder) / "repository")
        lines = repository.read(JIA).split("\n")
        for at, way in spoils:
            lines[at] = way(lines[at])
        repository.write(JIA, "\n".join(lines))
        before = everything(repository.layout)
        mended(repository)
        after = everything(repository.layout)
        first = min((stage(f) for f in before if f.code != "S012"), default=3)
        known = {f.code for f in before}
        assert [f for f in after if f.code not in known and stage(f) <= first] == []
        assert len(after) <= len(before) or first < 3
        assert mended(repository) == set()
