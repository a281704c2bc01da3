"""Organisations named in a task, and the part each has in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.extract.drafting.roles import listed, names_in
from generator.extract.drafting.tasks import Titled
from generator.records.actor import Actor, Role
from generator.records.filed import Records
from generator.records.vocabulary import Body
from generator.source.clauses import CLAUSE_MARKS, around, split

_MARKS = CLAUSE_MARKS + "\n"
_UNKNOWN = re.compile(
    r"(?<![\u4e00-\u9fff])(?:由|会同|联合|[、和]|以及)?(?P<name>[市区县州省][\u4e00-\u9fff]{1,8}?(?:局|委|办|办公室|管委会|集团))"
    r"(?=[、,，和及等)）;；。]|牵头|负责|会同|统筹|组织|指导|设立|建立|制定|协调)"
)
# A run of names that one word behind them gives a part: 区科委、甲区牵头建立.
_RUN = re.compile(r"(?P<names>[^，,。；;\n]{2,160}?)(?P<verb>牵头|(?:予以|给予)(?:指导|支持|协助)?[和、]?配合)")
_LONGEST = 16  # characters of a name in such a run
_ACTS = re.compile(r"(?:局|委|办|厅|部|区|县|市|政府|管委会|集团|公司|中心|院|办公室|会)$")
_AFTER_LEAD = re.compile(r"[^,，;；。、\n]{0,6}(?:牵头|统筹协调|统一领导)")
_AFTER_RESPONSIBLE = re.compile(r"[^,，;；。、\n]{0,12}负责")
_NOT_THE_BODY = re.compile(r"[^,，。、]{0,4}(?:基金|大楼|质量奖|网站|领导担任|领导任)")


@dataclass(frozen=True)
class Named:
    """The bodies of a task.

    actors: known bodies; unknown: (role, name) of those no entry of the vocabulary names
    """

    actors: tuple[Actor, ...]
    unknown: tuple[tuple[Role, str], ...]


@dataclass(frozen=True)
class Bodies:
    """The vocabulary of bodies, as one plan uses it: ids by printed form."""

    forms: dict[str, str]

    def named(self, titled: Titled) -> Named:
        """Return the bodies that a task names."""
        text = titled.body
        actors: dict[str, Actor] = {}
        unknown: dict[str, Role] = {}
        lists = [*titled.roles, *((entry.role, entry.name) for entry in listed(text)), *_runs(text)]
        for role, name in lists:
            if known := self.forms.get(name):
                actors.setdefault(known, Actor(body=known, role=role, words=name))
            else:
                unknown.setdefault(name, role)
        for name, start in self._found(text):
            body = self.forms[name]
            if body not in actors and not any(name in n for _, n in lists):
                actors[body] = Actor(body=body, role=_role(text, start, name), words=name)
        for match in _UNKNOWN.finditer(text):
            name = match["name"]
            if name not in self.forms and not any(name in n for _, n in lists):
                unknown.setdefault(name, _role(text, match.start("name"), name))
        return Named(tuple(actors.values()), tuple((role, name) for name, role in unknown.items()))

    def _found(self, text: str) -> Iterator[tuple[str, int]]:
        """Yield the forms that stand in a text, the longest at each place, in order."""
        if not self.forms:
            return
        ordered = sorted(self.forms, key=len, reverse=True)
        for match in re.finditer("|".join(map(re.escape, ordered)), text):
            if not _NOT_THE_BODY.match(text, match.end()):
                yield match[0], match.start()


def bodies(records: Records, district: str | None, issuers: tuple[str, ...]) -> Bodies:
    """Return the bodies a plan of this district can mean.

    A body whose full name holds the name of another district (区财政局 of 乙区) is meant only where its printed form
    says so. Where two bodies share a form the issuer is meant.
    """
    districts = {park.record.district.zh for park in records.parks}
    forms: dict[str, str] = {}
    for entry in sorted(records.bodies, key=lambda e: e.record.id in issuers):
        for name in entry.record.names:
            if _may_mean(entry.record, name, district, districts):
                forms[name] = entry.record.id
    return Bodies(forms)


def _may_mean(body: Body, form: str, district: str | None, districts: set[str]) -> bool:
    short = {d.removesuffix("新区").removesuffix("区") for d in districts if d in body.name.zh}
    if not short or any(name in form for name in short):
        return True
    return bool(district) and any(district.startswith(name) for name in short)  # type: ignore[union-attr]


def _runs(text: str) -> Iterator[tuple[Role, str]]:
    for match in _RUN.finditer(text):
        names = [name for part in names_in(match["names"].rpartition("由")[2]) for name in re.split("[和及]", part)]
        if len(names) > 1 and all(_ACTS.search(name) and len(name) <= _LONGEST for name in names):
            yield from (("lead" if match["verb"] == "牵头" else "supporting", name) for name in names)


def _role(text: str, start: int, name: str) -> Role:
    """Return what the words have a body do, and no more: to be named in a clause is no role."""
    clause = around(split(text, _MARKS), start)
    if _AFTER_LEAD.match(text, start + len(name)) or name.endswith("领导小组"):
        return "lead"
    acts = not text[clause.start : start].strip() or _AFTER_RESPONSIBLE.match(text, start + len(name))
    return "responsible" if acts else "named"
