"""The editors' guide is true: its samples are lines of the example, and `check` says what the guide shows."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from PIL import Image

from generator import cli
from tests.paths import MINI, ROOT
from tests.repository.commands import commands, options

PAGES = (  # one an errand
    "correct-a-figure",
    "correct-a-translation",
    "add-a-plan",
    "add-a-park",
    "add-a-result",
    "record-an-amendment",
    "record-a-withdrawal",
)
SHOWING = {language: ROOT / f"docs/correct-a-figure.{language}.md" for language in ("zh", "en")}
GUIDES = {"zh": ROOT / "docs/editors-guide.zh.md", "en": ROOT / "docs/editors-guide.en.md"}
SAMPLE = re.compile(r"<!-- sample: (?P<file>\S+) -->\n```yaml\n(?P<lines>.*?)\n```", re.DOTALL)
SHOWN = re.compile(r"(?P<before> *<!-- shown by check -->\n +```text\n)(?P<lines>.*?)(?P<after>\n +```)", re.DOTALL)
REMARK = re.compile(r"\s+# .*$")
VALUE = re.compile(r"^    value: (?P<value>[1-9]\d*)$", re.MULTILINE)  # of the target that the guide corrects

both = pytest.mark.parametrize("language", GUIDES)


def samples(text: str) -> list[tuple[str, list[str]]]:
    """Return the annotated samples of a guide: their file, and their lines without the remarks."""
    return [(m["file"], [REMARK.sub("", line) for line in m["lines"].split("\n")]) for m in SAMPLE.finditer(text)]


def stands_in(sample: list[str], file: list[str]) -> bool:
    """Say whether lines stand in a file, one after another; one that ends with … may go on there."""

    def same(shown: str, real: str) -> bool:
        return real.startswith(shown.removesuffix("…").rstrip()) if shown.endswith("…") else real == shown

    return any(
        all(same(shown, real) for shown, real in zip(sample, file[start:], strict=False))
        for start in range(len(file) - len(sample) + 1)
    )


@both
def test_every_sample_is_lines_of_the_real_file(language: str) -> None:
    found = samples(GUIDES[language].read_text(encoding="utf-8"))
    for kind in ("    metric: ", "    theme: ", "    kind: ", "  - {text: "):  # target, task, anomaly, exclusion
        assert any(line.startswith(kind) for _, lines in found for line in lines), kind
    errands = [(ROOT / f"docs/{name}.{language}.md").read_text(encoding="utf-8") for name in PAGES]
    for file, lines in (*found, *(shown for text in errands for shown in samples(text))):
        assert stands_in(lines, (MINI / file).read_text(encoding="utf-8").split("\n")), "\n".join(lines)


@pytest.mark.parametrize("name", ["editors-guide", *PAGES])
def test_both_languages_show_the_same_samples(name: str) -> None:
    texts = [(ROOT / f"docs/{name}.{language}.md").read_text(encoding="utf-8") for language in GUIDES]
    assert samples(texts[0]) == samples(texts[1])


@both
def test_every_line_of_a_record_is_explained(language: str) -> None:
    text = GUIDES[language].read_text(encoding="utf-8")
    target = next(m["lines"] for m in SAMPLE.finditer(text) if "    metric: " in m["lines"])
    bare = [line for line in target.split("\n") if not REMARK.search(line) and not line.startswith("      ")]
    assert bare == []


def test_a_sample_that_is_not_in_the_file_is_noticed() -> None:
    file = ["a: 1", "b: two words and more", "c: 3"]
    assert stands_in(["b: two words…", "c: 3"], file)
    assert not stands_in(["b: two words", "c: 3"], file)
    assert not stands_in(["a: 1", "c: 3"], file)
    assert not stands_in(["c: 3", "d: 4"], file)


def corrected(line: str) -> str:
    """Return the line of a value with another one, as somebody would write it who corrects a plan by the guide."""
    return VALUE.sub(lambda found: f"    value: {int(found['value']) + 1}", line)


@both
def test_check_says_what_the_guide_shows(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    for folder in ("content", "structured"):
        shutil.copytree(MINI / folder, tmp_path / folder)
    text = GUIDES[language].read_text(encoding="utf-8")
    file, right = next((file, line) for file, lines in samples(text) for line in lines if VALUE.fullmatch(line))
    plan = tmp_path / file
    before, after = plan.read_text(encoding="utf-8").split(f"{right}\n")
    plan.write_text(f"{before}{corrected(right)}\n{after}", encoding="utf-8")
    spoken = ["--lang", language] if "--lang" in options(commands()["check"]) else []
    assert cli.main(["check", "--root", str(tmp_path), *spoken]) == 1
    said = "\n".join(f"   {line}" for line in capsys.readouterr().out.rstrip().split("\n"))
    page = SHOWING[language].read_text(encoding="utf-8")
    if request.config.getoption("--update-golden"):
        page = SHOWN.sub(lambda shown: shown["before"] + said + shown["after"], page)
        SHOWING[language].write_text(page, encoding="utf-8")
    assert [shown["lines"] for shown in SHOWN.finditer(page)] == [said], "run pytest with --update-golden"


@pytest.mark.parametrize("name", ["editors-guide", *PAGES])
def test_both_languages_have_the_same_sections_steps_and_commands(name: str) -> None:
    texts = [(ROOT / f"docs/{name}.{language}.md").read_text(encoding="utf-8") for language in GUIDES]
    for pattern in (r"^(#+) ", r"^(\d+)\. ", r"^ +(python -m generator .*)$"):
        chinese, english = (re.findall(pattern, text, re.MULTILINE) for text in texts)
        assert chinese == english


@both
def test_the_guide_leads_to_every_errand(language: str) -> None:
    text = GUIDES[language].read_text(encoding="utf-8")
    assert [name for name in PAGES if f"]({name}.{language}.md)" not in text] == []


def test_pictures_are_small_and_all_of_them_are_shown() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (*GUIDES.values(), *(ROOT / "docs/decisions").glob("*.md"))]
    shown = {name for text in texts for name in re.findall(r"\]\((?:\.\./)?(pictures/[^)\s]+)\)", text)}
    assert {f"pictures/{path.name}" for path in (ROOT / "docs/pictures").iterdir()} == shown
    for name in shown:
        assert (ROOT / "docs" / name).stat().st_size < 100_000
        with Image.open(ROOT / "docs" / name) as picture:
            assert picture.format in {"PNG", "WEBP"}
            assert picture.width <= 1200
