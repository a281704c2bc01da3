"""A tiny site for the last look at it."""

from __future__ import annotations

from pathlib import Path

from generator.messages.catalogue import catalogue
from generator.site import gate
from generator.site.gate import GateError

PAGE = '<!doctype html><html lang="{lang}"><head><title>{lang}</title>{head}</head><body>{body}</body></html>'


class Site:
    """A tiny site with nothing wrong in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.write(
            "index.html", PAGE.format(lang="zh-CN", head="", body='<a href="zh/">中文</a> <a href="en/">English</a>')
        )
        self.write("assets/site.css", "")
        for language in ("zh", "en"):
            self.page(f"{language}/index.html", '<a href="parks/">Parks</a>')
            self.page(f"{language}/parks/index.html", '<h2 id="jia">A</h2><a href="../">Home</a><a href="#jia">A</a>')

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def page(self, name: str, body: str = "", head: str = "") -> None:
        self.write(name, PAGE.format(lang="zh-CN" if name.startswith("zh/") else "en", head=head, body=body))

    def problems(self) -> list[str]:
        try:
            gate.check(self.folder)
        except GateError as error:
            return told(error)
        return []


def told(error: GateError) -> list[str]:
    """Return what is wrong, a line each."""
    return [f"{f.path}: {catalogue('en').message(f)}" for f in error.findings]
