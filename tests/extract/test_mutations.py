"""Whatever is done to a document, it is read without a loss or refused in a sentence, soon."""

from __future__ import annotations

import time
from pathlib import Path
from random import Random

import pytest

from generator.extract import budget
from generator.extract.extract import extract
from generator.findings.finding import Failure
from tests.cases import few
from tests.extract.mutations import FORMATS
from tests.extract.test_documents import complete

pytestmark = pytest.mark.builds

RUNS = 10  # at a time
SECONDS = 10  # of processor time, for one document


@pytest.mark.parametrize("first", few(range(0, 1_000, RUNS)))
@pytest.mark.parametrize("form", FORMATS)
def test_a_changed_document_is_read_whole_or_refused_in_a_sentence(tmp_path: Path, form: str, first: int) -> None:
    wrong = [f"{n}: {said}" for n in range(first, first + RUNS) if (said := fate(tmp_path / f"a.{form}", n))]
    assert wrong == []


def fate(path: Path, number: int) -> str | None:
    """Return what went wrong with a change, None when nothing did."""
    path.write_bytes(FORMATS[path.suffix[1:]](Random(number)))  # noqa: S311 - a document, not a secret
    begin = time.process_time()
    try:
        complete(budget.within(lambda: extract(path, "a"), path.name))
    except Failure as failure:
        if failure.message.says == "extract.broken":
            return str(failure)
    except AssertionError:
        return "lost something"
    return "took too long" if time.process_time() - begin > SECONDS else None
