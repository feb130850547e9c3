"""The index for the search page: documents -> Pagefind -> a folder of the site. It runs a program and writes files."""

import gzip
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import astuple
from fnmatch import fnmatch
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from weakref import finalize
from zipfile import ZipFile, ZipInfo, is_zipfile

from emptychair.images.build_cache import Cache
from emptychair.outputs.search_documents import SearchDocument
from emptychair.text.script_variants import tables_version, variants_among

# Pagefind's own interfaces, highlighter and worker: the search page has its own words and uses none of them.
UNUSED = ("pagefind-*.js", "pagefind-*.css")
SIGNATURE = "pagefind_dcd"
OPTIONS = ("--site", "documents", "--output-path", "bundle", "--keep-index-url", "--silent")


class NotIndexedError(RuntimeError):
    """Pagefind failed; the message is what it said."""


class SearchIndex:
    """The documents of a language, on the disk until all are there: those of ten thousand cases would fill the memory.

    An index is kept with the digest of its documents: where no page changed, Pagefind has nothing to do. It runs in the
    `environment` of the build, but for its own settings.
    """

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self._documents = TemporaryFile(prefix="emptychair-")  # noqa: SIM115 - `write` closes it
        # Or nobody does, where a build fails before.
        finalize(self, self._documents.close)
        self._digest = sha256()

    def add(self, path: str, document: SearchDocument) -> None:
        """Take up the document of the page at `path` (below the root of the site)."""
        line = json.dumps([path, *astuple(document)], ensure_ascii=False).encode() + b"\n"
        self._documents.write(line)
        self._digest.update(line)

    def write(self, folder: Path, kept: Cache, slot: str) -> None:
        """Make the index of all documents, or take the kept one, and let go of them. Raises NotIndexedError.

        `folder` is that of the index in the site, `slot` the place where the newest is kept. Where there is no
        document, there is no index.
        """
        with self._documents:
            if self._documents.tell():
                facts = self._digest.digest() + tables_version().encode()
                data = kept.get(facts, self._make, lambda data: is_zipfile(BytesIO(data)), slot)
                with ZipFile(BytesIO(data)) as bundle:
                    bundle.extractall(folder)

    def _make(self) -> bytes:
        with TemporaryDirectory(prefix="emptychair-") as name:
            folder = Path(name)
            terms, signs = self._lay_out(folder / "documents")
            _run(folder, self._environment)
            bundle = folder / "bundle"
            _sort_entry(bundle / "pagefind-entry.json")
            _write_terms(bundle, terms, variants_among(signs))
            return _packed(bundle)

    def _lay_out(self, folder: Path) -> tuple[dict[str, tuple[str, ...]], set[str]]:
        """A file for each document, as Pagefind reads them. Returns the terms of each, and the signs of all."""
        found: dict[str, tuple[str, ...]] = {}
        signs: set[str] = set()
        for path, document in self._read():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(document.html.encode())
            found[path] = document.terms
            signs.update(document.head, document.article)
        return found, signs

    def _read(self) -> Iterator[tuple[str, SearchDocument]]:
        self._documents.seek(0)
        for line in self._documents:
            path, head, article, terms = json.loads(line)
            yield path, SearchDocument(head, article, tuple(terms))


def _run(folder: Path, environment: Mapping[str, str]) -> None:
    """Make the index of `documents` in `bundle`, both in this folder."""
    # In a folder of its own: it would read settings from a file that lies in the current one.
    done = subprocess.run(
        [sys.executable, "-m", "pagefind", *OPTIONS],
        cwd=folder,
        # Nor from the environment: an index that is kept would be that of another setting.
        env={name: value for name, value in environment.items() if not name.startswith("PAGEFIND_")},
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


def _write_terms(bundle: Path, terms_of: dict[str, tuple[str, ...]], variants: list[str]) -> None:
    """`terms.json`: {terms, pages: {id of a result: the numbers of its terms}, variants}.

    `variants` are those of its characters: see variants_among.
    Pagefind has filters of its own, and writes them in an order that is another one each time.
    """
    paths = {fragment.stem: _path_of(fragment) for fragment in sorted((bundle / "fragment").iterdir())}
    terms = sorted({term for path in paths.values() for term in terms_of[path]})
    numbers = {term: number for number, term in enumerate(terms)}
    pages = {page: [numbers[term] for term in terms_of[path]] for page, path in paths.items()}
    _write_json(bundle / "terms.json", {"terms": terms, "pages": pages, "variants": variants})


def _path_of(fragment: Path) -> str:
    """The page of a fragment: gzip, in it the signature of Pagefind, then JSON."""
    text = gzip.decompress(fragment.read_bytes()).decode().removeprefix(SIGNATURE)
    url: str = json.loads(text)["url"]
    return url.removeprefix("/")


def _sort_entry(entry: Path) -> None:
    """Pagefind lists what it wrote in an order that is another one each time."""
    _write_json(entry, json.loads(entry.read_text(encoding="utf-8")))


def _write_json(file: Path, value: object) -> None:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    file.write_text(text, encoding="utf-8")


def _packed(bundle: Path) -> bytes:
    """The files of an index as one; most of them are compressed, and no day is in it."""
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for file in sorted(path for path in bundle.rglob("*") if path.is_file()):
            if not any(fnmatch(file.name, pattern) for pattern in UNUSED):
                archive.writestr(ZipInfo(file.relative_to(bundle).as_posix()), file.read_bytes())
    return packed.getvalue()
