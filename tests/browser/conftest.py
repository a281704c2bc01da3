"""What the browser tests share: the built site behind a plain static host, and pages of it."""

from __future__ import annotations

import functools
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.install import find_browser
from tests.sites import BuiltSite

WAIT = 30_000  # ms; two builds may be running beside the tests
NewPage = Callable[..., Page]


class _Handler(SimpleHTTPRequestHandler):
    """A plain static host: below a path if told so, strict about doubled slashes, with the site's page for 404."""

    protocol_version = "HTTP/1.1"
    below = ""

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if not path.startswith(f"{self.below}/") or "//" in path:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        self.path = self.path.removeprefix(self.below)
        super().do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        page = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing of each request."""


@contextmanager
def served(folder: Path, below: str = "") -> Iterator[str]:
    """Serve a folder on a free port of this machine and yield its address."""
    handler = type("Handler", (_Handler,), {"below": below})
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{below}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="session")
def site(built_site: BuiltSite) -> Iterator[str]:
    """The address of the site."""
    with served(built_site.folder) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser for all tests of this process."""
    expect.set_options(timeout=WAIT)
    options = ["--disable-background-networking", "--disable-gpu"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        options.append("--no-sandbox")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=find_browser(), args=options)
        yield running
        running.close()


@contextmanager
def reader(browser: Browser, address: str, **options: Any) -> Iterator[BrowserContext]:
    """A reader of a site who has not been there before; options are those of a browser context."""
    context = browser.new_context(base_url=address, **options)
    context.set_default_timeout(WAIT)
    try:
        yield context
    finally:
        context.close()


@pytest.fixture(scope="session")
def _usual(browser: Browser, site: str) -> Iterator[BrowserContext]:
    with reader(browser, site) as context:
        yield context


@pytest.fixture
def context(_usual: BrowserContext, site: str) -> Iterator[BrowserContext]:
    """A reader of the site with the usual window and everything allowed; what tests before remembered is forgotten.

    The context is one for all tests: scripts and routes are set on a page, which goes, not on its context, which stays.
    """
    yield _usual
    for page in _usual.pages[:-1]:
        page.close()
    for page in _usual.pages:
        forget = {"origin": site.rstrip("/"), "storageTypes": "local_storage"}
        _usual.new_cdp_session(page).send("Storage.clearDataForOrigin", forget)
        page.close()


@pytest.fixture
def new_page(browser: Browser, context: BrowserContext, site: str) -> Iterator[NewPage]:
    """Open a page of the site; with options, those of a browser context, as another reader."""
    with ExitStack() as readers:

        def open_(address: str, **options: Any) -> Page:
            whose = readers.enter_context(reader(browser, site, **options)) if options else context
            page = whose.new_page()
            page.goto(address)
            return page

        yield open_
