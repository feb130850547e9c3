"""One fault to a row: the change to a right content folder that makes it, its code, and the rule that finds it.

The exact lines that each row gives stand in broken/faults.txt, in English and in Chinese. Faults of the text of front
matter stand as whole files in broken/*.md.
"""

from __future__ import annotations

from content_factory import ACTION, CASE, RECIPIENTS, Edit, events
from faults.dates import VALUE_FAULTS
from faults.facts import MODEL_FAULTS, REFERENCE_FAULTS
from faults.files import CARD_FAULTS, FILE_FAULTS, PICTURE_FAULTS, WITHDRAWN_FAULTS
from faults.look import LOOK_FAULTS
from faults.pairs import PAIR_FAULTS, TWIN_FAULTS
from faults.rows import fault
from faults.settings import SETTINGS_FAULTS
from faults.texts import BODY_FAULTS, SIGN_FAULTS
from faults.together import TOGETHER_FAULTS

FAULTS = (
    *MODEL_FAULTS,
    *REFERENCE_FAULTS,
    *PAIR_FAULTS,
    *VALUE_FAULTS,
    *TOGETHER_FAULTS,
    *TWIN_FAULTS,
    *SIGN_FAULTS,
    *BODY_FAULTS,
    *CARD_FAULTS,
    *FILE_FAULTS,
    *PICTURE_FAULTS,
    *WITHDRAWN_FAULTS,
    *SETTINGS_FAULTS,
    *LOOK_FAULTS,
)


OVERDUE_FAULTS = (
    fault("faded-status", rule="faded_status", today="2020-06-01"),
    fault(
        "consent-expired",
        events("id: taken, date: 2020-05-01, status: life-imprisonment"),
        Edit(RECIPIENTS, "checked: 2020-05-01", "checked: 2022-05-01"),
        Edit(CASE, "as_of: 2020-05-01", "as_of: 2020-06-01"),
        rule="consent_expired",
        today="2022-06-01",
    ),
    fault(
        "recipient-not-checked",
        Edit(RECIPIENTS, "checked: 2020-05-01", "checked: 2019-05-01"),
        rule="recipient_checked",
        today="2020-05-02",
    ),
    fault(
        "police-after-judgment",
        events("id: taken, date: 2020-05-01, status: imprisoned, stage: final"),
        rule="police_after_judgment",
        today="2020-05-20",
    ),
)


# Faults of the text as a whole: their line and field are of no use to an editor, so only the code is promised.
TEXT_FAULTS = (
    fault("too-large", Edit(CASE, '"An organiser of workers."', '"' + "x" * 16 * 1024 + '"')),
    fault(
        "merge-conflict",
        Edit(ACTION, "I am writing", "<<<<<<< HEAD\nI am writing\n=======\nWe are writing\n>>>>>>> patch-1"),
        name="merge-conflict-in-letter",
    ),
    fault(
        "merge-conflict", Edit(CASE, "case:", "<<<<<<< HEAD\n=======\n>>>>>>> 0a1b2c3\ncase:"), name="in-front-matter"
    ),
    fault("merge-conflict", Edit(RECIPIENTS, "  country: CN", "  country: CN\n>>>>>>> theirs"), name="in-register"),
    fault("too-many-entries", Edit(CASE, "[name, story]", "[" + "a," * 4100 + "]")),
    fault("not-a-mapping", Edit("en/about.md", "", "---\n- title\n- more\n---\nWords.\n")),
    fault("two-documents", Edit(CASE, "case:", "--- {a: b}\ncase:")),
    fault(
        "comma-made-key",
        Edit("en/about.md", "", "---\n{title: Taken from home by police, with no warrant shown.}\n---\nWords.\n"),
    ),
)
