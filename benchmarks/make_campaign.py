"""A campaign of any size, made by rule and by chance with a fixed seed: for benchmarks only."""

import random
import shutil
from pathlib import Path

SITE_URL = "https://emptychair.example/"
STATUSES = ["taken-away", "criminal-detention", "rsdl", "arrested", "in-custody", "imprisoned", "bail", "house-arrest"]
CHARGES = ["picking-quarrels", "inciting-subversion", "subversion", "illegal-business", "gathering-social-order"]
ROLES = ["journalist", "editor", "labour-advocate", "writer", "rights-defender", "academic", "petitioner"]
RIGHTS = ["expression", "association", "labour-rights", "fair-trial", "arbitrary-detention", "religion"]
REGIONS = ["CN-GD", "CN-BJ", "CN-SH", "CN-SC", "CN-XJ", "CN-HN", "CN-SD", "CN-FJ"]
EN = "The paper boat crossed the pond on a windy day and nobody at the ferry had seen one like it before. "
ZH = "纸船在有风的日子里渡过池塘，渡口的人从来没有见过这样的船。"
SETTINGS = """id: "tag:benchmark.example,2026:campaign"
names:
  en: "Benchmark"
  zh: "基准"
timezone: "UTC"
confirm_within_months: 12
closing_soon_days: 14
data_licence: "CC BY 4.0"
data_licence_url: "https://creativecommons.org/licenses/by/4.0/"
sample: false
salutations: respectful
page_size: 200
"""
BARE = """site_name: Bare
site_url: https://bare.example/
docs_dir: content
site_dir: site
use_directory_urls: false
theme:
  name: material
  font: false
  features: [navigation.tabs]
plugins:
  - i18n:
      docs_structure: folder
      fallback_to_default: true
      reconfigure_search: false
      languages:
        - {locale: en, name: English, default: true, build: true}
        - {locale: zh, name: 简体中文, build: true}
markdown_extensions: [admonition, attr_list, def_list, footnotes, tables, toc]
nav: [index.md, safety.md, about.md, contribute.md]
not_in_nav: "*"
"""


def write_campaign(folder: Path, cases: int, root: Path) -> None:
    """A project with that many cases, each in both languages, that builds with the hooks of `root`."""
    chance = random.Random(20260615)
    content = folder / "content"
    for language in ("en", "zh"):
        (content / language / "cases").mkdir(parents=True)
    (content / "campaign.yml").write_text(SETTINGS, encoding="utf-8")
    (content / "recipients.yml").write_text("# none\n", encoding="utf-8")
    for number in range(cases):
        source, translation = _case(number, chance)
        (content / "en" / "cases" / f"case-{number}.md").write_text(source, encoding="utf-8")
        (content / "zh" / "cases" / f"case-{number}.md").write_text(translation, encoding="utf-8")
    titles = {"en": ("Home", "About"), "zh": ("首页", "关于")}
    for language, (home, about) in titles.items():
        translates = "translates: 2026-05-01\n" if language == "zh" else ""
        for name, title in (("index", home), ("about", about), ("safety", about), ("contribute", about)):
            text = f'---\ntitle: "{title}"\nupdated: 2026-05-01\n{translates}---\n{EN if language == "en" else ZH}\n'
            (content / language / f"{name}.md").write_text(text, encoding="utf-8")
    config = f"INHERIT: {root / 'hooks' / 'mkdocs_base.yml'}\nsite_name: A test\nsite_url: {SITE_URL}\n"
    # A campaign's own, which the base does not set.
    config += "docs_dir: content\n"
    config += f"theme:\n  custom_dir: {root / 'overrides'}\nhooks:\n  - {root / 'hooks' / 'mkdocs_hooks.py'}\n"
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")


def _case(number: int, chance: random.Random) -> tuple[str, str]:
    status = chance.choice(STATUSES)
    year = chance.randint(2012, 2025)
    events, words = [], []
    for step in range(5):
        date = f"{year}-{step * 2 + 1:02d}-{chance.randint(1, 28):02d}"
        code = f"\n      status: {STATUSES[0] if step < 4 else status}" if step in (0, 4) else ""
        text = EN * 2
        events.append(
            f'    - id: event-{step}\n      date: {date}{code}\n      text: "{text.strip()}"\n      sources: [one]'
        )
        words.append(f'    event-{step}: "{ZH * 2}"')
    source = f"""---
description: "A writer who folds paper boats, number {number}."
added: 2026-05-01
updated: 2026-05-01
case:
  names:
    en: "Paper Boat {number}"
    zh: "纸船{number}"
  kind: person
  pronoun: unknown
  roles: [{chance.choice(ROLES)}, {chance.choice(ROLES)}]
  rights: [{chance.choice(RIGHTS)}, {chance.choice(RIGHTS)}]
  regions:
    held: {chance.choice(REGIONS)}
  place: "Nowhere Ferry"
  consent:
    basis: public-record
    reviewed: 2026-05
    scope: [name, story]
  as_of: {year}-12-30
  charges:
    - id: first
      charge: {chance.choice(CHARGES)}
      stage: suspected
      event: event-4
      as_reported: "folding paper"
  flags:
    - flag: incommunicado
      since: {year}-01-28
      sources: [one]
  events:
{chr(10).join(events)}
  sources:
    one:
      title: "The Ferry Gazette"
      publisher: "The Ferry Gazette"
      date: {year}
      url: "https://gazette.example/{number}"
    two:
      title: "The Pond Review"
      publisher: "The Pond Review"
      date: {year}
---
{(EN * 4 + chr(10) + chr(10)) * 3}## Background {{#background}}

{EN * 6}
"""
    translation = f"""---
description: "折纸船的写作者，第{number}号。"
updated: 2026-05-01
translates: 2026-05-01
words:
  place: "乌有渡"
  charges:
    first: "折纸"
  events:
{chr(10).join(words)}
---
{(ZH * 5 + chr(10) + chr(10)) * 3}## 背景 {{#background}}

{ZH * 8}
"""
    return source, translation


def write_bare(folder: Path, campaign: Path, search: bool = False) -> None:
    """The same bodies, with a title, for MkDocs, Material and static-i18n alone, with or without the theme's search."""
    shutil.copytree(campaign / "content", folder / "content")
    for name in ("campaign.yml", "recipients.yml"):
        (folder / "content" / name).unlink()
    for page in (folder / "content").rglob("*.md"):
        body = page.read_text(encoding="utf-8").split("\n---\n", 1)[1]
        page.write_text(f"---\ntitle: {page.stem}\n---\n{body}", encoding="utf-8")
    config = BARE.replace("plugins:\n", "plugins:\n  - search\n") if search else BARE
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
