"""The server of the preview answers for the site's own files, and to this machine alone."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator

import pytest

from generator.preview import server
from generator.preview.preview import Preview
from generator.preview.publication import Publication
from tests.small import Repository


@pytest.fixture
def port(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A preview of the example, beside a site that holds one file."""
    monkeypatch.setattr(Publication, "begin", lambda *_: None)
    monkeypatch.setattr(server, "PATIENCE", 0.01)
    repository.write("site/data/targets.csv", "id\n")
    repository.write("site/en/index.html", "old")
    preview = Preview(repository.layout, lambda _: None)
    with server._Server(("127.0.0.1", 0), preview) as serving:
        threads = [threading.Thread(target=run, daemon=True) for run in (serving.serve_forever, preview.follow)]
        for thread in threads:
            thread.start()
        yield serving.server_address[1]
        serving.shutdown()
        preview.stop()
        for thread in threads:
            thread.join(30)


def ask(port: int, path: str, host: str = "localhost", method: str = "GET") -> tuple[int, str, str]:
    """Return status, kind and body of the answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", host)
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer.status, answer.headers.get("Content-Type", answer.headers.get("Location", "")), body


def test_the_sites_own_files_are_answered(port: int, capfd: pytest.CaptureFixture[str]) -> None:
    assert ask(port, "/data/targets.csv") == (200, "text/csv", "id\n")
    assert ask(port, "/data/targets.csv", method="HEAD")[::2] == (200, "")
    assert "<h1" in ask(port, "/en/")[2]
    assert ask(port, "/en")[:2] == (301, "/en/")
    assert ask(port, "/_preview/preview.js")[0] == 200
    for path in (
        "/%2fetc/passwd",
        "/%2fetc/nothing-here",
        "//etc/passwd",
        "/%00",
        f"/{'a' * 300}",
        f"/{'%E5%9B%AD' * 100}.css",
        f"/data/{'a/' * 3_000}a.csv",
        "/_preview/",
        "/_preview/../server.py",
        "/_preview/nothing",
        "/assets/",
        "/assets/css",
        "/data/nothing.csv",
        "/..%5cstructured",
        "/C:/windows/win.ini",
    ):
        status, _, body = ask(port, path)
        assert status == 404, path
        assert "targets" not in body, path
        assert "root:" not in body, path
    status, _, body = ask(port, "/en/", host=f"evil.example:{port}")
    assert (status, body) == (421, "Misdirected Request\n")
    assert "Traceback" not in "".join(capfd.readouterr())
