"""Rows as the JSON file of their data set has them: written as they are made, read again from there, never all held."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

Row = dict[str, Any]
_encode = json.JSONEncoder(ensure_ascii=False).encode
_decoded = json.JSONDecoder().raw_decode  # leaves what stands between rows
_BETWEEN = b",\n"


@dataclass(frozen=True)
class Rows:
    """The rows of a data set. starts: where in the file each begins, on a line of its own."""

    path: Path
    starts: array[int]

    def __iter__(self) -> Iterator[Row]:
        with self.path.open("rb") as file:
            for line in file:
                if line.startswith(b"{"):
                    yield _decoded(line.decode())[0]

    def lines(self, file: IO[bytes], places: Iterable[int]) -> Iterator[str]:
        """Yield rows by their places as they are written. file: theirs, opened."""
        for place in places:
            file.seek(self.starts[place])
            yield file.readline().rstrip(_BETWEEN).decode()


def written(rows: Iterable[Row], path: Path) -> Rows:
    """Write rows into a JSON file, each on a line of its own."""
    starts = array("Q")
    with path.open("wb") as file:
        file.write(b"[")
        for row in rows:
            file.write(_BETWEEN if starts else b"\n")
            starts.append(file.tell())
            file.write(_encode(row).encode())
        file.write(b"\n]\n" if starts else b"]\n")
    return Rows(path, starts)


def array_of(lines: list[str]) -> str:
    """Return rows that are written already as one array, each on a line of its own."""
    return "[\n" + ",\n".join(lines) + "\n]" if lines else "[]"
