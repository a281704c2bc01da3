"""Write the example's structured data as TypeScript, for the compiler to hold against schema.org's vocabulary.

`python -m tools.structured_data FOLDER` writes a module for each language: every statement of the first page of each
template, and of every page that has something of its own to say. `make lint` compiles them with schema-dts.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.corpus.corpus import Corpus
from generator.edition import strings
from generator.edition.edition import Edition
from generator.edition.publication import named
from generator.language.languages import LANGUAGES
from generator.project.layout import EXAMPLE, Layout
from generator.rules.run import validate
from generator.site.head import Heads
from generator.site.pages import pages

SITE = "https://park-plans.example/"


def modules() -> dict[str, str]:
    """Return the text of each module by its name."""
    layout = Layout(EXAMPLE)
    corpus = Corpus.of(validate(layout).records)
    words = named(strings.load(*layout.template_folders), corpus.publication)
    editions = (Edition(corpus, language, words[language], SITE) for language in LANGUAGES)
    return {f"{edition.language}.ts": module(edition) for edition in editions}


def module(edition: Edition) -> str:
    """Return the statements of a language's pages, each as a constant of its type."""
    constants = [constant for address, thing in _statements(edition) for constant in _constants(address, thing)]
    types = sorted({name for type_, _ in constants for name in re.findall(r"\w+", type_)})
    lines = [f'import type {{ {", ".join(types)} }} from "schema-dts";']
    lines += [f"export const x{i}: {type_} = {text};" for i, (type_, text) in enumerate(constants)]
    return "\n".join(lines) + "\n"


def _constants(address: str, thing: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the type and the text of each constant that a statement becomes."""
    # What an action wants of its user is said in words of their own, which no other type has.
    if action := thing.pop("potentialAction", None):
        yield f"WithActionConstraints<{action['@type']}>", _text(address, action)
    yield f"WithContext<{thing['@type']}>", _text(address, thing)


def _text(address: str, thing: dict[str, Any]) -> str:
    return f"/* {address} */ {json.dumps(thing, ensure_ascii=False, indent=1)}"


def _statements(edition: Edition) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what pages say of themselves, with the page's address."""
    heads, seen = Heads(edition), set[str]()
    for page in pages(edition):
        if page.thing or page.template not in seen:
            seen.add(page.template)
            yield from ((page.address, json.loads(text)) for text in heads.of(page).linked)


def main() -> None:
    """Write the modules into the folder that the command line names; nothing else stays there."""
    parser = argparse.ArgumentParser(prog="python -m tools.structured_data", description=__doc__)
    parser.add_argument("folder", type=Path, help="folder to write")
    folder: Path = parser.parse_args().folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, text in modules().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
