"""What the package carries besides the core: in a wheel within it, in the repository beside it.

[tool.setuptools.package-dir] of pyproject.toml has the same pairs of folders.
"""

from pathlib import Path

PACKAGE = Path(__file__).parent
REPOSITORY = PACKAGE.parents[1]


def theme_folder() -> Path:
    """The folder of the theme: templates in place of Material's, stylesheet, scripts, marks."""
    return _folder("theme", REPOSITORY / "overrides")


def hooks_folder() -> Path:
    """The folder with what every campaign has in its own hooks/: mkdocs_base.yml and mkdocs_hooks.py."""
    return _folder("hooks", PACKAGE.parent)


def pins_folder() -> Path:
    """The folder with requirements.txt, which has what a build needs, each package with its version and hashes; and
    with scripts/check_links.py, which a campaign's own workflow runs.
    """
    return _folder("pins", REPOSITORY)


def _folder(name: str, in_repository: Path) -> Path:
    in_wheel = PACKAGE / name
    return in_wheel if in_wheel.is_dir() else in_repository
