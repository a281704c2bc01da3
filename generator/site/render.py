"""Turn pages into HTML through templates that only lay out."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from generator.edition import order
from generator.edition.addresses import Addresses, relative
from generator.edition.page import Page
from generator.edition.strings import Strings
from generator.language import languages
from generator.language.languages import TAGS


class Renderer:
    """Lays out the pages of one language. Everything shown is escaped; an unknown name is an error."""

    def __init__(self, folders: tuple[Path, ...], language: str, t: Strings) -> None:
        self.environment = _environment(folders, _state(folders))
        self.shared = {
            "t": t,
            "to": Addresses(language),
            "language": language,
            "tag": TAGS[language],
            "other_tag": TAGS[languages.other(language)],
        }

    def page(self, page: Page) -> str:
        """Return the body of a page: one `<div>` of HTML without blank lines, which Markdown leaves alone."""
        template = self.environment.get_template(f"pages/{page.template}")
        html = template.render(self.shared, page=page, view=page.body)
        lines = (line.strip() for line in html.splitlines())
        return "\n".join(line for line in lines if line)


def _state(folders: tuple[Path, ...]) -> frozenset[tuple[str, int, int]]:
    """Return which templates there are, and when each was changed."""
    found = (path for folder in folders for path in folder.rglob("*.j2"))
    return frozenset((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in found)


@lru_cache(2)
def _environment(folders: tuple[Path, ...], _: frozenset[tuple[str, int, int]]) -> Environment:
    """Return the templates of the folders, earlier ones first; both languages share them, so each is compiled once."""
    environment = Environment(
        auto_reload=False,  # no look at the disk for each page: another state is another environment
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    environment.filters.update(url=_url, lines=_lines, ruby=_ruby)
    return environment


@pass_context
def _ruby(context: Context, text: str) -> Markup | str:
    """Set the reading over each character where English readers may ask for it."""
    return text if context["language"] == "zh" else _readings(text)


def _readings(text: str) -> Markup:
    """Set the reading over each character; shown when the reader asks for it."""
    parts = (
        Markup("<ruby>{}<rt>{}</rt></ruby>").format(sign, reading) if reading else escape(sign)
        for sign, reading in order.readings(text)
    )
    return Markup("").join(parts)


def _lines(text: str) -> Markup:
    """Escape a text whose line breaks and indentation are to stay as they are."""
    return Markup("&#10;").join(escape(line) for line in text.split("\n"))


@pass_context
def _url(context: Context, address: str) -> str:
    """Turn an address into a link from the page being laid out; a web address stays as it is."""
    if address.startswith(("https://", "http://")):
        return address
    return relative(address, context["page"].address)
