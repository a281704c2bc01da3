"""What the preview answers to forms: pages of records, and what was typed into them, from this machine alone."""

from __future__ import annotations

import hmac
import ipaddress
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from email.message import Message
from http import HTTPStatus
from urllib.parse import parse_qsl

from generator.findings.finding import DataError
from generator.forms import edit, located, page
from generator.forms.fields import fields
from generator.forms.located import Located
from generator.language.languages import FALLBACK, LANGUAGES
from generator.project.layout import Layout

MOST = 1_000_000  # bytes of what is sent
FORM = "application/x-www-form-urlencoded"
# No script, nothing from elsewhere, in no frame; what is typed goes nowhere else.
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with no-referrer, browsers would not say where a form stands
}


@dataclass(frozen=True)
class Answer:
    """What is answered. leads_to: the address to go on at, "" for none."""

    status: HTTPStatus
    html: str = ""
    leads_to: str = ""


@dataclass(frozen=True)
class Forms:
    """The forms of a repository, for as long as a preview runs.

    token: known to pages of this preview alone, so that no other page can send what a form sends
    """

    layout: Layout
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    def get(self, way: str, *, saved: bool = False) -> Answer | None:
        """Return the page that stands at an address below the forms', or None where there is none."""
        language, _, ref = way.partition("/")
        if language not in LANGUAGES:
            return None
        try:
            if not ref:
                return Answer(HTTPStatus.OK, page.index(language, list(located.listed(self.layout))))
            record = located.locate(self.layout, ref)
        except (DataError, UnicodeDecodeError):
            return refused(HTTPStatus.CONFLICT, "form.broken", language)
        return self._page(record, language, page.Shown(self.token, "", saved=saved)) if record else None

    def post(self, way: str, body: bytes) -> Answer | None:
        """Take up what was typed into the form of a record; None where there is none."""
        language, _, ref = way.partition("/")
        try:
            said = dict(parse_qsl(body.decode(), keep_blank_values=True, strict_parsing=True, max_num_fields=2000))
        except ValueError:
            return refused(HTTPStatus.BAD_REQUEST, "form.stranger", language)
        if not hmac.compare_digest(said.pop("_token", "").encode(), self.token.encode()):
            return refused(HTTPStatus.FORBIDDEN, "form.stranger", language)
        try:
            record = located.locate(self.layout, ref) if language in LANGUAGES else None
        except (DataError, UnicodeDecodeError):
            return refused(HTTPStatus.CONFLICT, "form.broken", language)
        return self._taken(record, language, said) if record else None

    def _taken(self, record: Located, language: str, said: dict[str, str]) -> Answer:
        if said.pop("_stamp", "") != edit.stamp(record):
            return self._page(record, language, page.Shown(self.token, "", conflict=True, typed=said), 409)
        changes = edit.changed(fields(*located.schema(self.layout, record), record.data), said)
        if wrong := edit.save(self.layout, record, changes):
            return self._page(record, language, page.Shown(self.token, "", wrong, typed=said), 422)
        return Answer(HTTPStatus.SEE_OTHER, leads_to=f"{language}/{record.ref}?saved")

    def _page(self, record: Located, language: str, shown: page.Shown, status: int = 200) -> Answer:
        found = replace(shown, stamp=edit.stamp(record), standing=edit.standing(self.layout, record))
        known = fields(*located.schema(self.layout, record), record.data)
        return Answer(HTTPStatus(status), page.record(self.layout, language, record, known, found))


def refused(status: HTTPStatus, reason: str, language: str) -> Answer:
    """Return the answer to what is not taken up."""
    return Answer(status, page.refused(language if language in LANGUAGES else FALLBACK, reason))


def is_here(address: str) -> bool:
    """Return whether a browser runs on this machine itself."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return (getattr(found, "ipv4_mapped", None) or found).is_loopback


def is_own_form(headers: Message) -> bool:
    """Return whether a request was sent by a page of this preview: browsers say where a form stands."""
    kind = headers.get("Content-Type", "").partition(";")[0].strip().lower()
    return headers.get("Origin", "") == f"http://{headers.get('Host', '')}" and kind == FORM


def length(headers: Message) -> int | None:
    """Return how many bytes are sent; None where that is not said, or too many."""
    said = headers.get("Content-Length", "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 and int(said) <= MOST else None
