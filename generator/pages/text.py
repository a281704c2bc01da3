"""The pages of a plan's full text, in each of its wordings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.corpus.plan_entry import PlanEntry
from generator.edition.edition import Edition
from generator.edition.page import Link, Page
from generator.edition.states import Said
from generator.parts import documents, headlines, passages, wordings
from generator.parts.correction import Correction, CorrectionSources, correction, correction_sources
from generator.parts.glosses import Glosses
from generator.parts.text_blocks import Block, Blocks
from generator.parts.wordings import WordingView
from generator.records.anomaly import NOTE
from generator.records.kinds import ANOMALY, FACT, TARGET
from generator.records.pages import PLANS
from generator.source.text_source import CHAPTER, PART, SECTION


@dataclass(frozen=True)
class OutlineEntry:
    """An entry of the outline to jump by."""

    level: int
    link: Link


@dataclass(frozen=True)
class TextPage:
    """The text of one plan in one of its wordings.

    wording: what is said of an earlier one; wordings: the others of the plan
    """

    heading: tuple[str, ...]
    plan: Link
    park: Link
    lead: str
    state: Said
    wording: WordingView | None
    wordings: tuple[Link, ...]
    notice: str
    official: Link | None
    documents: tuple[Link, ...]
    outline: tuple[OutlineEntry, ...]
    blocks: tuple[Block, ...]
    marks: tuple[tuple[str, str], ...]
    sources: CorrectionSources | None
    correction: Correction | None


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the full-text pages of a language."""
    t, to = edition.t, edition.to
    glosses = Glosses(edition)
    for entry in edition.corpus.plans.values():
        title = edition.say(entry.plan.title)
        yield Page(
            address=to.text(entry.plan.id),
            template="text.html.j2",
            title=t("text.title", title=title),
            description=t("text.description", title=title),
            section=PLANS,
            trail=(*edition.page(PLANS), edition.plan(entry)),
            make=partial(_text, edition, entry, glosses),
            cites=partial(passages.of_text, edition, entry),
            script="text.js",
            shows=(entry,),
            card=f"plan-{entry.plan.id}",
        )
        for earlier in entry.earlier:
            name = wordings.title(edition, earlier)
            yield Page(
                *(edition.text(earlier), "text.html.j2", t("text.title", title=name), name, PLANS),
                trail=(*edition.page(PLANS), edition.plan(entry), Link(t("plan.text"), to.text(entry.plan.id))),
                make=partial(_text, edition, earlier, glosses),
                cites=partial(passages.of_text, edition, earlier),
                script="text.js",
                shows=(entry,),
                card=f"plan-{entry.plan.id}",
                indexed=False,  # who searches the web for a promise must find the one that holds
            )


def _text(edition: Edition, entry: PlanEntry, glosses: Glosses) -> TextPage:
    t, plan = edition.t, entry.plan
    title = wordings.title(edition, entry) if entry.wording else edition.say(plan.title)
    official = plan.official_translation if entry.wording is None else None
    return TextPage(
        heading=headlines.pieces(edition, entry, t("text.title", title=title)),
        plan=edition.plan(entry),
        park=edition.holder(entry),
        lead=t("text.lead"),
        state=edition.state(entry),
        wording=wordings.view(edition, entry) if entry.wording else None,
        wordings=wordings.links(edition, entry),
        notice=t(f"text.notice.{plan.translation.status}"),
        official=Link(official.title, official.address) if official and official.address else None,
        documents=documents.links(edition, entry),
        outline=tuple(_outline(edition, entry)),
        blocks=tuple(Blocks(edition, entry, glosses)),
        marks=tuple((kind, t(f"text.mark.{kind}")) for kind in (TARGET, FACT, ANOMALY, NOTE)),
        sources=_sources(edition, entry),
        correction=correction(
            edition, "text", edition.say(plan.title), plan.id, f"{entry.files.text.path}:1", edition.text(entry)
        ),
    )


def _outline(edition: Edition, entry: PlanEntry) -> Iterator[OutlineEntry]:
    for p in entry.files.text.provisions:
        if p.level == PART:
            yield OutlineEntry(0, Link(edition.t(f"provision.{p.id}"), edition.text(entry, p.id)))
        elif p.level in (CHAPTER, SECTION):
            yield OutlineEntry(p.level - 1, edition.heading_link(entry, p.id))


def _sources(edition: Edition, entry: PlanEntry) -> CorrectionSources | None:
    texts = {"zh": entry.files.text, "en": entry.files.english}
    paths = {edition.t(f"edit.text.{language}"): text.path for language, text in texts.items() if text}
    return correction_sources(edition, paths, f"{entry.plan.id}/", edition.text(entry))
