"""The table of each metric's targets beside its page: a copy of what the data have of the metric."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from generator.edition.edition import Edition
from generator.records.kinds import KINDS, METRIC


def write(editions: Iterable[Edition], data: Path, folder: Path) -> None:
    """Put the table beside the page of each metric that has targets; the same rows in every language.

    data: where the files of the data stand already
    """
    for edition in editions:
        for metric, targets in edition.corpus.targets_by_metric.items():
            if targets:
                path = folder / edition.to.metric_table(metric)
                path.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(data / KINDS[METRIC].data / f"{metric}.csv", path)
