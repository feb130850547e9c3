"""The facts of the record, as frozen models: what front matter may hold, and of which type.

Rules that look across fields or pages stand in rules/.
"""

from emptychair.record.models.action import Action, Addressee, Demand, Outcome, OutsideDocument
from emptychair.record.models.case import Ahead, Case, Charge, Custody, Event, Flag, Relation, Sentence, SentencePart
from emptychair.record.models.common import Source, Sourced
from emptychair.record.models.news import Gathering, Report, Statistic, Update
from emptychair.record.models.pages import NAMED_WORDS, OPTIONAL_WORDS, SOURCE_WORDS, WORDS, SourcePage, TranslationPage
from emptychair.record.models.registers import Address, PersonName, Recipient, RecipientName
from emptychair.record.models.settings import Contact, Look, Pages, Settings

__all__ = [
    "NAMED_WORDS",
    "OPTIONAL_WORDS",
    "SOURCE_WORDS",
    "WORDS",
    "Action",
    "Address",
    "Addressee",
    "Ahead",
    "Case",
    "Charge",
    "Contact",
    "Custody",
    "Demand",
    "Event",
    "Flag",
    "Gathering",
    "Look",
    "Outcome",
    "OutsideDocument",
    "Pages",
    "PersonName",
    "Recipient",
    "RecipientName",
    "Relation",
    "Report",
    "Sentence",
    "SentencePart",
    "Settings",
    "Source",
    "SourcePage",
    "Sourced",
    "Statistic",
    "TranslationPage",
    "Update",
]
