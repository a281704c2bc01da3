"""A file holds nothing that cannot be seen."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings.finding import Finding
from generator.records.filed import Records
from generator.rules.registry import rule


@rule("S012", scope="plan")
def line_end(records: Records) -> Iterator[Finding]:
    """Find a line that ends in spaces (a warning)."""
    for document in records.documents:
        for line, column in document.spaces:
            yield Finding.of("S012.spaces", document.path, line, column)
