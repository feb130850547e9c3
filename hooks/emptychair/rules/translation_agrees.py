"""Rules that compare the words of a translation with those of its source page, text by text.

A text is a word of the facts (an event with the same event), the title, the description, or a section of the body, so
that each letter is compared with the same letter. What differs is a warning, because a rule about words may err.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from emptychair.front_matter.yaml_builder import Path
from emptychair.record.models import NAMED_WORDS, WORDS
from emptychair.rules.bodies import fault_of_link
from emptychair.rules.index import Entry, Index, items
from emptychair.rules.person_names import People
from emptychair.text.letter_sections import is_letter
from emptychair.text.markdown_outline import UNTRANSLATED, MarkdownLink, has_text, untranslated_lines
from emptychair.text.numbers import is_read, readable, written
from emptychair.text.problems import Problem

PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")
LANGUAGE_PART = re.compile(r"(?:en|zh|eng|chi|zho|cn)(?:[-_](?:[a-z]{2}|hans|hant))?", re.IGNORECASE)
LANGUAGE_QUERY = re.compile(r"(?:^|&)(?:lang|hl|locale|language)=[^&]*")
NOTHING = "–"


class Passage(NamedTuple):
    """A text of a page: its entry in the front matter, or () and its first line in the body, from 0."""

    at: Path
    text: str
    line: int = 0

    def line_in(self, entry: Entry, position: int) -> int:
        """The line of a sign in the file; a text of front matter stands on one line."""
        if self.at:
            return entry.document.line_of(self.at)
        return entry.document.body_line + self.line + self.text.count("\n", 0, position)


# What differs in a text: as it is written, and where it begins.
Mark = tuple[str, int]


def equal_figures(entry: Entry, index: Index) -> Iterator[Problem]:
    """Each text has the numbers, percentages, dates and terms of the source page's text, in whatever form.

    Nothing is said of a language whose words for them nobody has told us.
    """
    source = _source(entry, index)
    if source is None or not (is_read(entry.language) and is_read(source.language)):
        return
    for here, there in (*_words(entry, source), *_sections(entry, source)):
        mine, theirs = written(here.text, entry.language), written(there.text, source.language)
        if not mine and not theirs:
            continue
        added = {figure for figure, _, _ in mine} - {figure for figure, _, _ in theirs}
        missing = {figure for figure, _, _ in theirs} - {figure for figure, _, _ in mine}
        added -= readable(there.text, source.language) if added else set()
        missing -= readable(here.text, entry.language) if missing else set()
        if added or missing:
            marks = [(shown, start) for figure, shown, start in mine if figure in added]
            other = [(shown, start) for figure, shown, start in theirs if figure in missing]
            yield from _differences("figures-differ", (entry, here, marks), (source, there, other))


def equal_names(entry: Entry, index: Index) -> Iterator[Problem]:
    """Who is named in a text of the source page is named in the same text of the translation, and nobody else.

    The body of a page counts as one text, without its letters: languages repeat a name at other places. The person
    of a case, or of an action for one, goes without saying everywhere but in letters.
    """
    source = _source(entry, index)
    if source is None:
        return
    concerned = index.concerned(entry)
    silent = concerned if entry.kind == "case" or len(concerned) == 1 else frozenset[str]()
    if entry.kind != "action" and not _others(entry, silent, index) and not _others(source, silent, index):
        return
    pairs = [(pair, silent) for pair in _words(entry, source)]
    pairs += [(_outside_letters(entry, source), silent)] if _is_translated(entry.document.body) else []
    pairs += [(pair, frozenset[str]()) for pair in _sections(entry, source, letters=True)]
    for (here, there), implied in pairs:
        mine = _named_only(here, (there, source.language), index.people, concerned, implied)
        theirs = _named_only(there, (here, entry.language), index.people, concerned, implied)
        if mine or theirs:
            yield from _differences("names-differ", (entry, here, mine), (source, there, theirs))


def equal_links(entry: Entry, index: Index) -> Iterator[Problem]:
    """A section leads where the section of the source page leads; an address may name its language."""
    source = _source(entry, index)
    if source is None or not (entry.outline.links or source.outline.links):
        return
    for here, there in _sections(entry, source):
        mine, theirs = _targets(entry, here, index), _targets(source, there, index)
        added = [mark for key, mark in mine.items() if key not in theirs]
        missing = [mark for key, mark in theirs.items() if key not in mine]
        if added or missing:
            yield from _differences("links-differ", (entry, here, added), (source, there, missing))


def demands_are_all_there(entry: Entry, index: Index) -> Iterator[Problem]:
    """A translation has every demand of its action: a reader must not ask for less in one language."""
    source = _source(entry, index)
    words = entry.document.meta.get("words", {})
    demands = words.get("demands", {}) if isinstance(words, dict) else None
    if source is None or entry.kind != "action" or not isinstance(demands, dict):
        return
    for at, item in items(source, "demands"):
        found = item.get("id")
        if isinstance(found, str) and found not in demands:
            path = f"{source.document.path}:{source.document.line_of(at)}"
            yield entry.document.problem(("words", "demands"), "demand-missing", found=found, path=path)


def _source(entry: Entry, index: Index) -> Entry | None:
    return index.source_of(entry.path) if entry.role == "translation" else None


def _words(entry: Entry, source: Entry) -> Iterator[tuple[Passage, Passage]]:
    """The words of the front matter that both pages have: of the translation, and of the source page."""
    for name in ("title", "description"):
        yield from _pair(entry, (name,), source, (name,))
    words = entry.document.meta.get("words")
    if not isinstance(words, dict):
        return
    for name, fields in WORDS[source.kind].items():
        if isinstance(found := words.get(name), dict):
            for at, item in items(source, name):
                yield from _item(entry, ("words", name), found, item, at, fields)
    for path in NAMED_WORDS[source.kind]:
        if path[0] in words:
            yield from _pair(entry, ("words", *path), source, (source.kind, *path))


def _item(
    entry: Entry, at: Path, words: dict[str, Any], item: dict[str, Any], other: Path, fields: tuple[str, ...]
) -> Iterator[tuple[Passage, Passage]]:
    """The words of one item of a list: one text, or several by name."""
    item_id = item.get("id")
    if not isinstance(item_id, str):
        return
    found = words.get(item_id)
    named = found if isinstance(found, dict) else {fields[0]: found}
    for field in fields:
        here, there = named.get(field), item.get(field)
        if isinstance(here, str) and isinstance(there, str) and here != UNTRANSLATED:
            inner = (*at, item_id, field) if named is found else (*at, item_id)
            yield Passage(inner, here), Passage((*other, field), there)


def _pair(entry: Entry, at: Path, source: Entry, other: Path) -> Iterator[tuple[Passage, Passage]]:
    """Two texts of front matter, where both are there and are texts."""
    here, there = entry.document.text_at(at), source.document.text_at(other)
    if here and there and here != UNTRANSLATED:
        yield Passage(at, here), Passage(other, there)


def _sections(entry: Entry, source: Entry, letters: bool = False) -> Iterator[tuple[Passage, Passage]]:
    """The sections that both bodies have, or only their letters."""
    for name in source.sections:
        if name in entry.sections and (not letters or is_letter(name)) and _is_translated(entry.sections[name][1]):
            yield _section(entry, name), _section(source, name)


def _is_translated(text: str) -> bool:
    """Is a section translated? What only holds its place, or is empty, differs from nothing."""
    return has_text(text) and not untranslated_lines(text)


def _section(entry: Entry, name: str) -> Passage:
    start, text = entry.sections[name]
    return Passage((), text, start)


def _outside_letters(entry: Entry, source: Entry) -> tuple[Passage, Passage]:
    """Both bodies with empty lines in the place of their letters."""
    here, there = (
        "\n".join(re.sub("[^\n]", "", text) if is_letter(name) else text for name, (_, text) in page.sections.items())
        for page in (entry, source)
    )
    return Passage((), here), Passage((), there)


def _others(entry: Entry, implied: frozenset[str], index: Index) -> bool:
    """Is anybody else named in the whole file? Most pages are about one person, and need no comparison."""
    return any(not mention.slugs & implied for mention in index.people.find(entry.document.text))


def _named_only(
    here: Passage, other: tuple[Passage, str], people: People, concerned: frozenset[str], implied: frozenset[str]
) -> list[Mark]:
    """Who is named in full here, and not at all in the other text of that language.

    A name of two signs is told only of the people of the page: 高兴 is a name, and a word.
    """
    (there, language), found = other, dict[str, Mark]()
    for mention in people.find(here.text):
        certain = len(mention.form) > 2 or mention.slugs & concerned
        if not certain or mention.slugs & implied:
            continue
        if not any(people.named(slug, there.text, language) for slug in mention.slugs):
            found.setdefault(mention.form, (mention.form, mention.start))
    return list(found.values())


def _targets(entry: Entry, section: Passage, index: Index) -> dict[str, Mark]:
    """The targets of a section's links, as they compare. A link that is wrong has its own problem.

    Pictures are none: one with words in it has another file in each language.
    """
    last = section.line + section.text.count("\n")
    links = [link for link in entry.outline.links if section.line <= link.line <= last]
    links = [link for link in links if not link.picture and not fault_of_link(entry, index, link)[0]]
    return {_comparable(link): (link.target, _start_of_line(section.text, link.line - section.line)) for link in links}


def _start_of_line(text: str, line: int) -> int:
    position = 0
    for _ in range(line):
        position = text.index("\n", position) + 1
    return position


def _comparable(link: MarkdownLink) -> str:
    """en.wikipedia.org and zh.wikipedia.org name one subject in two words; /en/ and /zh-hans/ lead to one page."""
    if not link.target.startswith(("http:", "https:")):
        return link.target
    parts = urlsplit(link.target)
    labels = parts.netloc.split(".")
    if LANGUAGE_PART.fullmatch(labels[0]):
        return ".".join(labels[1:])
    path = "/".join(step for step in parts.path.split("/") if not LANGUAGE_PART.fullmatch(step))
    return f"{parts.netloc}{path}?{LANGUAGE_QUERY.sub('', parts.query)}"


Side = tuple[Entry, Passage, list[Mark]]


def _differences(code: str, mine: Side, theirs: Side) -> Iterator[Problem]:
    """One problem for each line or paragraph in which something differs, as far as both texts are cut alike."""
    (entry, here, marks), (source, there, others) = mine, theirs
    mine_at, theirs_at = _steps(here.text, there.text)
    steps = {_step(mine_at, start) for _, start in marks} | {_step(theirs_at, start) for _, start in others}
    for step in sorted(steps):
        found = [mark for mark in marks if _step(mine_at, mark[1]) == step]
        expected = [mark for mark in others if _step(theirs_at, mark[1]) == step]
        values = {
            "found": _shown(found),
            "expected": _shown(expected),
            "path": f"{source.document.path}:{there.line_in(source, expected[0][1] if expected else theirs_at[step])}",
        }
        line = here.line_in(entry, found[0][1] if found else mine_at[step])
        yield Problem(entry.document.path, line, entry.document.name_of(here.at), code, values)


def _shown(marks: Sequence[Mark]) -> str:
    return ", ".join(dict.fromkeys(" ".join(shown.split()) for shown, _ in marks)) or NOTHING


def _steps(here: str, there: str) -> tuple[list[int], list[int]]:
    """Where the lines of both texts begin, or their paragraphs; where neither are as many, the texts as a whole."""
    for cut in (re.compile("\n"), PARAGRAPH):
        mine, theirs = ([0, *(match.end() for match in cut.finditer(text))] for text in (here, there))
        if len(mine) == len(theirs):
            return mine, theirs
    return [0], [0]


def _step(starts: Sequence[int], position: int) -> int:
    return bisect_right(starts, position) - 1


RULES = (equal_figures, equal_names, equal_links, demands_are_all_there)
