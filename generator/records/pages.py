"""The table of pages that go by a name: readers are led to them as `page/guide`, menus and other pages name them."""

from __future__ import annotations

from collections.abc import Mapping

# Each with the kind of record without which there is no such page; "" for those that are always there.
PAGES: Mapping[str, str] = {
    "home": "",
    "parks": "",
    "compare": "target",
    "tasks": "task",
    "plans": "",
    "calendar": "target",
    "guide": "statement",
    "glossary": "term",
    "sources": "",
    "status": "",
    "data": "",
    "changes": "change",
    "about": "",
}
