"""What the preview answers: requests made to this machine, for addresses of the site."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import unquote

_HOST = re.compile(r"(\[[^\[\]]*\]|[^:\[\]]*)(?::\d{1,5})?", re.ASCII)
# Signs that no address of the site has, and file systems take for something else.
_REFUSED = re.compile(r"[\x00-\x1f\x7f\\:]")


def is_ours(host: str, listening: str) -> bool:
    """Return whether a request's Host names this machine itself.

    Any other name may be a stranger's, led to this machine so that the stranger's page may read the draft.
    listening: the address that is listened at, as it was asked for
    """
    match = _HOST.fullmatch(host.strip())
    name = match[1].lower() if match else None
    return name in ("", "localhost", listening.lower()) or (name is not None and _is_number(name))


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    return True


def path(target: str) -> str | None:
    """Return the path that a request asks for, decoded; None where it cannot be one of the site.

    Each of its parts is a plain name: below a folder it leads to nothing outside.
    """
    asked = re.split(r"[?#]", target, maxsplit=1)[0]
    if not asked.startswith("/") or re.search(r"%(?:2f|5c)", asked, re.IGNORECASE):
        return None
    try:
        decoded = unquote(asked, errors="strict")
    except UnicodeDecodeError:
        return None
    parts = decoded.removeprefix("/").removesuffix("/").split("/")
    plain = decoded == "/" or all(part not in ("", ".", "..") for part in parts)
    return decoded if plain and not _REFUSED.search(decoded) else None
