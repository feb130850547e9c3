"""The index for the search page: documents -> Pagefind -> a folder of the site. It runs a program and writes files."""

import gzip
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from emptychair.addresses import SEARCH_FOLDER

# Pagefind's own interfaces, highlighter and worker: the search page has its own words and uses none of them.
UNUSED = ("pagefind-*.js", "pagefind-*.css")
SIGNATURE = "pagefind_dcd"


class NotIndexedError(RuntimeError):
    """Pagefind failed; the message is what it said."""


class SearchIndex:
    """The documents of a build, on the disk until all are there: those of ten thousand cases would fill the memory."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="emptychair-")
        self._documents = Path(self._folder.name, "documents")
        self._terms: dict[str, tuple[str, ...]] = {}
        self._made: set[Path] = set()

    def add(self, path: str, html: str, terms: tuple[str, ...]) -> None:
        """Take up the document of the page at `path` (below the root of the site) and what it can be narrowed to."""
        file = self._documents / path
        if file.parent not in self._made:
            file.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(file.parent)
        file.write_bytes(html.encode())
        self._terms[path] = terms

    def write(self, site: Path, left_out: Iterable[str]) -> None:
        """Make the index of all documents, a folder of `site`, and let go of them. Raises NotIndexedError.

        `left_out`: CSS selectors of what is not searched. Where there is no document, there is no index.
        """
        with self._folder:
            if self._terms:
                bundle = self._run(left_out)
                _sort_entry(bundle / "pagefind-entry.json")
                self._write_terms(bundle)
                shutil.copytree(
                    bundle, site / SEARCH_FOLDER, ignore=shutil.ignore_patterns(*UNUSED), dirs_exist_ok=True
                )

    def _run(self, left_out: Iterable[str]) -> Path:
        bundle = Path(self._folder.name, "bundle")
        options = ["--site", str(self._documents), "--output-path", str(bundle), "--keep-index-url", "--silent"]
        for selector in left_out:
            options += ["--exclude-selectors", selector]
        # In a folder of its own: it would read settings from a file that lies in the current one.
        done = subprocess.run(
            [sys.executable, "-m", "pagefind", *options],
            cwd=self._folder.name,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        if done.returncode:
            raise NotIndexedError(done.stdout.strip())
        return bundle

    def _write_terms(self, bundle: Path) -> None:
        """`terms.<language>.json`: {terms, pages: {id of a result: the numbers of its terms}}.

        Pagefind has filters of its own, and writes them in an order that is another one each time.
        """
        pages: dict[str, dict[str, str]] = {}
        for fragment in sorted((bundle / "fragment").iterdir()):
            language = fragment.name.partition("_")[0]
            pages.setdefault(language, {})[fragment.stem] = _path_of(fragment)
        for language, paths in pages.items():
            terms = sorted({term for path in paths.values() for term in self._terms[path]})
            numbers = {term: number for number, term in enumerate(terms)}
            found = {page: [numbers[term] for term in self._terms[path]] for page, path in paths.items()}
            _write_json(bundle / f"terms.{language}.json", {"terms": terms, "pages": found})


def _path_of(fragment: Path) -> str:
    """The page of a fragment: gzip, in it the signature of Pagefind, then JSON."""
    text = gzip.decompress(fragment.read_bytes()).decode().removeprefix(SIGNATURE)
    url: str = json.loads(text)["url"]
    return url.removeprefix("/")


def _sort_entry(entry: Path) -> None:
    """Pagefind lists the languages in an order that is another one each time."""
    _write_json(entry, json.loads(entry.read_text(encoding="utf-8")))


def _write_json(file: Path, value: object) -> None:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    file.write_text(text, encoding="utf-8")
