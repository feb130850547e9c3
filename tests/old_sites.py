"""Trees of 100 posts of an invented campaign, as Hexo, Jekyll and Hugo have them, with the traps of such trees.

What a tree holds is known: the words of each paragraph, and what cannot be taken over, with its file and line.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sample_images import moving, picture

if TYPE_CHECKING:
    from pathlib import Path

PAIRS, SAME_DAY, ALONE = 35, 10, 10
GENERATORS = ("hexo", "jekyll", "hugo")
# Where the pictures of each lie, seen from its pages.
PICTURES = {"hexo": "images", "jekyll": "assets/pictures", "hugo": "images"}
FIRST = date(2015, 3, 1)
HIDDEN = chr(0x200B)
SENTENCES = {
    "en": "On day {n} the Example Group put out chair {n} in the garden and read letter {n} aloud.",
    "zh": "第{n}天，示例小组在花园里摆出第{n}把椅子，朗读了第{n}封信。",
}
TITLES = {"en": "Chair {n}", "zh": "第{n}把椅子"}


@dataclass
class OldTree:
    """A tree in the making: its files, the paragraphs that must survive, and what must be reported.

    `kept`: (file, words); `lost`: (file, line, what the report says of it); `left`: files that become no page.
    """

    generator: str
    files: dict[str, str | bytes] = field(default_factory=dict)
    kept: list[tuple[str, str]] = field(default_factory=list)
    lost: list[tuple[str, int, str]] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    def write(self, folder: Path) -> Path:
        """The tree on disk."""
        for path, data in self.files.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data if isinstance(data, bytes) else data.encode())
        return folder

    def post(self, file: str, head: dict[str, str], lines: list[str], toml: bool = False) -> None:
        """A post: a line that ends with a tab and a text is one of which the report tells that text."""
        if toml:
            front = ["+++", *(f'{key} = "{value}"' for key, value in head.items()), "+++"]
        else:
            front = ["---", *(f'{key}: "{value}"' for key, value in head.items()), "---"]
        for number, line in enumerate(lines, len(front) + 1):
            text, _, told = line.partition("\t")
            self.lost += [(file, number, one) for one in told.split("\t") if one]
            if text.startswith(("On day", "第")):
                self.kept.append((file, text))
        self.files[file] = "\n".join([*front, *(line.partition("\t")[0] for line in lines), ""])


def old_tree(generator: str) -> OldTree:
    """100 posts in two languages and a few pages of prose."""
    tree = OldTree(generator)
    _settings(tree)
    number = 0
    for kind, count in (("pair", PAIRS), ("same-day", SAME_DAY), ("alone", ALONE)):
        for _ in range(count):
            number += 1
            _posts(tree, kind, number)
    _pages(tree)
    _refused(tree)
    folder = {"hexo": "source/", "jekyll": "", "hugo": "static/"}[generator] + PICTURES[generator]
    tree.files[f"{folder}/chair.png"] = picture(40, 50)
    tree.files[f"{folder}/moving.gif"] = moving("GIF")
    return tree


def _settings(tree: OldTree) -> None:
    if tree.generator == "hexo":
        tree.files["_config.yml"] = 'title: "Old chairs"\nurl: https://old.example.org\nroot: /\nlanguage: en\n'
    elif tree.generator == "jekyll":
        tree.files["_config.yml"] = (
            'title: "Old chairs"\nurl: https://old.example.org\nbaseurl: /chairs\npermalink: pretty\nlang: en\n'
        )
    else:
        tree.files["hugo.toml"] = 'title = "Old chairs"\nbaseURL = "https://old.example.org/"\n'


def file_of(generator: str, name: str, day: date, language: str) -> str:
    """Where a post stands in a tree; English names are those of files without a language where a generator has that."""
    if generator == "hexo":
        return f"source/_posts/{language}/{name}.md"
    if generator == "jekyll":
        return f"{language}/_posts/{day}-{name}.md"
    return f"content/posts/{name}.md" if language == "en" else f"content/posts/{name}.{language}.md"


def _posts(tree: OldTree, kind: str, number: int) -> None:
    day = FIRST + timedelta(days=30 * number)
    languages = ("en", "zh")[number % 2 :][:1] if kind == "alone" else ("en", "zh")
    for language in languages:
        name = f"chair-{number}" + (f"-{language}" if kind == "same-day" else "")
        head = {"title": TITLES[language].format(n=number), "date": f"{day} 12:00:00"}
        toml = tree.generator == "hugo" and number % 2 == 0
        tree.post(file_of(tree.generator, name, day, language), head, _body(tree, number, language), toml)


def _body(tree: OldTree, number: int, language: str) -> list[str]:
    """A body with headings, a trap or two, and a paragraph below each of them."""
    sentence = SENTENCES[language].format(n=number)
    background = {"en": "Background", "zh": "背景"}[language]
    traps = [*_common_traps(tree.generator, number, sentence), *OWN_TRAPS[tree.generator](number, sentence)]
    chosen = [trap for at, trap in enumerate(traps) if (at + number) % 4 == 0]
    lines = [sentence, "", f"## {background}", ""]
    for trap in chosen:
        lines += [*trap, "", sentence, ""]
    return [*lines, "### Timeline", "", sentence]


def _common_traps(generator: str, number: int, sentence: str) -> list[list[str]]:
    return [
        [f'<iframe src="https://video.example.org/{number}"></iframe>\tvideo.example.org/{number}'],
        [f"<script>\tscript-{number}", f"alert('script-{number}')", "</script>"],
        [f'<p align="center">{sentence}</p>\t<p align="center">'],
        [f"![out](https://pictures.example.org/{number}.png)\tpictures.example.org/{number}.png"],
        [f"![gone](/images/gone-{number}.png)\tgone-{number}.png"],
        [f"![a chair](/{PICTURES[generator]}/chair.png)"],
        [f"![moves](/{PICTURES[generator]}/moving.gif)\tmoving.gif"],
        [f"Write to [us](mailto:us-{number}@example.org).\tus-{number}@example.org"],
        [f"Write to them-{number}@example.org.\tthem-{number}@example.org"],
        [
            f"[a file](ftp://example.org/{number}) and [a page](/gone/{number}/)\tftp://example.org/{number}\t/gone/{number}/"
        ],
        [f"[elsewhere](https://example.org/a_({number})), [here](#background), [no](#gone-{number})\t#gone-{number}"],
        [f"A [reference][r{number}].", "", f"[r{number}]: https://example.org/r "],
        [f"# {number} is a heading of the first level"],
        ["Underlined", "----------"],
        [f"#hashtag-{number} is no heading"],
        [f"<!-- comment-{number} -->\tcomment-{number}"],
        [f"hidden{HIDDEN}sign\tU+200B"],
        ["```html", f"<iframe> code-{number}@example.org {{% raw %}}", "# no heading", "```"],
        [f"Some <b>bold</b>, <u>under</u> and <font color='red'>red-{number}</font>.\t<font color='red'>"],
        ["> ## A heading in a quotation", "> ", "> quoted"],
    ]


def _hexo_traps(number: int, sentence: str) -> list[list[str]]:
    return [
        [f"{{% youtube film-{number} %}}\tfilm-{number}"],
        [f"{{% note info-{number} %}}\tinfo-{number}", sentence, "{% endnote %}"],
        ["See {% post_link chair-1 %}."],
        [f"{{% blockquote Somebody {number} %}}", sentence, "{% endblockquote %}"],
        ["{% codeblock lang:js %}", "let chair = '<iframe>';", "{% endcodeblock %}"],
    ]


def _jekyll_traps(number: int, sentence: str) -> list[list[str]]:
    return [
        [sentence, f"{{: .chair-{number}}}\t.chair-{number}"],
        ["#### Explicit", "{: #explicit-id}"],
        [f"[one]({{% post_url {FIRST + timedelta(days=30)}-chair-1 %}}) and [home]({{{{ site.baseurl }}}}/)"],
        [f"{{% include player.html id='film-{number}' %}}\tfilm-{number}"],
        [f"{{{{ page.number-{number} }}}}\tpage.number-{number}"],
        ["{% highlight ruby %}", "puts '<script>'", "{% endhighlight %}"],
        ["* contents\tcontents", "{:toc}"],
    ]


def _hugo_traps(number: int, sentence: str) -> list[list[str]]:
    return [
        [f"{{{{< youtube film-{number} >}}}}\tfilm-{number}"],
        [f"{{{{% notice info-{number} %}}}}\tinfo-{number}", sentence, "{{% /notice %}}"],
        ['See [one]({{< ref "posts/chair-1.md" >}}).'],
        ['{{< figure src="/images/chair.png" alt="a chair" caption="A chair in the garden" >}}'],
        [f"#### Classes {{#classes .chair-{number}}}"],
    ]


OWN_TRAPS = {"hexo": _hexo_traps, "jekyll": _jekyll_traps, "hugo": _hugo_traps}


def _pages(tree: OldTree) -> None:
    """Pages of prose, one of which the campaign has already."""
    folder = {"hexo": "source/", "jekyll": "", "hugo": "content/"}[tree.generator]
    for name in ("garden", "about"):
        file = f"{folder}{name}/index.md" if tree.generator != "jekyll" else f"{name}.md"
        tree.post(file, {"title": name.title()}, [SENTENCES["en"].format(n=name)])
    tree.left.append(file)
    tree.kept.pop()


def _refused(tree: OldTree) -> None:
    """Files that become no page: drafts, without a day or with one that is none, in another language, forged."""
    heads = {
        "draft": {"date": "2020-01-01", **({"draft": "true"} if tree.generator == "hugo" else {"published": "false"})},
        "bad-day": {"date": "the day before yesterday"},
        "french": {"date": "2020-01-01", "lang": "fr"},
        "forged": {"date": "2020-01-02"},
    }
    for name, head in heads.items():
        file = file_of(tree.generator, name, date(2020, 1, 9), "en")
        body = f"A word of two scripts: ch{chr(0x430)}ir." if name == "forged" else "Nothing."
        tree.post(file, {"title": name, **head}, [body])
        tree.left.append(file)
