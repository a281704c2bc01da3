from __future__ import annotations

import argparse

import pytest

from generator.cli import _parser, main
from generator.language.languages import LANGUAGES
from generator.messages.arguments import asked
from generator.messages.catalogue import catalogue
from tests.repository.commands import commands

each = pytest.mark.parametrize("language", LANGUAGES)


def actions(language: str) -> dict[str, argparse.Action]:
    """Return every command and every argument of one, by name."""
    parser = _parser(catalogue(language))
    [choice] = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    found: dict[str, argparse.Action] = {action.dest: action for action in choice._choices_actions}
    for name, command in {"": parser, **choice.choices}.items():
        found |= {f"{name}.{action.dest}": action for action in command._actions}
    return found


@each
def test_every_command_and_argument_has_help_in_each_language(language: str) -> None:
    found = actions(language)
    assert found.keys() >= {*commands(), ".lang", "check.fix", "status.accept", "new.id"}
    chinese = {name for name, action in found.items() if any(sign >= "\u4e00" for sign in action.help or "")}
    assert all(action.help for action in found.values())
    assert chinese == (found.keys() if language == "zh" else set())


@each
def test_no_help_is_left_of_what_is_gone(language: str) -> None:
    words = {key for key in catalogue(language).words if key.startswith("help.")}
    names = actions(language)
    known = {f"help.{name.removeprefix('.')}" for name in names} | {f"help.{name.partition('.')[2]}" for name in names}
    assert words - known == {"help.program", "help.usage", "help.arguments", "help.options", "help.wrong"}


@pytest.mark.parametrize("arguments", [("--lang", "zh", "--help"), ("check", "--help", "--lang=zh")])
def test_help_is_given_in_the_language_asked_for(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*arguments])
    out = capsys.readouterr().out
    assert ended.value.code == 0
    assert out.startswith("用法：")
    assert not {"usage:", "options:", "show"} & {*out.split()}


@pytest.mark.parametrize(("locale", "said"), [("zh_CN.UTF-8", "命令有误"), ("de_DE.UTF-8", "lists what there is")])
def test_wrong_use_is_told_in_the_language_of_the_system(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], locale: str, said: str
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    with pytest.raises(SystemExit) as ended:
        main(["check", "--frob\x1b"])
    err = capsys.readouterr().err
    assert ended.value.code == 2
    assert said in err
    assert "--frob" in err
    assert "\x1b" not in err


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["--lang", "zh"], "zh"),
        (["build", "--lang=en", "--force"], "en"),
        (["--lang"], None),
        (["--lang", "fr"], None),
        ([], None),
    ],
)
def test_the_language_is_known_before_the_rest_is_read(arguments: list[str], language: str | None) -> None:
    assert asked(arguments, LANGUAGES) == language
