"""Addresses in the repository that the site is made from: where a record is edited, where a problem is reported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, urlencode, urlsplit

Host = Literal["github", "gitlab", "gitea", "gitee"]
FORM = "correction.yml"  # .github/ISSUE_TEMPLATE/; its fields `record` and `address` are filled in


@dataclass(frozen=True)
class Forge:
    """How a kind of host forms its addresses.

    names: parts of a host's name that tell it: gitlab for gitlab.com and gitlab.example.org
    files: what stands between the address of a repository and the path of a file in its branch main. Such an address
        shows the file with the line marked and the pen for editing beside it.
    plain: what shows Markdown with its lines; else it is laid out
    problem: the page for reporting a problem; fields: what fills it in, with {record} and {address}
    """

    names: tuple[str, ...]
    files: str
    plain: str
    problem: str
    fields: Mapping[str, str]


FORGES: Mapping[Host, Forge] = {
    "github": Forge(
        names=("github",),
        files="blob/main/",
        plain="?plain=1",
        problem="issues/new",
        fields={"template": FORM, "title": "{record}", "record": "{record}", "address": "{address}"},
    ),
    "gitlab": Forge(
        names=("gitlab", "jihulab"),
        files="-/blob/main/",
        plain="?plain=1",
        problem="-/issues/new",
        fields={"issue[title]": "{record}", "issue[description]": "{address}"},
    ),
    "gitea": Forge(
        names=("gitea", "forgejo", "codeberg"),
        files="src/branch/main/",
        plain="?display=source",
        problem="issues/new",
        fields={"title": "{record}", "body": "{address}"},
    ),
    "gitee": Forge(
        names=("gitee",),
        files="blob/main/",
        plain="",
        problem="issues/new",
        fields={"issue[title]": "{record}", "issue[description]": "{address}"},
    ),
}


@dataclass(frozen=True)
class Repository:
    """A repository on a host that is known. url: without a slash at its end; files: as that of its forge."""

    url: str
    files: str
    forge: Forge

    def line(self, source_line: str) -> str:
        """Return the address of a line. source_line: `structured/plans/x.yaml:57`."""
        path, _, line = source_line.rpartition(":")
        return f"{self.start_of_line(path)}{line}"

    def start_of_line(self, path: str) -> str:
        """Return the address of a file's line, up to the number of the line."""
        plain = self.forge.plain if path.endswith(".md") else ""
        return f"{self.url}/{self.files}{quote(path)}{plain}#L"

    def problem(self, record: str, address: str) -> str:
        """Return the address of the form for reporting a problem.

        record: id of what is wrong; address: where the site shows it
        """
        fields = {key: value.format(record=record, address=address) for key, value in self.forge.fields.items()}
        return f"{self.url}/{self.forge.problem}?{urlencode(fields, quote_via=quote, safe='/:@')}"


def repository(address: str, host: Host | None = None, files: str | None = None) -> Repository | None:
    """Return a repository by its address; None on a host that neither is named nor tells by its name what it is.

    files: what stands between address and path, where that is not what its host has for the branch main
    """
    forge = FORGES[host] if host else _told_by(address)
    if forge is None:
        return None
    return Repository(address.rstrip("/"), f"{(files or forge.files).strip('/')}/", forge)


def _told_by(address: str) -> Forge | None:
    parts = (urlsplit(address).hostname or "").split(".")
    return next((forge for forge in FORGES.values() if any(name in parts for name in forge.names)), None)
