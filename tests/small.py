"""A copy of generator/example that a test may break."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.findings.finding import DataError, Finding
from generator.project.layout import Layout
from generator.rules.run import validate
from tests.paths import JIA, JIA_ENGLISH
from tests.told import Expected, matches


@dataclass(frozen=True)
class Repository:
    """A copy of generator/example that a test may break."""

    root: Path

    @property
    def layout(self) -> Layout:
        return Layout(self.root)

    def write(self, path: str, text: str | bytes) -> None:
        """Put a file there."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def prepend(self, path: str, text: str) -> None:
        """Put entries of a list before those that are there."""
        self.write(path, text + (self.read(path) if (self.root / path).exists() else ""))

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def replace(self, path: str, old: str, new: str, nth: int = 1) -> None:
        """Replace the nth occurrence of some words in a file; there must be one."""
        text, start = self.read(path), self._find(path, old, nth)
        self.write(path, text[:start] + new + text[start + len(old) :])

    def place(self, path: str, words: str, nth: int = 1) -> str:
        """Return `path:line:column` of the nth occurrence of some words."""
        before = self.read(path)[: self._find(path, words, nth)]
        return f"{path}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"

    def line(self, path: str, words: str, nth: int = 1) -> str:
        """Return `path:line:1`: where findings about a text stand."""
        return self.place(path, words, nth).rsplit(":", 1)[0] + ":1"

    def untranslate(self) -> None:
        """Take the English text away, where a test is about the Chinese and would leave its translation behind."""
        (self.root / JIA_ENGLISH).unlink()
        (self.root / JIA_ENGLISH.replace(".md", ".lock.yaml")).unlink()
        self.replace(JIA, "translation: {status: draft", "translation: {status: in-preparation")

    def findings(self) -> list[Finding]:
        """Return everything that is wrong with the repository."""
        try:
            validate(self.layout)
        except DataError as error:
            return error.findings
        return []

    def warnings(self) -> list[Finding]:
        """Return what is told of the repository though nothing is wrong with it."""
        return list(validate(self.layout).warnings)

    def expect(self, *expected: Expected) -> None:
        """Assert that exactly these things are wrong, in this order."""
        matches(self.findings(), list(expected))

    def _find(self, path: str, words: str, nth: int) -> int:
        text, start = self.read(path), -1
        for _ in range(nth):
            start = text.find(words, start + 1)
            assert start >= 0, f"{path} holds no {words!r} number {nth}"
        return start
