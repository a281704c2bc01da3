from __future__ import annotations

import yaml

from generator.editing import insert

ORDER = ("id", "period", "standing", "relations", "source", "targets")
RECORD = """\
# A plan.
id: north-2025
period:
  start: 2025
  # the last year
  end: 2026

# Where it comes from.
source: {tier: repost}  # seen twice
"""


def test_a_field_is_put_behind_those_that_go_before_it_and_comments_stay() -> None:
    said = insert.put(RECORD, "standing", {"state": "withdrawn", "basis": {"zh": "公告", "en": "A notice"}}, ORDER)
    added = "standing:\n  state: withdrawn\n  basis: {zh: 公告, en: A notice}\n"
    assert said == RECORD.replace("  end: 2026\n", f"  end: 2026\n{added}")


def test_a_field_that_is_there_is_replaced_alone() -> None:
    before = RECORD.replace("\n# Where", "standing:\n  state: amended\n  since: 2025-01-01\n\n# Where")
    said = insert.put(before, "standing", {"state": "expired", "since": "x"}, ORDER)
    assert said == RECORD.replace("\n# Where", "standing: {state: expired, since: x}\n\n# Where")


def test_a_list_is_written_with_its_entries_below_it() -> None:
    said = insert.put(RECORD, "relations", [{"kind": "supersedes", "plan": "north-2021"}], ORDER)
    assert "relations:\n  - {kind: supersedes, plan: north-2021}\n" in said
    assert yaml.safe_load(said)["source"] == {"tier": "repost"}


def test_texts_in_several_lines_are_passed_over_whole() -> None:
    record = "id: >\n  north\n  2025\n\n# below\nsource: 'a\n  b'\n"
    assert insert.put(record, "standing", {"state": "x"}, ORDER) == record.replace(
        "\n\n#", "\nstanding: {state: x}\n\n#"
    )


def test_lines_end_as_they_do_in_the_file_and_the_last_one_ends() -> None:
    windows = RECORD.replace("\n", "\r\n")
    said = insert.put(windows.removesuffix("\r\n"), "standing", {"state": "expired"}, ORDER)
    assert said.replace("\r\n", "\n") == insert.put(RECORD, "standing", {"state": "expired"}, ORDER)
    assert "\n" not in said.replace("\r\n", "")


def test_an_entry_goes_before_the_others_below_what_is_said_of_all() -> None:
    entries = "# The newest first.\n- id: b\n- id: a\n"
    assert insert.prepend(entries, {"id": "c"}) == "# The newest first.\n- {id: c}\n- id: b\n- id: a\n"


def test_a_list_in_brackets_or_without_entries_is_written_anew() -> None:
    assert insert.prepend("", {"id": "c"}) == "- {id: c}\n"
    assert insert.prepend("# None yet.\n[]\n", {"id": "c"}) == "# None yet.\n- {id: c}\n"
    assert yaml.safe_load(insert.prepend("[{id: a}]\n", {"id": "c"})) == [{"id": "c"}, {"id": "a"}]
