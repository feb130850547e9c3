"""What news of a case often brings besides the event: a verdict its sentence, an indictment its charge."""

from emptychair.editing.questions import VERDICTS, Answers, Question, Setting
from emptychair.record.models import Action, Case

# Every block that may be added to a case after an event, in the order in which news tells of them.
BLOCKS = ("sentence", "charge", "custody", "flag")
ACCUSED = "indicted"
JUDGED = {"imprisoned", "life-imprisonment", "death-reprieve", "death-sentence"}


def _brought(answers: Answers, setting: Setting) -> str:
    return brought_by(answers.get("status", ""), answers.get("stage", ""), setting.facts)


def brought_by(status: str, stage: str, facts: Case | Action | None = None) -> str:
    """The block that news cannot do without, or "": a verdict has its sentence, an indictment its charge."""
    if stage in VERDICTS or (status in JUDGED and not getattr(facts, "sentences", ())):
        return "sentence"
    return "charge" if stage == ACCUSED else ""


MORE = Question("more", required=False, many=True, choices=BLOCKS, default=_brought)
