"""What a web address must be, wherever one is written: in records, in settings, in the environment."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import unquote

from generator.findings.finding import Guess
from generator.source.characters import first_refused
from generator.source.unicode import HAN

_REFUSED = re.compile(r"[\s<>\"'`\\^{|}]")
_PLACE = re.compile(r"(?P<host>[^:\[\]]+|\[[^\[\]]*\])(?::(?P<port>\d{1,5}))?", re.ASCII)
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?", re.ASCII | re.IGNORECASE)
_LAST = re.compile(r"[a-z]{2,63}|xn--[a-z0-9-]+", re.ASCII | re.IGNORECASE)
# What a name in punycode may stand for: no other letters can be told from all Latin ones.
_CHINESE = re.compile(f"[a-z0-9{HAN}-]+")
# A name between two slashes: percent signs begin codes, and neither it nor what they stand for leads elsewhere.
_NAME = re.compile(r"(?:[^%]|%[0-9a-f]{2})+", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\.{1,2}|.*[/\\\x00-\x1f\x7f].*", re.DOTALL)
LONGEST_NAME = 253  # of a host (RFC 1035)
PORTS = range(1, 65_536)


def fault(address: str, *, bare: bool = False) -> Guess | None:
    """Return what is wrong with an address; None where nothing is.

    bare: whether it must end with its path, of plain names: other addresses are made by adding to it
    """
    sign, hidden = _REFUSED.search(address), first_refused(address)
    if character := sign[0] if sign else hidden and hidden.character:
        return Guess.of("web-sign", sign=f"U+{ord(character):04X}")
    scheme, _, rest = address.partition("://")
    if scheme not in ("https", "http"):
        return Guess.of("web-scheme")
    place, *after = re.split(r"[/?#]", rest, maxsplit=1)
    if "@" in place:
        return Guess.of("web-user")
    if bare and re.search(r"[?#]", rest):
        return Guess.of("web-more")
    if bare and not all(map(_is_plain, "".join(after).removesuffix("/").split("/") if any(after) else ())):
        return Guess.of("web-path")
    return _place(place)


def _is_plain(name: str) -> bool:
    return bool(_NAME.fullmatch(name)) and not _ELSEWHERE.fullmatch(unquote(name))


def _place(place: str) -> Guess | None:
    match = _PLACE.fullmatch(place)
    if match is None:
        return Guess.of("web-port") if ":" in place and "[" not in place else Guess.of("web-host", host=place)
    if match["port"] is not None and int(match["port"]) not in PORTS:
        return Guess.of("web-port")
    return host_fault(match["host"])


def host_fault(host: str) -> Guess | None:
    """Return what is wrong with a host: it must be a name of at least two parts, or a public number."""
    if not host.isascii():
        return Guess.of("web-ascii", host=_punycode(host))
    labels = host.split(".")
    named = len(labels) > 1 and len(host) <= LONGEST_NAME and all(map(_LABEL.fullmatch, labels))
    if _public_number(host):
        return None
    if not (named and _LAST.fullmatch(labels[-1])):
        return Guess.of("web-host", host=host)
    foreign = next((read for read in map(_read, labels) if not _CHINESE.fullmatch(read)), None)
    return Guess.of("web-letters", letters=foreign) if foreign is not None else None


def _public_number(host: str) -> bool:
    try:
        number = ipaddress.ip_address(host.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    return number.is_global and host.startswith("[") == (number.version == 6)


def _read(label: str) -> str:
    """Return what a browser may show for a part of a name; the part itself where that is no valid punycode."""
    label = label.lower()
    if not label.startswith("xn--"):
        return label
    try:
        read = label.removeprefix("xn--").encode().decode("punycode")
    except UnicodeError:
        return f"{label}?"
    return read if f"xn--{read.encode('punycode').decode()}" == label and not read.isascii() else f"{label}?"


def _punycode(host: str) -> str:
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return "xn--…"
