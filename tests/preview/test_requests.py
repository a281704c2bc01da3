from __future__ import annotations

import pytest

from generator.preview.requests import is_ours, path


@pytest.mark.parametrize(
    ("host", "listening", "expected"),
    [
        ("127.0.0.1:8000", "127.0.0.1", True),
        ("localhost:8000", "127.0.0.1", True),
        ("LOCALHOST", "127.0.0.1", True),
        ("[::1]:8000", "::1", True),
        ("192.168.1.20:8000", "0.0.0.0", True),  # noqa: S104 - as it is asked for
        ("desk.office.example:8000", "desk.office.example", True),
        ("", "127.0.0.1", True),
        ("evil.example:8000", "127.0.0.1", False),
        ("evil.example", "0.0.0.0", False),  # noqa: S104
        ("localhost.evil.example", "127.0.0.1", False),
        ("127.0.0.1.evil.example:8000", "127.0.0.1", False),
        ("127.0.0.1@evil.example", "127.0.0.1", False),
        ("[evil", "127.0.0.1", False),
        ("0x7f.1", "127.0.0.1", False),
    ],
)
def test_a_request_is_answered_that_names_this_machine(host: str, listening: str, expected: bool) -> None:
    assert is_ours(host, listening) is expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/", "/"),
        ("/en/parks/jia/?a=b#c", "/en/parks/jia/"),
        ("/en/plans/%E7%94%B2/", "/en/plans/甲/"),
        ("/data/targets.csv", "/data/targets.csv"),
        ("/%2fetc/passwd", None),
        ("//etc/passwd", None),
        ("/..%2f..%2fetc/passwd", None),
        ("/%2e%2e/%2e%2e/etc/passwd", None),
        ("/en/./parks/", None),
        ("/..%5c..%5cwindows", None),
        ("/..\\windows", None),
        ("/C:/windows/win.ini", None),
        ("/C%3A/windows/win.ini", None),
        ("/%00", None),
        ("/a%0d%0aSet-Cookie:x", None),
        ("/%ff", None),
        ("/%C0%AF", None),
        ("//[", None),
        ("http://evil.example/en/", None),
        ("*", None),
        ("", None),
    ],
)
def test_a_path_is_one_of_plain_names(target: str, expected: str | None) -> None:
    assert path(target) == expected
