"""The pinyin of terms and parks."""

from __future__ import annotations

import pytest

from tests.small import Repository

TERMS = "structured/terms.yaml"
PUBLICATION = "structured/publication.yaml"
TERM = "- {{id: {0}, zh: {1}, en: {0}, pinyin: {2}, explanation: {{zh: 一种说法。, en: A term.}}}}\n"


def add(repository: Repository, id_: str, zh: str, pinyin: str) -> None:
    repository.write(TERMS, repository.read(TERMS) + TERM.format(id_, zh, pinyin))


@pytest.mark.parametrize("pinyin", ["fúwùbāng", "fúwù", "fuwùbǎo", "zhòngdiǎn"])
def test_pinyin_that_is_none_of_the_characters_is_found(repository: Repository, pinyin: str) -> None:
    repository.replace(TERMS, "fúwùbāo", pinyin)
    repository.expect((repository.place(TERMS, pinyin), "L004", f"must have a reading of each character: '{pinyin}'"))


def test_words_that_are_read_in_two_ways_are_found(repository: Repository) -> None:
    add(repository, "key-park", "重点园区", "chóngdiǎn yuánqū")
    repository.expect((repository.place(TERMS, "chóngdiǎn"), "L004", "'重点' must be read alike everywhere"))


def test_what_the_table_reads_otherwise_is_told_until_it_is_confirmed(repository: Repository) -> None:
    add(repository, "delta", "长四角", "chángsìjiǎo")
    [warning] = repository.warnings()
    assert (warning.code, warning.severity) == ("L005", "warning")
    assert warning.line == int(repository.place(TERMS, "chángsìjiǎo").split(":")[1])
    repository.replace(PUBLICATION, "  重点:", "  长四角: cháng sì jiǎo\n  重点:")
    assert repository.warnings() == []


def test_the_pinyin_of_a_park_is_that_of_one_of_its_names(repository: Repository) -> None:
    repository.replace("structured/parks/jia.yaml", "Jiǎ Yuán", "Gāoxīnqū Jiǎ Yuán")
    assert repository.findings() == []
    repository.replace("structured/parks/jia.yaml", "Gāoxīnqū Jiǎ", "Gāoxīnqū Yǐ")
    assert [finding.code for finding in repository.findings()] == ["L004"]
