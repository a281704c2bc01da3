"""How a host serves the files of a site: their types, how long browsers keep them, what is said with all of them.

Every recipe is made from these tables.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from generator.edition.addresses import EMBED
from generator.language.languages import LANGUAGES

ANEW = "no-cache"  # kept, and asked for each time whether it is still the same
FOR_EVER = "public, max-age=31536000, immutable"  # the address says which content it is
A_DAY = "public, max-age=86400"


@dataclass(frozen=True)
class Caching:
    """How long browsers keep some files.

    files: a pattern of paths in the site; `*` is anything but a slash, `**` anything at all
    """

    files: str
    kept: str

    @cached_property
    def expression(self) -> str:
        """The pattern as a regular expression for a whole path in the site; nginx reads the same."""
        return re.escape(self.files).replace(r"\*\*", ".*").replace(r"\*", "[^/]*")

    def covers(self, path: str) -> bool:
        """Return whether it is a rule for a path in the site."""
        return bool(re.fullmatch(self.expression, path))


# In this order: the first that covers a file holds. Scripts and style sheets are asked for with their version, files of
# the search index lie in a folder of their version.
CACHING = (
    Caching("assets/**.js", FOR_EVER),
    Caching("assets/**.css", FOR_EVER),
    Caching("search/*/*", FOR_EVER),
    Caching("assets/**", A_DAY),
    Caching("images/**", A_DAY),
)

# By ending. Browsers are told never to guess, so each file that a site has needs its own.
TYPES = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "xml": "application/xml",
    "svg": "image/svg+xml",
    "png": "image/png",
    "webp": "image/webp",
    "txt": "text/plain",
    "md": "text/markdown",
    "csv": "text/csv",
    "ttl": "text/turtle",
    "ics": "text/calendar",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "sqlite": "application/vnd.sqlite3",
}
ANY = "application/octet-stream"
TEXT = tuple(ending for ending, kind in TYPES.items() if kind.startswith("text/") or kind in {
    "application/json", "application/ld+json", "application/xml", "image/svg+xml",
})  # fmt: skip

# Pages name their own policy as well, so that it holds on hosts that send no headers; frames can be refused here only.
POLICY = "Content-Security-Policy"
ALONE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
    " base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
FRAMED = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *"
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
PAGES = ("", "index.html", "404.html", *(f"{language}/*" for language in LANGUAGES))  # beside those for frames
FRAMES = EMBED  # what other sites may show in a frame
SHARED = "data/"  # files that programs on other sites may read
CROSS_ORIGIN = {"Access-Control-Allow-Origin": "*"}


def kept(path: str) -> str:
    """Return what Cache-Control says of a path in the site."""
    return next((rule.kept for rule in CACHING if rule.covers(path)), ANEW)


def content_type(path: str) -> str:
    """Return the type of a path in the site, with its charset where it is text."""
    ending = PurePosixPath(path).suffix.removeprefix(".")
    kind = TYPES.get(ending, ANY)
    return f"{kind}; charset=utf-8" if ending in TEXT else kind
