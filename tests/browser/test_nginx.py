"""The recipe for nginx, tried with nginx itself below a path, with files compressed when the site was built."""

from __future__ import annotations

import http.client
import re
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from generator.hosting import compressed, recipes
from generator.language.languages import LANGUAGES
from generator.project.store import Store
from generator.site import publish
from tests.sites import BuiltSite

NGINX = shutil.which("nginx")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.skipif(NGINX is None, reason="nginx is not installed"),
]
MAIN = """
pid {folder}/nginx.pid; error_log {folder}/error.log; worker_processes 1; daemon off;
{user}
events {{ }}
http {{
  access_log {folder}/access.log;
  client_body_temp_path {folder}/t; proxy_temp_path {folder}/t; fastcgi_temp_path {folder}/t;
  uwsgi_temp_path {folder}/t; scgi_temp_path {folder}/t;
  {server}
}}
"""


@pytest.fixture(scope="module")
def folder(built_mini: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the site with compressed files; tests put other sites into its place."""
    place = tmp_path_factory.mktemp("nginx")
    shutil.copytree(built_mini.folder, place / "site")
    compressed.write(place / "site", Store(place / "kept"))
    return place


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """The address of the site, served by nginx with the recipe; only its port is another."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = recipes.nginx(folder / "site", "/plans/", LANGUAGES).replace("listen 80;", f"listen 127.0.0.1:{port};")
    user = "user root;" if Path("/proc/self").owner() == "root" else ""
    (folder / "t").mkdir()
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder, user=user, server=server), encoding="utf-8")
    process = subprocess.Popen([str(NGINX), "-c", str(folder / "nginx.conf")])
    try:
        here = f"http://127.0.0.1:{port}/plans/"
        _wait(here)
        yield here
    finally:
        process.terminate()
        process.wait()


def _wait(address: str) -> None:
    for _ in range(200):
        try:
            get(f"{address}en/")
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(address)


def get(address: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Return status, headers and body of an answer."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.netloc)
    connection.request("GET", f"{parts.path}?{parts.query}", headers={"Connection": "close", **headers})
    answer = connection.getresponse()
    return answer.status, dict(answer.getheaders()), answer.read()


def test_what_is_not_there_is_said_in_the_language_of_its_address(address: str) -> None:
    for language, words in (("en", "Park Plans of City A"), ("zh", "甲市园区计划")):
        status, _, body = get(f"{address}{language}/nothing/deep/")
        assert (status, words in body.decode()) == (404, True)
    assert get(f"{address}nothing")[0] == 404


def test_files_are_sent_compressed_with_their_type_and_how_long_to_keep_them(address: str) -> None:
    status, said, _ = get(f"{address}en/", **{"Accept-Encoding": "gzip"})
    assert (status, said["Content-Encoding"], said["Cache-Control"]) == (200, "gzip", "no-cache")
    assert "frame-ancestors 'none'" in said["Content-Security-Policy"]
    assert said["X-Content-Type-Options"] == "nosniff"
    framed = get(f"{address}embed/en/compare/high-tech-enterprises/")[1]["Content-Security-Policy"]
    assert framed.endswith("frame-ancestors *")
    assert "Access-Control-Allow-Origin" not in said
    _, said, _ = get(f"{address}data/targets.csv")
    assert (said["Content-Type"], said["Access-Control-Allow-Origin"]) == ("text/csv; charset=utf-8", "*")
    _, said, _ = get(f"{address}assets/site.css?v=1")
    assert said["Cache-Control"].endswith("immutable")
    status, said, _ = get(address.removesuffix("/"))
    assert (status, said["Location"]) == (301, "/plans/")


@pytest.fixture
def other_site(tmp_path: Path) -> Iterator[str]:
    """The address of another site on this machine, whose files are in tmp_path."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_another_site_may_frame_a_picture_and_nothing_else(
    browser: Browser, address: str, other_site: str, tmp_path: Path
) -> None:
    frames = [f"{address}embed/en/compare/high-tech-enterprises/", f"{address}en/"]
    (tmp_path / "index.html").write_text("".join(f'<iframe src="{at}"></iframe>' for at in frames), encoding="utf-8")
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(other_site, wait_until="load")
        expect(page.frame_locator("iframe >> nth=0").locator("table.bars")).to_have_count(2)
        expect(page.frame_locator("iframe >> nth=1").locator("main")).to_have_count(0)


def test_a_second_visit_asks_for_the_page_alone(browser: Browser, address: str, folder: Path) -> None:
    with browser.new_context() as context:
        page, plan = context.new_page(), f"{address}en/plans/jia-2025/"
        page.goto(plan, wait_until="networkidle")
        before = (folder / "access.log").read_text(encoding="utf-8")
        page.goto(plan, wait_until="networkidle")
    after = (folder / "access.log").read_text(encoding="utf-8").removeprefix(before).splitlines()
    assert [re.findall(r'"GET (\S+) .*?" (\d+)', line) for line in after] == [[("/plans/en/plans/jia-2025/", "304")]]


def test_a_reader_meets_nothing_that_is_missing_while_other_sites_are_put_in_place(
    address: str, folder: Path, built_mini: BuiltSite, built_moved: BuiltSite
) -> None:
    """Pages are walked with everything they load, over and over, while sites change under the server."""
    done, missing, seen = threading.Event(), [], 0

    def walk() -> None:
        nonlocal seen
        while not done.is_set():
            for page in ("en/", "zh/plans/", "en/compare/", "zh/parks/jia/"):
                _, _, body = get(f"{address}{page}")
                loaded = re.findall(r'(?:href|src)="(?:\./)?((?:\.\./)+assets/[^"]+)"', body.decode())
                for each in [f"{page}{name}" for name in loaded] + [page]:
                    seen += 1
                    if get(f"{address}{each}")[0] != 200:
                        missing.append(each)

    reader = threading.Thread(target=walk)
    reader.start()
    for site in (built_moved, built_mini) * 5:
        shutil.copytree(site.folder, folder / "next")
        publish.swap(folder / "next", folder / "site")
    done.set()
    reader.join()
    assert seen > 100
    assert not missing
