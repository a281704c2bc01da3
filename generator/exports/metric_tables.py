"""The targets of each metric as a table beside its page: the rows of the published data that belong to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.edition.edition import Edition
from generator.exports.data.columns import Column
from generator.exports.data.files import BOM, as_csv


def write(
    editions: Iterable[Edition], targets: Sequence[Mapping[str, Any]], shape: tuple[Column, ...], folder: Path
) -> None:
    """Write the table of each metric that has targets; the same rows in every language."""
    by_metric: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in targets:
        by_metric[row["metric"]].append(dict(row))
    texts = {metric: BOM + as_csv(rows, shape) for metric, rows in by_metric.items()}
    for edition in editions:
        for metric, text in texts.items():
            path = folder / edition.to.metric_table(metric)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
