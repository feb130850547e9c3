"""Everything that is in the way of publishing a campaign."""

from collections.abc import Iterator

from emptychair.publishing import code_owners, example_hosts, placeholders, readiness, sample_sentences
from emptychair.publishing.campaign_files import CampaignFiles
from emptychair.text.problems import Problem

RULES = (
    *readiness.RULES,
    *example_hosts.RULES,
    *code_owners.RULES,
    *placeholders.RULES,
    *sample_sentences.RULES,
)


def check_publishable(campaign: CampaignFiles) -> Iterator[Problem]:
    """Every problem that is in the way; none where the campaign may be published."""
    for rule in RULES:
        yield from rule(campaign)
