"""Write that a document has ended: what has become of it, the news of it, and its relation to what takes its place.

The document and everything in it stay where they are, marked; no address changes, so that nothing has to be redirected.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.editing import insert
from generator.edition import formats
from generator.findings.finding import DataError, WrongUse
from generator.findings.guesses import near
from generator.language.languages import LANGUAGES
from generator.messages.catalogue import catalogue
from generator.project.layout import Layout
from generator.records.filed import Records
from generator.records.kinds import CHANGE, KINDS, STANDING
from generator.records.lifecycle import EXPIRED, SUPERSEDED, WITHDRAWN, StandingName
from generator.records.plan import Plan
from generator.rules.fix import Fixed, foreseen
from generator.rules.run import validate

ENDED: Mapping[StandingName, str] = {WITHDRAWN: "withdrawal", EXPIRED: "expiry", SUPERSEDED: "supersession"}


@dataclass(frozen=True)
class Evidence:
    """What an end rests on.

    words, provision: copied from a document, and where they stand in it; basis: in both languages
    """

    words: str | None = None
    provision: str | None = None
    basis: Mapping[str, str] | None = None
    address: str | None = None

    @property
    def quoted(self) -> bool:
        """Return whether the words stand in a text that is kept here."""
        return bool(self.words and self.provision)


def day(given: str) -> datetime.date:
    """Return a day that was typed. Raises WrongUse when it is none."""
    try:
        return datetime.date.fromisoformat(given)
    except ValueError:
        raise WrongUse("end.day", given=given) from None


def withdraw(
    layout: Layout, plan: str, state: StandingName, since: datetime.date, evidence: Evidence, today: datetime.date
) -> Fixed:
    """Return, by file, its text before and after a plan is said to have been withdrawn or to have expired.

    Raises WrongUse when there is no such plan, when it has ended, or when nothing says so, and DataError when something
    is wrong with the files, before or after.
    """
    records = validate(layout).records
    said = _open(records, plan)
    if not (evidence.quoted or evidence.basis):
        raise WrongUse("end.evidence")
    texts = {
        _file(plan): insert.put(_read(layout, _file(plan)), STANDING, _standing(state, since, evidence), _ORDER),
        _NEWS: _news(layout, said, state, since, evidence.basis, today),
    }
    return _checked(layout, texts)


def supersede(
    layout: Layout, old: str, new: str, since: datetime.date, evidence: Evidence, today: datetime.date
) -> Fixed:
    """Return the same where another plan takes the place of one. evidence: what stands in the new plan, or a basis."""
    records = validate(layout).records
    ended, taking = _open(records, old), _plan(records, new)
    if old == new:
        raise WrongUse("end.itself", plan=old)
    told = _told(ended, taking)
    if not (evidence.quoted or evidence.basis or told):
        raise WrongUse("end.evidence")
    basis = evidence.basis or _titles(taking)
    rests = Evidence(words=evidence.words, basis=basis, address=evidence.address)
    texts = {
        _file(old): insert.put(_read(layout, _file(old)), STANDING, _standing(SUPERSEDED, since, rests), _ORDER),
        _NEWS: _news(layout, ended, SUPERSEDED, since, _titles(taking), today),
    }
    if not told:
        relations = [*_written(taking), _relation(old, evidence)]
        texts[_file(new)] = insert.put(_read(layout, _file(new)), "relations", relations, _ORDER)
    return _checked(layout, texts)


_ORDER = tuple(Plan.model_fields)
_NEWS = KINDS[CHANGE].place


def _file(plan: str) -> str:
    return f"structured/plans/{plan}.yaml"


def _read(layout: Layout, name: str) -> str:
    path = layout.root / name
    return path.read_bytes().decode() if path.is_file() else ""


def _plan(records: Records, id_: str) -> Plan:
    found = {files.plan.id: files.plan for files in records.plans}
    if id_ not in found:
        guess = near(id_, found)
        raise WrongUse("end.unknown" if guess is None else "end.near", plan=id_, **dict(guess.values if guess else ()))
    return found[id_]


def _open(records: Records, id_: str) -> Plan:
    """Return a plan that has not ended yet."""
    plan = _plan(records, id_)
    if plan.standing and plan.standing.state in ENDED:
        raise WrongUse("end.already", plan=id_, state=plan.standing.state, since=plan.standing.since, file=_file(id_))
    return plan


def _standing(state: StandingName, since: datetime.date, evidence: Evidence) -> dict[str, Any]:
    said = {
        "state": state,
        "since": since,
        "words": evidence.words,
        "provision": evidence.provision,
        "basis": dict(evidence.basis) if evidence.basis else None,
        "address": evidence.address,
    }
    return {key: value for key, value in said.items() if value is not None}


def _told(old: Plan, new: Plan) -> bool:
    """Return whether one of two plans says already that the new one takes the place of the old one."""
    from_new = any(said.kind == "supersedes" and said.plan == old.id for said in new.relations)
    return from_new or any(said.kind == "superseded-by" and said.plan == new.id for said in old.relations)


def _written(plan: Plan) -> list[dict[str, Any]]:
    return [said.model_dump(mode="python", exclude_none=True, exclude_defaults=True) for said in plan.relations]


def _relation(old: str, evidence: Evidence) -> dict[str, Any]:
    said: dict[str, Any] = {"kind": "supersedes", "plan": old}
    if evidence.quoted:
        return {**said, "provision": evidence.provision, "words": evidence.words}
    return {**said, "note": dict(evidence.basis or {})}


def _titles(plan: Plan) -> dict[str, str]:
    return {language: plan.title.in_language(language) for language in LANGUAGES}


def _news(
    layout: Layout,
    plan: Plan,
    state: StandingName,
    since: datetime.date,
    basis: Mapping[str, str] | None,
    today: datetime.date,
) -> str:
    """Return the file of changes with the news of an end before the others."""
    entry: dict[str, Any] = {"date": today, "kind": ENDED[state], "plan": plan.id, "title": {}, "text": {}}
    for language in LANGUAGES:
        words, title = catalogue(language), plan.title.in_language(language)
        day = formats.date(since, language)
        entry["title"][language] = words.say(f"news.{state}.title", title=title)
        said = [words.say(f"news.{state}.text", date=day)]
        if basis:
            said.append(words.say(f"news.{state}.basis", basis=basis[language].rstrip("。.")))
        entry["text"][language] = words.space.join((*said, words.say("news.stays")))
    return insert.prepend(_read(layout, _NEWS), entry)


def _checked(layout: Layout, texts: Mapping[str, str]) -> Fixed:
    """Return the files that differ with both their texts. Raises DataError when the new ones break a rule."""
    wrong = [finding for finding in foreseen(layout, texts) if finding.severity == "error"]
    if wrong:
        raise DataError(wrong)
    return {name: (_read(layout, name), text) for name, text in texts.items() if text != _read(layout, name)}
