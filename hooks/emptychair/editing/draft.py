"""The draft of a new page: answers -> its text, and what a check would say of the newest answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from emptychair.editing.annotated_page import Languages, new_page
from emptychair.editing.answers import body_of, file_name, front_matter, path_of
from emptychair.editing.questions import QUESTIONS, Question, Setting
from emptychair.front_matter.document import Document
from emptychair.load.load import check_draft
from emptychair.record.campaign import FOLDERS
from emptychair.rules.index import Index
from emptychair.text.problems import Problem, errors
from emptychair.text.strings import Strings

# What is wrong until a later question is answered: it says nothing of the answer that was given.
LATER = {
    "missing",
    "needed-by-term",
    "ongoing-without-review",
    "group-without-count",
    "no-letter",
    "empty-letter",
    "empty-list",
    "not-verified-enough",
}


@dataclass
class Draft:
    """A new page of `kind`, in `content`, whose folder holds what `index` says. `answers` are those without faults.

    `comments` is the language in which its keys are explained; `earlier` are events of a case before the one that is
    asked for; `notes` are for the editor.
    """

    kind: str
    content: Path
    index: Index
    setting: Setting
    comments: str
    answers: dict[str, str] = field(default_factory=dict)
    earlier: list[dict[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    _known: set[tuple[str, str]] = field(default_factory=set)

    @property
    def file(self) -> Path:
        """Where the page will stand."""
        return self._file(self.answers)

    @property
    def text(self) -> str:
        """The page as it will be written."""
        return self._text(self.answers)

    @property
    def path_taken(self) -> bool:
        """Is there a page at this path, in any language? A second source page would be refused."""
        return self._path(self.answers) in self.index.entries

    def problems(self) -> list[Problem]:
        """Everything that a check would find in the page."""
        return check_draft(self.content, self.file, self.text, self.index)

    def try_answer(self, question: Question, text: str) -> list[Problem]:
        """Take an answer in, or say what is wrong with it: the faults of its field, and those that came with it."""
        answers = {**self.answers, question.key: text}
        found = errors(check_draft(self.content, self._file(answers), self._text(answers), self.index))
        tree = front_matter(self.kind, answers, self.setting)
        name = Document("", tree, "", 1).name_of(path_of(question, self.setting))
        wrong = [problem for problem in found if self._is_about(problem, name)]
        if not wrong:
            self.answers = answers
            self._known |= {(problem.field, problem.code) for problem in found}
        return wrong

    def try_earlier(self, event: dict[str, str]) -> list[Problem]:
        """Take an earlier event in, or say what is wrong with it."""
        self.earlier.append(event)
        wrong = [problem for problem in errors(self.problems()) if self._is_about(problem, "")]
        if wrong:
            self.earlier.pop()
        return wrong

    def open_questions(self) -> list[Question]:
        """Those that are still to be answered, as far as the answers so far tell."""
        asked = (question for question in QUESTIONS[self.kind] if question.key not in self.answers)
        return [question for question in asked if question.when(self.answers)]

    def _is_about(self, problem: Problem, name: str) -> bool:
        mine = name and (problem.field == name or problem.field.startswith(f"{name}."))
        return bool(mine) or ((problem.field, problem.code) not in self._known and problem.code not in LATER)

    def _file(self, answers: Mapping[str, str]) -> Path:
        return self.content / self.setting.language / f"{self._path(answers)}.md"

    def _path(self, answers: Mapping[str, str]) -> str:
        folder = next(folder for folder, kind in FOLDERS.items() if kind == self.kind)
        return f"{folder}/{file_name(self.kind, answers, self.setting)}"

    def _text(self, answers: Mapping[str, str]) -> str:
        language = self.setting.language
        body = body_of(self.kind, answers, Strings(language, "writing"))
        tree = front_matter(self.kind, answers, self.setting)
        if self.earlier:
            tree[self.kind]["events"] = [*self.earlier, *tree[self.kind].get("events", ())]
        return new_page(self.kind, Languages(language, self.comments), tree, body, self.notes)
