"""Where a page stands in the site of a snapshot: its absolute URL in a language."""

from emptychair.record.campaign import Campaign


def page_url(site_url: str, campaign: Campaign, language: str, path: str) -> str:
    """The absolute URL of a page in a language, the same on every mirror.

    `site_url` is the public URL of the site's root and ends in a slash; `path` is the page's without language and
    ending (cases/dana).
    """
    return f"{site_url}{campaign.folder_of(language)}{path}.html"
