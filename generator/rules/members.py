"""Parks of the whole: one that is here is not listed as missing, and neither is a plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.findings.finding import Finding
from generator.records.filed import Filed, Records
from generator.records.member import Member
from generator.records.park import Park
from generator.rules.registry import rule


@rule("F005", scope="common")
def listed_as_missing(records: Records) -> Iterator[Finding]:
    """Find a park or a plan that is listed as missing and is here, and a park that is in neither list."""
    here = {park.record.id: park.record for park in records.parks}
    for filed in records.members:
        member = filed.record
        if member.id in here:
            if member.name:
                yield filed.finding("F005.park", ("name",), id=member.id)
        elif not member.name:
            yield filed.finding("F005.name", ("id",), id=member.id)
        elif not member.sources:
            yield filed.finding("F005.sources", ("id",), id=member.id)
        elif known := _same_name(member, here.values()):
            yield filed.finding("F005.same", ("name", "zh"), name=member.name.zh, id=known)
        yield from _plans_here(records, filed)


@rule("F006")
def more_than_the_whole(records: Records) -> Iterator[Finding]:
    """Find that more parks are named than the whole is said to have."""
    said = records.publication.record.membership
    named = {park.record.id for park in records.parks} | {member.record.id for member in records.members}
    if said and len(named) > said.count:
        yield records.publication.finding("F006.count", ("membership", "count"), count=said.count, named=len(named))


@rule("F007", scope="common")
def one_code_a_district(records: Records) -> Iterator[Finding]:
    """Find a park whose district has another code in a park before it, and one whose code is another district's."""
    codes: dict[str, str] = {}
    districts: dict[str, str] = {}
    for filed in records.parks:
        name, code = filed.record.district.zh, filed.record.district_code
        if code is None:
            continue
        if (known := codes.setdefault(name, code)) != code:
            yield filed.finding("F007.code", ("district_code",), code=code, known=known, district=name)
        elif (other := districts.setdefault(code, name)) != name:
            yield filed.finding("F007.district", ("district_code",), code=code, district=other)


def _same_name(member: Member, parks: Iterable[Park]) -> str | None:
    """Return the id of the park here that has the name of a missing one."""
    name = member.name.zh if member.name else None
    return next((park.id for park in parks if name in (park.name.zh, park.short_name.zh)), None)


def _plans_here(records: Records, filed: Filed[Member]) -> Iterator[Finding]:
    """Yield the known plans of a park that are here."""
    titles = {p.plan.title.zh: p.plan.id for p in records.plans}
    numbers = {p.plan.document_number: p.plan.id for p in records.plans if p.plan.document_number}
    for i, document in enumerate(filed.record.documents):
        if id_ := titles.get(document.title.zh) or numbers.get(document.number or ""):
            yield filed.finding("F005.plan", ("documents", i, "title"), title=document.title.zh, id=id_)
