"""What an upgrade does to each file of a campaign, what a campaign records for it, and what of a changelog is told."""

from __future__ import annotations

import re

import pytest

from emptychair.editing.generator_files import LOCAL, REQUIREMENTS
from emptychair.editing.generator_record import (
    Record,
    RecordError,
    create_record,
    digest,
    read_record,
    record_of,
    version_numbers,
)
from emptychair.editing.upgrade import Upgrade, changes_between, plan_upgrade
from for_each import for_each

OLD = dict.fromkeys(("same", "untouched", "windows", "gone", "edited", "taken", "kept", "deleted", "dropped"), b"old\n")
NEW = dict.fromkeys(("untouched", "windows", "edited", "taken", "deleted", "added", "in-the-way"), b"new\n")


def test_only_what_nobody_touched_is_replaced_or_removed() -> None:
    """Line ends are no edit; what is the new version's already, or was not changed by it, needs nothing."""
    files = {**NEW, "same": b"old\n", "kept": b"old\n", "absent": b"old\n", LOCAL: b"/wheels\n"}
    found = {
        **dict.fromkeys(("same", "untouched", "gone"), b"old\n"),
        **dict.fromkeys(("edited", "kept", "dropped", "in-the-way"), b"mine\n"),
        "windows": b"old\r\n",
        "taken": b"new\r\n",
    }
    record = record_of({**OLD, "absent": b"old\n"}, "1", "none")
    assert plan_upgrade(record, files, found) == Upgrade(
        replaced=["untouched", "windows"],
        added=["added"],
        removed=["gone"],
        edited=["edited", "in-the-way"],
        kept=["kept"],
        orphaned=["dropped"],
        missing=["deleted"],
    )


def test_pins_that_were_deleted_are_written_anew() -> None:
    """Without them nothing can be set up: it is how an editor takes back edits of them."""
    record = record_of({REQUIREMENTS: b"a\n"}, "1", "none")
    assert plan_upgrade(record, {REQUIREMENTS: b"b\n"}, {}).added == [REQUIREMENTS]


def test_a_record_is_read_as_it_was_written() -> None:
    """Without what is one machine's alone, with the line ends of any git, and in each language."""
    record = record_of({"Makefile": b"x\r\n", "wheels/文.whl": b"\x00", LOCAL: b"/home/me\n"}, "0.10", "github")
    assert set(record.files) == {"Makefile", "wheels/文.whl"}
    assert record.files["Makefile"] == digest(b"x\n")
    assert [read_record(create_record(record, one).replace(b"\n", b"\r\n")) for one in ("en", "zh")] == [record] * 2


def test_a_record_names_only_what_the_generator_writes() -> None:
    """Whoever sends a change to it cannot have content removed, or anything outside the campaign."""
    paths = ["content/en/index.md", "../x", "/etc/x", "hooks/../../x", "drafts/c-0001.md", ".git/config", "a\\b", ""]
    wrong = [create_record(Record("1", "none", {path: "0"}), "en") for path in paths]
    wrong += [b"", b"[]", b"{}", b"\xff", create_record(Record("1.x", "none", {}), "en")]
    taken = []
    for data in wrong:
        try:
            taken.append(read_record(data))
        except RecordError:
            continue
    assert taken == []


def test_versions_are_numbers() -> None:
    """Ten comes after nine."""
    assert version_numbers("0.10") > version_numbers("0.9.1")
    for text in ("", "v1", "1.", "1.0rc1", "newest"):
        with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
            version_numbers(text)


CHANGELOG = """\
# Changelog

## Unreleased

- d

## 0.10 (2027-05-01)

- c

## 0.9

- b

## 0.2

- a
"""


@for_each(
    "old, new, told",
    [
        ("0.2", "0.10", "c b"),
        ("0.9", "0.10", "c"),
        ("0.1", "0.2", "a"),
        ("0.9", "0.11", "d c"),
        ("0.10", "0.10", ""),
        ("0.10", "0.9", ""),
    ],
)
def test_the_changes_between_two_versions(old: str, new: str, told: str) -> None:
    """What is unreleased is told where the new version has no section yet; a way back has no changes."""
    text = changes_between(CHANGELOG, old, new)
    assert " ".join(line[2:] for line in text.splitlines() if line.startswith("- ")) == told
    assert text.count("## ") == len(told.split())
