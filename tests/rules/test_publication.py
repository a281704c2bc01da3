from __future__ import annotations

import pytest

from tests.small import Repository
from tests.told import advised, said

PUBLICATION = "structured/publication.yaml"
ADDRESS = "https://park-plans.example/"


@pytest.mark.parametrize("more", ["?lang=en", "#top"])
def test_the_address_of_site_and_repository_ends_with_its_path(repository: Repository, more: str) -> None:
    repository.replace(PUBLICATION, ADDRESS, ADDRESS + more)
    repository.write(
        PUBLICATION, repository.read(PUBLICATION) + f'\nrepository: {{address: "https://forge.example/a{more}"}}\n'
    )
    site, forge = repository.findings()
    assert (site.code, forge.code) == ("B003", "B003")
    assert "site_address must end with a plain path" in said(site)
    assert "repository.address must end with a plain path" in said(forge)
    assert "without ? and #" in advised(site)


@pytest.mark.parametrize("files", ["?x=", "edit/#/", "../../b", "//", "a//b", "ma in/", "<b>", 'a" onclick="x', "a%zz"])
def test_what_stands_before_the_path_of_a_file_is_a_path_itself(repository: Repository, files: str) -> None:
    forge = f"repository: {{address: https://github.com/a/b, files: '{files}'}}"
    repository.write(PUBLICATION, f"{repository.read(PUBLICATION)}\n{forge}\n")
    [found] = repository.findings()
    assert found.code == "B003"
    assert "repository.files must end with a plain path" in said(found)


@pytest.mark.parametrize("files", ["edit/trunk", "/-/blob/main/", "src/branch/主分支/", "_edit/a@b.c/"])
def test_what_stands_before_the_path_of_a_file_may_be_any_branch(repository: Repository, files: str) -> None:
    forge = f"repository: {{address: https://github.com/a/b, files: '{files}'}}"
    repository.write(PUBLICATION, f"{repository.read(PUBLICATION)}\n{forge}\n")
    assert repository.findings() == []


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("https://u:p@example.org/", "user name"),
        ("https://.../", "names no host"),
        ("https://0x7f000001/", "names no host"),
        ("https://xn--pple-43d.com/", "аpple"),
        ("https://园区.example/", "punycode: xn--"),
        ("https://example.org:99999/", "1 to 65535"),
    ],
)
def test_an_address_is_refused_for_a_reason_that_is_told(repository: Repository, address: str, reason: str) -> None:
    repository.replace(PUBLICATION, ADDRESS, address)
    place = repository.place(PUBLICATION, address)
    [finding] = repository.findings()
    assert f"{finding.path}:{finding.line}:{finding.column}" == place
    assert "site_address must be a web address" in said(finding)
    assert reason in advised(finding)


def test_the_domain_of_a_mail_address_is_one_as_well(repository: Repository) -> None:
    repository.replace(PUBLICATION, "en: City A Planning Office}}", "en: City A Planning Office}, mail: a@-.-}")
    [finding] = repository.findings()
    assert "publisher.mail must be a mail address" in said(finding)
