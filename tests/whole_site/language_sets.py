"""Sites in sets of languages: one alone, Chinese in both scripts, and three, one of them from right to left."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from content_factory import ACTION, CASE, MINIMAL, RECIPIENTS, SETTINGS, UPDATE, Content
from emptychair.text.clock import noon_of
from whole_site import both_scripts, builder, invented_language
from whole_site.site_reader import Site

if TYPE_CHECKING:
    from pathlib import Path

    from whole_site.page_reader import Html

URL = "https://campaign.example/"
NAMES = {"en": "English", "zh": "简体中文", "zh-Hant": "正體中文", invented_language.CODE: invented_language.NAME}
# A set -> its languages, the first at the root.
SETS = {
    "scripts": ("zh", "en", "zh-Hant"),
    "zh-alone": ("zh",),
    "en-alone": ("en",),
    "three": ("zh", invented_language.CODE, "en"),
}
# What the pages of the small folder say, in Chinese; its letters may be wanted in languages that the site lacks.
CHINESE = {
    '  en: "A test"\n': "",
    '    en: "Public Security Bureau"\n': "",
    '    en: "Li Si"\n': "",
    '"A published source"': '"公开的来源"',
    '"A newspaper"': '"一家报纸"',
    '"An organiser of workers."': '"劳工组织者。"',
    '"Police took Li Si from the office."': '"警方从办公室将李四带走。"',
    "Li Si organised workers.": "李四组织工人。",
    '"Write for Li Si"': '"为李四写信"',
    '"Letters for an organiser of workers."': '"为一位劳工组织者写信。"',
    "  issued: 2020-05-10\n": "  issued: 2020-05-10\n  languages: [zh-Hant, en]\n",
    '"Let Li Si see a lawyer."': '"让李四会见律师。"',
    "## The letter {#letter}": "## 信 {#letter}",
    "I am writing about Li Si.": "我为李四的事写信。",
    '"News of Li Si"': '"李四的消息"',
    "There is news.": "有消息。",
}


@dataclass(frozen=True)
class Spoken:
    """A built site, the content of which it is built, and the name of its set of languages."""

    site: Site
    content: Path
    name: str

    @property
    def languages(self) -> tuple[str, ...]:
        """Its languages in their order."""
        return SETS[self.name]

    def folder_of(self, language: str) -> str:
        """The folder of a language below the root of the site."""
        return "" if language == self.languages[0] else f"{language}/"

    def language_of(self, path: str) -> str:
        """The language in whose folder a file stands."""
        return next((one for one in self.languages[1:] if path.startswith(f"{one}/")), self.languages[0])

    def name_of(self, path: str) -> str:
        """The path of a page in its language."""
        return path.removeprefix(self.folder_of(self.language_of(path)))

    def written_in(self, path: str) -> set[str]:
        """The languages in which editors wrote the page, or what it is converted from; none for one that is made."""
        file = self.name_of(path).removesuffix(".html") + ".md"
        scripts = {"zh-Hant": ("zh-Hant", "zh")}
        return {
            one
            for one in self.languages
            if any((self.content / folder / file).is_file() for folder in scripts.get(one, (one,)))
        }

    def pages_of(self, language: str) -> dict[str, Html]:
        """The pages of a language."""
        return {path: page for path, page in self.site.pages.items() if self.language_of(path) == language}


def rows(languages: tuple[str, ...]) -> str:
    """The languages of an mkdocs.yml."""
    lines = [f"      - {{locale: {one}, name: {NAMES[one]}}}\n" for one in languages]
    lines[0] = lines[0].replace("}", ", default: true}")
    return f"plugins:\n  i18n:\n    languages:\n{''.join(lines)}"


def small(language: str) -> dict[str, str | bytes]:
    """The small folder in one language."""
    changes = CHINESE if language == "zh" else {}
    files: dict[str, str | bytes] = {}
    for path in (SETTINGS, RECIPIENTS, CASE, ACTION, UPDATE):
        text = MINIMAL[path]
        for old, new in changes.items():
            text = text.replace(old, new)
        files[path.replace("en/", f"{language}/")] = text
    return files


def put_project(name: str, folder: Path) -> None:
    """A project whose site has a set of languages."""
    languages = SETS[name]
    if name == "scripts" or len(languages) == 1:
        Content(folder, both_scripts.files() if name == "scripts" else small(languages[0])).write()
        config = builder.CONFIG.format(root=builder.ROOT, url=URL) + "nav: [index.md, status.md, actions.md]\n"
    else:
        shutil.copytree(builder.ROOT / "tests" / "campaign" / "content", folder / "content")
        config = builder.CONFIG.format(root=builder.ROOT, url=URL)
    if invented_language.CODE in languages:
        invented_language.put_words(folder / "content")
        invented_language.put_pages(folder / "content")
    (folder / "mkdocs.yml").write_text(config + rows(languages), "utf-8")


def built_once(name: str, run_folder: Path) -> Spoken:
    """The site of a set of languages, built once for all processes of the run."""
    base = run_folder / "languages"
    base.mkdir(exist_ok=True)
    project, target = base / name, base / f"{name}-site"
    day = Content.day("2026-06-15" if name == "three" else "2020-06-10")
    try:
        (base / f"{name}.begun").touch(exist_ok=False)
    except FileExistsError:
        pass
    else:
        put_project(name, project)
        build = builder.start_once(project / "mkdocs.yml", target, builder.environment(noon_of(day, "UTC")))
        assert build
        build.end(builder.PATIENCE)
    builder.await_site(target)
    return Spoken(Site(target, URL), project / "content", name)
