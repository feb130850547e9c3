"""What the commands share that add a block to a page: their options, the questions, and the changes that come out."""

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from emptychair.commands.asking import Form, add_options, ask_open, command_line, given, in_codes, in_words, tell_faults
from emptychair.commands.changing import Session, StoppedError, plain
from emptychair.commands.common import USAGE
from emptychair.commands.disk import Changes
from emptychair.commands.prompt import Prompt, ask, can_ask
from emptychair.commands.sources import add_source_flags
from emptychair.editing.answers import parts_of
from emptychair.editing.block_questions import questions_about
from emptychair.editing.blocks import PageTexts, newest_of, source_fields, sources_of
from emptychair.editing.change_draft import ChangeDraft
from emptychair.editing.choices import NEW, choices_of, with_codes
from emptychair.editing.front_matter_patch import UneditableError
from emptychair.editing.questions import Question, Setting
from emptychair.editing.record_changes import is_newer
from emptychair.front_matter.document import parse_page
from emptychair.record.models import Case, SourcePage
from emptychair.record.validation import validate
from emptychair.rules.index import Entry
from emptychair.text.strings import Strings, shipped_languages

# Options of a new source that no question asks for.
UNASKED = ("source-author", "source-language")


def add_block_options(parser: argparse.ArgumentParser, block: str, language: str) -> None:
    """An option for each question about a block, and those of sources."""
    add_options(parser, [one for one in _every_question(block) if not one.key.startswith("source")], language)
    add_source_flags(parser, Strings(language, "editing"))


def add_words_options(parser: argparse.ArgumentParser, block: str, language: str) -> None:
    """The options for the words of a block in each language."""
    add_options(parser, [one for one in _every_question(block) if one.language], language)


def _every_question(block: str) -> Sequence[Question]:
    """The questions about a block of a page in any language."""
    return questions_about(block, Setting("", "", date.min, (), translations=shipped_languages()))


@dataclass
class BlockForm(Form[ChangeDraft]):
    """The questions about a block, asked by a command in the language that `say` speaks; `whole` once all are asked."""

    command: str
    whole: bool = False

    def faults_of(self, question: Question, text: str) -> list[str]:
        """Take an answer in; what is wrong with it, in words."""
        answer = in_codes(self, question, text)
        if wrong := self._not_newer(question, answer) or self.not_among(question, answer):
            return wrong
        with at_its_page(self.draft):
            found = self.draft.try_answer(question, answer)
        return list(dict.fromkeys(in_words(problem, self.say.language) for problem in found))

    def _not_newer(self, question: Question, answer: str) -> list[str]:
        """Why a source does not confirm a case: it has no date, or none that is certainly newer."""
        facts = self.setting.facts
        if self.draft.name != "news" or question.key not in ("source", "source-date") or not isinstance(facts, Case):
            return []
        answers = {**self.answers, question.key: answer}
        ids, new = sources_of(answers, facts)
        newest, say = newest_of(answers, facts), Strings(self.say.language, "editing")
        if newest is None:
            # A new one is asked for its date later; what is no date is told by the checks, as is what is no source.
            known = not new and ids and ids[0] in facts.sources
            return [say("source-without-date", source=ids[0])] if known else []
        values = {"source": ids[0], "date": newest, "as_of": facts.as_of}
        return [] if is_newer(newest, facts) else [say("source-not-newer", **values)]

    def not_among(self, question: Question, answer: str) -> list[str]:
        """Why a condition cannot end: it is none of those that stand. Nothing in the page would be wrong without it."""
        known = [choice.code for choice in self.choices_of(question)] if question.of == "flags" else None
        unknown = [one for one in parts_of(answer) if known is not None and one not in known]
        values = {"found": ", ".join(unknown), "choices": ", ".join(known or ())}
        return [self.say("choose-among", **values)] if unknown else []

    def again(self) -> str:
        """The command with what was answered, a new source named by its id."""
        ids, new = sources_of(self.answers, self.setting.facts)
        answers = {key: text for key, text in self.answers.items() if key not in ("source", "source-id", "case")}
        lists = {
            "source": ids if new or "source" in self.answers else [],
            "case": self.answers.get("case", "").split(", "),
        }
        several = [part for key, values in lists.items() for one in values if one for part in (f"--{key}", one)]
        rest = [] if self.whole else ["--ask"]
        return command_line([self.command, self.draft.path.rpartition("/")[2], *rest, *several], answers)

    def ask(self, only: Sequence[str] = (), within: bool = False) -> None:
        """Ask what is still open. Raises NoAnswerError, and BackError where these are `within` other questions."""
        ask_open(self, only, within)
        self.whole = True


@contextmanager
def at_its_page(draft: ChangeDraft) -> Iterator[None]:
    """Where a page cannot be changed alone, the path of that page goes with the error."""
    try:
        yield
    except UneditableError as error:
        error.path = f"{error.path or draft.setting.language}/{draft.path}.md"
        raise


