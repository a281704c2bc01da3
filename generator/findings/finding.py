"""What is wrong and where, in no language: a finding names a sentence and its values, a catalogue says it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal, Self

Value = str | tuple[str, ...]
Values = tuple[tuple[str, Value], ...]

WARNINGS = frozenset(
    {"W002", "W003", "W004", "W005", "W006", "E004", "S012", "L005", "P008"}
)  # codes that are shown and stop nothing
UNDECIDED = "W004"  # the one among them at which publishing stops all the same


@dataclass(frozen=True, order=True)
class _Sentence:
    """The name of a sentence of the catalogue, with its values."""

    says: str
    values: Values

    @classmethod
    def of(cls, says: str, /, **values: object) -> Self:
        """Return a sentence. says: its key in the catalogue."""
        return cls(says, _values(values))


class Guess(_Sentence):
    """What an editor may have meant: a sentence of the catalogue's `guesses`."""


class Message(_Sentence):
    """What a command says of its work: a sentence of the catalogue's `words`."""


Say = Callable[[Message], None]  # is told what is being done


@dataclass(frozen=True, order=True)
class Finding:
    """One thing an editor can mend.

    path: file, relative to the repository root, with forward slashes
    line, column: 1-based position of the offending value
    code: identifier of the rule, for example `Q001`
    says: which of the rule's sentences in the catalogue
    values: what its placeholders stand for
    guesses: what may have been meant
    """

    path: str
    line: int
    column: int
    code: str
    says: str
    values: Values = ()
    guesses: tuple[Guess, ...] = ()

    @classmethod
    def of(cls, sentence: str, path: str, line: int = 1, column: int = 1, /, **values: object) -> Finding:
        """Return a finding.

        sentence: code and key of the sentence in the catalogue, for example `Q001.words`
        values: what its placeholders stand for; a list is said as a list
        """
        code, _, says = sentence.partition(".")
        return cls(path, line, column, code, says, _values(values))

    def guess(self, *guesses: Guess | None) -> Finding:
        """Return the finding with guesses of what was meant; None is no guess."""
        return replace(self, guesses=(*self.guesses, *(g for g in guesses if g)))

    @property
    def severity(self) -> Literal["error", "warning"]:
        """An error stops publication, a warning does not."""
        return "warning" if self.code in WARNINGS else "error"


class Failure(Exception):
    """Raised when a step cannot be done; holds the sentence for the person at the terminal."""

    def __init__(self, says: str, /, **values: object) -> None:
        self.message = Message.of(says, **values)
        super().__init__(f"{says} {dict(self.message.values)}")


class WrongUse(Failure):
    """Raised when a command is asked for what it cannot do."""


class DataError(Exception):
    """Raised when the data cannot be used; carries every finding."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = sorted(set(findings))
        super().__init__("\n".join(f"{f.path}:{f.line}:{f.column} {f.code}.{f.says} {f.values}" for f in self.findings))


def _values(values: dict[str, object]) -> Values:
    return tuple(
        (key, tuple(map(str, value)) if isinstance(value, (list, tuple)) else str(value))
        for key, value in values.items()
    )
