"""Tasks and measures, found by the outline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.extract.drafting.zones import Zone
from generator.language.lexicon import ENUMERATOR
from generator.source.clauses import SENTENCE_MARKS, split
from generator.source.passages import Passages
from generator.source.text_source import CHAPTER, ITEM, PARAGRAPH, SECTION, Provision

_LONGEST_TITLE = 40
_ENUMERATED = re.compile(rf"(?<![^。；;:：\s]){ENUMERATOR}(?P<title>[^。;；,，]+)[。;；,，]")
_BRACKETS = re.compile(r"[（(][^（）()]*[)）]")


@dataclass(frozen=True)
class Titled:
    """A task or a measure: where it stands, its title and the words under it.

    quote: its opening words, where several stand in one paragraph
    """

    provision: Provision
    title: str
    body: str
    quote: str | None = None


def tasks(passages: Passages, zones: dict[str, Zone]) -> list[Titled]:
    """Return the tasks: items; or sections, or their paragraphs where these begin with a title of their own."""
    found: list[Titled] = []
    for chapter in _chapters(passages, zones, Zone.TASKS):
        sections = [p for p in passages.children[chapter.id] if p.level in (SECTION, ITEM)]
        for section in sections or [chapter]:
            items = [p for p in passages.children[section.id] if p.level == ITEM]
            if items:
                found += [Titled(item, _bare(item.words), _body(passages, item)) for item in items]
            else:
                found += list(_paragraphs(passages, section)) or [
                    Titled(section, _bare(section.words), _body(passages, section))
                ]
    return found


def measures(passages: Passages, zones: dict[str, Zone]) -> list[Titled]:
    """Return the measures: sections; or what is enumerated by 一是, 二是 in a chapter's paragraphs."""
    found: list[Titled] = []
    for chapter in _chapters(passages, zones, Zone.MEASURES):
        sections = [p for p in passages.children[chapter.id] if p.level in (SECTION, ITEM)]
        if sections:
            found += [Titled(s, _bare(s.words), _body(passages, s)) for s in sections]
            continue
        enumerated = [m for p in _leaves(passages, chapter) for m in _enumerated(p)]
        found += (
            enumerated
            or list(_paragraphs(passages, chapter))
            or [Titled(chapter, _bare(chapter.words), _body(passages, chapter))]
        )
    return found


def _chapters(passages: Passages, zones: dict[str, Zone], zone: Zone) -> Iterator[Provision]:
    for p in passages.text.provisions:
        if zones[p.id] is zone and (p.level == CHAPTER or (p.level == SECTION and zones[p.parent or ""] is not zone)):
            yield p


def _paragraphs(passages: Passages, section: Provision) -> Iterator[Titled]:
    """Yield paragraphs with a title sentence, when most paragraphs of more than one sentence have one."""
    titled, untitled = [], 0
    for p in _leaves(passages, section):
        sentences = [p.words[s.start : s.end] for s in split(p.words, SENTENCE_MARKS)]
        if len(sentences) < 2:
            continue  # leads on, or stands alone
        body = _BRACKETS.sub("", p.words[len(sentences[0]) + 1 :])
        is_title = len(sentences[0]) <= _LONGEST_TITLE and not re.search(r"\d", sentences[0])
        if is_title and len(body) >= 2 * len(sentences[0]) and not _ENUMERATED.match(p.words):
            titled.append(Titled(p, sentences[0], p.words[len(sentences[0]) + 1 :]))
        else:
            untitled += 1
    if len(titled) > untitled:
        yield from titled


def _enumerated(paragraph: Provision) -> Iterator[Titled]:
    matches = list(_ENUMERATED.finditer(paragraph.words))
    for i, match in enumerate(matches):
        end = matches[i + 1].start() if i + 1 < len(matches) else len(paragraph.words)
        yield Titled(paragraph, match["title"], paragraph.words[match.end() : end], match[0].strip())


def _leaves(passages: Passages, container: Provision) -> list[Provision]:
    return [p for p in passages.children[container.id] if p.level == PARAGRAPH and not p.cells]


def _body(passages: Passages, container: Provision) -> str:
    return "".join(p.text or "" for p in passages.inside(container.id))


def _bare(heading: str) -> str:
    return heading.strip().rstrip("。.")
