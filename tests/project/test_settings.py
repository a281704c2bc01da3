from __future__ import annotations

import pytest

from generator.project import settings
from generator.project.forge import FORGES, Repository
from generator.project.settings import Settings
from tests.told import advised, raised, said

SITE = "https://example.org/plans/"
FORGE = "https://github.com/a/b"


@pytest.fixture(autouse=True)
def silent_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in settings.VARIABLES:
        monkeypatch.delenv(name, raising=False)


def test_what_is_not_said_is_not_known() -> None:
    assert settings.read(None, None) == Settings("", None)


@pytest.mark.parametrize("address", [SITE, SITE.rstrip("/")])
def test_a_site_has_a_slash_at_its_end(address: str) -> None:
    assert settings.read(address, None).site_url == SITE


@pytest.mark.parametrize(("files", "expected"), [("blob/main/", "blob/main/"), ("/edit/trunk", "edit/trunk/")])
def test_a_repository_is_named_with_its_branch(files: str, expected: str) -> None:
    found = settings.read(SITE, f"{FORGE}/", files=files).repository
    assert found == Repository(FORGE, expected, FORGES["github"])


def test_the_environment_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://fork.example")
    monkeypatch.setenv("REPO_URL", "https://github.com/fork/b")
    expected = Settings(
        "https://fork.example/", Repository("https://github.com/fork/b", "blob/main/", FORGES["github"])
    )
    assert settings.read(SITE, FORGE) == expected


def test_a_repository_on_a_host_that_is_not_known_is_none() -> None:
    assert settings.read(SITE, "https://forge.example/a/b").repository is None
    assert settings.read(SITE, "https://forge.example/a/b", "gitea").repository is not None


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "github.com/a/b",
        "https://",
        "https://a.example/?b=1",
        "https://[",
        "https://[::1",
        "https://x.example/\nDisallow: /\nUser-agent: evil",
        "https://a.example:99999",
        "https://пример.example",
    ],
)
def test_what_is_no_address_is_refused(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("REPO_URL", address)
    [finding] = raised(lambda: settings.read(SITE, FORGE))
    assert (finding.path, finding.code) == ("REPO_URL", "S020")
    assert address in said(finding)
    assert "environment" in advised(finding)


def test_a_password_in_the_environment_is_refused_and_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://user:secret@a.example/")
    [finding] = raised(lambda: settings.read(None, None))
    assert "secret" not in said(finding) + advised(finding)
    assert "password" in advised(finding)
