"""How a file is written: nothing that is there and cannot be seen."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings.finding import Finding
from generator.records.loading import Records


def check(records: Records) -> Iterator[Finding]:
    """Yield S012 (a warning) for a line that ends in spaces."""
    for document in records.documents:
        for line, column in document.spaces:
            yield Finding.of("S012.spaces", document.path, line, column)
