"""The small folder for a site in English and in both scripts of Chinese."""

from content_factory import ACTION, MINIMAL

# What a translator wrote in traditional Chinese; the rest of that language is converted.
CASE_HANT = "zh-Hant/cases/li-si.md"
TRANSLATED = "---\nupdated: 2020-06-01\ntranslates: 2020-06-01\n---\n這一頁是譯者寫的。\n"


def files() -> dict[str, str | bytes]:
    """Its files: the recipients of its action read traditional Chinese, and one of its pages has a translator."""
    own = MINIMAL[ACTION].replace("  issued:", "  languages: [zh-Hant, en]\n  issued:")
    return {**MINIMAL, ACTION: own, CASE_HANT: TRANSLATED}
