from __future__ import annotations

from typing import get_args
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.project.forge import FORGES, Host, Repository, repository

SHOWN = "https://park-plans.example/zh/plans/x/#target-a&b"
ADDRESSES = {
    "github": "https://github.com/a/b",
    "gitlab": "https://gitlab.example.org/group/sub/b",
    "gitea": "https://codeberg.org/a/b",
    "gitee": "https://gitee.com/a/b",
}


def known(address: str) -> Repository:
    found = repository(address)
    assert found
    return found


def test_every_kind_of_host_is_in_the_table_and_is_told_by_an_address() -> None:
    assert list(FORGES) == list(get_args(Host)) == list(ADDRESSES)
    assert [known(address).forge for address in ADDRESSES.values()] == list(FORGES.values())


@pytest.mark.parametrize(
    ("source_line", "address"),
    [
        ("structured/plans/x.yaml:57", "https://github.com/a/b/blob/main/structured/plans/x.yaml#L57"),
        ("content/x/zh.md:9", "https://github.com/a/b/blob/main/content/x/zh.md?plain=1#L9"),
        ("structured/a b#.yaml:1", "https://github.com/a/b/blob/main/structured/a%20b%23.yaml#L1"),
    ],
)
def test_a_line_is_marked_in_the_file_as_it_is_written(source_line: str, address: str) -> None:
    assert known(ADDRESSES["github"]).line(source_line) == address


@pytest.mark.parametrize(
    ("host", "path"),
    [
        ("github", "/blob/main/content/x/zh.md?plain=1#L9"),
        ("gitlab", "/-/blob/main/content/x/zh.md?plain=1#L9"),
        ("gitea", "/src/branch/main/content/x/zh.md?display=source#L9"),
        ("gitee", "/blob/main/content/x/zh.md#L9"),
    ],
)
def test_each_host_shows_a_line_in_its_own_way(host: str, path: str) -> None:
    assert known(ADDRESSES[host]).line("content/x/zh.md:9") == f"{ADDRESSES[host]}{path}"


@pytest.mark.parametrize(
    ("host", "path", "title", "text"),
    [
        ("github", "/a/b/issues/new", "title", "address"),
        ("gitlab", "/group/sub/b/-/issues/new", "issue[title]", "issue[description]"),
        ("gitea", "/a/b/issues/new", "title", "body"),
        ("gitee", "/a/b/issues/new", "issue[title]", "issue[description]"),
    ],
)
def test_a_report_is_filled_in_with_the_record_and_where_it_is_shown(
    host: str, path: str, title: str, text: str
) -> None:
    parts = urlsplit(known(ADDRESSES[host]).problem("x/a&b", SHOWN))
    assert (parts.path, parts.fragment) == (path, "")
    given = parse_qs(parts.query, strict_parsing=True)
    assert (given[title], given[text]) == (["x/a&b"], [SHOWN])


def test_the_form_of_github_has_fields_of_its_own() -> None:
    given = parse_qs(urlsplit(known(ADDRESSES["github"]).problem("x/a&b", SHOWN)).query, strict_parsing=True)
    assert (given["template"], given["record"], given["address"]) == (["correction.yml"], ["x/a&b"], [SHOWN])


@pytest.mark.parametrize("address", ["https://forge.example/a/b", "https://mygithub.example/a", "https://git.example"])
def test_a_host_that_is_not_known_is_none_unless_it_is_named(address: str) -> None:
    assert repository(address) is None
    named = repository(address, "gitlab")
    assert named
    assert named.start_of_line("a.yaml") == f"{address}/-/blob/main/a.yaml#L"


def test_a_branch_of_another_name_is_written_with_its_path() -> None:
    found = repository("https://gitee.com/a/b/", files="/blob/master")
    assert found
    assert found.line("a.yaml:3") == "https://gitee.com/a/b/blob/master/a.yaml#L3"
