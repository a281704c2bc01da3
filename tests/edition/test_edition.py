from __future__ import annotations

from generator.edition.edition import Edition


def test_what_is_made_once_is_made_again_when_it_was_forgotten(en: Edition) -> None:
    made: list[str] = []

    def make(edition: Edition, of: str) -> str:
        made.append(of)
        return f"{of} {edition.language}"

    assert [en.once(make, "a"), en.once(make, "a")] == ["a en", "a en"]
    assert made == ["a"]
    en.forget()
    assert en.once(make, "a") == "a en"
    assert made == ["a", "a"]
