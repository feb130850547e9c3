"""A block in the making: answers -> the page with it, and what a check would say of the newest answer."""

from dataclasses import dataclass, field
from pathlib import Path

from emptychair.editing.block_questions import questions_about
from emptychair.editing.blocks import Changed, PageTexts, sources_of, with_block
from emptychair.editing.draft import LATER
from emptychair.editing.front_matter_patch import UneditableError
from emptychair.editing.questions import Answers, Question, Setting
from emptychair.front_matter.document import parse_page
from emptychair.front_matter.yaml_builder import Path as EntryPath
from emptychair.load.load import check_draft, index_with
from emptychair.rules.index import Index
from emptychair.text.problems import Problem, errors

# What is wrong besides until a later question about a block is answered.
LATER_IN_BLOCK = LATER | {"event-without-source", "part-without-duration", "finding-without-finder", "unknown-source"}


@dataclass
class ChangeDraft:
    """A block of `name` for the page at `path`, in `content`, whose folder holds what `index` says.

    `page` has the texts as they stand, with the blocks that were answered before. `answers` are those without faults.
    """

    name: str
    content: Path
    index: Index
    path: str
    page: PageTexts
    setting: Setting
    answers: dict[str, str] = field(default_factory=dict)

    @property
    def changed(self) -> Changed:
        """The page with the block, as far as it was answered. Raises UneditableError."""
        return with_block(self.name, self.page, self.answers, self.setting)

    def questions(self) -> tuple[Question, ...]:
        """Every question about the block, in their order."""
        return questions_about(self.name, self.setting)

    def open_questions(self) -> list[Question]:
        """Those that are still to be answered, as far as the answers so far tell."""
        return self._open(self.answers)

    def try_answer(self, question: Question, text: str) -> list[Problem]:
        """Take an answer in, or say what is wrong with it: the faults of its field, and those that came with it.

        Raises UneditableError where the page cannot be changed alone, whatever is answered.
        """
        answers = {**self.answers, question.key: text}
        try:
            changed = with_block(self.name, self.page, answers, self.setting)
        except UneditableError as error:
            if not error.problems:
                raise
            return list(error.problems)
        wrong = [
            one for one in self._problems(changed, question.language) if self._is_about(one, question, changed, answers)
        ]
        if not wrong:
            self.answers = answers
        return wrong

    def _open(self, answers: Answers) -> list[Question]:
        return [one for one in self.questions() if one.key not in answers and one.when(answers)]

    def _problems(self, changed: Changed, language: str) -> list[Problem]:
        """The errors of the source page as it would stand, or of a translation beside it."""
        own = self.setting.language
        if not language:
            return errors(check_draft(self.content, self._file(own), changed.texts[own], self.index))
        index = index_with(self.content, self._file(own), changed.texts[own], self.index)
        return errors(check_draft(self.content, self._file(language), changed.texts[language], index))

    def _file(self, language: str) -> Path:
        return self.content / language / f"{self.path}.md"

    def _is_about(self, problem: Problem, question: Question, changed: Changed, answers: Answers) -> bool:
        """Is it a fault of this answer, and neither one of before nor one of an answer that is still to come?"""
        if _is_at(problem, self._name_of(question, changed, answers)):
            return True
        later = [self._name_of(one, changed, answers) for one in self._open(answers) if not one.language]
        if problem.code in LATER_IN_BLOCK or any(_is_at(problem, name) for name in later):
            return False
        return (problem.field, problem.code) not in self._before(question.language)

    def _before(self, language: str) -> set[tuple[str, str]]:
        """The errors that the page has without the block."""
        text = self.page.texts[language or self.setting.language]
        found = errors(check_draft(self.content, self._file(language or self.setting.language), text, self.index))
        return {(problem.field, problem.code) for problem in found}

    def _name_of(self, question: Question, changed: Changed, answers: Answers) -> str:
        """The field of an answer, as problems name it; "" where it has none of its own."""
        if question.language:
            return ".".join(("words", str(changed.at[1]), changed.id)) if changed.id else "words"
        if question.key.startswith("source-"):
            new = sources_of(answers, self.setting.facts)[1]
            at: EntryPath = (changed.at[0], "sources", new, *question.at)
        else:
            at = (*changed.at, *question.at)
        return parse_page("", changed.texts[self.setting.language])[0].name_of(at) if question.at else ""


def _is_at(problem: Problem, name: str) -> bool:
    """Is it a problem of this field, or of one within it?"""
    return bool(name) and (problem.field == name or problem.field.startswith(f"{name}."))
