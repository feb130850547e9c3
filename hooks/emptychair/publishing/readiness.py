"""What a campaign must have before it is published: no errors, consents, addresses that were checked, words."""

from collections.abc import Iterator
from dataclasses import replace

from emptychair.as_of.stale import consent_expired, recipient_checked
from emptychair.front_matter.document import Document
from emptychair.publishing.campaign_files import CampaignFiles
from emptychair.text.markdown_outline import has_text, untranslated_lines
from emptychair.text.problems import Problem, errors
from emptychair.text.traditional import nearest_script

FIRST_PAGE = "index"


def no_errors(campaign: CampaignFiles) -> Iterator[Problem]:
    """The record has no error. How many there are is said at the first: a check lists them."""
    found = errors(campaign.loaded.problems)
    if found:
        yield Problem(found[0].path, found[0].line, "", "publish-errors", {"count": str(len(found))})


def no_sample(campaign: CampaignFiles) -> Iterator[Problem]:
    """The sample is not published."""
    settings = campaign.loaded.index.settings
    if settings.text_at(("sample",)) == "true":
        yield settings.problem(("sample",), "publish-sample")


def has_contact(campaign: CampaignFiles) -> Iterator[Problem]:
    """Readers learn who speaks and how to reach them: the one way that asks nobody for an account."""
    if campaign.snapshot and campaign.snapshot.campaign.settings.contact is None:
        yield campaign.loaded.index.settings.problem((), "publish-no-contact")


def consent_reviewed(campaign: CampaignFiles) -> Iterator[Problem]:
    """Each case has a consent that was reviewed within two years; one that never was is an error of the record."""
    if campaign.snapshot:
        for problem in consent_expired(campaign.snapshot, campaign.loaded.index):
            yield replace(problem, code="publish-consent")


def has_recipients(campaign: CampaignFiles) -> Iterator[Problem]:
    """Where an action asks for letters there is somebody to write to."""
    snapshot = campaign.snapshot
    if snapshot and snapshot.open_actions and not snapshot.campaign.recipients:
        found = ", ".join(action.record.slug for action in snapshot.open_actions)
        yield campaign.loaded.index.recipients.problem((), "publish-no-recipients", found=found)


def recipients_checked(campaign: CampaignFiles) -> Iterator[Problem]:
    """The address of whoever gets letters of an open action, or answers to it, was checked within a year."""
    snapshot = campaign.snapshot
    if not snapshot:
        return
    asked: dict[str, str] = {}
    for action in snapshot.open_actions:
        report_to = action.facts.report_to or snapshot.campaign.settings.report_to
        for recipient in (*(one.recipient for one in action.facts.recipients), report_to):
            asked.setdefault(recipient or "", action.record.slug)
    for problem in recipient_checked(snapshot, campaign.loaded.index):
        recipient = problem.field.partition(".")[0]
        if recipient in asked:
            values = {**problem.values, "recipient": recipient, "action": asked[recipient]}
            yield replace(problem, code="publish-recipient-not-checked", values=values)


def first_pages(campaign: CampaignFiles) -> Iterator[Problem]:
    """The first page has words of its own in each language, or words that are converted."""
    index = campaign.loaded.index
    pages = index.entries.get(FIRST_PAGE, {})
    folder = index.settings.path.rpartition("/")[0]
    for language in index.languages:
        if language not in pages and nearest_script(language) in index.languages:
            continue
        missing = Document.unread(f"{folder}/{language}/{FIRST_PAGE}.md")
        document = pages[language].document if language in pages else missing
        places = set(untranslated_lines(document.body))
        words = "\n".join(line for number, line in enumerate(document.body.split("\n")) if number not in places)
        if not has_text(words):
            yield Problem(document.path, document.body_line, "", "publish-no-first-page")


RULES = (no_errors, no_sample, has_contact, consent_reviewed, has_recipients, recipients_checked, first_pages)
