"""What the commands share: the language of their messages."""

import pytest

from emptychair.cli import main
from emptychair.commands.common import language_of
from for_each import for_each


@for_each(
    "arguments, environ, language",
    [
        ([], {}, "en"),
        (["check"], {"LANG": "zh_CN.UTF-8"}, "zh"),
        (["check"], {"LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        (["check"], {"LANG": "en_GB.UTF-8", "LC_MESSAGES": "zh_HK"}, "zh"),
        (["check", "--lang", "en"], {"LANG": "zh_CN.UTF-8"}, "en"),
        (["check", "--lang=zh"], {}, "zh"),
        (["check", "--lang"], {"LANG": "fr_FR"}, "en"),
        (["check", "--lang", "fr"], {"LANG": "zh_TW"}, "zh"),
    ],
)
def test_the_language_of_messages(arguments: list[str], environ: dict[str, str], language: str) -> None:
    """What was asked for, else the locale as POSIX orders it, else English."""
    assert language_of(arguments, environ) == language


def test_help_is_in_the_language_that_was_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    """An editor who reads Chinese can find out what there is."""
    assert main(["check", "--lang", "zh", "--help"]) == 0
    assert "退出码" in capsys.readouterr().out
