"""Tasks and measures, found by the outline."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from generator.extract.drafting.roles import listed, names_in, role_of
from generator.extract.drafting.zones import Zone
from generator.language.lexicon import ENUMERATOR
from generator.records.actor import Role
from generator.source.clauses import SENTENCE_MARKS, split
from generator.source.passages import Passages
from generator.source.text_source import CHAPTER, ITEM, PARAGRAPH, SECTION, Provision

_LONGEST_TITLE = 40
_ENUMERATED = re.compile(rf"(?<![^。；;:：\s]){ENUMERATOR}(?P<title>[^。;；,，]+)[。;；,，]")
_TASK_COLUMNS = tuple(
    re.compile(p) for p in ("任务(?:名称)?$|工作任务|重点任务|主要任务", "事项|举措|措施", "项目", "内容")
)
# A last paragraph that says how the whole is carried out, and one that says when it is in force.
_SECURES = re.compile(r"^本(?:方案|行动|计划|规划|措施|意见)|牵头建立|工作机制|组织实施|动态管理|项目清单")
_IN_FORCE = re.compile(r"有效期|起(?:施行|实施)|解释")
_NUMBER = re.compile(r"\d{1,2}[.．、]\s*(?!\d)")
_BRACKETS = re.compile(r"[（(][^（）()]*[)）]")


@dataclass(frozen=True)
class Titled:
    """A task or a measure: where it stands, its title and the words under it.

    quote: its opening words, where several stand in one paragraph; body: the paragraphs under it, a line each
    roles: of a row of a table, what its columns call those who act
    """

    provision: Provision
    title: str
    body: str
    quote: str | None = None
    roles: tuple[tuple[Role, str], ...] = ()


def tasks(passages: Passages, zones: dict[str, Zone]) -> list[Titled]:
    """Return the tasks: items; or sections, or their paragraphs where these begin with a title; rows of task tables.

    A table that only divides tasks of the text among bodies (任务分工表) adds its bodies to them.
    """
    found: list[Titled] = []
    closing = {titled.provision.id for titled in _closing(passages, zones)}
    for chapter in _chapters(passages, zones, Zone.TASKS):
        sections = [p for p in passages.children[chapter.id] if p.level in (SECTION, ITEM)]
        for section in sections or [chapter]:
            items = [p for p in passages.children[section.id] if p.level == ITEM]
            if items:
                found += [Titled(item, _bare(item.words), _body(passages, item, closing)) for item in items]
            else:
                found += (
                    list(_paragraphs(passages, section))
                    or list(_numbered(passages, section))
                    or [Titled(section, _bare(section.words), _body(passages, section, closing))]
                )
    found = [titled for titled in found if zones[titled.provision.id] is not Zone.PAST]  # 基本情况：…
    by_title = {_folded(t.title): i for i, t in enumerate(found)}
    for row in (t for table in passages.text.provisions for t in _rows(table, passages)):
        if (at := by_title.get(_folded(row.title))) is not None:
            found[at] = replace(found[at], roles=(*found[at].roles, *row.roles))
        else:
            found.append(row)
    return found


def _task_columns(head: tuple[str, ...]) -> tuple[int, dict[int, Role]] | None:
    """Return which column names the task, and the role of those in the columns of bodies."""
    roles: dict[int, Role] = {i: role for i, cell in enumerate(head) if (role := role_of(cell)) and len(cell) <= 12}
    ranked = [i for pattern in _TASK_COLUMNS for i, cell in enumerate(head) if i not in roles and pattern.search(cell)]
    return (ranked[0], roles) if roles and ranked else None


def _rows(table: Provision, passages: Passages) -> Iterator[Titled]:
    columns = _task_columns(table.cells) if table.level == PARAGRAPH else None
    for row in passages.children[table.id] if columns else ():
        at, roles = columns  # type: ignore[misc]
        title = row.cells[at] if at < len(row.cells) else ""
        named = tuple(
            (role, name) for i, role in roles.items() if i < len(row.cells) for name in names_in(row.cells[i])
        )
        if title and title != table.cells[at]:
            yield Titled(row, _bare(title)[:_LONGEST_TITLE], row.words, roles=named)


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
    return [*found, *_closing(passages, zones)]


def _closing(passages: Passages, zones: dict[str, Zone]) -> Iterator[Titled]:
    """Yield the paragraph that closes a text without a chapter of measures: how all of it is carried out."""
    if Zone.MEASURES in zones.values():
        return
    last = next((p for p in reversed(passages.text.provisions) if zones[p.id] is not Zone.FRAME), None)
    siblings = passages.children[last.parent] if last and last.parent else []
    if last and len(siblings) > 1 and _SECURES.search(last.words) and not _IN_FORCE.search(last.words):
        yield Titled(last, re.split("[，,。；;]", last.words)[0][:_LONGEST_TITLE], last.words)


def _chapters(passages: Passages, zones: dict[str, Zone], zone: Zone) -> Iterator[Provision]:
    for p in passages.text.provisions:
        if zones[p.id] is zone and (p.level == CHAPTER or (p.level == SECTION and zones[p.parent or ""] is not zone)):
            yield p


def _paragraphs(passages: Passages, section: Provision) -> Iterator[Titled]:
    """Yield paragraphs with a title sentence, when most paragraphs of more than one sentence have one.

    Lines that only list bodies belong to the paragraph above them.
    """
    titled: list[Titled] = []
    untitled = 0
    for p in _leaves(passages, section):
        sentences = [p.words[s.start : s.end] for s in split(p.words, SENTENCE_MARKS)]
        if len(sentences) < 2:  # leads on, or stands alone
            if titled and any(listed(p.words)):
                titled[-1] = replace(titled[-1], body=f"{titled[-1].body}\n{p.words}")
            continue
        body = _BRACKETS.sub("", p.words[len(sentences[0]) + 1 :])
        is_title = len(sentences[0]) <= _LONGEST_TITLE and not re.search(r"\d", sentences[0])
        if is_title and len(body) >= 2 * len(sentences[0]) and not _ENUMERATED.match(p.words):
            titled.append(Titled(p, sentences[0], p.words[len(sentences[0]) + 1 :]))
        else:
            untitled += 1
    if len(titled) > untitled:
        yield from titled


def _numbered(passages: Passages, section: Provision) -> Iterator[Titled]:
    """Yield the numbered paragraphs of a section that has no others but what leads on to them: 1.鼓励企业建设."""
    leaves = _leaves(passages, section)
    numbered = [p for p in leaves if _NUMBER.match(p.words)]
    if len(numbered) > 1 and len(leaves) - len(numbered) <= 1:
        for p in numbered:
            words = _NUMBER.sub("", p.words)
            yield Titled(p, re.split("[，,。；;]", words)[0][:_LONGEST_TITLE], words)


def _enumerated(paragraph: Provision) -> Iterator[Titled]:
    matches = list(_ENUMERATED.finditer(paragraph.words))
    for i, match in enumerate(matches):
        end = matches[i + 1].start() if i + 1 < len(matches) else len(paragraph.words)
        yield Titled(paragraph, match["title"], paragraph.words[match.end() : end], match[0].strip())


def _leaves(passages: Passages, container: Provision) -> list[Provision]:
    return [p for p in passages.children[container.id] if p.level == PARAGRAPH and not p.cells]


def _body(passages: Passages, container: Provision, without: Collection[str] = ()) -> str:
    return "\n".join(p.text for p in passages.inside(container.id) if p.text and p.id not in without)


def _folded(title: str) -> str:
    return re.sub(r"[\s\W]", "", title)


def _bare(heading: str) -> str:
    return heading.strip().rstrip("。.")
