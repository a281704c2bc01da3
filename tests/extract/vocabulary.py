"""The records that drafts are made beside: the small corpus, with a vocabulary as wide as that of many plans."""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path

from generator.project.layout import Layout
from generator.records.filed import Records
from generator.records.loading import load
from tests.paths import MINI, TESTS


@cache
def records() -> Records:
    """Return generator/example with the vocabularies of tests/corpora/vocabulary."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "repository"
        shutil.copytree(MINI, root)
        for path in (TESTS / "corpora" / "vocabulary").iterdir():
            shutil.copy(path, root / "structured" / path.name)
        return load(Layout(root))
