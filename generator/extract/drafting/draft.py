"""The draft of a plan's file: everything a program can read out of its text, and TODO where an editor has to write."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.analysis import coverage
from generator.extract.drafting.anomalies import anomalies
from generator.extract.drafting.bodies import Bodies, Named, bodies
from generator.extract.drafting.document import ENGLISH, Heading
from generator.extract.drafting.facets import Facets, facets, years
from generator.extract.drafting.ids import with_ids
from generator.extract.drafting.passage import read_figures
from generator.extract.drafting.period import period_of
from generator.extract.drafting.proposals import proposals
from generator.extract.drafting.stated import Either
from generator.extract.drafting.tasks import Titled, measures, tasks
from generator.extract.drafting.vocabulary import Vocabulary, vocabulary
from generator.extract.drafting.yaml_text import Path, comment, write
from generator.extract.drafting.years import mentions
from generator.extract.drafting.zones import zones
from generator.extract.structure.metadata import Metadata
from generator.records.common import TODO
from generator.records.exclusion import Exclusion
from generator.records.facets import tags
from generator.records.filed import Filed, PlanFiles, Records
from generator.records.measure import Measure
from generator.records.plan import Plan
from generator.records.task import Task
from generator.source.clauses import CLAUSE_MARKS, around, split
from generator.source.passages import Passages
from generator.source.text_source import CHAPTER, SECTION, Text
from generator.source.yaml_source import Document

HEAD = (
    "yaml-language-server: $schema=../../schemas/plan.json",
    "Drafted from content/{plan}/zh.md. Write what is TODO; compare what is `unsure` with the text and remove the",
    "comment. `check` lists what is left to write.",
)


@dataclass
class Draft:
    """A plan's record, and comments by the path of what they stand above; proposals stand below all."""

    plan: Plan
    comments: dict[Path, list[str]]
    proposals: Sequence[str]

    def __str__(self) -> str:
        """Return the YAML text."""
        head = [comment(line.format(plan=self.plan.id)) for line in HEAD] + ["", "# The document"]
        lines = write(self.plan, {path: tuple(said) for path, said in self.comments.items()})
        return "\n".join([*head, *lines, *self.proposals]).rstrip() + "\n"


def draft(text: Text, metadata: Metadata, park: str, plan: str, records: Records) -> str:
    """Return the YAML of structured/plans/<plan>.yaml for a Chinese text.

    text: zh.md; metadata: what the document says of itself; park, plan: ids
    records: the repository, for its vocabularies and for English that stands in it already
    The text parses, breaks no rule but where a value is TODO, and accounts for every number or says which it does not.
    """
    return str(_accounted(_drafted(text, metadata, park, plan, records), text))


def _drafted(text: Text, metadata: Metadata, park: str, plan: str, records: Records) -> Draft:
    known = replace(records, plans=tuple(p for p in records.plans if p.plan.id != plan))
    passages = Passages(text)
    of, words = zones(passages), vocabulary(known)
    period = metadata.period.value if metadata.period else period_of(text, of, metadata)
    here = _bodies(known, metadata, park)
    heading = Heading(text, metadata, words, {**bodies(known, None, ()).forms, **here.forms}, period)
    readings = with_ids(read_figures(passages, of, words, period))
    about = facets(known)
    acting = [(titled, here.named(titled)) for titled in tasks(passages, of)]
    securing = [(titled, here.named(titled)) for titled in measures(passages, of)]
    made = Draft(
        Plan.model_construct(
            id=plan,
            park=park,
            **heading.fields(),
            targets=tuple(d.figure for d in readings.targets),
            facts=tuple(d.figure for d in readings.facts),
            tasks=tuple(_task(titled, named, passages, words, about) for titled, named in acting),
            measures=tuple(_measure(t, named, i, words) for i, (t, named) in enumerate(securing, 1)),
            anomalies=(),
            exclusions=tuple(_merged(readings.exclusions)),
        ),
        defaultdict(list),
        (),
    )
    for path, said in heading.comments():
        made.comments[path].append(said)
    _comment(made, "targets", readings.targets, passages)
    _comment(made, "facts", readings.facts, passages)
    weight = "weight: figure where another number can be read, else note"
    made.comments[("anomalies",)] += [weight, *anomalies(text), *_doubts(metadata, passages)]
    for kind, entries in (("tasks", acting), ("measures", securing)):
        for i, (_, named) in enumerate(entries):
            made.comments[kind, i] += _unknown(named)
    for i, (titled, _) in enumerate(acting):
        if doubt := about.theme(titled, _headings(passages, titled))[1]:
            made.comments["tasks", i].append(f"unsure: theme: {doubt}")
    unknown = [*heading.unknown(), *(name for _, named in (*acting, *securing) for _, name in named.unknown)]
    made.proposals = list(proposals(made.plan, unknown, words, text))
    return made


