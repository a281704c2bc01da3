"""A report as Markdown for the comment of a pull request: what matters first, the rest folded, never too long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby

from generator.diff import new_plan
from generator.diff.differences import NOTHING, WHATS, Change, Field, Said
from generator.diff.fitting import Section, fit
from generator.diff.report import Report
from generator.diff.states import Revision
from generator.diff.wording import change as changed
from generator.diff.wording import code, plain
from generator.edition.strings import Strings
from generator.findings.finding import Finding
from generator.language import languages
from generator.messages.catalogue import catalogue
from generator.records.kinds import FACT, PLAN, PROVISION, TARGET, reported

LIMIT = 60_000  # characters; GitHub takes 65,536, and whoever posts it adds a line of their own
FIGURES = ("figure", "full", "year", "commitment", "measure", "denominator", "scope")
BRIEF = (
    "figure",
    "year",
    "verdict",
    "reasons",
    "zh",
    "summary",
    "proposed",
    "reason",
    "text",
    "definition",
    "explanation",
    "to",
)
_NAMED = 80  # characters of a name, or of what is told in brief


def markdown(report: Report, languages: Collection[str]) -> str:
    """Return a report in some languages, one after another, within LIMIT together."""
    parts = [_Writer(report, report.words[language], language).text(LIMIT // len(languages)) for language in languages]
    return "\n---\n\n".join(parts)


class _Writer:
    """Writes a report in one language."""

    def __init__(self, report: Report, t: Strings, language: str) -> None:
        self.report, self.t, self.language = report, t, language
        whole = {c.plan for c in report.changes if c.kind == PLAN and c.what in ("added", "removed")}
        # A plan that came or went is told as one thing, with the number of what is in it.
        self.inside = [c for c in report.changes if c.plan in whole and c.kind != PLAN]
        self.changes = [c for c in report.changes if c.plan not in whole or c.kind == PLAN]

    def text(self, limit: int) -> str:
        return fit(self._sections(), limit, self.t)

    def _sections(self) -> Iterator[Section]:
        t, report = self.t, self.report
        states = t("diff.compared", base=self._state(report.base), head=self._state(report.head))
        program = f"\n{t('diff.program', n=report.program)}\n" if report.program else ""
        yield Section(f"## {t('diff.title')}\n\n{states}\n{program}")
        if report.wrong:
            yield from self._wrong()
        if report.unread:
            yield Section(f"\n**{t('diff.unread')}**\n\n", tuple(self._finding(f) for f in report.unread))
            return
        if report.untold:
            title = t("diff.untold", n=len(report.untold))
            yield Section(f"\n### {title}\n\n", tuple(self._finding(f) for f in report.untold))
        if not report.changes:
            yield Section(f"\n{t('diff.none')}\n")
        else:
            yield self._summary()
            yield from self._texts_summary()
        if report.findings:
            title = t("diff.findings", n=len(report.findings))
            yield Section(f"\n### {title}\n\n", tuple(self._finding(f) for f in report.findings))
        yield from self._figures()
        for plan in self.changes:
            if plan.kind == PLAN and plan.what == "added":
                inside = [change for change in self.inside if change.plan == plan.plan]
                yield from new_plan.sections(self.t, self.language, plan, inside)
        yield from self._details()
        yield from self._places()

    def _wrong(self) -> Iterator[Section]:
        """Yield what is wrong with the head, folded, and what of it is not told for that reason."""
        t, left_out = self.t, self.report.left_out
        yield Section(f"\n**{t('diff.wrong', n=len(self.report.wrong))}**\n")
        yield self._fold(t("diff.wrong_list"), map(self._finding, self.report.wrong))
        if left_out:
            yield self._fold(t("diff.left_out", n=len(left_out)), (f"- {code(ref)}\n" for ref in left_out))

    def _state(self, revision: Revision) -> str:
        name = code(revision.name) if revision.name else self.t("diff.folder")
        return f"{name} ({revision.commit[:10]})" if revision.commit else name

    def _finding(self, finding: Finding) -> str:
        place = f"{code(f'{finding.path}:{finding.line}')} {finding.code}"
        words = catalogue(self.language)
        return f"- {place} {plain(words.message(finding))}<br>→ {code(words.hint(finding))}\n"

    def _summary(self) -> Section:
        t = self.t
        counts = Counter((c.kind, c.what) for c in self.changes)
        used = [what for what in WHATS if any(w == what for _, w in counts)]
        head = " | ".join((t("diff.kind_of"), *(t(f"diff.what.{what}") for what in used)))
        rows = tuple(
            f"| {' | '.join((t(f'diff.kind.{kind}'), *(str(counts[kind, what] or '') for what in used)))} |\n"
            for kind in reported()
            if any(counts[kind, what] for what in used)
        )
        return Section(f"\n| {head} |\n|---|{'--:|' * len(used)}\n", rows)

    def _texts_summary(self) -> Iterator[Section]:
        """Yield how many passages differ in which language, and whose English has fallen behind or caught up."""
        fields = [f for c in self.changes if c.kind == PROVISION and c.what in ("changed", "moved") for f in c.fields]
        counts: Counter[str] = Counter()
        for field in fields:
            behind = "fresh" if field.after == NOTHING else "stale"
            counts[behind if field.key == "state" else field.key] += 1
        if counts:
            yield Section(f"\n{self.t('diff.texts', **{key: counts[key] for key in ('zh', 'en', 'stale', 'fresh')})}\n")

    def _figures(self) -> Iterator[Section]:
        """Yield the figures that differ, a line for each thing that does: what a reviewer compares with the text."""
        t = self.t
        rows = tuple(row for c in self.changes if c.kind in (TARGET, FACT) for row in self._rows(c))
        if rows:
            names = (t("diff.document"), t("kind.target"), t("diff.field_of"), t("diff.before"), t("diff.after"))
            head = f"\n### {t('diff.figures')}\n\n| {' | '.join(names)} |\n|---|---|---|---|---|\n"
            yield Section(head, rows)

    def _rows(self, change: Change) -> Iterator[str]:
        lead = f"| {self._say(change.plan_name)} | {self._say(change.name)} |"
        if change.what in ("added", "removed"):
            value, nothing = self._brief(change), "—"
            before, after = (nothing, value) if change.what == "added" else (value, nothing)
            yield f"{lead} {self.t(f'diff.what.{change.what}')} | {before} | {after} |\n"
            return
        for field in change.fields:
            name, before, after = self._said(field)
            if field.key in FIGURES:
                yield f"{lead} {name} | {plain(before) or '—'} | {plain(after) or '—'} |\n"

    def _details(self) -> Iterator[Section]:
        """Yield everything that differs, folded: plan by plan, then what belongs to none."""
        groups: dict[str, list[Change]] = {}
        for change in self.changes:
            groups.setdefault(change.plan, []).append(change)
        for plan in sorted(groups, key=lambda id_: (not id_, id_)):
            found = groups[plan]
            name = self._say(found[0].plan_name) if plan else self.t("diff.elsewhere")
            title = self.t("diff.details", name=name, n=len(found))
            yield self._fold(title, self._lines(found))

    def _fold(self, title: str, lines: Iterable[str]) -> Section:
        return Section(f"\n<details><summary>{title}</summary>\n\n", tuple(lines), "\n</details>\n")

    def _lines(self, changes: Iterable[Change]) -> Iterator[str]:
        """Yield each entry that differs, those of a kind under its name."""
        gap = ""
        for kind, found in groupby(changes, key=lambda change: change.kind):
            heading = f"{gap}**{self.t(f'diff.kind.{kind}')}**\n\n"
            for change in found:
                yield f"{heading}{self._line(change)}"
                heading, gap = "", "\n"

    def _line(self, change: Change) -> str:
        """Return an entry that differs: one line, and one below it for each thing said otherwise."""
        id_ = f"{code(change.was)} → {code(change.ref)}" if change.was else code(change.ref)
        head = f"- **{self.t(f'diff.what.{change.what}')}** {self._say(change.name)} {id_}"
        if change.what in ("added", "removed"):
            brief = self._inside(change.plan) if change.kind == PLAN else self._brief(change)
            return f"{head}{self.t('list.dash') if brief else ''}{brief}\n"
        said = map(self._said, change.fields)
        fields = "".join(f"  - {self.t('diff.said', name=name, text=changed(*texts))}\n" for name, *texts in said)
        return f"{head}\n{fields}"

    def _inside(self, plan: str) -> str:
        """Return how much there is in a plan that came or went."""
        counts = Counter(c.kind for c in self.inside if c.plan == plan)
        parts = [f"{self.t(f'diff.kind.{kind}')} {counts[kind]}" for kind in reported() if counts[kind]]
        return self.t("diff.with", counts=self.t("list.comma").join(parts)) if parts else ""

    def _brief(self, change: Change) -> str:
        """Return in a few words what came or went."""
        said = {f.key: f.after if change.what == "added" else f.before for f in change.fields}
        texts = [self._say(said[key]) for key in BRIEF if key in said]
        return " · ".join(text for text in texts if text and text != self._say(change.name))

    def _places(self) -> Iterator[Section]:
        """Yield the pages that appear, and everything that moves or disappears; of new anchors only the number."""
        t, places = self.t, self.report.places
        if not (places.added or places.moved or places.removed):
            return
        pages = [address for address in places.added if "#" not in address]
        lines = [f"- **{t('diff.what.removed')}** {code(address)}\n" for address in places.removed]
        lines += [f"- **{t('diff.what.moved')}** {code(old)} → {code(new)}\n" for old, new in places.moved]
        lines += [f"- **{t('diff.what.added')}** {code(address)}\n" for address in pages]
        if anchors := len(places.added) - len(pages):
            lines.append(f"- {t('diff.places_more', n=anchors)}\n")
        counts = {"added": len(places.added), "moved": len(places.moved), "removed": len(places.removed)}
        yield self._fold(t("diff.places", **counts), lines)

    def _say(self, said: Said) -> str:
        return plain(said.in_language(self.language), _NAMED)

    def _said(self, field: Field) -> tuple[str, str, str]:
        """Return a field's name, what was and what is said; in the other language where only that differs."""
        name, texts = self._say(field.name), (field.before, field.after)
        before, after = (said.in_language(self.language) for said in texts)
        if before == after:
            before, after = (said.in_language(languages.other(self.language)) for said in texts)
            name = self.t("diff.in_other", name=name)
        return name, before, after
