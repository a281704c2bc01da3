"""What plans say to a question of investors: in a sentence and in their words, with who is in charge of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.corpus.plan_entry import PlanEntry
from generator.edition import holders
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.parts import in_charge
from generator.records.guide import GuideSection, Statement

ALIKE = 0.85  # from here on a sentence and the words it is made from say the same thing twice
ADDED = 3  # signs; a longer run that only the sentence has says a place, a year or a doubt, and is not left out


@dataclass(frozen=True)
class Answer:
    """What a plan says, where, and in which words.

    text: "" where the words, in the reader's language, say the same; cited: what it is called in references, in both
    languages; in_charge: the bodies that the plan puts in charge of what the provision is about
    """

    text: str
    provision: Link
    words: str
    in_charge: tuple[Link, ...]
    cited: tuple[str, str]


@dataclass(frozen=True)
class Question:
    """A question, and what a park's plans say to it."""

    title: Link
    answers: tuple[Answer, ...]


def of_section(edition: Edition, section: GuideSection) -> Mapping[str, tuple[Answer, ...]]:
    """Return the answers to a question by the holder of their plan; they are made once for an edition."""
    return edition.once(_sections, "")[section.section]


def of_holder(edition: Edition, holder: str) -> tuple[Question, ...]:
    """Return the questions that a park's plans say something to."""
    found = ((section, of_section(edition, section).get(holder, ())) for section in edition.corpus.guide)
    return tuple(
        Question(Link(edition.say(section.title), edition.to.guide(section.section)), own)
        for section, own in found
        if own
    )


def _sections(edition: Edition, _: str) -> dict[str, dict[str, tuple[Answer, ...]]]:
    return {section.section: _by_holder(edition, section) for section in edition.corpus.guide}


def _by_holder(edition: Edition, section: GuideSection) -> dict[str, tuple[Answer, ...]]:
    found: dict[str, list[Answer]] = defaultdict(list)
    for statement in section.statements:
        found[edition.corpus.plans[statement.plan].holder].append(_answer(edition, statement))
    return {holder: tuple(own) for holder, own in found.items()}


def _answer(edition: Edition, statement: Statement) -> Answer:
    entry = edition.corpus.plans[statement.plan]
    twice = edition.is_original and _alike(statement.text.zh, statement.words)
    return Answer(
        text="" if twice else edition.say(statement.text),
        provision=edition.provision(entry, statement.provision),
        words=statement.words,
        in_charge=in_charge.of_provision(edition, entry, statement.provision),
        cited=(_cited(edition, entry, statement), _cited(edition.other_edition, entry, statement)),
    )


def _alike(text: str, words: str) -> bool:
    """Return whether a sentence only repeats the words it is made from, punctuation apart."""
    a, b = (re.sub(r"\W", "", said) for said in (text, words))
    found = SequenceMatcher(None, a, b, autojunk=False)
    added = (end - start for kind, start, end, *_ in found.get_opcodes() if kind != "equal")
    return found.ratio() >= ALIKE and max(added, default=0) <= ADDED


def _cited(edition: Edition, entry: PlanEntry, statement: Statement) -> str:
    """Return what a statement is called in a reference: its park, and where it stands in the plan."""
    return f"{holders.whose(edition, entry)}, {edition.provision(entry, statement.provision).text}"
