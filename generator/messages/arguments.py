"""Read the arguments of a command; what argparse says of them comes from the catalogue."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any, NoReturn, TypeVar

from generator.language.languages import FALLBACK, LANGUAGES
from generator.messages.catalogue import Catalogue
from generator.messages.printers import printable

A = TypeVar("A", bound=argparse.Action)


class _Help(argparse.HelpFormatter):
    def __init__(self, words: Catalogue, prog: str) -> None:
        super().__init__(prog)
        self._words = words

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, self._words.say("help.usage") if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser whose help stands in a catalogue: `help.COMMAND.NAME`, or `help.NAME` where commands share it.

    command: "" for the program itself
    """

    def __init__(self, words: Catalogue, prog: str, command: str = "") -> None:
        self._words, self._command = words, command
        about = words.say(f"help.{command}" if command else "help.program")
        super().__init__(prog=prog, description=about, formatter_class=partial(_Help, words))
        self._positionals.title = words.say("help.arguments")
        self._optionals.title = words.say("help.options")

    def _add_action(self, action: A) -> A:
        own, shared = f"help.{self._command}.{action.dest}", f"help.{action.dest}"
        action.help = self._words.say(own if own in self._words.words else shared)
        return super()._add_action(action)

    def error(self, message: str) -> NoReturn:
        """Say that the arguments are wrong, and end with the exit code of wrong use."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self._words.say('help.wrong', said=printable(message), prog=self.prog)}\n")


def asked(arguments: list[str], choices: Iterable[str]) -> str | None:
    """Return the language that arguments ask for, before anything else is read of them."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--lang", nargs="?")
    found: Any = parser.parse_known_args(arguments)[0].lang
    return found if found in choices else None


def spoken(environment: Mapping[str, str]) -> str:
    """Return the language of the messages of a system, by its variables, or the fallback."""
    named = next(filter(None, (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return next((language for language in LANGUAGES if named.lower().startswith(language)), FALLBACK)
