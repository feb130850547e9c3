"""Follow every internal link of a built site: `python scripts/check_site.py SITE`.

Reads each page with html.parser, and nothing of the generator. Each address that an element leads to or loads (href,
src, srcset, poster) must be a file of the site, and its fragment an id in that file; only the error page, which is
shown at addresses of any depth, may begin them at the root, the folder that index.html names as its own. Prints one
line for each that is not so.
"""

import posixpath
import sys
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

ERROR_PAGE = "404.html"
LEADING = ("href", "src", "poster", "xlink:href")


class Page(HTMLParser):
    """The ids of a page, and the addresses that its elements lead to or load."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: set[str] = set()
        self.canonical = ""
        self.addresses: dict[str, None] = {}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note both, and the address that the page says it has."""
        if tag == "link" and ("rel", "canonical") in attrs:
            self.canonical = dict(attrs).get("href") or ""
        for name, value in attrs:
            if name == "id" or (name == "name" and tag == "a"):
                self.ids.add(value or "")
            elif name in LEADING:
                self.addresses[(value or "").strip()] = None
            elif name == "srcset":
                self.addresses |= {one.split()[0]: None for one in (value or "").split(",") if one.strip()}


def main(arguments: list[str]) -> int:
    """Check the site in a folder. Returns 0 if every link leads somewhere, 1 if not, 2 without a site."""
    folder = Path(arguments[0]) if len(arguments) == 1 else Path()
    if not arguments or not (folder / "index.html").is_file():
        print("usage: python scripts/check_site.py SITE (the folder of a built site)", file=sys.stderr)
        return 2
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    read = [path for path in files if path.endswith((".html", ".htm"))]
    pages = {path: Page((folder / path).read_text(encoding="utf-8")) for path in read}
    found = list(broken_links(pages, files))
    print("\n".join([*found, f"{len(pages)} pages, {len(found)} broken links."]))
    return int(bool(found))


def broken_links(pages: Mapping[str, Page], files: set[str]) -> Iterator[str]:
    """`page: address: what is wrong`, for each address of each page that leads nowhere in the site."""
    root = posixpath.dirname(urlsplit(pages["index.html"].canonical).path).rstrip("/") + "/"
    for path, page in sorted(pages.items()):
        for address in page.addresses:
            at_root = path == ERROR_PAGE and address.startswith(root)
            local = f"./{address.removeprefix(root)}" if at_root else address
            if wrong := _problem(path, local, pages, files):
                yield f"{path}: {address}: {wrong}"


def _problem(path: str, address: str, pages: Mapping[str, Page], files: set[str]) -> str:
    """What is wrong with an address on a page, or ""."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return ""
    name, anchor = unquote(parts.path), unquote(parts.fragment)
    if name.startswith("/"):
        return "begins at the root: it breaks in a subfolder, a zip and a mirror"
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), name)) if name else path
    if target not in files:
        return "no such file"
    if anchor and (target not in pages or anchor not in pages[target].ids):
        return "no such id"
    return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
