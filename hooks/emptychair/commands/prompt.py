"""Asking on a terminal: a question, its default, what is wrong with an answer, and the question again."""

import contextlib
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from emptychair.text.strings import Strings

with contextlib.suppress(ImportError):
    # Where there is one, answers can be edited; Windows brings none.
    import readline  # noqa: F401 - its import is its effect

LEAVE_OUT, LIST_TERMS = "-", "?"
# As many codes can be read in a line.
CODES_SHOWN = 8


class NoAnswerError(Exception):
    """Ctrl-C, or the end of the input: somebody does not wish to go on."""


@dataclass(frozen=True)
class Prompt:
    """What is asked: the words, an explanation, what Enter takes, and the terms (code -> label) to choose from."""

    words: str
    why: str = ""
    default: str = ""
    required: bool = True
    several: bool = False
    terms: Mapping[str, str] = field(default_factory=dict)


def can_ask() -> bool:
    """Is somebody at a terminal?"""
    return sys.stdin.isatty()


def ask(prompt: Prompt, faults_of: Callable[[str], list[str]], say: Strings) -> str:
    """Ask until the answer has no faults. Returns "" for an optional answer left out. Raises NoAnswerError."""
    if prompt.why:
        print(f"\n{prompt.why}")
    while True:
        answer = _read(_line(prompt, say))
        if answer == LIST_TERMS and prompt.terms:
            print("\n".join(say("term-line", code=code, label=label) for code, label in prompt.terms.items()))
            continue
        if answer == LEAVE_OUT and not prompt.required:
            return ""
        answer = answer or prompt.default
        faults = faults_of(answer) if answer else [say("needed")] if prompt.required else []
        if not faults:
            return answer
        print("\n".join(f"  ! {fault}" for fault in faults))


def _line(prompt: Prompt, say: Strings) -> str:
    parts = [prompt.words]
    if 0 < len(prompt.terms) <= CODES_SHOWN:
        parts.append(say("choices", choices=", ".join(prompt.terms)))
    elif prompt.terms:
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
