"""Scripts as they are published: each in one file with the modules it imports, so that a page asks for few.

What every page needs is one file. What is asked for only when a reader wants it (`import("./x.js")`) stays a file of
its own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from generator.findings.finding import Failure

SITE = "site.js"  # the script of all pages: no module, so that its first part runs before the first paint
FIRST = "theme.js"  # that part, which pages outside the languages have alone
WHEN_READ = ("search.js", "built.js", "copy.js", "print.js")  # the others: modules that run once the page is read

_IMPORT = re.compile(r'^import (?:\{([^}]*)\} from )?"\./([\w.-]+\.js)";\n', re.MULTILINE)
_LATER = re.compile(r'\bimport\("\./([\w.-]+\.js)"\)')
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|class|const|let) (\w+|\[[^\]]*\]))", re.MULTILINE)
_FUNCTION = re.compile(r"^export (?:async )?function\*? (\w+)\(.*?^\}\n", re.DOTALL | re.MULTILINE)
_OTHERS = re.compile(r"^(?:import\b(?! ?\()|export\b)[^\n]*", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*(?:/\*\*.*?\*/[ \t]*\n|//[^\n]*\n|[ \t]+)", re.DOTALL | re.MULTILINE)
_ASIDE = re.compile(r"/\*\* [^*\n]*\*/ ?|(?<=[;{},]) // [^\n\"'`]*$", re.MULTILINE)  # types and remarks within a line
_ALL = "$modules"


class Unjoinable(Failure):
    """Raised when a script imports or exports in a form that cannot be joined."""

    def __init__(self, script: str, line: str) -> None:
        super().__init__("unjoinable", script=script, line=line)


def published(scripts: Mapping[str, str], version: str) -> dict[str, str]:
    """Return the scripts that pages ask for. version: named in what is imported later, so that old never meets new."""
    sent = {name: uncommented(text) for name, text in scripts.items()}
    whole = {name: _linked(_taken_from(scripts, [name]), name) for name in _asked_for(sent)}
    if FIRST in sent:
        whole[SITE] = _of_all_pages(_taken_from(scripts, [name for name in (FIRST, *WHEN_READ) if name in sent]))
    return {name: _LATER.sub(rf'import("./\1?v={version}")', text) for name, text in whole.items()}


def uncommented(script: str) -> str:
    """Return a script without comments and without indents; as it is where a template spans lines."""
    if any(line.count("`") % 2 for line in script.splitlines()):
        return script
    return _ASIDE.sub("", _COMMENT.sub("", script))


def _asked_for(sent: Mapping[str, str]) -> list[str]:
    """Return the names of what only acts, and of what is imported later: by their names they are asked for."""
    later = {found for text in sent.values() for found in _LATER.findall(text)}
    acting = {name for name, text in sent.items() if not _EXPORT.search(text)} - {*WHEN_READ}
    return sorted((later | acting) & sent.keys())


def _of_all_pages(sent: Mapping[str, str]) -> str:
    parts = [name for name in WHEN_READ if name in sent]
    needed = list(dict.fromkeys(other for name in parts for other in _needs(sent, name)))
    modules = "".join(_module(sent, name) for name in needed)
    acts = "".join(f'addEventListener("DOMContentLoaded", () => {{\n{_body(sent, name)}}});\n' for name in parts)
    # A page that is opened as a file has no modules: what they would do is told to need a server.
    opened = f'(() => {{\n"use strict";\nif (location.protocol === "file:") return;\nconst {_ALL} = {{}};\n'
    return f"{sent[FIRST]}{opened}{modules}{acts}}})();\n"


def _taken_from(scripts: Mapping[str, str], acting: list[str]) -> dict[str, str]:
    """Return some scripts and the modules they import as they are sent: without functions that none of them takes."""
    needed = list(dict.fromkeys(other for name in acting for other in _needs(scripts, name)))
    taken = {
        part.split()[0]
        for name in (*acting, *needed)
        for names, _ in _IMPORT.findall(scripts[name])
        for part in names.split(",")
        if part.strip()
    }

    def used(text: str, found: re.Match[str]) -> bool:
        return found[1] in taken or len(re.findall(rf"\b{found[1]}\b", uncommented(text))) > 1

    def slim(text: str) -> str:
        return _FUNCTION.sub(lambda found: found[0] if used(text, found) else "", text)

    return {name: uncommented(scripts[name]) for name in acting} | {
        name: uncommented(slim(scripts[name])) for name in needed
    }


def _linked(sent: Mapping[str, str], name: str) -> str:
    """Return a module with those it imports before it."""
    needed = _needs(sent, name)
    head = f"const {_ALL} = {{}};\n" if needed else ""
    return head + "".join(_module(sent, other) for other in needed) + _body(sent, name)


def _needs(sent: Mapping[str, str], name: str) -> list[str]:
    """Return what a module imports, directly or not, in the order in which it runs."""
    found: dict[str, None] = {}
    for _, other in _IMPORT.findall(sent[name]):
        if other not in sent:
            raise Unjoinable(name, other)
        found |= dict.fromkeys((*_needs(sent, other), other))
    return list(found)


def _module(sent: Mapping[str, str], name: str) -> str:
    """Return a module as a function that runs once and keeps what it exports."""
    body = _body(sent, name)
    exported = ", ".join(part for names in _EXPORT.findall(body) for part in _names(names))
    return f"{_ALL}[{json.dumps(name)}] = (() => {{\n{_EXPORT.sub('', body)}return {{ {exported} }};\n}})();\n"


def _body(sent: Mapping[str, str], name: str) -> str:
    body = _IMPORT.sub(_taken, sent[name])
    if left := next(_strange(body), None):
        raise Unjoinable(name, left)
    return body


def _taken(found: re.Match[str]) -> str:
    names = re.sub(r"\bas\b", ":", found[1]) if found[1] else ""
    return f"const {{{names}}} = {_ALL}[{json.dumps(found[2])}];\n" if names else ""


def _strange(body: str) -> Iterator[str]:
    return (line[0] for line in _OTHERS.finditer(body) if not _EXPORT.match(body, line.start()))


def _names(exported: str) -> list[str]:
    return re.findall(r"\w+", exported)
