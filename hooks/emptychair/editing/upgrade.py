"""What an upgrade does to a campaign: the generator's files as written, as they stand, and as they are now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from emptychair.editing.generator_files import LOCAL, REQUIREMENTS
from emptychair.editing.generator_record import Record, digest, version_numbers

UNRELEASED = "Unreleased"
HEADING = "## "


@dataclass
class Upgrade:
    """The paths of a campaign's files by what becomes of them, each list in the order of paths.

    `replaced`, `added` and `removed` are what nobody touched. What was edited stays: `edited` differs from what the
    new version has, `kept` does not concern it because the generator's did not change, `orphaned` is the generator's
    no longer. `missing` was deleted here, has changed since, and is not written again.
    """

    replaced: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    edited: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    orphaned: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def plan_upgrade(record: Record, files: Mapping[str, bytes], found: Mapping[str, bytes]) -> Upgrade:
    """What becomes of each file. `files` are the new version's, `found` what stands in the campaign, path -> bytes."""
    plan = Upgrade()
    for path in sorted((record.files.keys() | files.keys()) - {LOCAL}):
        wanted = digest(files[path]) if path in files else ""
        there = digest(found[path]) if path in found else ""
        if becomes := _becomes(path, record.files.get(path, ""), there, wanted):
            getattr(plan, becomes).append(path)
    return plan


def _becomes(path: str, before: str, there: str, wanted: str) -> str:
    """The list of Upgrade in which a file belongs, or "" for none; each digest is "" where there is no file."""
    if there == wanted:
        return ""
    if not there:
        # Without pins nothing can be set up; whoever deleted them wants them written anew.
        new = not before or path == REQUIREMENTS
        return "added" if new else "missing" if before != wanted else ""
    if there == before:
        return "replaced" if wanted else "removed"
    return "orphaned" if not wanted else "kept" if before == wanted else "edited"


def changes_between(changelog: str, old: str, new: str) -> str:
    """The sections of a changelog for the versions after `old`, up to `new`, as they stand; "" for a downgrade.

    What is unreleased counts where `new` has no section yet: it is in a wheel that was made between releases.
    """
    sections = dict(_sections(changelog))
    after, last = version_numbers(old), version_numbers(new)
    found = []
    for title, text in sections.items():
        version = title.split(" ")[0]
        try:
            wanted = after < version_numbers(version) <= last
        except ValueError:
            wanted = version == UNRELEASED and after < last and not any(one.split(" ")[0] == new for one in sections)
        if wanted:
            found.append(f"{HEADING}{title}\n\n{text.strip()}\n")
    return "\n".join(found)


def _sections(changelog: str) -> Iterator[tuple[str, str]]:
    for part in f"\n{changelog}".split(f"\n{HEADING}")[1:]:
        title, _, text = part.partition("\n")
        yield title.strip(), text
