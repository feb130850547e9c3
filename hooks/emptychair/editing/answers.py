"""The answers to the questions about a new page -> its file name, front matter and body."""

import re
from typing import Any

from emptychair.editing.questions import DEMAND_ID, QUESTIONS, SOURCE_ID, Answers, Question, Setting, slug_of
from emptychair.front_matter.yaml_builder import Path
from emptychair.text.strings import Strings
from emptychair.text.term_search import code_named

# Full-width and Chinese commas separate, too.
SEPARATOR = re.compile(r"[,，、]")


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
            _put(tree, path_of(question, setting), value)
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


def path_of(question: Question, setting: Setting) -> Path:
    """Where the answer stands: names stand under the language of the page, and under the other one."""
    languages = {"": setting.language, "other": setting.other_language}
    if question.at[:2] == ("case", "names"):
        return (*question.at[:2], languages[str(question.at[2])])
    return question.at


def with_codes(question: Question, text: str) -> str:
    """An answer from a word list with codes for the labels and synonyms that it names in any language."""
    if not question.terms:
        return text
    parts = SEPARATOR.split(text) if question.many else [text]
    return ", ".join(code_named(question.terms, part.strip()) for part in parts)


def _put(tree: dict[str, Any], path: Path, value: Any) -> None:
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
