"""The site as the files stand now. A page is made when it is asked for; it is the page that a build would publish."""

from __future__ import annotations

import datetime
import threading
from functools import cached_property

from generator.corpus.corpus import Corpus
from generator.edition import order, strings
from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.edition.publication import named, settings_of
from generator.exports.root import root_pages
from generator.language.languages import LANGUAGES
from generator.project import clock
from generator.project.layout import Layout
from generator.project.released import last
from generator.records.publication import Publication
from generator.site import pages as all_pages
from generator.site import tree
from generator.site.engine import Engine
from generator.site.head import Heads
from generator.site.render import Renderer


class Look:
    """Everything a page is made with besides the data: words, templates, engine, configuration.

    lock: held while a page is made; browsers ask for several at a time
    Raises DataError or EngineError.
    """

    def __init__(self, layout: Layout, corpus: Corpus) -> None:
        publication = corpus.publication
        self.depends_on = self.needed(corpus)
        order.learn(corpus.readings)
        self.words = named(strings.load(*layout.template_folders), publication)
        self.settings = settings_of(publication)
        self.today, self.release = clock.today(), last(layout.root)
        site_url = self.settings.site_url
        self.root = root_pages(layout, self.words, publication, site_url)
        self.renderers = {code: Renderer(layout.template_folders, code, words) for code, words in self.words.items()}
        editions = [Edition(corpus, code, words, site_url, today=self.today) for code, words in self.words.items()]
        trees = (tree.configure(layout, e.language, tree.frame(e, all_pages.pages(e))) for e in editions)
        self.engines = {made.language: Engine(made.configuration) for made in trees}
        self.lock = threading.Lock()

    @staticmethod
    def needed(corpus: Corpus) -> tuple[Publication, frozenset[str], dict[str, list[datetime.date]]]:
        """Return what a look needs of the data: who publishes it, which pages menus may name, when states turn."""
        return corpus.publication, corpus.pages, corpus.turns


class Draft:
    """The site of checked data and a look."""

    def __init__(self, corpus: Corpus, look: Look) -> None:
        self.corpus, self.look = corpus, look
        configured = look.settings
        self._pages = {
            code: _Pages(
                Edition(
                    *(corpus, code, look.words[code], configured.site_url, configured.repository, look.today),
                    release=look.release,
                )
            )
            for code in LANGUAGES
        }
        self._made: dict[str, str] = {"": look.root["index.html"]}

    def page(self, address: str) -> str | None:
        """Return a page's HTML, or None where no page has this address (see `addresses`).

        Raises EngineError, or whatever a wrong template raises.
        """
        language = address.partition("/")[0]
        with self.look.lock:
            pages = self._pages.get(language)
            if address not in self._made and pages and (page := pages.by_address.get(address)):
                meta = tree.meta(page, pages.heads.of(page))
                html = self.look.engines[language].page(address, meta, self.look.renderers[language].page(page))
                self._made[address] = pages.heads.edition.version.filled_in(html)
            return self._made.get(address)

    def not_found(self, address: str) -> str:
        """Return the page for what is not there, in the address's language where it names one."""
        language = address.partition("/")[0]
        with self.look.lock:
            if language not in self._pages:
                return self.look.root["404.html"]
            version = self._pages[language].heads.edition.version
            return version.filled_in(self.look.engines[language].not_found())


class _Pages:
    """The pages of a language by address, none of them made yet."""

    def __init__(self, edition: Edition) -> None:
        self.heads = Heads(edition)

    @cached_property
    def by_address(self) -> dict[str, Page]:
        return {page.address: page for page in all_pages.pages(self.heads.edition)}
