from __future__ import annotations

import datetime
from dataclasses import replace

from generator.edition.edition import Edition
from generator.parts import metadata
from generator.parts.metadata import Field
from generator.records.lifecycle import Validity


def known(edition: Edition, plan: str) -> dict[str, Field]:
    return {field.key: field for field in metadata.fields(edition, edition.corpus.plans[plan])}


def test_what_a_document_does_not_state_says_so(edition: Edition) -> None:
    found = known(edition, "yi-2021")
    for key in ("number", "signed", "cc"):
        assert (found[key].value, found[key].missing, found[key].zh) == (edition.t("plan.not_stated"), True, False)
    assert not found["retrieved"].missing


def test_what_no_document_can_state_is_not_recorded(edition: Edition) -> None:
    found = known(edition, "jia-2025")
    for key in ("retrieved", "disclosure", "address", "sha256"):
        assert (found[key].value, found[key].missing) == (edition.t("plan.not_recorded"), True)
    assert known(edition, "yi-2021")["index"].value == edition.t("plan.not_recorded")


def test_an_address_says_how_it_is_known_and_when_its_page_was_seen(zh: Edition, en: Edition) -> None:
    for edition, day in ((zh, "2025年5月20日"), (en, "20 May 2025")):
        assert day in known(edition, "yi-2021")["address_known"].value
        assert known(edition, "yi-2025")["address_known"].value == edition.t("known.capture")
    assert "address_known" not in known(en, "jia-2025")


def test_an_official_english_version_is_linked_and_says_how_its_address_is_known(en: Edition) -> None:
    link, seen = metadata.official(en, en.corpus.plans["yi-2025"])
    assert link.link
    assert link.link.to == "https://example.org/yi-2025-summary"
    assert seen.value == "the page itself was opened (12 May 2025)"
    assert list(metadata.official(en, en.corpus.plans["jia-2025"])) == []


def test_a_document_number_is_shown_as_printed(edition: Edition) -> None:
    number = known(edition, "jia-2025")["number"]
    assert (number.value, number.zh, number.missing) == ("甲府〔2025〕1号", True, False)


def test_lines_that_few_documents_have_are_left_out_where_there_is_nothing_to_say(edition: Edition) -> None:
    optional = {"drafter", "sealed_on_behalf_by", "adoption", "source_note"}
    assert optional & set(known(edition, "jia-2025")) == set()
    assert optional <= set(known(edition, "yi-2021"))


def test_the_address_of_the_source_is_a_link(edition: Edition) -> None:
    address = known(edition, "yi-2021")["address"]
    assert address.link
    assert (address.value, address.link.to) == ("https://example.org/yi", "https://example.org/yi")
    assert known(edition, "jia-2025")["address"].link is None


def test_a_translation_says_by_whom_and_when(zh: Edition, en: Edition) -> None:
    for edition, by, day in ((zh, "本项目", "2025年6月1日"), (en, "This project", "1 June 2025")):
        said = (edition.t("translation.draft"), by, day)
        assert known(edition, "jia-2025")["translation"].value == edition.t("list.clause").join(said)


def test_a_day_that_is_counted_out_says_so(en: Edition) -> None:
    entry = en.corpus.plans["jia-2025"]
    start, end = datetime.date(2025, 3, 1), datetime.date(2028, 2, 29)
    held = Validity(
        start=start, end=end, inferred=("start", "end"), words="自印发之日起施行，有效期三年", provision="3/1"
    )
    lasting = replace(entry, plan=entry.plan.model_copy(update={"validity": held}))
    found = {field.key: field.value for field in metadata.fields(en, lasting)}
    counted = "(counted out from its words; the document prints no day)"
    assert (found["start"], found["end"]) == (f"1 March 2025 {counted}", f"29 February 2028 {counted}")
