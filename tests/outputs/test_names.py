"""What the site of a campaign says of the generator: nothing that a reader sees."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

from campaign_outputs import LANGUAGES, article_of, files_of, pages_of
from content_factory import SETTINGS, Content
from emptychair.html.head import create_error_head, create_head
from emptychair.html.header_footer import create_header_footer
from emptychair.html.link_preview import create_preview
from emptychair.html.page_set import not_found
from emptychair.html.redirects import create_redirects

THEME = Path(__file__).parents[2] / "overrides"
PRODUCT = re.compile(rb"empty.?chair|\xe7\xa9\xba\xe6\xa4\x85", re.IGNORECASE)


def parts(path: str, data: bytes) -> dict[str, bytes]:
    """A file; of a document for a word processor, all that is packed in it."""
    if not data.startswith(b"PK"):
        return {path: data}
    with zipfile.ZipFile(BytesIO(data)) as packed:
        return {f"{path}: {name}": packed.read(name) for name in packed.namelist()}


def test_no_file_of_a_campaign_names_the_product(content: Content) -> None:
    """Its pages, heads, feeds, calendars, data, letters, stubs, styles and scripts have its own name or none."""
    content.swap(SETTINGS, "sample: true", 'redirects:\n  "old": "en/status.md"\nsample: false')
    made = content.snapshot("2020-06-10")
    sites = {language: pages_of(made, language) for language in LANGUAGES}
    found = {name: data for path, one in files_of(made).items() for name, data in parts(path, one).items()}
    found |= dict(create_redirects(made.campaign.settings, sites))
    found |= {
        str(file): file.read_bytes() for file in THEME.rglob("*") if file.suffix in (".css", ".js", ".svg", ".xml")
    }
    found["404.html"] = not_found(made, "/").encode()
    for language, site in sites.items():
        found[f"{language} error"] = create_error_head(site, "/").encode()
        for path, route in site.routes.by_path.items():
            frame = create_header_footer(site, path, "", ("index",), {"en": "English", "zh": "中文"})
            html = [create_head(site, route), create_preview(site, route), *frame, article_of(site, path)]
            found[f"{language} {path}"] = "".join(html).encode()
    assert {".ics", ".xml", ".json", ".txt", ".css", ".js"} <= {Path(path).suffix for path in found}
    assert {path: match[0] for path, data in found.items() if (match := PRODUCT.search(data))} == {}


def test_a_calendar_is_that_of_the_campaign(content: Content) -> None:
    """It says so in the language in which it is, also where a name has the sign that divides an identifier."""
    files = files_of(content.swap(SETTINGS, '"A test"', '"A // test"').snapshot("2020-06-10"))
    assert b"PRODID:-//A / test//Campaign calendar//EN\r\n" in files["calendar.ics"]
    assert "PRODID:-//测试//Campaign calendar//ZH\r\n".encode() in files["zh/calendar.ics"]
