"""The sentences of one language: those of each rule, the guesses, and what commands say of their work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.findings.finding import Finding, Message, Values
from generator.source import yaml_source

FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Sentence:
    """What is wrong, and what to do. `{name}` stands for a value of the finding."""

    message: str
    hint: str


@dataclass(frozen=True)
class Rule:
    """A rule as docs/rules.md explains it: what it asks, why and how to mend what breaks it; its sentences by key."""

    title: str
    remedy: str
    says: Mapping[str, Sentence]


@dataclass(frozen=True)
class Catalogue:
    """All words of one language.

    comma, space: what stands between the entries of a list, and between sentences
    words: what commands say; guesses: what may have been meant; families: of rules, by letter; rules: by code
    """

    comma: str
    space: str
    words: Mapping[str, str]
    guesses: Mapping[str, str]
    families: Mapping[str, str]
    rules: Mapping[str, Rule]

    def message(self, finding: Finding) -> str:
        """Return what is wrong."""
        return self._fill(self.rules[finding.code].says[finding.says].message, finding.values)

    def hint(self, finding: Finding) -> str:
        """Return what to do; guesses of what was meant come first."""
        guesses = [self._fill(self.guesses[guess.says], guess.values) for guess in finding.guesses]
        hint = self._fill(self.rules[finding.code].says[finding.says].hint, finding.values)
        return self.space.join([*guesses, hint])

    def say(self, key: str, /, **values: object) -> str:
        """Return words of a command. A count `n` chooses between `key.one` and `key.other`, where these are there."""
        return self.tell(Message.of(key, **values))

    def tell(self, message: Message) -> str:
        """Return what a command says of its work; as for `say`."""
        key = message.says
        if f"{key}.other" in self.words:
            key = f"{key}.{'one' if dict(message.values).get('n') == '1' else 'other'}"
        return self._fill(self.words[key], message.values)

    def _fill(self, sentence: str, values: Values) -> str:
        return sentence.format(
            **{key: self.comma.join(value) if isinstance(value, tuple) else value for key, value in values}
        )


@cache
def catalogue(language: str) -> Catalogue:
    """Return the catalogue of a language of LANGUAGES."""
    path = FOLDER / f"{language}.yaml"
    data = yaml_source.load(path, path.name, placeholders=True).data
    return Catalogue(**data | {"rules": {code: _rule(**said) for code, said in data["rules"].items()}})


def _rule(title: str, remedy: str, says: Mapping[str, Mapping[str, str]]) -> Rule:
    return Rule(title, remedy, {key: Sentence(**sentence) for key, sentence in says.items()})
