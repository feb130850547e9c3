"""The register of withdrawn names, as salted hashes: people who asked to be left out are not added again by mistake.

What this protects, and what it does not: the file shows no name and can be found by none. But whoever has a list of
names can try them one after the other, as this module does: each try takes some milliseconds (SCRYPT), so a list of
ten thousand names takes about a minute and every likely name some days. The salt only makes one table for all
campaigns useless. A slower hash would hold up a build, which tries every name of the record, as long as it holds up
somebody who searches.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Annotated

from pydantic import Field

from emptychair.record.field_types import Fact

SALT_BYTES = 16
# RFC 7914; 2 MB and some milliseconds for a name. Other values would make every hash in every campaign worthless.
SCRYPT = {"n": 2**11, "r": 8, "p": 1, "dklen": 32}
TONES = re.compile("[\u0300-\u036f]")
# Blanks, punctuation, symbols and control signs; a vowel of Tibetan is a mark, and stays.
NO_LETTER = ("Z", "P", "S", "C")


class Withdrawn(Fact):
    """content/withdrawn.yml: the salt of this campaign, and a hash for each name and slug."""

    salt: str = Field(pattern=rf"^[0-9a-f]{{{2 * SALT_BYTES}}}$")
    names: tuple[Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")], ...] = Field(min_length=1)

    def has(self, name: str) -> bool:
        """Was this name or slug withdrawn?"""
        return hash_of(name, self.salt) in self.names


def normalised(name: str) -> str:
    """A name -> its form for comparison, without case, accents and tones, width, blanks, hyphens and dots.

    `Wèi Zhì-Lì`, `WEI ZHILI` and the slug `wei-zhili` are one name; 危志立 stands for itself, and traditional
    characters are not made simplified ones, nor is the order of the parts of a name changed.
    """
    letters = unicodedata.normalize("NFKC", TONES.sub("", unicodedata.normalize("NFKD", name))).casefold()
    return "".join(sign for sign in letters if not unicodedata.category(sign).startswith(NO_LETTER))


def name_pattern(name: str) -> str:
    """A name -> a pattern of it as it may stand in a text: a whole word where its script has blanks between words."""
    inner = r"[\s-]*".join(map(re.escape, re.split(r"[\s-]+", name)))
    return rf"(?<![A-Za-z0-9]){inner}(?![A-Za-z0-9])"


def hash_of(name: str, salt: str) -> str:
    """A name and the salt of a campaign -> the hash that its file keeps."""
    return _hash(normalised(name), salt)


@lru_cache(maxsize=16_384)
def _hash(name: str, salt: str) -> str:
    return hashlib.scrypt(name.encode(), salt=bytes.fromhex(salt), **SCRYPT).hex()


def with_names(old: Withdrawn | None, salt: str, names: Iterable[str]) -> Withdrawn:
    """The register with more names; `salt` is for the first. In the order of the hashes, which tells nothing."""
    salt = old.salt if old else salt
    hashes = {*(old.names if old else ()), *(hash_of(name, salt) for name in names)}
    return Withdrawn(salt=salt, names=tuple(sorted(hashes)))


def text_of(register: Withdrawn, comments: Iterable[str]) -> str:
    """content/withdrawn.yml, with the comments that say what it is."""
    return "".join(f"{line}\n" for line in _lines(register, comments))


def _lines(register: Withdrawn, comments: Iterable[str]) -> Iterator[str]:
    yield from (f"# {comment}" for comment in comments)
    yield f'salt: "{register.salt}"'
    yield "names:"
    yield from (f'  - "{name}"' for name in register.names)
