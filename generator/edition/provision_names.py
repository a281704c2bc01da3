"""What provisions are called after their place in the outline."""

from __future__ import annotations

from generator.edition.strings import Strings


def name(t: Strings, id_: str) -> str:
    """Return the name of a provision: § 2.3.2, paragraph 1."""
    outline, *inner = id_.split("/")
    name = t(f"provision.{outline}") if not outline[0].isdigit() else f"§ {outline}"
    if len(inner) == 1:
        name += t("provision.paragraph", n=inner[0])
    elif inner:
        name += t("provision.row", n=inner[1])
    return name
