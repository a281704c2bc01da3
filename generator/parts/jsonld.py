"""What pages say of themselves to machines: schema.org in JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from generator.analysis import standing
from generator.analysis.relations import Related
from generator.corpus.corpus import Corpus
from generator.corpus.formats import FORMATS, Format, for_all, for_each
from generator.corpus.plan_entry import PlanEntry
from generator.edition import addresses
from generator.edition.addresses import Addresses
from generator.edition.edition import Edition
from generator.edition.page import Link, Page
from generator.language import languages
from generator.language.languages import LANGUAGES, TAGS
from generator.parts.citations import official_address
from generator.records.common import Bilingual
from generator.records.kinds import KINDS, TERM
from generator.records.lifecycle import DRAFT
from generator.records.park import Park
from generator.records.plan import Plan

CONTEXT = "https://schema.org"
Thing = dict[str, Any]


# The properties of schema.org for what a document does to another one.
_PROPERTIES = {
    "amends": "legislationAmends",
    "replaces-part-of": "legislationChanges",
    "supersedes": "legislationRepeals",
    "implements": "legislationEnsuresImplementationOf",
}


def as_json(thing: Thing) -> str:
    """Return JSON that cannot end the element it stands in, nor hold anything that reads as a template."""
    text = json.dumps({"@context": CONTEXT, **thing}, ensure_ascii=False, indent=1)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def breadcrumbs(edition: Edition, page: Page) -> Thing | None:
    """Return the trail that a page shows, or nothing where it shows none."""
    if not page.trail and not page.section:
        return None
    trail = (Link(edition.t("chrome.home"), edition.to.home()), *page.trail, Link(page.title, page.address))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": i, "name": link.text, "item": edition.absolute(link.to)}
            for i, link in enumerate(trail, 1)
        ],
    }


def site(edition: Edition) -> Thing:
    """Return the site, with the address that searches it."""
    asked = edition.absolute(edition.to.asked("{search_term_string}"))
    return {
        "@type": "WebSite",
        "@id": edition.absolute(edition.to.home()),
        "url": edition.absolute(edition.to.home()),
        "name": edition.t("site.name"),
        "description": edition.t("home.description"),
        "inLanguage": TAGS[edition.language],
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": asked},
            "query-input": "required name=search_term_string",
        },
    }


def plan(edition: Edition, entry: PlanEntry) -> Thing:
    """Return a plan as legislation: what the document says of itself, and how the two languages' pages stand.

    Its text here has no legal value in either language: a private publisher has printed it again.
    """
    document = entry.plan
    dates = document.dates
    thing: Thing = {
        "@type": "Legislation",
        "@id": edition.absolute(edition.to.plan(document.id)),
        "url": edition.absolute(edition.to.plan(document.id)),
        "name": edition.say(document.title),
        "alternateName": edition.other(document.title),
        "inLanguage": TAGS[edition.language],
        "legislationIdentifier": document.document_number,
        "legislationType": edition.kind(entry),
        "legislationDate": _iso(dates.signed),
        "datePublished": _iso(dates.published),
        "legislationJurisdiction": {"@type": "AdministrativeArea", "name": edition.say(_area(entry))},
        "legislationPassedBy": _bodies(edition, _adopters(document)),
        "legislationResponsible": _bodies(edition, _responsible(document)),
        "temporalCoverage": _term(document),
        "legislationDateOfApplicability": _iso(document.validity.start if document.validity else None),
        "legislationLegalForce": _force(edition, document),
        "expires": _iso(standing.term(document).end),
        **_related(edition, entry),
        "sameAs": official_address(document) if edition.is_original else None,
        "isBasedOn": [
            {"@type": "Legislation", "name": edition.say(p.title), "legislationIdentifier": p.number}
            for p in document.parents
        ],
        "encoding": {
            "@type": "LegislationObject",
            "url": edition.absolute(edition.to.text(document.id)),
            "encodingFormat": "text/html",
            "inLanguage": TAGS[edition.language],
            "legislationLegalValue": f"{CONTEXT}/UnofficialLegalValue",
        },
        **_translation(edition, entry),
    }
    return _without_gaps(thing)


def _force(edition: Edition, plan: Plan) -> str | None:
    """Return whether a plan is in force on the day of the site; None for a draft, of which that is no question."""
    name = standing.state(plan, edition.today).name
    if name == DRAFT:
        return None
    return f"{CONTEXT}/{'InForce' if name == standing.IN_FORCE else 'NotInForce'}"


def _related(edition: Edition, entry: PlanEntry) -> Thing:
    """Return what a plan does to others, as far as schema.org has a property for it."""
    found: dict[str, list[Thing]] = {}
    for related in edition.corpus.relations[entry.plan.id]:
        if name := _PROPERTIES.get(related.kind):
            found.setdefault(name, []).append(_other(edition, related))
    return {**found}


def _other(edition: Edition, related: Related) -> Thing:
    cited = related.document
    if related.other:
        other = edition.corpus.plans[related.other].plan
        address = edition.absolute(edition.to.plan(other.id))
        return {"@type": "Legislation", "@id": address, "name": edition.say(other.title)}
    return {
        "@type": "Legislation",
        "name": edition.say(cited.title) if cited else None,
        "legislationIdentifier": cited.number if cited else None,
        "sameAs": cited.source.address if cited and cited.source else None,
    }


def _area(entry: PlanEntry) -> Bilingual | None:
    """Return where a plan holds: in the district of its park, else in its own area."""
    return entry.park.district if entry.park else entry.plan.area


def _term(plan: Plan) -> str | None:
    """Return from when to when a plan holds: the years it covers, else the days it prints; None without either."""
    if plan.period:
        return f"{plan.period.start}/{plan.period.end}"
    held = plan.validity
    return f"{held.start or '..'}/{held.end or '..'}" if held else None


def data(edition: Edition) -> Thing:
    """Return the data as a data set with every file it can be had in."""
    t, version, corpus = edition.t, edition.version, edition.corpus
    distribution = [_download(edition, f"data.{f.whole}", f, corpus.publication.id) for f in for_all()]
    distribution += [_download(edition, f"data.{name}.name", f, name) for name in corpus.data_sets for f in for_each()]
    thing: Thing = {
        "@type": "Dataset",
        "@id": edition.absolute(edition.to.data()),
        "url": edition.absolute(edition.to.data()),
        "name": t("data.set_title"),
        "description": t("data.description"),
        "inLanguage": [TAGS[language] for language in LANGUAGES],
        "license": corpus.publication.licence.address,
        "isAccessibleForFree": True,
        "version": version.text,
        "dateModified": _iso(version.date),
        "temporalCoverage": _years(corpus),
        "creator": {"@type": "Organization", "name": t("site.name"), "url": edition.absolute(edition.to.home())},
        "distribution": distribution,
    }
    return _without_gaps(thing)


def park(edition: Edition, park: Park) -> Thing:
    """Return a park as the place it is, inside its district."""
    code = park.district_code and {"@type": "PropertyValue", "propertyID": "GB/T 2260", "value": park.district_code}
    thing: Thing = {
        "@type": "Place",
        "@id": edition.absolute(edition.to.park(park.id)),
        "url": edition.absolute(edition.to.park(park.id)),
        "name": edition.say(park.name),
        "alternateName": [edition.say(park.short_name), edition.other(park.name)],
        "description": edition.say(park.profile),
        "containedInPlace": {"@type": "AdministrativeArea", "name": edition.say(park.district), "identifier": code},
    }
    return _without_gaps(thing)


def terms(edition: Edition) -> Thing:
    """Return the glossary as a set of terms; the terms themselves stand in the data, where all of them can be had."""
    json_ = FORMATS["json"]
    file = edition.absolute(addresses.data(json_.file(KINDS[TERM].data)))
    return {
        "@type": "DefinedTermSet",
        "@id": edition.absolute(edition.to.glossary()),
        "url": edition.absolute(edition.to.glossary()),
        "name": edition.t("glossary.title"),
        "inLanguage": [TAGS[language] for language in LANGUAGES],
        "license": edition.corpus.publication.licence.address,
        "encoding": {"@type": "MediaObject", "encodingFormat": json_.mediatype, "contentUrl": file},
    }


def _translation(edition: Edition, entry: PlanEntry) -> Thing:
    """Return how the plan stands to its translations: ours, where there is one, and the issuer's, where it is known."""
    other = Addresses(languages.other(edition.language))
    twin: Thing = {
        "@type": "Legislation",
        "@id": edition.absolute(other.plan(entry.plan.id)),
        "name": edition.other(entry.plan.title),
        "inLanguage": TAGS[other.language],
    }
    official = _official_english(entry.plan)
    if edition.is_original:
        return {"workTranslation": [*([twin] if entry.english else []), *official]}
    if not entry.english:
        return {}
    original = {
        "legislationIdentifier": entry.plan.document_number,
        "sameAs": official_address(entry.plan),
        "workTranslation": official,
    }
    return {"translationOfWork": {**twin, **original}}


