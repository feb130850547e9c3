"""Tags of templates in a Markdown body: those that stand for text become it, every other one is left out and told."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

ARGUMENT = re.compile(r"""(?:([\w-]+)=)?("[^"]*"|'[^']*'|[^\s"']+)""")
# What shows or plays something that lies with somebody else: a page of a campaign asks no other host for anything.
PLAYERS = frozenset(
    {
        *("youtube", "youtubeplayer", "vimeo", "bilibili", "aplayer", "aplayerlist", "meting", "dplayer", "audio"),
        *("video", "iframe", "tweet", "twitter", "x", "instagram", "gist", "gist_simple", "jsfiddle", "codepen"),
        *("spotify", "soundcloud", "music", "pdf"),
    }
)
RAW = re.compile(r"\{%-?\s*raw\s*-?%\}(.*?)\{%-?\s*endraw\s*-?%\}", re.DOTALL)
QUOTE = re.compile(r"\{%-?\s*(blockquote|quote|cq|centerquote)\b([^%]*?)-?%\}(.*?)\{%-?\s*end\1\s*-?%\}", re.DOTALL)
LIQUID = re.compile(r"\{%-?\s*([\w-]+)\s*(.*?)\s*-?%\}|\{\{-?\s*(.*?)\s*-?\}\}")
SHORTCODE = re.compile(r"\{\{([<%])\s*(/?\s*[\w./-]+)\s*(.*?)\s*/?[>%]\}\}", re.DOTALL)
# The tags around code, which becomes code between fences; the language is their first word.
LIQUID_CODE = re.compile(r"\{%-?\s*(?:highlight|codeblock|code)\b\s*(.*?)\s*-?%\}")
LIQUID_CODE_END = re.compile(r"\{%-?\s*end(?:highlight|codeblock|code)\s*-?%\}")
SHORTCODE_CODE = re.compile(r"\{\{[<%]\s*highlight\s*(.*?)\s*[>%]\}\}")
SHORTCODE_CODE_END = re.compile(r"\{\{[<%]\s*/\s*highlight\s*[>%]\}\}")
FENCE = "```"
CODE_LANGUAGE = re.compile(r"(?:lang[:=])?([A-Za-z0-9+#-]+)")


class Words(NamedTuple):
    """The arguments of a tag: in their order, and by name."""

    plain: list[str]
    named: Mapping[str, str]

    def at(self, number: int) -> str:
        """The argument at that place, from 0, or ""."""
        return self.plain[number] if number < len(self.plain) else ""


# The arguments of a tag -> Markdown, or None where they make none.
Tag = Callable[[Words], str | None]


@dataclass(frozen=True)
class TagSyntax:
    """The tags of a generator: their pattern, those around code, what they become, and what an expression becomes.

    The groups of `pattern` are read by `read`: name (with a slash or `end` where it closes), arguments, expression.
    """

    pattern: re.Pattern[str]
    code: re.Pattern[str]
    code_end: re.Pattern[str]
    tags: Mapping[str, Tag]
    expression: Callable[[str], str | None]
    read: Callable[[re.Match[str]], tuple[str, str, str]]


def arguments(text: str) -> Words:
    """`"a b" c width=3` -> its arguments without their quotes."""
    plain: list[str] = []
    named: dict[str, str] = {}
    for name, value in ARGUMENT.findall(text):
        bare = value[1:-1] if value[0] in "\"'" and value[-1:] == value[0] else value
        if name:
            named[name] = bare
        else:
            plain.append(bare)
    return Words(plain, named)


def liquid_parts(match: re.Match[str]) -> tuple[str, str, str]:
    """A tag of Jekyll or Hexo -> name, arguments, expression."""
    return match[1] or "", match[2] or "", match[3] or ""


def shortcode_parts(match: re.Match[str]) -> tuple[str, str, str]:
    """A shortcode of Hugo -> name, arguments, and no expression."""
    return match[2].replace(" ", ""), match[3] or "", ""


def no_expression(_text: str) -> None:
    """What no expression becomes."""
    return


def picture(alt: str, source: str, words: str = "") -> str:
    """A picture in Markdown, with words behind it."""
    alt = alt.replace("[", "(").replace("]", ")")
    return f"![{alt}](<{source}>)" + (f" {words}" if words else "")


def with_fences(body: str, syntax: TagSyntax) -> str:
    """A body whose tags around code are fences, each on the line where the tag stood."""
    lines = body.split("\n")
    opened = None
    for number, line in enumerate(lines):
        if opened is None and (match := syntax.code.fullmatch(line.strip())):
            opened = number
            language = CODE_LANGUAGE.match(match[1])
            lines[number] = FENCE + (language[1] if language else "")
        elif opened is not None and syntax.code_end.fullmatch(line.strip()):
            lines[number] = FENCE
            opened = None
    return "\n".join(lines)


def quoted_block(match: re.Match[str]) -> str:
    """A tag of Hexo around a quotation -> a quotation in Markdown in as many lines, its author below it."""
    lines = match[3].split("\n")
    author = " ".join(match[2].split())
    if len(lines) == 1:
        return f"> {lines[0].strip()}" + (f" — {author}" if author else "")
    quoted = [f"> {line.strip()}" if line.strip() else ">" for line in lines[1:-1]]
    first, last = lines[0].strip(), lines[-1].strip()
    return "\n".join(
        [f"> {first}" if first else "", *quoted, f"> {last} — {author}" if author else f"> {last}".rstrip()]
    )
