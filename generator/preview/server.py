"""The preview's server: pages from the draft, everything else from files; tells browsers what is new."""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import asdict
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from generator.edition.addresses import ASSETS
from generator.exports import assets
from generator.findings.finding import Message, Say, WrongUse
from generator.language.languages import FALLBACK
from generator.preview import editing, requests
from generator.preview.editing import Answer, Forms
from generator.preview.preview import Preview, State
from generator.project import platform
from generator.project.layout import Layout

OWN = "/_preview/"  # addresses of the preview itself; no page of the site has such a one
FORMS = f"{OWN}edit/"  # below it, the forms
ALIVE = 10.0  # seconds between signs of life, by which a closed browser is noticed
PATIENCE = 120.0  # seconds that a file is waited for which the build behind is still to write


class _Handler(SimpleHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        path = requests.path(self.path)
        if not requests.is_ours(self.headers.get("Host", ""), self.server.host):
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST)
        elif path is None:
            self._refuse(HTTPStatus.NOT_FOUND)
        elif path == f"{OWN}news":
            self._news()
        elif path.startswith(FORMS):
            self._form(lambda way: self.server.forms.get(way, saved=self.path.endswith("?saved")), path)
        elif path.startswith(OWN):
            self._file(self.server.own / path.removeprefix(OWN))
        elif path.startswith(f"/{ASSETS}"):
            self._asset(path.removeprefix(f"/{ASSETS}"))
        elif path.endswith(("/", ".html")):
            self._page(path.removeprefix("/").removesuffix("index.html"))
        else:
            file = self.server.layout.site / path.removeprefix("/")
            if not os.path.exists(file):  # noqa: PTH110 - Path.exists() raises for a name too long for the disk
                self.server.preview.publication.wait(PATIENCE)
            if os.path.isdir(file):  # noqa: PTH112 - as above
                self._lead_to(f"{quote(path)}/")
            else:
                self._file(file)

    do_HEAD = do_GET  # noqa: N815 - the name is the base class's

    def do_POST(self) -> None:
        """Take up what was typed into a form of this preview, and nothing else that anyone sends."""
        path, most = requests.path(self.path), editing.length(self.headers)
        body = self.rfile.read(most or 0)  # whatever is answered: a browser hears nothing before it has sent all
        if not requests.is_ours(self.headers.get("Host", ""), self.server.host):
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST)
        elif path is None or not path.startswith(FORMS):
            self._refuse(HTTPStatus.NOT_FOUND)
        elif not editing.is_own_form(self.headers):
            self._answer(editing.refused(HTTPStatus.FORBIDDEN, "form.stranger", self.server.preview.language))
        elif most is None:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        else:
            self._form(lambda way: self.server.forms.post(way, body), path)

    def _form(self, answer: Callable[[str], Answer | None], path: str) -> None:
        """Answer at an address of the forms, to a browser on this machine alone."""
        if not editing.is_here(self.client_address[0]):
            self._answer(editing.refused(HTTPStatus.FORBIDDEN, "form.here", self.server.preview.language))
        elif found := answer(path.removeprefix(FORMS)):
            self._answer(found)
        else:
            self._refuse(HTTPStatus.NOT_FOUND)

    def _answer(self, answer: Answer) -> None:
        if answer.leads_to:
            self._lead_to(f"{FORMS}{answer.leads_to}", HTTPStatus.SEE_OTHER)
        else:
            self._send(answer.html.encode(), "text/html; charset=utf-8", answer.status, editing.HEADERS)

    def _page(self, address: str) -> None:
        html, state = self.server.preview.page(address)
        if html is not None:
            self._html(html, state, HTTPStatus.OK)
        elif state.draft and not state.problems:
            self._html(state.draft.not_found(address), state, HTTPStatus.NOT_FOUND)
        else:
            waiting = (self.server.own / "waiting.html").read_text(encoding="utf-8")
            self._html(waiting, state, HTTPStatus.SERVICE_UNAVAILABLE)

    def _asset(self, name: str) -> None:
        """Send a static file as it is published."""
        draft = self.server.preview.state.draft
        files = assets.of(self.server.layout, draft.corpus.publication if draft else None)
        data = files.served.get(name)
        if data is None:
            self._refuse(HTTPStatus.NOT_FOUND)
        else:
            self._send(data, self.guess_type(name), HTTPStatus.OK)

    def _html(self, html: str, state: State, status: HTTPStatus) -> None:
        """Send a page with the script that follows the preview; the published page has none."""
        script = f'<script src="{OWN}preview.js" data-pages="{state.pages}" data-styles="{state.styles}"></script>'
        before, end, after = html.rpartition("</body>")
        self._send(f"{before}{script}{end}{after}".encode(), "text/html; charset=utf-8", status)

    def _send(
        self, content: bytes, kind: str, status: HTTPStatus, headers: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _file(self, file: Path) -> None:
        try:
            data = file.read_bytes()
        except OSError:  # a folder, or what is not there
            self._refuse(HTTPStatus.NOT_FOUND)
        else:
            self._send(data, self.guess_type(str(file)), HTTPStatus.OK)

    def _refuse(self, status: HTTPStatus) -> None:
        self._send(f"{status.phrase}\n".encode(), "text/plain; charset=utf-8", status)

    def _lead_to(self, address: str, status: HTTPStatus = HTTPStatus.MOVED_PERMANENTLY) -> None:
        self.send_response(status)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _news(self) -> None:
        """Send the state, and again each time it changes, for as long as the browser listens."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        state = self.server.preview.state
        self._event(state)
        while True:
            new = self.server.preview.news(state, ALIVE)
            self._event(new)
            state = new

    def _event(self, state: State) -> None:
        shown = {"pages": state.pages, "styles": state.styles, "problems": [asdict(p) for p in state.problems]}
        shown["language"] = self.server.preview.language
        self.wfile.write(f"data: {json.dumps(shown)}\n\n".encode())

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Print nothing of each request."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = platform.REUSES_PORTS

    def __init__(self, address: tuple[str, int], preview: Preview) -> None:
        self.preview = preview
        self.layout = preview.layout
        self.host = address[0]
        self.own = Path(__file__).with_name("browser")
        self.forms = Forms(preview.layout)
        super().__init__(address, _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Print nothing of browsers that go away while they are being answered."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def _listening(host: str, port: int, preview: Preview) -> _Server:
    try:
        return _Server((host, port), preview)
    except (OSError, OverflowError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or str(error).rstrip(".")
        raise WrongUse("serve.taken", host=host, port=port, reason=reason, next=port % 65_535 + 1) from None


def serve(layout: Layout, host: str, port: int, say: Say, language: str = FALLBACK) -> None:
    """Show the site of a repository until interrupted.

    say: is told what the person at the terminal is to know
    language: of findings
    Raises WrongUse when the port cannot be listened at.
    """
    preview = Preview(layout, say, language)
    with _listening(host, port, preview) as server:
        following = threading.Thread(target=preview.follow, daemon=True)
        following.start()
        say(Message.of("serve.begin", host=host, port=server.server_address[1]))
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say(Message.of("serve.end"))
        finally:
            preview.stop()
            following.join()
