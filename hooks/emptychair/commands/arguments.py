"""The parser of the command line, whose own words (usage, options, faults) are in the language of the messages."""

import argparse
import re
from typing import ClassVar, NoReturn

from emptychair.commands.common import USAGE
from emptychair.text.strings import Strings, catalogue

CATALOGUE = "arguments"
# The words around arguments in a help text; every other row of the catalogue is a message, as the library forms it.
AROUND = ("usage", "positionals", "options", "help", "error", "heading")
HEADING = re.compile(r"^(\S[^:\n]*):$", re.MULTILINE)
PLACEHOLDER = re.compile(r"\\\{([a-z]+)\\\}")


class SpokenParser(argparse.ArgumentParser):
    """A parser that says in a language what the library says in English: rows of strings/arguments.yml."""

    language: ClassVar[str] = ""

    def format_usage(self) -> str:
        """How the command is used."""
        return self._spoken(super().format_usage())

    def format_help(self) -> str:
        """The help text."""
        return self._spoken(super().format_help())

    def error(self, message: str) -> NoReturn:
        """Say how the command is used and what is wrong, and end with the status for it."""
        say = Strings(self.language, CATALOGUE)
        self.exit(
            USAGE, self.format_usage() + say("error", prog=self.prog, reason=spoken(message, self.language)) + "\n"
        )

    def _spoken(self, text: str) -> str:
        say = Strings(self.language, CATALOGUE)
        for key in ("usage", "positionals", "options", "help"):
            text = text.replace(catalogue(CATALOGUE)[key]["en"], say(key))
        return HEADING.sub(lambda match: say("heading", title=match[1]), text)


def parser_in(language: str) -> type[SpokenParser]:
    """The class of the parser for a language; what it makes for commands is of the same class."""
    return type(SpokenParser.__name__, (SpokenParser,), {"language": language})


def spoken(message: str, language: str) -> str:
    """A message of the library in a language, its values too; as it is where no row has its form."""
    for key, row in catalogue(CATALOGUE).items():
        pattern = PLACEHOLDER.sub(r"(?P<\1>.+?)", re.escape(row["en"]))
        if key not in AROUND and (match := re.fullmatch(pattern, message, re.DOTALL)):
            return row[language].format_map({name: spoken(text, language) for name, text in match.groupdict().items()})
    return message
