"""The forms of the preview answer this machine's own pages, and nobody else."""

from __future__ import annotations

import http.client
import re
from dataclasses import dataclass, field
from urllib.parse import urlencode

import pytest

from generator.preview import editing
from tests.paths import YI_NEW
from tests.preview.test_server import port
from tests.small import Repository

pytestmark = pytest.mark.builds

__all__ = ["port"]  # the fixture: a preview of the example
FORM = "/_preview/edit/en/target/yi-2025/rd-intensity"
KIND = "application/x-www-form-urlencoded"
LABEL = "R&D spending of companies as a share of operating revenue"


@dataclass
class Answered:
    """What a preview answered."""

    status: int
    headers: http.client.HTTPMessage
    body: str


@dataclass
class Browser:
    """A browser that may lie: what it sends besides what is typed."""

    port: int
    headers: dict[str, str] = field(default_factory=dict)

    def send(self, method: str, path: str = FORM, body: bytes = b"", **headers: str | None) -> Answered:
        here = f"localhost:{self.port}"
        own = {"Host": here, "Origin": f"http://{here}", "Content-Type": KIND, "Content-Length": str(len(body))}
        sent = {**(own if method == "POST" else {"Host": here}), **{k.replace("_", "-"): v for k, v in headers.items()}}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in sent.items():
            if value is not None:
                connection.putheader(name, value)
        connection.endheaders(body)
        answer = connection.getresponse()
        found = Answered(answer.status, answer.headers, answer.read().decode())
        connection.close()
        return found

    def opened(self, path: str = FORM) -> dict[str, str]:
        """Return what a form that is opened sends back unasked."""
        html = self.send("GET", path).body
        return dict(re.findall(r'name="(_token|_stamp)" value="([^"]+)"', html))

    def typed(self, said: dict[str, str], path: str = FORM, **headers: str | None) -> Answered:
        return self.send("POST", path, urlencode(said).encode(), **headers)


def test_what_is_typed_is_written_and_the_form_shown_again(port: int, repository: Repository) -> None:
    before, browser = repository.read(YI_NEW), Browser(port)
    done = browser.typed({**browser.opened(), "label.en": "Share of R&D spending"})
    assert (done.status, done.headers["Location"]) == (303, f"{FORM}?saved")
    assert repository.read(YI_NEW) == before.replace(LABEL, "Share of R&D spending", 1)
    assert "Written to structured/plans/yi-2025.yaml" in browser.send("GET", f"{FORM}?saved").body


def test_what_would_be_wrong_is_said_in_the_language_of_the_form(port: int, repository: Repository) -> None:
    before, browser = repository.read(YI_NEW), Browser(port)
    for language, told in (("en", "value must be what is printed, 5"), ("zh", "value 应为 5（按原文所印换算）")):
        path = FORM.replace("/en/", f"/{language}/")
        done = browser.typed({**browser.opened(path), "value": '6"><script>alert(1)</script>'}, path)
        assert done.status == 422
        assert "<script>" not in done.body
        done = browser.typed({**browser.opened(path), "value": "6"}, path)
        assert done.status == 422
        assert told in done.body
        assert 'id="f-value" name="value" aria-describedby="h-value e-value" aria-invalid="true" value="6"' in " ".join(
            done.body.split()
        )
    assert repository.read(YI_NEW) == before


def test_a_file_that_changed_meanwhile_is_not_written_over(port: int, repository: Repository) -> None:
    browser = Browser(port)
    sent = browser.opened()
    repository.replace(YI_NEW, "measure: unspecified", "measure: unspecified  # looked at")
    before = repository.read(YI_NEW)
    done = browser.typed({**sent, "label.en": "Mine"})
    assert done.status == 409
    assert 'value="Mine"' in done.body
    assert repository.read(YI_NEW) == before
    stamp = dict(re.findall(r'name="(_stamp)" value="([^"]+)"', done.body))
    assert browser.typed({**sent, **stamp, "label.en": "Mine"}).status == 303
    assert "# looked at" in repository.read(YI_NEW)


STRANGE = (
    ({"Host": "evil.example"}, 421),
    ({"Host": "evil.example", "Origin": "http://evil.example"}, 421),
    ({"Origin": "http://evil.example"}, 403),
    ({"Origin": "null"}, 403),
    ({"Origin": None}, 403),
    ({"Origin": "https://localhost"}, 403),
    ({"Content_Type": "text/plain"}, 403),
    ({"Content_Type": "application/json"}, 403),
    ({"Content_Type": None}, 403),
    ({"Content_Length": None}, 413),
    ({"Content_Length": "-1"}, 413),
    ({"Content_Length": "1000001"}, 413),
    ({"Content_Length": "99999999999999999999"}, 413),
    ({"Content_Length": "\xb2"}, 413),
)


def test_what_no_form_of_this_preview_sends_is_refused(port: int, repository: Repository) -> None:
    before, browser = repository.read(YI_NEW), Browser(port)
    said = {**browser.opened(), "label.en": "Taken over"}
    assert {str(sent): browser.typed(said, **sent).status for sent, _ in STRANGE} == {
        str(sent): status for sent, status in STRANGE
    }
    for token in ("", "x", "é", None):
        other = {k: v for k, v in said.items() if k != "_token"} | ({} if token is None else {"_token": token})
        assert browser.typed(other).status == 403, token
    for body in (b"\xff\xfe", b"a", b"=&" * 3000, b"%ff=%ff"):
        assert browser.send("POST", body=body).status in (400, 403), body
    assert repository.read(YI_NEW) == before


NOWHERE = (
    "/_preview/edit/fr/",
    "/_preview/edit/",
    "/_preview/edit/en/plan/nope",
    "/_preview/edit/en/plan/..%2f..%2fpublication",
    "/_preview/edit/en/park/../../publication",
    f"/_preview/edit/en/target/yi-2025/{'x' * 5000}",
    "/_preview/news",
    "/en/",
    "/assets/x",
)


def test_nothing_else_takes_what_is_sent(port: int) -> None:
    browser = Browser(port)
    said = {**browser.opened(), "id": "x"}
    assert {path: browser.typed(said, path).status for path in NOWHERE} == dict.fromkeys(NOWHERE, 404)
    assert {browser.send("GET", path).status for path in NOWHERE if "edit" in path} == {404}


def test_a_value_that_no_form_has_is_ignored(port: int, repository: Repository) -> None:
    before, browser = repository.read(YI_NEW), Browser(port)
    said = {"id": "other", "nope": "1", "targets.0.id": "x", "..": "x", "label": "x"}
    assert browser.typed({**browser.opened(), **said}).status == 303
    assert repository.read(YI_NEW) == before


def test_a_file_that_cannot_be_read_is_said_to_be_broken(port: int, repository: Repository) -> None:
    repository.write(YI_NEW, "id: [\n")
    answer = Browser(port).send("GET")
    assert answer.status == 409
    assert "cannot be read" in answer.body


def test_forms_run_no_script_and_stand_in_no_frame(port: int) -> None:
    for path in (FORM, "/_preview/edit/zh/"):
        headers = Browser(port).send("GET", path).headers
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'self'; form-action 'self'")
        assert headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("address", ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"])
def test_this_machine_may_edit(address: str) -> None:
    assert editing.is_here(address)


@pytest.mark.parametrize("address", ["192.168.1.7", "::ffff:10.0.0.1", "fe80::1%eth0", "", "localhost"])
def test_no_other_machine_may_edit(address: str) -> None:
    assert not editing.is_here(address)