def _bodies(records: Records, metadata: Metadata, park: str) -> Bodies:
    everywhere = bodies(records, None, ()).forms
    issuers = tuple(everywhere[i.value] for i in metadata.issuers if i.value in everywhere)
    return bodies(records, next((p.record.district.zh for p in records.parks if p.record.id == park), None), issuers)


def _comment(made: Draft, kind: str, figures: Sequence[Either], passages: Passages) -> None:
    """Put the headings that figures stand under above the first of each, and what is unsure above each."""
    above = ""
    for i, drafted in enumerate(figures):
        heading = _above(passages, drafted.figure.provision)
        if heading and heading != above:
            made.comments[kind, i].append(heading)
        above = heading
        made.comments[kind, i] += [f"unsure: {doubt}" for doubt in drafted.doubts] + list(drafted.hints)


def _doubts(metadata: Metadata, passages: Passages) -> Iterator[str]:
    """Yield what is doubtful about a provision."""
    for doubt in metadata.doubts:
        if doubt.place in passages.by_id:
            yield f"{doubt.place}: {ENGLISH.tell(doubt.reason)}"


def _unknown(named: Named) -> list[str]:
    if not named.unknown:
        return []
    entries = [f"- {{body: {TODO}, role: {role}, words: {name}}}" for role, name in named.unknown]
    return ["bodies: no entry of structured/bodies.yaml names these yet; see the end of this file", *entries]


def _task(titled: Titled, named: Named, passages: Passages, words: Vocabulary, about: Facets) -> Task:
    return Task(
        id=_id(titled, 0),
        provision=titled.provision.id,
        title=words.bilingual(titled.title),
        summary=None,
        theme=about.theme(titled, _headings(passages, titled))[0],
        **{facet.field: about.tags(facet.vocabulary, titled) for facet in tags() if facet.vocabulary},
        bodies=named.actors,
        places=about.named_places(titled),
        years=years(titled),
    )


def _measure(titled: Titled, named: Named, n: int, words: Vocabulary) -> Measure:
    title = words.bilingual(titled.title)
    return Measure.model_construct(
        id=_id(titled, n),
        provision=titled.provision.id,
        quote=titled.quote,
        title=title,
        summary=None,
        bodies=named.actors,
    )


def _headings(passages: Passages, titled: Titled) -> str:
    return " ".join(p.words for p in passages.around(titled.provision.id))


def _id(titled: Titled, n: int) -> str:
    """Return the id of a task or measure: its provision with hyphens, and its number where several share one."""
    id_ = titled.provision.id.replace("/", "-p").replace(".", "-")
    return f"{id_}-{n}" if titled.quote else id_


def _merged(exclusions: list[Exclusion]) -> list[Exclusion]:
    """Return exclusions once each; the same words in several passages are one for the whole plan, bare digits not."""
    passages: dict[tuple[str, str], dict[str | None, Exclusion]] = {}
    for e in exclusions:
        passages.setdefault((e.text, e.reason), {}).setdefault(e.provision, e)
    merged: list[Exclusion] = []
    for (text, reason), where in passages.items():
        apart = len(where) == 1 or text.isdigit()
        merged += where.values() if apart else [Exclusion.model_validate({"text": text, "reason": reason})]
    return merged


def _accounted(made: Draft, text: Text) -> Draft:
    """Return the draft without exclusions that cover nothing, with the years that no figure uses as dates.

    A number of no known form is no exclusion: only an editor can say what it counts, and `check` asks until it is said.
    """
    found = _measured(made.plan, text)
    kept = [e for i, e in enumerate(made.plan.exclusions) if i not in found.idle]
    for provision, number in found.missing:
        mention = next((m for m in mentions(provision.words) if m.start <= number.start < m.end), None)
        if mention:
            kept.append(Exclusion(text=mention.words, provision=provision.id, reason="date"))
    order = {p.id: i for i, p in enumerate(text.provisions)}
    unique = {(e.text, e.provision): e for e in kept}
    placed = tuple(sorted(unique.values(), key=lambda e: order.get(e.provision or "", -1)))
    plan = made.plan.model_copy(update={"exclusions": placed})
    for provision, number in _measured(plan, text).missing:
        clause = around(split(provision.words, CLAUSE_MARKS), number.start)
        words = provision.words[max(clause.start, number.start - 12) : min(clause.end, number.end + 12)]
        said = f"unsure: {provision.id}: what does {number.text} count in “{words}”? a target, a fact or an exclusion"
        made.comments[("exclusions",)].append(said)
    return Draft(plan, made.comments, made.proposals)


def _measured(plan: Plan, text: Text) -> coverage.Coverage:
    return coverage.measure(PlanFiles(Filed(plan, Document("draft", {})), text, None, None, None, "", ()))


def _above(passages: Passages, provision: str) -> str:
    """Return the headings of chapter and section a passage stands under."""
    chain = [*passages.around(provision), passages.by_id[provision]]
    return " ".join(f"{p.number or ''}{p.words}" for p in chain if p.level in (CHAPTER, SECTION)).strip()
