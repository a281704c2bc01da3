from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from generator.project.forge import Repository

REPOSITORY = Repository("https://github.com/a/b", "blob/main/")


@pytest.mark.parametrize(
    ("source_line", "address"),
    [
        ("structured/plans/x.yaml:57", "https://github.com/a/b/blob/main/structured/plans/x.yaml#L57"),
        ("content/x/zh.md:9", "https://github.com/a/b/blob/main/content/x/zh.md?plain=1#L9"),
        ("structured/a b#.yaml:1", "https://github.com/a/b/blob/main/structured/a%20b%23.yaml#L1"),
    ],
)
def test_a_line_is_marked_in_the_file_as_it_is_written(source_line: str, address: str) -> None:
    assert REPOSITORY.line(source_line) == address


def test_the_form_is_filled_in_with_the_record_and_where_it_is_shown() -> None:
    address = "https://park-plans.example/zh/plans/x/#target-a&b"
    parts = urlsplit(REPOSITORY.problem("x/a&b", address))
    assert (parts.netloc, parts.path) == ("github.com", "/a/b/issues/new")
    assert parse_qs(parts.query, strict_parsing=True) == {
        "template": ["correction.yml"], "title": ["x/a&b"], "record": ["x/a&b"], "address": [address],
    }  # fmt: skip
