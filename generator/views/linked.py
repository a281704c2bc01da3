"""What pages say of themselves to machines: schema.org in JSON-LD."""

from __future__ import annotations

import json
from typing import Any

from generator import addresses
from generator.addresses import LANGUAGES, TAGS, Addresses
from generator.corpus import Corpus, PlanEntry
from generator.records.plan import Plan
from generator.views.page import Link, Page, Scope

CONTEXT = "https://schema.org"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Thing = dict[str, Any]


def as_json(thing: Thing) -> str:
    """Return JSON that cannot end the element it stands in, nor hold anything that reads as a template."""
    text = json.dumps({"@context": CONTEXT, **thing}, ensure_ascii=False, indent=1)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def breadcrumbs(scope: Scope, page: Page) -> Thing | None:
    """Return the trail that a page shows, or nothing where it shows none."""
    if not page.trail and not page.section:
        return None
    trail = (Link(scope.t("chrome.home"), scope.to.home()), *page.trail, Link(page.title, page.address))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": i, "name": link.text, "item": scope.absolute(link.to)}
            for i, link in enumerate(trail, 1)
        ],
    }


def site(scope: Scope) -> Thing:
    """Return the site, with the address that searches it."""
    query = {"@type": "EntryPoint", "urlTemplate": scope.absolute(scope.to.asked("{search_term_string}"))}
    return {
        "@type": "WebSite",
        "@id": scope.absolute(scope.to.home()),
        "url": scope.absolute(scope.to.home()),
        "name": scope.t("site.name"),
        "description": scope.t("home.description"),
        "inLanguage": TAGS[scope.language],
        "potentialAction": {
            "@type": "SearchAction",
            "target": query,
            "query-input": "required name=search_term_string",
        },
    }


def plan(scope: Scope, entry: PlanEntry) -> Thing:
    """Return a plan as legislation: what the document says of itself, and how the two languages' pages stand."""
    document = entry.plan
    dates, period = document.dates, document.period
    thing: Thing = {
        "@type": "Legislation",
        "@id": scope.absolute(scope.to.plan(document.id)),
        "url": scope.absolute(scope.to.plan(document.id)),
        "name": scope.say(document.title),
        "alternateName": scope.other(document.title),
        "inLanguage": TAGS[scope.language],
        "legislationIdentifier": document.document_number,
        "legislationType": scope.t(f"plan.kind.{document.kind}"),
        "legislationDate": _iso(dates.signed),
        "datePublished": _iso(dates.published),
        "legislationJurisdiction": {"@type": "AdministrativeArea", "name": scope.say(entry.park.district)},
        "legislationPassedBy": [
            {"@type": "GovernmentOrganization", "name": scope.say(scope.corpus.bodies[i].name)}
            for i in _adopters(document)
        ],
        "temporalCoverage": f"{period.start}/{period.end}",
        "sameAs": _original(document) if scope.zh else None,
        "isBasedOn": [
            {"@type": "Legislation", "name": scope.say(p.title), "legislationIdentifier": p.number}
            for p in document.parents
        ],
        "hasPart": {"@type": "WebPage", "url": scope.absolute(scope.to.text(document.id))},
        **_translation(scope, entry),
    }
    return _without_gaps(thing)


def data(scope: Scope, files: tuple[str, ...], workbook: str) -> Thing:
    """Return the data as a data set with every file it can be had in."""
    t, version, corpus = scope.t, scope.version, scope.corpus
    kinds = (("json", "application/json"), ("csv", "text/csv"))
    distribution = [_download(scope, t("data.workbook"), workbook, _WORKBOOK)]
    distribution += [
        _download(scope, t(f"data.{name}.name"), f"{name}.{ending}", type_) for name in files for ending, type_ in kinds
    ]
    thing: Thing = {
        "@type": "Dataset",
        "@id": scope.absolute(scope.to.data()),
        "url": scope.absolute(scope.to.data()),
        "name": t("data.set_title"),
        "description": t("data.description"),
        "inLanguage": [TAGS[language] for language in LANGUAGES],
        "license": LICENCE,
        "isAccessibleForFree": True,
        "version": version.text,
        "dateModified": _iso(version.date),
        "temporalCoverage": _years(corpus),
        "creator": {"@type": "Organization", "name": t("site.name"), "url": scope.absolute(scope.to.home())},
        "distribution": distribution,
    }
    return _without_gaps(thing)


def _translation(scope: Scope, entry: PlanEntry) -> Thing:
    """Return how the plan in one language stands to the other; nothing while there is no English text."""
    if not entry.english:
        return {}
    other = Addresses(LANGUAGES[1 - LANGUAGES.index(scope.language)])
    twin: Thing = {
        "@type": "Legislation",
        "@id": scope.absolute(other.plan(entry.plan.id)),
        "name": scope.other(entry.plan.title),
        "inLanguage": TAGS[other.language],
        "sameAs": None if scope.zh else _original(entry.plan),
    }
    if scope.zh:
        return {"workTranslation": twin}
    unofficial = {"legislationLegalValue": "https://schema.org/UnofficialLegalValue"}
    return {**unofficial, "translationOfWork": {**twin, "legislationIdentifier": entry.plan.document_number}}


def _adopters(plan: Plan) -> tuple[str, ...]:
    """Return who passed a plan: its issuers, unless others adopted it, whom the record has in words only."""
    return () if plan.adoption and plan.issuance == "issued" else plan.issuers


def _original(plan: Plan) -> str | None:
    """Return the official address of the Chinese document."""
    return plan.source.address if plan.source.tier != "repost" else None


def _years(corpus: Corpus) -> str | None:
    """Return the first and last year that plans, their targets and the existing figures are about."""
    plans = [entry.plan for entry in corpus.plans.values()]
    years = [year for plan in plans for year in (plan.period.start, plan.period.end)]
    years += [figure.year for plan in plans for figure in (*plan.targets, *plan.facts) if figure.year]
    return f"{min(years)}/{max(years)}" if years else None


def _download(scope: Scope, name: str, file: str, type_: str) -> Thing:
    address = scope.absolute(addresses.data(file))
    return {"@type": "DataDownload", "name": name, "encodingFormat": type_, "contentUrl": address}


def _iso(day: object) -> str | None:
    return str(day) if day else None


def _without_gaps(thing: Thing) -> Thing:
    """Return a thing without what is not known of it."""
    return {key: _filled(value) for key, value in thing.items() if value is not None and value != []}


def _filled(value: Any) -> Any:
    if isinstance(value, list):
        return [_filled(item) for item in value]
    return _without_gaps(value) if isinstance(value, dict) else value
