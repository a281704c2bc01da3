"""Finds commands in texts and says which of them the program or the Makefile does not have."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from generator import cli
from generator.messages.catalogue import catalogue
from tests.paths import ROOT

_GENERATOR = re.compile(r"(?:python -m generator|bin/park-plans|`park-plans) ([a-z][^`|>\n]*)")
_MAKE = re.compile(r"\bmake (?:[A-Z]+=\S+ )*([a-z]+(?:-[a-z]+)*)\b")
# Where “make” is the program and not the verb: in backticks, in an indented or fenced block, in a step of a workflow.
_CODE = re.compile(r"`[^`\n]+`|^(?: {4}|\t).*$|^\s+run: .*$|```.*?```", re.MULTILINE | re.DOTALL)


def unknown(text: str, makefile: Path = ROOT / "Makefile") -> list[str]:
    """Return the commands and options a text names that do not exist, such as `diff` or `check --fix`, each once."""
    return list(dict.fromkeys([*_unknown_generator(text), *_unknown_make(text, makefile)]))


def _unknown_generator(text: str) -> Iterator[str]:
    for match in _GENERATOR.finditer(text):
        name, *words = match[1].split()
        if (command := commands().get(name)) is None:
            yield name
            continue
        for word, value in pairwise([*words, ""]):
            option = word.strip("[]…,;:.。，；：)）")
            if not option.startswith("--"):
                continue
            if (action := options(command).get(option)) is None:
                yield f"{name} {option}"
            elif action.choices and value not in action.choices:
                yield f"{name} {option} {value}"


def _unknown_make(text: str, makefile: Path) -> Iterator[str]:
    targets = set(re.findall(r"^([a-z-]+):", makefile.read_text(encoding="utf-8"), re.MULTILINE))
    named = (match[1] for code in _CODE.findall(text) for match in _MAKE.finditer(code))
    yield from (f"make {target}" for target in named if target not in targets)


def commands() -> dict[str, argparse.ArgumentParser]:
    """Return the commands of the program by name."""
    [choice] = [a for a in cli._parser(catalogue("en"))._actions if isinstance(a, argparse._SubParsersAction)]
    return dict(choice.choices)


def options(command: argparse.ArgumentParser) -> dict[str, argparse.Action]:
    """Return the options of a command by name."""
    return dict(command._option_string_actions)
