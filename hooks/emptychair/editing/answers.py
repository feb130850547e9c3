"""The answers to the questions about a new page -> its file name, front matter and body."""

import re
from typing import Any

from emptychair.editing.questions import DEMAND_ID, QUESTIONS, SOURCE_ID, Answers, Question, Setting, slug_of
from emptychair.front_matter.yaml_builder import Path
from emptychair.text.strings import Strings

# Full-width and Chinese commas separate, too.
SEPARATOR = re.compile(r"[,，、]")
# 3y6m, 3 years 6 months, 3年6个月; a number alone is one of years.
LENGTH = re.compile(
    r"(?:(?P<years>[0-9]+)\s*(?:y|years?|年|$))?\s*(?:(?P<months>[0-9]+)\s*(?:m|months?|个?月))?", re.IGNORECASE
)


def file_name(kind: str, answers: Answers, setting: Setting) -> str:
    """The file of the page without its ending. One that has no slug yet is checked under a name that is possible."""
    today = setting.today.isoformat()
    slug = answers.get("slug") or f"{today}-new"
    return f"{answers.get('day') or today}-{slug}" if kind == "update" else slug


def front_matter(kind: str, answers: Answers, setting: Setting) -> dict[str, Any]:
    """The entries that have been answered, in the form in which they are written; `added` and `updated` are today's."""
    day = setting.today.isoformat()
    tree: dict[str, Any] = {"updated": day, "added": day}
    for question in QUESTIONS[kind]:
        if question.at and (text := answers.get(question.key)):
            value = parts_of(text) if question.many else text
            put_at(tree, path_of(question, setting), value)
    facts: dict[str, Any] = tree.setdefault(kind, {})
    for event in facts.get("events", ()):
        # The status is a good name for what happened, and it is in the word list already.
        event["id"] = slug_of(event.get("status", "")) or SOURCE_ID
    for demand in facts.get("demands", ()):
        demand["id"] = DEMAND_ID
    if "recipients" in facts:
        facts["recipients"] = [{"recipient": one} for one in facts["recipients"]]
    return tree


def parts_of(answer: str) -> list[str]:
    """The parts of an answer that may have several."""
    return [one.strip() for one in SEPARATOR.split(answer) if one.strip()]


def years_and_months(text: str) -> dict[str, str]:
    """The length of a part of a sentence; what is no length stands as years, where the checks refuse it."""
    match = LENGTH.fullmatch(text.strip())
    found = {name: number for name, number in match.groupdict().items() if number} if match else {}
    return found or {"years": text}


def path_of(question: Question, setting: Setting) -> Path:
    """Where the answer stands: names stand under the language of the page, and under the other one."""
    languages = {"": setting.language, "other": setting.other_language}
    if question.at[:2] == ("case", "names"):
        return (*question.at[:2], languages[str(question.at[2])])
    return question.at


def put_at(tree: dict[str, Any], path: Path, value: Any) -> None:
    """Put a value into nested dicts and lists, which are made where there are none yet."""
    here: Any = tree
    for number, step in enumerate(path[:-1]):
        if isinstance(step, int):
            here.extend({} for _ in range(step + 1 - len(here)))
            here = here[step]
        else:
            here = here.setdefault(step, [] if isinstance(path[number + 1], int) else {})
    here[path[-1]] = value


def body_of(kind: str, answers: Answers, say: Strings) -> str:
    """The Markdown body: what was answered; for an action with the section of the letter."""
    texts = [answers.get("story") or answers.get("reasons") or answers.get("text") or ""]
    if kind == "action":
        texts += [say("letter-heading"), answers.get("letter", "")]
    return "\n\n".join(text for text in texts if text)
