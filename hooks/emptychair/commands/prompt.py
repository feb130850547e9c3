"""Asking on a terminal: a question, its default, what is wrong with an answer, and the question again."""

import contextlib
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from emptychair.editing.choices import Choice
from emptychair.text.strings import Strings

with contextlib.suppress(ImportError):
    # Where there is one, answers can be edited; Windows brings none.
    import readline  # noqa: F401 - its import is its effect

LEAVE_OUT, LIST_TERMS, BACK = "-", "?", "<"
# As many codes can be read in a line.
CODES_SHOWN = 8


class NoAnswerError(Exception):
    """Ctrl-C, or the end of the input: somebody does not wish to go on."""


class BackError(Exception):
    """Somebody wishes to answer the question before once more."""


@dataclass(frozen=True)
class Prompt:
    """What is asked: the words, an explanation, an example, what Enter takes, and what there is to choose from."""

    words: str
    why: str = ""
    default: str = ""
    required: bool = True
    several: bool = False
    choices: Sequence[Choice] = ()
    example: str = ""


def can_ask() -> bool:
    """Is somebody at a terminal?"""
    return sys.stdin.isatty()


def ask(prompt: Prompt, faults_of: Callable[[str], list[str]], say: Strings, back: bool = False) -> str:
    """Ask until the answer has no faults. Returns "" for an optional answer left out.

    Raises NoAnswerError, and BackError where `back` says that there is a question before.
    """
    print("".join(_above(prompt, say)), end="")
    while True:
        answer = _read(_line(prompt, say))
        sign = _sign(answer)
        if sign == BACK and back:
            raise BackError
        if help_text := _help(prompt, sign, back, say):
            print(help_text)
            continue
        if sign == LEAVE_OUT and not prompt.required:
            return ""
        answer = answer or prompt.default
        faults = faults_of(answer) if answer else [say("needed")] if prompt.required else []
        if not faults:
            return answer
        print("\n".join(f"  ! {fault}" for fault in faults))


def _help(prompt: Prompt, sign: str, back: bool, say: Strings) -> str:
    """What is said to one of the signs that are no answer, or "" where it is an answer."""
    if sign[:1] == LIST_TERMS and prompt.choices:
        return "\n".join(listed(prompt.choices, sign[1:].strip(), say))
    if sign == LIST_TERMS:
        return say("no-list")
    return say("first-question") if sign == BACK and not back else ""


def listed(choices: Sequence[Choice], word: str, say: Strings) -> list[str]:
    """The choices with their notes, one to a line: all of them, or those whose names in any language hold a word."""
    found = [one for one in choices if not word or one.holds(word)]
    lines = []
    for one in found:
        label = " · ".join(filter(None, (one.label, one.note)))
        lines.append(say("term-line", code=one.code, label=label) if label else f"  {one.code}")
    return lines or [say("no-term", found=word)]


def _sign(answer: str) -> str:
    """An answer that begins with a full-width sign as if it began with the half-width one."""
    return unicodedata.normalize("NFKC", answer[:1]) + answer[1:]


def _above(prompt: Prompt, say: Strings) -> Iterator[str]:
    """What stands above the question: a line that is wider than the terminal could not be edited in each of them."""
    if prompt.why:
        yield f"\n{prompt.why}\n"
    if prompt.example and not prompt.default:
        yield say("example", example=prompt.example) + "\n"


def _line(prompt: Prompt, say: Strings) -> str:
    parts = [prompt.words]
    if 0 < len(prompt.choices) <= CODES_SHOWN:
        parts.append(say("choices", choices=", ".join(one.code for one in prompt.choices)))
    elif prompt.choices:
        parts.append(say("many-choices"))
    parts += [say("several")] if prompt.several else []
    parts += [] if prompt.required else [say("optional")]
    parts += [say("default", default=prompt.default)] if prompt.default else []
    return " ".join(parts) + say("prompt")


def _read(line: str) -> str:
    try:
        return input(line).strip()
    except (EOFError, KeyboardInterrupt):
        # The terminal's cursor stands behind the question.
        print()
        raise NoAnswerError from None
