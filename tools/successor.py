"""Try the engine's successor on our pages: `python -m tools.successor PATH/TO/zensical`, after a build.

It builds the trees of the same pages with Zensical and compares, page by page, with what was published. Decision 0001
says why we want to know. What is told is Markdown, for the summary of the weekly workflow.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import yaml
from lxml import html

from generator.language.languages import LANGUAGES
from generator.project.layout import PROGRAM, Layout
from tools import others

PARTS = {"page": "content", "whole body": None}  # what is compared: the element with this id, or the body


def main(arguments: list[str]) -> int:
    """Build, compare and tell; return 0 when all pages are there with the same content, 1 if not, 2 without a build."""
    parser = argparse.ArgumentParser(prog="python -m tools.successor", description=main.__doc__)
    parser.add_argument("zensical", type=Path, help="the program, in an environment of its own")
    program = parser.parse_args(arguments).zensical.resolve()
    layout = Layout(PROGRAM)
    if not layout.site.is_dir():
        print("Nothing to compare with: run `make site` first.", file=sys.stderr)
        return 2
    print("## Zensical\n")
    trees = others.trees(layout, layout)
    return max([_try(program, layout, language, trees[language].configuration) for language in LANGUAGES])


def _try(program: Path, layout: Layout, language: str, configured: Path) -> int:
    output = layout.build / "successor" / language
    shutil.rmtree(output, ignore_errors=True)
    settings = yaml.safe_load(configured.read_text(encoding="utf-8"))
    configuration = layout.build / f"successor.{language}.yml"
    configuration.write_text(
        yaml.safe_dump(settings | {"site_dir": f"successor/{language}"}, allow_unicode=True, sort_keys=False),
        encoding="utf-8",
    )
    start = time.perf_counter()
    run = subprocess.run(
        [str(program), "build", "--clean", "--config-file", str(configuration)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    seconds = time.perf_counter() - start
    lines = list(_compared(layout.site / language, output))
    said = (run.stdout + run.stderr).strip().splitlines()[-1:]
    print(f"### {language}: exit code {run.returncode} after {seconds:.1f} s\n", *said, "", *lines, "", sep="\n")
    return int(run.returncode != 0 or any(line.startswith("- **") for line in lines))


def _compared(ours: Path, theirs: Path) -> Iterator[str]:
    """Yield a line for each thing looked at; one that keeps us from changing engines is in bold."""
    pages, built = _pages(ours), _pages(theirs)
    missing = sorted(pages - built)
    yield f"- {_told(missing)}{len(pages) - len(missing)} of {len(pages)} pages are there{_examples(missing)}"
    for part, identifier in PARTS.items():
        other = [p for p in sorted(pages & built) if _text(ours / p, identifier) != _text(theirs / p, identifier)]
        same = f"{len(pages & built) - len(other)} of {len(pages & built)} have the same {part}"
        yield f"- {_told(other if identifier else [])}{same}{_examples(other)}"


def _pages(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}


def _text(path: Path, identifier: str | None) -> tuple[str, list[str]]:
    """Return the words, links and anchors of an element of a page."""
    root = html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot()
    element = root.get_element_by_id(identifier) if identifier else root.body
    return " ".join(element.text_content().split()), [
        f"{node.get('id')} {node.get('href')}" for node in element.iter() if node.get("id") or node.get("href")
    ]


def _told(wrong: list[str]) -> str:
    return "**not all:** " if wrong else ""


def _examples(wrong: list[str]) -> str:
    return f" (not: {', '.join(wrong[:3])}{' …' if len(wrong) > 3 else ''})" if wrong else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