def which(session: Session, options: argparse.Namespace, folder: str) -> str:
    """The page that was named, or that somebody at a terminal chooses from those of a folder (cases, actions)."""
    name = folder.removesuffix("s")
    found: str = getattr(options, name) or ""
    if found:
        return found
    if not can_ask():
        raise StoppedError(USAGE, session.say("no-page", name=name))
    say = Strings(session.say.language, "writing")
    question = Question(f"which-{name}", of=folder)
    choices = choices_of(question, Setting(say.language, "", session.today, ()), session.loaded.index, say.language)
    prompt = Prompt(Strings(say.language, "questions")(question.key), choices=choices)

    def faults(answer: str) -> list[str]:
        known = [choice.code for choice in choices]
        code = with_codes(question, answer, choices)
        return [] if code in known else [session.say(f"unknown-{folder}", found=answer)]

    return with_codes(question, ask(prompt, faults, say), choices)


def page_texts(session: Session, entry: Entry) -> PageTexts:
    """A page and its translations, as they stand on the disk."""
    pages = [entry, *session.translations(entry)]
    if not isinstance(entry.page, SourcePage):
        raise TypeError(entry.path)
    return PageTexts({one.language: session.text(one) for one in pages}, entry.page)


def form_of(session: Session, block: str, page: PageTexts, entry: Entry, command: str) -> BlockForm:
    """The form of a block for a page, and the command that asks it."""
    translations = tuple(one for one in page.texts if one != entry.language)
    facts = page.source.case or page.source.action
    recipients = frozenset(session.loaded.index.recipients.meta)
    setting = Setting(entry.language, "", session.today, (), facts, translations, recipients)
    draft = ChangeDraft(block, session.content, session.loaded.index, entry.path, page, setting)
    return BlockForm(draft, Strings(session.say.language, "writing"), command)


def fill(session: Session, form: BlockForm, options: argparse.Namespace, needed: Sequence[str]) -> bool:
    """Take what options give, and ask for the rest where something `needed` is missing. Was everything asked?

    Without a terminal, what is missing is named. Where nothing is missing, nothing is asked but what the page needs.
    """
    values = _given(form, options)
    missing = [key for key in needed if not values.get(key)]
    if can_ask() and (missing or options.ask):
        session.to_repeat.append(form.again)
        values |= _as_new_source(form, values)
        for question in form.draft.questions():
            if text := values.get(question.key):
                tell_faults(form.faults_of(question, text), question.key)
        form.answers.update({key: values[key] for key in UNASKED if values.get(key)})
        form.ask()
        return True
    by_key = {question.key: question for question in form.draft.questions()}
    for key, text in values.items():
        form.answers[key] = with_codes(by_key[key], text, form.choices_of(by_key[key])) if key in by_key else text
    if source_fields(form.answers) and not sources_of(form.answers, form.setting.facts)[1]:
        raise StoppedError(USAGE, Strings(form.say.language, "editing")("which-source"))
    for question in form.draft.questions():
        if wrong := form.not_among(question, form.answers.get(question.key, "")):
            raise StoppedError(USAGE, f"--{question.key}: {wrong[0]}")
    _take_defaults(form)
    missing = _still_needed(form)
    if missing and not can_ask():
        flags = ", ".join(f"--{key}" for key in missing)
        raise StoppedError(USAGE, Strings(form.say.language, "editing")("flags-missing", flags=flags))
    if missing:
        session.to_repeat.append(form.again)
        form.ask(missing)
    return False


def changes_of(page: PageTexts, form: BlockForm) -> Changes:
    """The files of a page that the last of its blocks leaves changed, with their new bytes.

    Where one cannot be changed alone, its path goes with the error.
    """
    draft = form.draft
    with at_its_page(draft):
        texts = draft.changed.texts
    return {f"{one}/{draft.path}.md": text.encode() for one, text in texts.items() if text != page.texts[one]}


def page_with(form: BlockForm) -> PageTexts | None:
    """The page as it stands with the block, for the block that comes next; None where something in it is wrong yet."""
    with at_its_page(form.draft):
        texts = form.draft.changed.texts
    page, _ = validate(SourcePage, parse_page("", texts[form.setting.language])[0])
    return PageTexts(texts, page) if page else None


def _given(form: BlockForm, options: argparse.Namespace) -> dict[str, str]:
    """What options say, by question; words in the language of the page are those of the page."""
    keys = [question.key for question in form.draft.questions()]
    own = {f"{key}-{form.setting.language}": key for key in keys}
    known = [*keys, *own, *UNASKED]
    return {own.get(key, key): plain(text) for key in known if (text := given(options, key))}


def _as_new_source(form: BlockForm, values: dict[str, str]) -> dict[str, str]:
    """A source that options bring, as the questions ask for it: as a new one, with its id."""
    ids, new = sources_of(values, form.setting.facts)
    if not new or not source_fields(values):
        return {}
    return {"source": ", ".join(NEW if one == new else one for one in ids), "source-id": new}


def _take_defaults(form: BlockForm) -> None:
    """What nobody said and has to be there takes its default."""
    for question in form.draft.open_questions():
        default = question.default(form.answers, form.setting)
        if question.required and default and not question.key.startswith("source"):
            form.answers[question.key] = default


def _still_needed(form: BlockForm) -> list[str]:
    """What nobody said and must be there. Where a page has several sources, a fact names those on which it rests."""
    several = form.setting.facts is not None and len(form.setting.facts.sources) > 1
    left = [one for one in form.draft.open_questions() if one.required and not one.key.startswith("source-")]
    return [one.key for one in left if one.key != "source" or several]
