"""What is looked at before a campaign is published: the record as it was read, a day, and files of its repository."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from emptychair.as_of.snapshot import Snapshot
from emptychair.load.load import Loaded

CONFIG = "mkdocs.yml"
# Where code hosts look for those who must agree to a change.
OWNERS = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS")
# In bytes; both kinds are a page long.
FILE_LIMIT = 256 * 1024


@dataclass(frozen=True)
class CampaignFiles:
    """A campaign and what lies beside its content folder.

    `snapshot` is that of the day on which it is to be published, None where its settings cannot be read; `texts` are
    those of CONFIG and OWNERS that exist, by their path from the folder that holds `content/`.
    """

    loaded: Loaded
    snapshot: Snapshot | None
    texts: Mapping[str, str] = field(default_factory=dict)
