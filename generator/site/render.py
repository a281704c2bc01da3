"""Turn pages into HTML through templates that only lay out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from generator.edition import order
from generator.edition.addresses import Addresses, relative
from generator.edition.page import Page
from generator.edition.strings import Strings
from generator.language import languages
from generator.language.languages import TAGS
from generator.site.compiled import COMPILED, Templates


class Renderer:
    """Lays out the pages of one language, one at a time. Everything shown is escaped; an unknown name is an error."""

    def __init__(self, folders: tuple[Path, ...], language: str, t: Strings) -> None:
        self._language, self._page = language, ""
        self._links: dict[str, str] = {}
        self._templates = _environment(folders)
        self._templates.filters.update(url=self._url, lines=_lines, ruby=self._ruby)
        # Known everywhere, so that a file of macros is read once and not for each page that uses it.
        self._templates.globals |= {
            "t": t,
            "to": Addresses(language),
            "language": language,
            "tag": TAGS[language],
            "other_tag": TAGS[languages.other(language)],
        }

    def page(self, page: Page) -> str:
        """Return the body of a page: one `<div>` of HTML without blank lines, which Markdown leaves alone."""
        return self.laid_out(page, page.body)

    def laid_out(self, page: Page, view: Any) -> str:
        """Return the same of a page whose body has been made."""
        self._page, self._links = page.address, {}
        html = self._templates.get_template(f"pages/{page.template}").render(page=page, view=view)
        lines = (line.strip() for line in html.splitlines())
        return "\n".join(line for line in lines if line)

    @pass_context  # else it would be worked out once and for all where a template names an address
    def _url(self, _: Context, address: str) -> str:
        """Turn an address into a link from the page being laid out; a web address stays as it is."""
        if address not in self._links:  # a page has the same links again and again
            outside = address.startswith(("https://", "http://"))
            self._links[address] = address if outside else relative(address, self._page)
        return self._links[address]

    @pass_context  # what is compiled serves both languages
    def _ruby(self, _: Context, text: str) -> Markup | str:
        """Set the reading over each character where English readers may ask for it."""
        return text if self._language == "zh" else _readings(text)


def _environment(folders: tuple[Path, ...]) -> Environment:
    """Return the templates of the folders, earlier ones first."""
    environment = Templates(
        loader=FileSystemLoader(folders),
        bytecode_cache=COMPILED,
        auto_reload=False,  # no look at the disk for each page: a renderer is made anew when templates change
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    return environment


def _readings(text: str) -> Markup:
    """Set the reading over each character; shown when the reader asks for it."""
    parts = (
        f"<ruby>{escape(sign)}<rt>{escape(reading)}</rt></ruby>" if reading else escape(sign)
        for sign, reading in order.readings(text)
    )
    return Markup("".join(parts))  # noqa: S704 - each part is escaped; Markup joins them a fourth as fast


def _lines(text: str) -> Markup:
    """Escape a text whose line breaks and indentation are to stay as they are."""
    return Markup(str(escape(text)).replace("\n", "&#10;"))  # noqa: S704 - what is put in is a sign of its own
