"""What a page cannot say of itself, the host says: files with headers for those that read them, all the same."""

import re
from urllib.parse import urlsplit

from for_each import for_each
from whole_site.sites import Edited

# Content Security Policy Level 3, section 3.3: in a <meta> frame-ancestors is not obeyed.
HEADERS = {
    "Content-Security-Policy": "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
# In each file the line of one header: its name and its value.
LINES = {
    "_headers": r"  ([A-Za-z-]+): (.+)",
    "assets/hosting/nginx.conf": r'add_header ([A-Za-z-]+) "(.+)" always;',
    "assets/hosting/apache.conf": r'Header always set ([A-Za-z-]+) "(.+)"',
    "assets/hosting/Caddyfile": r'\t([A-Za-z-]+) "(.+)"',
}
AROUND = {"_headers": ["/*"], "assets/hosting/Caddyfile": ["header {", "}"]}


@for_each("path", LINES)
def test_every_host_is_told_the_same(each: Edited, path: str) -> None:
    """Every line is a comment, one of the headers, or what stands around them, for all addresses of the site."""
    lines = [line for line in each.site.text(path).splitlines() if not line.startswith("#")]
    found = {line: re.fullmatch(LINES[path], line) for line in lines}
    assert {match[1]: match[2] for match in found.values() if match} == HEADERS
    assert [line for line, match in found.items() if not match] == AROUND.get(path, [])


def test_the_built_site_has_what_programs_ask_for(invented: Edited) -> None:
    """Also in a folder whose name begins with a dot, which hosts of sites leave out of what they copy."""
    host = urlsplit(invented.url).netloc
    assert invented.site.text("CNAME") == f"{host}\n"
    assert f"Sitemap: {invented.url}sitemap.xml\n" in invented.site.text("robots.txt")
    assert f"Canonical: {invented.url}.well-known/security.txt\n" in invented.site.text(".well-known/security.txt")
