"""A body in the making: a change keeps every line in its place and code out of reach, and tells what it leaves out."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from emptychair.editing.importing.posts import Note, Post
from emptychair.text.markdown_outline import without_code

# No text has this sign: signs that nobody sees are taken out first.
MARK = "\x02"
KEPT = re.compile(f"{MARK}([0-9]+){MARK}")
Replace = Callable[[re.Match[str], int], str]


@dataclass
class WorkingText:
    """The text of a post's body, with marks in the place of what was `kept` as it stands, and the notes about it."""

    post: Post
    text: str
    notes: list[Note] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def replace(self, pattern: re.Pattern[str], replacement: Replace) -> None:
        """Put something in the place of each match; the function is given the match and its line, from 0."""
        last, line = 0, 0

        def put(match: re.Match[str]) -> str:
            nonlocal last, line
            line += match.string.count("\n", last, match.start())
            last = match.start()
            new = replacement(match, line)
            return new + "\n" * (match[0].count("\n") - new.count("\n"))

        self.text = pattern.sub(put, self.text)

    def note(self, line: int, code: str, found: str = "", **values: str) -> None:
        """Tell what was done with something that stands in a line of the body."""
        self.notes.append(self.post.note(line, code, found=self.restored(found), **values))

    def keep(self, text: str) -> str:
        """A mark for a text that no later change may reach."""
        self.kept.append(text)
        return f"{MARK}{len(self.kept) - 1}{MARK}"

    def keep_code(self) -> None:
        """Put code out of reach: between fences and between ticks."""
        lines = zip(self.text.split("\n"), without_code(self.text).split("\n"), strict=True)
        self.text = "\n".join(self._without_code(line, plain) for line, plain in lines)

    def _without_code(self, line: str, plain: str) -> str:
        if line == plain:
            return line
        if not plain:
            return self.keep(line)
        parts: list[str] = []
        at = 0
        while at < len(line):
            end = at
            if line[at] != plain[at]:
                while end < len(line) and plain[end] == " ":
                    end += 1
                parts.append(self.keep(line[at:end]))
            else:
                while end < len(line) and line[end] == plain[end]:
                    end += 1
                parts.append(line[at:end])
            at = end
        return "".join(parts)

    def restored(self, text: str) -> str:
        """A text with what was kept in it; what was kept may hold marks itself."""
        while KEPT.search(text):
            text = KEPT.sub(lambda match: self.kept[int(match[1])], text)
        return text

    def restore(self) -> None:
        """Put everything back that was kept."""
        self.text = self.restored(self.text)
        self.kept.clear()
