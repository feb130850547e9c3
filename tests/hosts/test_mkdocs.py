"""The adapter of MkDocs: a configuration that its site cannot be built by is refused in a line that says what to do."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

from check_site import main
from content_factory import Content
from emptychair.text.clock import noon_of
from for_each import for_each
from whole_site import builder

if TYPE_CHECKING:
    from pathlib import Path

ENV = builder.environment(noon_of(Content.day("2020-06-10"), "UTC"))
LANGUAGES = """\
plugins:
  i18n:
    languages:
      - {{locale: en, name: English, default: {}}}
      - {{locale: zh, name: 简体中文, default: {}}}
"""
# Leaves out a page when nobody is asked any more, as another plugin may.
LATE = """\
from mkdocs.plugins import event_priority
from mkdocs.structure.files import InclusionLevel

@event_priority(-200)
def on_files(files, config):
    if page := files.get_file_from_path("zh/status.md"):
        page.inclusion = InclusionLevel.EXCLUDED
"""


def build(content: Content, settings: str, *hooks: Path) -> subprocess.CompletedProcess[str]:
    """A build of a small folder by an mkdocs.yml with other settings, the last of a name counts."""
    content.write()
    config = f"""\
INHERIT: {builder.ROOT / "hooks" / "mkdocs_base.yml"}
site_name: A test
site_url: https://site.example/
docs_dir: content
nav: [index.md, status.md]
theme:
  custom_dir: {builder.ROOT / "overrides"}
hooks: {[str(builder.ROOT / "hooks" / "mkdocs_hooks.py"), *map(str, hooks)]}
"""
    (content.root / "mkdocs.yml").write_text(config + settings, "utf-8")
    return builder.build(content.root, ENV)


@for_each(
    "settings, line",
    [
        (LANGUAGES.format("false", "true"), "write default: true at en"),
        ("plugins: []\n", "plugins has no i18n"),
        ("use_directory_urls: true\n", "use_directory_urls must be false"),
        ('site_url: ""\n', "site_url is missing"),
        ("nav: [index.md, Status: status.md]\n", "nav: {'Status': 'status.md'} is not a page"),
        ("exclude_docs: /zh/status.md\n", "(1; the first: zh/status.md)"),
        ("draft_docs: /en/cases/li-*\n", "(1; the first: en/cases/li-si.md)"),
    ],
)
def test_a_configuration_with_other_addresses_is_refused(settings: str, line: str, content: Content) -> None:
    """In one line, and nothing is written."""
    done = build(content, settings)
    told = [one for one in (done.stdout + done.stderr).splitlines() if one.startswith("ERROR")]
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert len(told) == 1
    assert line in told[0]
    assert not (content.root / "built").exists()


def test_a_page_that_a_plugin_leaves_out_ends_the_build_in_a_line(content: Content) -> None:
    """Also in the second language, whose build runs within that of the first."""
    late = content.root / "late.py"
    late.write_text(LATE, "utf-8")
    done = build(content, "", late)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stdout == "\nFiles were asked for before these pages were made: status\n"


def test_registers_are_published_by_no_configuration(content: Content) -> None:
    """A campaign that excludes something else replaces the list that it would inherit."""
    done = build(content, "exclude_docs: /drafts/\n")
    assert done.returncode == 0, done.stderr
    site = content.root / "built"
    assert (site / "index.html").is_file()
    assert not list(site.glob("*.yml"))


def test_a_menu_may_name_pages_that_are_off(content: Content) -> None:
    """It is inherited: an entry of a page that is switched off is left out, and no link of the site is broken."""
    content.swap("campaign.yml", "sample: true", "pages:\n  reports: false\n  follow: false\nsample: true")
    done = build(content, "nav: [index.md, reports.md, status.md, follow.md]\n")
    assert done.returncode == 0, done.stdout + done.stderr
    site = content.root / "built"
    assert main([str(site)]) == 0
    assert (site / "zh" / "archive.html").is_file()
    assert not [*site.rglob("reports*"), *site.rglob("follow*")]
    assert not re.search(r"/(?:reports|follow)\.html", (site / "sitemap.xml").read_text("utf-8"))
