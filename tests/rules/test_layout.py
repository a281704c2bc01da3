from __future__ import annotations

import pytest

from generator.rules.run import validate
from tests.paths import JIA
from tests.small import Repository
from tests.told import matches


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("park: jia\n", "park: jia \n", "3:10"),
        ("park: jia\n", "park: jia\t\n", "3:10"),
        ("\ntargets:", "  \ntargets:", "44:1"),
    ],
)
def test_spaces_at_the_end_of_a_line_are_a_warning(repository: Repository, old: str, new: str, place: str) -> None:
    repository.replace(JIA, old, new)
    matches(validate(repository.layout).warnings, [(f"{JIA}:{place}", "S012", "must not end in spaces")])


def test_the_end_of_a_line_on_windows_is_no_space(repository: Repository) -> None:
    repository.write(JIA, repository.read(JIA).replace("\n", "\r\n"))
    assert validate(repository.layout).warnings == ()


def test_every_kind_of_file_is_looked_at(repository: Repository) -> None:
    names = [
        JIA,
        "structured/parks/yi.yaml",
        "structured/terms.yaml",
        "structured/guide.yaml",
        "structured/changes.yaml",
    ]
    for name in names:
        repository.write(name, repository.read(name).replace("\n", " \n", 1))
    assert [f.path for f in validate(repository.layout).warnings] == sorted(names)
