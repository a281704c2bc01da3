from __future__ import annotations

import re

from generator.views.page import Scope
from tests.conftest import JIA, MINI, Repository, scope_of


def test_the_version_is_the_newest_date_and_a_hash_of_the_rows(zh: Scope, en: Scope) -> None:
    assert re.fullmatch(r"2025-06-02-[0-9a-f]{12}", zh.version.text)
    assert zh.version == en.version == scope_of(MINI, "en").version


def test_any_change_of_a_record_gives_another_hash(repository: Repository, en: Scope) -> None:
    repository.replace(JIA, "en: Total revenue of the park", "en: Whole revenue of the park")
    changed = scope_of(repository.root, "en").version
    assert (changed.date, changed.hash != en.version.hash) == (en.version.date, True)