def _official_english(plan: Plan) -> list[Thing]:
    """Return the English that the issuer has published."""
    official = plan.official_translation
    if official is None:
        return []
    return [
        {
            "@type": "Legislation",
            "@id": official.address,
            "url": official.address,
            "name": official.title,
            "legislationIdentifier": official.number,
            "inLanguage": TAGS["en"],
            "datePublished": _iso(official.date),
        }
    ]


def _bodies(edition: Edition, ids: Iterable[str]) -> list[Thing]:
    return [{"@type": "GovernmentOrganization", "name": edition.say(edition.corpus.bodies[id_].name)} for id_ in ids]


def _adopters(plan: Plan) -> tuple[str, ...]:
    """Return who passed a plan: its issuers, unless others adopted it, whom the record has in words only."""
    return () if plan.adoption and plan.issuance == "issued" else plan.issuers


def _responsible(plan: Plan) -> tuple[str, ...]:
    """Return who worked a plan out, as far as known: whoever drafted it, else whoever issued what others adopted."""
    return (plan.drafter,) if plan.drafter else tuple(i for i in plan.issuers if i not in _adopters(plan))


def _years(corpus: Corpus) -> str | None:
    """Return the first and last year that plans, their targets and the existing figures are about."""
    plans = [entry.plan for entry in corpus.plans.values()]
    years = [year for plan in plans if plan.period for year in (plan.period.start, plan.period.end)]
    years += [figure.year for plan in plans for figure in (*plan.targets, *plan.facts) if figure.year]
    return f"{min(years)}/{max(years)}" if years else None


def _download(edition: Edition, key: str, format_: Format, name: str) -> Thing:
    address = edition.absolute(addresses.data(format_.file(name)))
    said = edition.t(key)
    return {"@type": "DataDownload", "name": said, "encodingFormat": format_.mediatype, "contentUrl": address}


def _iso(day: object) -> str | None:
    return str(day) if day else None


def _without_gaps(thing: Thing) -> Thing:
    """Return a thing without what is not known of it."""
    return {key: _filled(value) for key, value in thing.items() if value is not None and value != []}


def _filled(value: Any) -> Any:
    if isinstance(value, list):
        return [_filled(item) for item in value]
    return _without_gaps(value) if isinstance(value, dict) else value
