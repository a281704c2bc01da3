"""The table of pages that go by a name: readers are led to them as `page/guide`, menus and other pages name them."""

from __future__ import annotations

from collections.abc import Mapping

from generator.records.kinds import CHANGE, RESULT, STATEMENT, TARGET, TASK, TERM

HOME, PARKS, COMPARE, TASKS, PLANS, CALENDAR, GUIDE = "home", "parks", "compare", "tasks", "plans", "calendar", "guide"
GLOSSARY, SOURCES, STATUS, DATA, CHANGES, ABOUT = "glossary", "sources", "status", "data", "changes", "about"
ACCESSIBILITY, BRIEF, RESULTS = "accessibility", "brief", "results"

# What a list tells at length; of more it names each in a line and leads to where it is told.
MANY_PARKS, MANY_ANOMALIES = 12, 60

# Each with the kind of record without which there is no such page; "" for those that are always there.
PAGES: Mapping[str, str] = {
    HOME: "",
    PARKS: "",
    COMPARE: TARGET,
    TASKS: TASK,
    PLANS: "",
    CALENDAR: TARGET,
    RESULTS: RESULT,
    GUIDE: STATEMENT,
    BRIEF: TARGET,
    GLOSSARY: TERM,
    SOURCES: "",
    STATUS: "",
    DATA: "",
    CHANGES: CHANGE,
    ABOUT: "",
    ACCESSIBILITY: "",
}
