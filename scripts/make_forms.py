"""Write the issue forms into .github/ISSUE_TEMPLATE/: `make forms`.

Their addresses begin with site_url of mkdocs.yml; what else stands in them, editing/issue_forms.py says.
"""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from emptychair.editing.issue_forms import create_forms
from emptychair.load.load import languages_beside
from emptychair.text.strings import written_languages

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".github" / "ISSUE_TEMPLATE"
LANGUAGES = written_languages()
SITE_URL = re.compile(r"""^site_url: *(["']?)([^\s"']+?)/?\1 *(?:#.*)?$""", re.MULTILINE)
HEADER = "# Made by `make forms`; change hooks/emptychair/text/strings/forms.yml, issues.yml or the word lists instead."


def main() -> int:
    """Write every file. Returns 0."""
    for name, text in create_files(read_site_url(), languages_beside(ROOT / "content")).items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


def read_site_url(config: Path = ROOT / "mkdocs.yml") -> str:
    """The address of the site in mkdocs.yml, with a slash at its end. Raises LookupError where it has none."""
    match = SITE_URL.search(config.read_text(encoding="utf-8"))
    if not match:
        raise LookupError("site_url")
    return f"{match[2]}/"


def create_files(site_url: str, site_languages: Sequence[str] = LANGUAGES) -> dict[str, str]:
    """File name -> text, of every form in every language and of the page on which one is chosen.

    `site_languages` are those of the site in their order: a form in another one leads to pages in the first.
    """
    folders = {one: f"{one}/" for one in site_languages[1:]}
    return create_forms({language: site_url + folders.get(language, "") for language in LANGUAGES}, HEADER)


if __name__ == "__main__":
    sys.exit(main())
