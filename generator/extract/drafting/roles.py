"""Who acts, and in what part: the words by which a text labels or lists the bodies of a task."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.language.dates import is_date
from generator.records.actor import Role

# What a label or a verb makes of the names beside it; the first that fits decides.
_ROLES: tuple[tuple[Role, str], ...] = (
    ("lead", r"牵头|主办|主要责任|总牵头"),
    ("supporting", r"配合|支持|协办|协同|参与|参加|协助"),
    ("responsible", r"责任|承担|主责|实施|落实|负责|承办|完成"),
)
_UNITS = r"(?:单位|部门|主体|科室|处室|领导|人|机构)"
_PARTS = "牵头|主办|主责|责任|配合|支持|协办|协同|参与|参加|承办|实施|落实|负责|承担"
_LABEL = rf"(?:(?:{_PARTS})(?:和(?:配合|参与))?(?:责任)?{_UNITS})"
_LABELLED = re.compile(
    rf"(?P<label>{_LABEL})\s*[:：]\s*(?P<names>.+?)(?=\s*(?:{_LABEL}|完成(?:时限|时间)|时间节点|时限)\s*[:：]|[)）\]】〕；;。\n]|$)"
)
# Bodies in brackets at the end of a paragraph, the part of each behind its names.
_BRACKETED = re.compile(
    r"[（(\[【〔](?P<inner>(?:[^（）()\[\]【】〔〕]|[（(][^（）()]{0,60}[)）]){2,200})[)）\]】〕]\s*[。;；]?\s*(?=\n|$)"
)
_PART = re.compile(
    r"(?P<names>.*?)(?:等)?(?:(?:按(?:照)?(?:各自)?)?(?:职责|分工|职能)(?:分工)?)?(?P<verb>牵头(?:负责)?|负责|配合|参与|协同|协办|落实|实施|承担)$"
)
_SUFFIX = (
    r"(?:局|委|委员会|办|办公室|办公厅|厅|部|署|管委会|政府|集团|公司|中心|街道|街镇|镇|乡|区县|科协|协会|学会|联合会|工会|妇联|"
    r"团委|工商联|银行|支行|分行|法院|检察院|总队|支队|大队|大学|学院|研究院|园区|专班|指挥部|领导小组|机构|单位|部门|企业|国企|各区|相关区|有关区|税务局|海关|[\u4e00-\u9fff]区)"
)
BODY = re.compile(rf"[\u4e00-\u9fffA-Za-z“”·（）()]{{1,24}}{_SUFFIX}|各区|相关区|有关区")
_SHARED = re.compile(
    r"(?:等(?:相关|有关)?)?(?:单位|部门)?按(?:照)?(?:各自)?(?:职责|分工|职能)(?:分工)?(?:负责|落实)?$|等(?:相关|有关)?(?:单位|部门)?$"
)
_ASIDE = re.compile(r"[（(][^（）()]*(?:下同|以下简称|含)[^（）()]*[)）]")
_SPLIT = re.compile(
    r"[、,，;；/\s]+(?!(?<=各[区市]、)(?:县级市|县|市)|(?<=有关区、)县级市)|(?<=[局委办厅部院])(?:和|及|与|以及|会同)"
)


@dataclass(frozen=True)
class Listed:
    """A name in a list of bodies."""

    role: Role
    name: str


def role_of(words: str) -> Role | None:
    """Return the role that a label gives, or None: 牵头单位, 责任部门."""
    if not re.search(r"单位|部门|主体|牵头|责任|配合", words):
        return None
    return next((role for role, pattern in _ROLES if re.search(pattern, words)), None)


def names_in(words: str) -> Iterator[str]:
    """Yield the names of a list of bodies."""
    for name in _SPLIT.split(words):
        bare = _SHARED.sub("", name.strip("。.、 ()（）[]【】〔〕"))
        if bare and not is_date(bare) and not re.search(r"\d", bare):
            yield bare


def listed(text: str) -> Iterator[Listed]:
    """Yield the bodies that a text names in lists of their own: behind a label, or in brackets."""
    for match in _LABELLED.finditer(text):
        role = role_of(match["label"]) or "responsible"
        yield from (Listed(role, name) for name in names_in(match["names"]))
    for match in _BRACKETED.finditer(text):
        if not re.search(rf"{_LABEL}\s*[:：]", match["inner"]):
            yield from _bracketed(match["inner"])


def _bracketed(inner: str) -> Iterator[Listed]:
    """Yield the names between brackets, each with the verb that closes its group; `named` where none does."""
    pending: list[str] = []
    found: list[Listed] = []
    for part in re.split(r"[,，;；]", _ASIDE.sub("", inner)):
        said = _PART.fullmatch(part.strip())
        pending += names_in(said["names"] if said else part)
        if said:
            role = next(role for role, pattern in _ROLES if re.search(pattern, said["verb"]))
            found += [Listed(role, name) for name in pending]
            pending = []
    found += [Listed("named", name) for name in pending]
    known = [entry for entry in found if BODY.fullmatch(entry.name)]
    assigned = bool(found) and found[-1].role != "named"  # …按职责分工负责: what stands before is a list of bodies
    if found and (len(known) == len(found) or (assigned and len(known) * 2 > len(found))):
        yield from found
