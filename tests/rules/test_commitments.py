from __future__ import annotations

import pytest

from tests.paths import JIA, YI_NEW
from tests.small import Repository


@pytest.mark.parametrize(
    ("old", "new", "words", "part"),
    [
        (
            "commitment: aspirational",
            "commitment: firm",
            "firm",
            "commitment aspirational must have its printed word, and firm none",
        ),
        (
            "    commitment_word: 力争\n",
            "",
            "aspirational",
            "commitment aspirational must have its printed word, and firm none",
        ),
        (
            "commitment_word: 力争",
            "commitment_word: 达到",
            "达到\n    notes",
            "commitment_word must be one of 力争, 争取, 努力",
        ),
    ],
)
def test_a_commitment_that_its_word_does_not_carry(
    repository: Repository, old: str, new: str, words: str, part: str
) -> None:
    repository.replace(JIA, old, new)
    repository.expect((repository.place(JIA, words), "N007", part))


@pytest.mark.parametrize(
    ("path", "after", "words"),
    [
        (JIA, "    commitment: aspirational\n    commitment_word: 力争\n", "commitment_open"),
        (YI_NEW, "    year_words: 到2027年\n    commitment: firm\n    commitment_word: null\n", ""),
    ],
)
def test_what_is_left_open_about_a_commitment_needs_a_word_of_striving_beside_a_firm_one(
    repository: Repository, path: str, after: str, words: str
) -> None:
    open_ = "    commitment_open: {zh: 可作两解。, en: It can be read either way.}\n"
    repository.replace(path, after, after + open_)
    if words:
        repository.expect((repository.place(path, "{zh: 可作两解。"), "N007", words))
    else:
        assert {found.code for found in repository.findings()} == {"Q006"}  # 争取 stands beside the quote
