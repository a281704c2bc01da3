"""What keeps an edit from being shown: where, what, and what to do."""

from __future__ import annotations

import os
import traceback
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateSyntaxError

from generator.findings.finding import DataError, Failure
from generator.language.languages import FALLBACK
from generator.messages.catalogue import Catalogue, catalogue
from generator.project.layout import Layout

# Jinja names the code it makes of templates that were not read from a file so.
_UNREAD = "<"


@dataclass(frozen=True)
class Diagnostic:
    """One thing to mend. place: `file:line:column` as far as it is known; hint: what to do, "" where it is plain."""

    place: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        hint = f"\n    → {self.hint}" if self.hint else ""
        return f"{self.place}: {self.message}{hint}"


def diagnostics(error: Exception, layout: Layout, language: str = FALLBACK) -> tuple[Diagnostic, ...]:
    """Return what an error says, one for each thing to mend; findings in the language."""
    words = catalogue(language)
    if isinstance(error, DataError):
        return tuple(
            Diagnostic(f"{f.path}:{f.line}:{f.column}", f"{f.code} {words.message(f)}", words.hint(f))
            for f in error.findings
        )
    if isinstance(error, Failure):
        return (_in_template(error, layout, words) or Diagnostic("generator", words.tell(error.message)),)
    return (_in_template(error, layout, words) or Diagnostic("generator", f"{type(error).__name__}: {error}"),)


def _in_template(error: Exception, layout: Layout, words: Catalogue) -> Diagnostic | None:
    """Return the place in a template that an error came from: Jinja writes its lines into the traceback."""
    error = error.__cause__ if isinstance(error.__cause__, Exception) else error  # what the engine failed of
    frames = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, TemplateSyntaxError) and error.filename:
        frames.append((error.filename, error.lineno))
    for filename, line in reversed(frames):
        path = Path(os.path.normpath(filename))
        folder = next((f for f in layout.template_folders if path.is_relative_to(f)), None)
        if folder and not filename.startswith(_UNREAD):
            place = f"{path.relative_to(folder.parent).as_posix()}:{line}:1"
            unknown = isinstance(error, KeyError) and error.args
            reason = words.say("template.key", key=error.args[0]) if unknown else str(error)
            return Diagnostic(place, words.say("template", reason=reason), words.say("template.hint"))
    return None
