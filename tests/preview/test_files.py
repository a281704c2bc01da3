from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.preview import files
from generator.project.layout import Layout
from tests.small import Repository


def names(layout: Layout, before: files.Snapshot) -> list[str]:
    """Return the files that have changed since."""
    return sorted(path.name for path in files.changed(before, files.snapshot(layout)))


def test_nothing_has_changed_where_nothing_was_done(repository: Repository) -> None:
    assert names(repository.layout, files.snapshot(repository.layout)) == []


def test_a_written_a_new_and_a_deleted_file_are_told(repository: Repository) -> None:
    before = files.snapshot(repository.layout)
    repository.replace("structured/terms.yaml", "service package", "bundle of services")
    repository.write("structured/plans/new.yaml", "id: new\n")
    (repository.root / "content/jia-2025/en.md").unlink()
    assert names(repository.layout, before) == ["en.md", "new.yaml", "terms.yaml"]


def test_a_file_saved_by_renaming_another_is_told_even_with_the_same_size_and_time(repository: Repository) -> None:
    file = repository.root / "structured/terms.yaml"
    status = file.stat()
    before = files.snapshot(repository.layout)
    repository.write(
        "structured/terms.yaml.new", repository.read("structured/terms.yaml").replace("service", "servant")
    )
    os.utime(f"{file}.new", ns=(status.st_atime_ns, status.st_mtime_ns))
    Path(f"{file}.new").replace(file)
    assert names(repository.layout, before) == ["terms.yaml"]


@pytest.mark.parametrize("name", [".terms.yaml.swp", "terms.yaml~", "#terms.yaml#", "4913", ".git/index", "a.tmp"])
def test_what_an_editor_leaves_on_the_way_is_no_change(repository: Repository, name: str) -> None:
    before = files.snapshot(repository.layout)
    repository.write(f"structured/{name}", "x")
    assert names(repository.layout, before) == []
