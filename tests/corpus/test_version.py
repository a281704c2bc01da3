from __future__ import annotations

import re

from generator.edition.edition import Edition
from tests.paths import JIA, MINI
from tests.sites import edition_of
from tests.small import Repository


def test_the_version_is_the_newest_date_and_a_hash_of_the_rows(zh: Edition, en: Edition) -> None:
    assert re.fullmatch(r"2025-06-02-[0-9a-f]{12}", zh.version.text)
    assert zh.version == en.version == edition_of(MINI, "en").version


def test_a_record_that_moves_within_its_file_leaves_the_version(repository: Repository, en: Edition) -> None:
    repository.replace(JIA, "targets:\n", "# A line more.\ntargets:\n")
    assert edition_of(repository.root, "en").version == en.version


def test_any_change_of_a_record_gives_another_hash(repository: Repository, en: Edition) -> None:
    repository.replace(JIA, "en: Total revenue of the park", "en: Whole revenue of the park")
    changed = edition_of(repository.root, "en").version
    assert (changed.date, changed.hash != en.version.hash) == (en.version.date, True)
