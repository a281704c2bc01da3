from __future__ import annotations

import pytest

from generator.messages.catalogue import catalogue
from generator.project import web


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://www.example.gov.cn/plans/2025/content.html?id=1&x=%E5%9B%AD#a",
        "https://example.org:8443/plans/",
        "https://Example.ORG/园区/（2025）.html",
        "https://a-b.c1.example/",
        "https://xn--fiqs8s.xn--fiqz9s/",
        "http://218.242.1.2:8080/x",
        "https://[2606:4700::1111]/",
    ],
)
def test_an_address_that_readers_can_follow_is_one(address: str) -> None:
    assert web.fault(address) is None


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("", "web-scheme"),
        ("example.org/a", "web-scheme"),
        ("//example.org/a", "web-scheme"),
        ("javascript:alert(1)", "web-scheme"),
        ("ftp://example.org/", "web-scheme"),
        ("https:/example.org/", "web-scheme"),
        ("https://x.example/\nDisallow: /\nUser-agent: evil", "web-sign"),
        ("https://example.org/a b", "web-sign"),
        ("https://example.org/\x00", "web-sign"),
        ("https://example.org/\u200b", "web-sign"),
        ("https://example.org/\u202egpj", "web-sign"),
        ('https://example.org/"onload="x', "web-sign"),
        ("https://example.org\\@evil.example/", "web-sign"),
        ("https://u:p@example.org/", "web-user"),
        ("https://example.org@evil.example/", "web-user"),
        ("https://@example.org/", "web-user"),
        ("https://example.org:99999/", "web-port"),
        ("https://example.org:0/", "web-port"),
        ("https://example.org:/", "web-port"),
        ("https://example.org:80:80/", "web-port"),
        ("https://example.org:٨٠/", "web-port"),
        ("https://", "web-host"),
        ("https:///a", "web-host"),
        ("https://[::1", "web-host"),
        ("https://[::1]/", "web-host"),
        ("https://[x]/", "web-host"),
        ("https://...", "web-host"),
        ("https://-/", "web-host"),
        ("https://a..b/", "web-host"),
        ("https://example.org./", "web-host"),
        ("https://-a.example/", "web-host"),
        ("https://a_b.example/", "web-host"),
        ("https://localhost/", "web-host"),
        ("https://0x7f000001/", "web-host"),
        ("https://0x7f.1/", "web-host"),
        ("https://2130706433/", "web-host"),
        ("https://127.1/", "web-host"),
        ("https://127.0.0.1/", "web-host"),
        ("https://010.8.8.8/", "web-host"),
        ("https://192.168.0.1/", "web-host"),
        ("https://1.2.3.4.5/", "web-host"),
        ("https://%65vil.example/", "web-host"),
        (f"https://{'a' * 64}.example/", "web-host"),
        (f"https://{'a.' * 130}example/", "web-host"),
        ("https://园区.example/", "web-ascii"),
        ("https://аpple.com/", "web-ascii"),
        ("https://example。org/", "web-ascii"),
        ("https://xn--pple-43d.com/", "web-letters"),
        ("https://xn--80ak6aa92e.com/", "web-letters"),
        ("https://xn--a.com/", "web-letters"),
        ("https://xn--example-.com/", "web-host"),
    ],
)
def test_what_is_none_is_told_with_the_reason(address: str, says: str) -> None:
    found = web.fault(address)
    assert found
    assert found.says == says
    for language in ("en", "zh"):
        assert catalogue(language).guesses[says]


@pytest.mark.parametrize("address", ["https://example.org/?a", "https://example.org/#a", "https://example.org?"])
def test_where_a_site_stands_ends_with_its_path(address: str) -> None:
    assert web.fault(address) is None
    found = web.fault(address, bare=True)
    assert found
    assert found.says == "web-more"


@pytest.mark.parametrize(
    "path",
    [
        "/../x/",
        "/a/..",
        "//",
        "/a//b/",
        "/.",
        "/./a/",
        "/%2e%2e/",
        "/a%2Fb/",
        "/a%5cb/",
        "/%00/",
        "/%0a/",
        "/%zz/",
        "/%",
    ],
)
def test_where_a_site_stands_is_a_path_of_plain_names(path: str) -> None:
    found = web.fault(f"https://example.org{path}", bare=True)
    assert found
    assert found.says == "web-path"
    for language in ("en", "zh"):
        assert catalogue(language).guesses["web-path"]


@pytest.mark.parametrize("path", ["", "/", "/a", "/a/", "/%E5%9B%AD/", "/园区/", "/~a/b.c/", "/a..b/"])
def test_where_a_site_stands_may_have_a_path_of_any_names(path: str) -> None:
    assert web.fault(f"https://example.org{path}", bare=True) is None


def test_a_host_in_other_letters_is_told_its_punycode() -> None:
    found = web.fault("https://园区.example/a")
    assert found
    assert dict(found.values)["host"] == f"{'园区'.encode('idna').decode()}.example"
