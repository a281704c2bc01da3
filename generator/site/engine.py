"""The engine's templates, which lay out what stands around a page.

The page's own HTML was made by our templates; the engine's Markdown would give it back as it is, and is not asked. A
test holds every page of a small site against what the engine's own program makes of the same documents.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import TemplateError
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.nav import Navigation

from generator.findings.finding import Failure
from generator.site.compiled import COMPILED

NOT_FOUND = "404.html"  # a template of the theme, without a document

# The theme's authors advertise their next program on every start, unless this is set.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "true")


class EngineError(Failure):
    """Raised when the engine fails; `said` is what it said."""

    def __init__(self, says: str = "engine", **values: str) -> None:
        self.said = values.get("said", "")
        super().__init__(says, **values)


@dataclass(frozen=True)
class _Page:
    """What the templates ask of a page. url: its address below the language; toc: none, pages bring their own."""

    meta: Mapping[str, Any]
    url: str
    content: str
    toc: tuple[()] = ()


class Engine:
    """The engine of one language, ready to lay out pages.

    A page depends on its own words, the configuration and the theme; on no other page.
    Raises EngineError when the configuration is wrong.
    """

    def __init__(self, configuration: Path) -> None:
        with _strict(configuration.name):
            self._config = load_config(str(configuration))
        self._templates = self._config.theme.get_env()
        self._templates.bytecode_cache = COMPILED
        self._templates.auto_reload = False  # an engine is made anew when its theme changes
        self._context = get_context(Navigation([], []), [], self._config)

    def page(self, address: str, meta: Mapping[str, Any], content: str) -> str:
        """Return the whole HTML of a page.

        address: see `addresses`; meta: what the theme shows besides the content
        Raises EngineError.
        """
        url = address.partition("/")[2]
        with _strict(address):
            template = self._templates.get_template(meta["template"])
            return template.render(self._context, page=_Page(meta, url, content), base_url=_base(url))

    def not_found(self) -> str:
        """Return the page for what is not there; it is shown at any address."""
        with _strict(NOT_FOUND):
            root = urlsplit(self._config.site_url or "/").path
            return self._templates.get_template(NOT_FOUND).render(self._context, base_url=root)


def _base(url: str) -> str:
    """Return the way from a page to the root of its language."""
    return "/".join([".."] * url.count("/")) or "."


@contextmanager
def _strict(what: str) -> Iterator[None]:
    """Let no warning of the engine pass."""
    _log.said.clear()
    try:
        yield
    except (MkDocsException, TemplateError, OSError, ValueError) as error:
        raise EngineError(said=f"{what}: {'; '.join([*_log.said, str(error)])}") from error
    if _log.said:
        raise EngineError(said=f"{what}: {'; '.join(_log.said)}")


class _Log(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


_log = _Log()
logging.getLogger("mkdocs").addHandler(_log)
