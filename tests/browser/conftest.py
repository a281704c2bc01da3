"""What the browser tests share: the built site behind a plain static host, and pages of it."""

from __future__ import annotations

import functools
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from tests.browser.install import find_browser
from tests.conftest import BuiltSite

WAIT = 10_000  # ms; two builds may be running beside the tests
NewPage = Callable[..., Page]


class _Handler(SimpleHTTPRequestHandler):
    """A plain static host that keeps connections open, as real ones do."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing of each request."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine and yield its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder)))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="session")
def site(built_site: BuiltSite) -> Iterator[str]:
    """The address of the site."""
    with served(built_site.folder) as address:
        yield address


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    options = ["--disable-background-networking", "--disable-gpu"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        options.append("--no-sandbox")
    running = playwright.chromium.launch(executable_path=find_browser(), args=options)
    yield running
    running.close()


@pytest.fixture(scope="module")
def new_page(browser: Browser, site: str) -> Iterator[NewPage]:
    """Open a page of the site; options are those of a browser context."""
    contexts = []

    def open_(address: str, **options: Any) -> Page:
        context = browser.new_context(base_url=site, **options)
        context.set_default_timeout(WAIT)
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    yield open_
    for context in contexts:
        context.close()
