"""Addresses in the repository that the site is made from: where a record is edited, where a problem is reported."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

FORM = "correction.yml"  # .github/ISSUE_TEMPLATE/; its fields `record` and `address` are filled in


@dataclass(frozen=True)
class Repository:
    """A repository on a host that knows the addresses of GitHub.

    url: of the repository, without a slash at its end
    files: what stands between `url` and a file's path, `blob/main/`. A `blob` address shows the file with the line
        marked and the pen for editing beside it; an `edit` address opens the editor at once, but at the file's top.
    """

    url: str
    files: str

    def line(self, source_line: str) -> str:
        """Return the address of a line. source_line: `structured/plans/x.yaml:57`."""
        path, _, line = source_line.rpartition(":")
        return f"{self.start_of_line(path)}{line}"

    def start_of_line(self, path: str) -> str:
        """Return the address of a file's line, up to the number of the line."""
        plain = "?plain=1" if path.endswith(".md") else ""  # else Markdown is shown laid out, without lines
        return f"{self.url}/{self.files}{quote(path)}{plain}#L"

    def problem(self, record: str, address: str) -> str:
        """Return the address of the form for reporting a problem.

        record: id of what is wrong; address: where the site shows it
        """
        fields = {"template": FORM, "title": record, "record": record, "address": address}
        return f"{self.url}/issues/new?{urlencode(fields, quote_via=quote, safe='/:@')}"
