"""Bodies of other generators -> Markdown as a campaign has it: what is converted, and that no word goes unseen."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from emptychair.editing.importing.bodies import plain_body
from emptychair.editing.importing.convert import GENERATORS
from emptychair.editing.importing.headings import give_ids, level_headings
from emptychair.editing.importing.links import Links, NotTakenError
from emptychair.editing.importing.posts import Note, OldSite, Post
from emptychair.record.field_types import safe_link
from emptychair.rules.bodies import HEADING_ID
from emptychair.text.markdown_outline import read_outline
from emptychair.text.strings import Strings
from for_each import for_each
from properties import share_of_examples

WORD = re.compile(r"w[0-9]+w")
# Pieces of bodies, each with words of its own in the place of {}.
PIECES = (
    *("{} {}", "## {}", "# {}", "{}\n---", "> {}\n> {}", "- {}\n  - {}", "**{}** `{}`", "```\n{} <b>\n```", "#{}"),
    *("<p>{}</p>", "<div class='x'>\n{}\n</div>", "<b>{}</b> <font>{}</font>", "<iframe src='{}'></iframe>", "<{}"),
    *("<script>{}</script>", "<!-- {} -->", "<a href='/{}'>{}</a>", "<h3>{}</h3>", "<li>{}</li>", "a < {} > b"),
    *("[{}](https://{}.example.org)", "[{}](/{})", "![{}](/{}.png)", "[{}][r]", "[r]: https://example.org", "[{}"),
    *("[![{}](/{}.png)](https://example.org)", "{}@example.org", "[{}](mailto:{}@example.org)", "[{}](#{})", "`{}"),
    *("{{% youtube {} %}}", "{{% note {} %}}{}{{% endnote %}}", "{{{{ {} }}}}", "{{% raw %}}{}{{% endraw %}}"),
    *("{{{{< youtube {} >}}}}", "{{{{% notice {} %}}}}{}{{{{% /notice %}}}}", "{}\n{{: .{}}}", "{}{{: #{}}}", "{{% {}"),
    *("{{% blockquote {} %}}\n{}\n{{% endblockquote %}}", "{{% highlight {} %}}\n{}\n{{% endhighlight %}}", "~~~\n{}"),
)


def take(path: str) -> str:
    """No picture is taken in."""
    raise NotTakenError(path)


def converted(name: str, body: str) -> tuple[str, list[Note]]:
    """A body of this generator -> what the page has, and what was left out."""
    post = Post("post.md", "page", "en", "post", {"title": "Post"}, body, 1, path="post")
    post.body, notes = plain_body(post, GENERATORS[name].tags)
    post.body = level_headings(post.body, post.title)
    give_ids([post])
    notes += Links(OldSite({}, frozenset(), {}), take).convert(post)
    return post.body, notes


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """A body of some pieces, with an empty line between them or not; each word stands there once."""
    pieces = draw(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["\n", "\n\n"])), max_size=8))
    text = "".join(piece + end for piece, end in pieces)
    places = text.count("{}")
    return text.format(*(f"w{number}w" for number in range(places)))


@for_each("name", sorted(GENERATORS))
def test_no_word_goes_unseen(name: str) -> None:
    """Each stands in the page, or in the report of what was left out; the checks take headings and links."""

    @share_of_examples(5)
    @given(bodies())
    def holds(body: str) -> None:
        text, notes = converted(name, body)
        seen = " ".join([text, *(word for note in notes for word in note.values.values())])
        assert set(WORD.findall(body)) <= set(WORD.findall(seen))
        outline = read_outline(text)
        headings = outline.headings
        targets = [(one.target, one.picture) for one in outline.links]
        assert [one for one, picture in targets if picture or not (safe_link(one) or one[1:] in outline.ids)] == []
        assert [one for one in headings if one.level == 1 or not HEADING_ID.fullmatch(one.id)] == []
        assert len({one.id for one in headings}) == len(headings)

    holds()


@for_each(
    "name, body, text",
    [
        ("hexo", "## Background", "## Background {#background}"),
        ("hexo", "## 背景\n\n## 背景", "## 背景 {#section-1}\n\n## 背景 {#section-2}"),
        ("hexo", "# One\n\n## Two", "## One {#one}\n\n### Two {#two}"),
        ("hexo", "# Post\n\n## Two", "\n\n## Two {#two}"),
        ("hexo", "Sources\n-------", "## Sources {#on-sources}\n"),
        ("jekyll", "## One\n{: #Here .big}", "## One {#here}\n"),
        ("hugo", "## One {#here .big}", "## One {#here}"),
        ("hexo", "#tag", r"\#tag"),
        ("hexo", "<del>no</del><br/>", "<s>no</s><br>"),
        ("hexo", "{% codeblock lang:js %}\n<b>\n{% endcodeblock %}", "```js\n<b>\n```"),
        ("jekyll", "[a]({{ site.baseurl }}/) `{{ b }}`", "[a](index.md) `{{ b }}`"),
        ("hugo", "[a](#one)\n\n## One", "[a](#one)\n\n## One {#one}"),
        ("hexo", "[a][b]\n\n[b]: https://example.org 'c'", "[a](https://example.org)\n\n"),
        ("hexo", "See <https://example.org>.", "See <https://example.org>."),
        ("hexo", "to a@example.org", "to (e-mail address left out)"),
    ],
)
def test_what_becomes_of_it(name: str, body: str, text: str) -> None:
    """Markdown, tags, HTML and attributes of each generator."""
    assert converted(name, body)[0] == text


def test_a_note_is_one_line() -> None:
    """Whatever was left out: no line ends and no commands to a terminal, and not without end."""
    note = Note("a.md", 3, "comment", {"found": "one\ntwo\x1b[1m" + "x" * 500})
    line = note.words(Strings("en", "importing"))
    assert line.startswith("a.md:3: a comment: one two")
    assert line.isprintable()
    assert len(line) < 250
