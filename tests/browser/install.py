"""Finds a browser for the tests, or installs one: `python -m tests.browser.install`.

An installed Chromium or Chrome comes first, then playwright's own, then the system's package. The headless shell is the
same browser without its windows, and takes a fraction of the time.
"""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

NAMES = ("chromium-headless-shell", "chromium", "google-chrome-stable", "google-chrome", "chrome", "chromium-browser")
USUAL_PLACES = (
    "/opt/google/chrome/chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "~/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/snap/bin/chromium",
)
PLAYWRIGHT = (sys.executable, "-m", "playwright")
APT = "apt-get"
NO_BROWSER = """\
The tests need a browser, and none was found or could be installed. Do one of these and try again:
  - install Chromium or Google Chrome so that it stands on the PATH
    (Debian: apt-get install chromium fonts-noto-cjk)
  - run `.venv/bin/python -m playwright install --with-deps chromium`
  - run the tests that need none: `.venv/bin/python -m pytest -m 'not browser'`"""


@functools.cache
def find_browser() -> str | None:
    """Return the path of an installed Chromium or Chrome that starts; None stands for playwright's own."""
    return next((path for path in _candidates() if _starts(path)), None)


def main() -> int:
    """Make sure that the tests have a browser; return 0, or 1 when there is no way to get one."""
    if find_browser() or _own_starts() or _install_own() or _install_from_system():
        return 0
    print(NO_BROWSER, file=sys.stderr)
    return 1


def _candidates() -> Iterator[str]:
    for name in NAMES:
        if found := shutil.which(name):
            yield found
    for place in USUAL_PLACES:
        path = Path(place).expanduser()
        if path.is_file():
            yield str(path)


def _starts(path: str) -> bool:
    """Say whether a browser shows an empty page: it may be a mere stub, or miss a library."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        options = ("--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}", "--dump-dom")
        try:
            shown = subprocess.run([path, *options, "about:blank"], capture_output=True, timeout=60, check=False)
        except (OSError, subprocess.TimeoutExpired):
            return False
    return b"<html" in shown.stdout


def _own_starts() -> bool:
    with sync_playwright() as playwright:
        try:
            playwright.chromium.launch().close()
        except Error:
            return False
    return True


def _install_own() -> bool:
    print("No Chromium or Chrome found; installing playwright's own …", flush=True)
    if not _run(*PLAYWRIGHT, "install", "chromium"):
        return False
    return _own_starts() or (_may_use_apt() and _run(*PLAYWRIGHT, "install-deps", "chromium") and _own_starts())


def _install_from_system() -> bool:
    if not _may_use_apt():
        return False
    print(f"Installing Chromium with {APT} …", flush=True)
    _run(APT, "update", "-qq")
    return any(map(_install_package, NAMES[:2]))


def _install_package(name: str) -> bool:
    fonts = "fonts-noto-cjk"  # the pages are Chinese
    installed = _run(APT, "install", "-y", "-qq", name, fonts)
    find_browser.cache_clear()
    return installed and find_browser() is not None


def _may_use_apt() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which(APT) is not None


def _run(*command: str) -> bool:
    """Run a command in front of the person at the terminal; say whether it went well."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        return subprocess.run(command, env=environment, timeout=1800, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired) as error:
        print(error, file=sys.stderr)
        return False


if __name__ == "__main__":
    sys.exit(main())
