"""Make the first files of a plan from a document: capture, Chinese text, dropped lines, and what it says of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from generator.extract.drafting.yaml_text import flow
from generator.extract.readers import read_file
from generator.extract.structure import outline, particulars, parts
from generator.extract.structure.document import Document
from generator.extract.structure.lines import Capture, ExtractError
from generator.extract.structure.metadata import Metadata
from generator.findings.finding import DataError, Message
from generator.language.lexicon import NUMERAL
from generator.source import text_source
from generator.source.text_source import Text

_ROW_OF_NUMERALS = re.compile(rf"[{NUMERAL}]{{100}}|(?:[,.]?\d){{100}}")
_NUMBERS = re.compile(rf"\d+|[{NUMERAL}]+")
_MOST_NUMBERS = 300  # of a passage; the most of any known one is 40


@dataclass(frozen=True)
class Extract:
    """What was read from a file.

    source, chinese, dropped: the contents of source.txt, zh.md and dropped.yaml
    text: zh.md as the project reads it
    metadata: what the document says of itself, with what is doubtful
    notes: what an editor should know about the file
    """

    source: str
    chinese: str
    dropped: str
    text: Text
    metadata: Metadata
    notes: tuple[Message, ...]


def extract(path: Path, plan: str) -> Extract:
    """Read a file.

    Raises ExtractError when the file cannot be read or its text cannot be written as zh.md.
    """
    capture = read_file(path)
    read = parts.read(capture)
    chinese = _chinese(read, plan)
    try:
        text = text_source.parse(chinese, f"content/{plan}/zh.md")
    except DataError as error:
        first = error.findings[0]
        words = chinese.split("\n")[first.line - 1][:60]
        raise ExtractError("extract.form", words=words, code=first.code) from None
    _complete(capture, read, text)
    _prove_plausible(text)
    return Extract(capture.text, chinese, _dropped(read, capture), text, particulars.read(read), capture.notes)


def _chinese(read: Document, plan: str) -> str:
    front = (*read.letterhead, read.notice_title, *read.notice, read.title, *read.preamble, *read.chapters)
    parts = [f"---\nplan: {plan}\nlanguage: zh-CN\nsource: source.txt\n---\n"]
    parts.append(outline.markdown(block for block in front if block))
    rules = {part: rule for rule, part in text_source.RULES.items()}
    for name, blocks in read.tail:
        parts += [f"{rules[name]}\n", outline.markdown(blocks)]
    return "\n".join(parts)


def _dropped(read: Document, capture: Capture) -> str:
    """Return dropped.yaml; its head lists the invisible characters that were taken out, since no file may hold them."""
    head = [
        "# yaml-language-server: $schema=../../schemas/dropped.json",
        "# Lines of source.txt that are not part of the published document, in the order of the capture.",
        "# Everything else of source.txt stands in zh.md.",
    ]
    if capture.removed:
        head.append("# Invisible characters of the file that were taken out, by line and column:")
        head += [f"#   {r.line}:{r.column} U+{r.code:04X}" for r in capture.removed]
    entries = [f"- {flow({'line': d.line, 'text': d.text, 'reason': d.reason})}" for d in read.dropped]
    return "\n".join([*head, *(entries or ["[]"]), ""])


def _complete(capture: Capture, read: Document, text: Text) -> None:
    """Prove that each character of the capture stands in the text, in order, or is listed as dropped.

    Raises ExtractError where that fails: words that Markdown reads as something else.
    """
    lines = capture.text.split("\n")
    for entry in read.dropped:
        lines[entry.line - 1] = lines[entry.line - 1].replace(entry.text, "", 1)
    printed = "".join((p.number or "") + ("".join(p.cells) or p.words) for p in text.provisions)
    whole, made = (re.sub(r"\s+", "", words) for words in ("".join(lines), printed))
    if whole == made:
        return
    at = next((i for i, (a, b) in enumerate(zip(whole, made, strict=False)) if a != b), min(len(whole), len(made)))
    raise ExtractError("extract.loss", words=whole[max(0, at - 10) : at + 10])


def _prove_plausible(text: Text) -> None:
    """Prove that no passage holds so many numbers, or so long a one, that looking at each beside each would not end.

    Raises ExtractError with the words of such a passage.
    """
    for p in text.provisions:
        if _ROW_OF_NUMERALS.search(p.words) or len(_NUMBERS.findall(p.words)) > _MOST_NUMBERS:
            raise ExtractError("extract.numbers", most=_MOST_NUMBERS, words=p.words[:60])
