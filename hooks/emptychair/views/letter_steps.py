"""The way to a letter, as an action and the page of a letter show it: the warnings, the choice, the letter."""

from dataclasses import dataclass

from emptychair.as_of.action_letters import LetterKey
from emptychair.as_of.action_states import ActionAsOf
from emptychair.record.campaign import Text
from emptychair.text.strings import Strings
from emptychair.text.traditional import nearest_script
from emptychair.views.context import Context
from emptychair.views.formatting import day_in_words
from emptychair.views.letters import MAILTO_LIMIT
from emptychair.views.recipients import LetterView, RecipientView

WARNINGS = ("inside-china", "family-there", "everyone")


@dataclass(frozen=True, slots=True)
class WarningView:
    """A warning in one language: the sentence that stands unfolded, what is folded, the word that unfolds it."""

    language: str
    first: str
    more: str
    unfold: str


@dataclass(frozen=True, slots=True)
class AddressedLetter:
    """A letter with its recipient."""

    recipient: RecipientView
    letter: LetterView


@dataclass(frozen=True)
class LetterSteps:
    """The three steps. `choice` are the recipients with letters, `mail_limit` is the greatest length of an e-mail link.

    `own_page`: the one letter that there is has the page to itself. Else the first of the letters is the one with
    which a choice by scripts begins, and readers without scripts are led to the page of each.
    """

    warnings: tuple[WarningView, ...]
    choice: tuple[RecipientView, ...]
    letters: tuple[AddressedLetter, ...]
    own_page: bool
    channels: tuple[Text, ...]
    languages: Text | None
    mail_limit: int


def letter_steps(
    context: Context, action: ActionAsOf, recipients: tuple[RecipientView, ...], page: LetterKey | None = None
) -> LetterSteps:
    """The steps to the letters of an action to these recipients, or to the one that has a page to itself.

    Those in the reader's language that can be sent come first.
    """
    letters = [AddressedLetter(one, letter) for one in recipients for letter in one.letters]
    if page:
        letters = [one for one in letters if (one.recipient.id, one.letter.code) == (page.recipient, page.language)]
    return LetterSteps(
        warnings=_warnings(context),
        choice=tuple(one for one in recipients if one.letters),
        letters=tuple(sorted(letters, key=lambda one: _rank(one, context.language))),
        own_page=page is not None,
        channels=tuple(context.label("channels", code) for code in action.facts.channels),
        languages=_languages(context, action.facts.languages),
        mail_limit=MAILTO_LIMIT,
    )


def _rank(one: AddressedLetter, language: str) -> tuple[bool, bool]:
    return not one.letter.file, one.letter.code != language


def _languages(context: Context, codes: tuple[str, ...]) -> Text | None:
    names = [context.label("languages", code).value for code in codes]
    return context.words("preferred-languages", languages=context.say("list-join").join(names)) if names else None


def _warnings(context: Context) -> tuple[WarningView, ...]:
    """All warnings in the reader's language, the first in every language.

    Of two scripts of one language readers need only one.
    """
    own = context.language
    scripts = {own, nearest_script(own)}
    others = [one for one in context.snapshot.campaign.languages if one not in scripts]
    more = [one for one in others if nearest_script(one) not in {own, *others}]
    first, *rest = (_warning(context, own, key) for key in WARNINGS)
    return (first, *(_warning(context, one, WARNINGS[0]) for one in more), *rest)


def _warning(context: Context, language: str, key: str) -> WarningView:
    say = Strings(language, "warnings")
    day = day_in_words(context.snapshot.today, language)
    return WarningView(language, say(key, date=day), say(f"{key}-more"), say(f"{key}-unfold"))
