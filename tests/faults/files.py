"""Faults of files, pictures, cards and withdrawn names."""

from __future__ import annotations

from content_factory import ACTION_ZH, CASE, CASE_ZH, SETTINGS, Edit
from faults.rows import PHOTO, PROSE, SALT, WITHDRAWN, body, case, fault, withdrawn
from sample_images import moving, picture

CARD_FAULTS = (
    fault("no-glyph", Edit(CASE, '"Li Si"', '"Li 🪑 Si"'), rule="names_of_cases"),
    fault(
        "no-glyph", Edit(ACTION_ZH, "为李四写信", "为李四写信🪑"), rule="titles_of_actions", name="no-glyph-in-title"
    ),
    fault("no-glyph", Edit(SETTINGS, '"A test"', '"A t🪑st"'), name="no-glyph-in-name-of-site"),
)


FILE_FAULTS = (
    fault("file-too-large", Edit("en/about.md", "", PROSE + "x" * 64 * 1024)),
    fault("not-utf8", Edit("en/about.md", "", b"---\ntitle: \xff\n---\n")),
    fault("unexpected-folder", Edit("de/about.md", "", PROSE)),
    fault("unexpected-folder", Edit("en/people/li-si.md", "", PROSE), name="unexpected-folder-within"),
    fault("unexpected-file", Edit("en/notes.txt", "", "x")),
    fault("unexpected-file", Edit("assets/logo.gif", "", "GIF89a"), name="unexpected-picture"),
    fault("bad-file-name", Edit("en/cases/Li_Si.md", "", PROSE)),
    fault("bad-file-name", Edit("en/aux.md", "", PROSE), name="device-name"),
    fault("bad-file-name", Edit("en/updates/news.md", "", PROSE), name="update-without-date"),
    fault("bad-file-name", Edit("en/updates/2020-02-30-news.md", "", PROSE), name="update-of-no-day"),
    fault("bad-file-name", Edit("assets/Li Si.jpg", "", "x"), name="bad-picture-name"),
    fault("reserved-file-name", Edit("en/status-2.md", "", PROSE)),
    fault("reserved-file-name", Edit("en/404.md", "", PROSE), name="error-page"),
    fault("bad-form", Edit(WITHDRAWN, "", f'salt: "{SALT}"\nnames: [li-si]\n'), name="withdrawn-without-hash"),
)


def shown(name: str, data: bytes) -> tuple[Edit, ...]:
    """A picture that the bodies of both pages show."""
    text = f"![A chair](../../assets/{name})\n"
    return Edit(f"assets/{name}", "", data), body(text), Edit(CASE_ZH, "李四组织工人。\n", text)


PICTURE_FAULTS = (
    fault("picture-too-large", *shown("chair.png", picture() + b"x" * 300 * 1024)),
    fault(
        "picture-with-more",
        *shown("chair.jpg", picture(file_format="JPEG", comment="by Li Si") + b"x" * 300 * 1024),
        name="large-picture-with-more",
    ),
    fault("picture-too-wide", *shown("chair.png", picture(2_001, 10))),
    fault("picture-of-other-type", *shown("chair.jpg", picture())),
    fault("picture-unreadable", *shown("chair.jpg", b"x")),
    fault("picture-not-read", *shown("chair.jpg", b"\0\0\0\x18ftypheic")),
    fault("picture-moves", *shown("chair.webp", moving("WEBP"))),
    fault("picture-with-more", *shown("chair.jpg", picture(file_format="JPEG", comment="by Li Si"))),
    fault("picture-unused", Edit("assets/chair.png", "", picture())),
    fault(
        "photo-without-words",
        Edit("assets/li-si.jpg", "", picture(file_format="JPEG")),
        Edit(CASE, "[name, story]", "[name, story, photo]"),
        PHOTO[0],
        rule="pictures_have_words",
    ),
)


ALIAS = case("  kind: person", '  aliases:\n    - name: "Lǎo Lí"\n      kind: nickname')


WITHDRAWN_FAULTS = (
    fault(
        "not-to-be-added",
        withdrawn("li-si"),
        Edit(CASE, 'en: "Li Si"', 'en: "Li Ssi"'),
        rule="not_withdrawn",
        name="withdrawn-slug",
    ),
    fault("not-to-be-added", withdrawn("李四"), rule="not_withdrawn", name="withdrawn-name"),
    fault("not-to-be-added", withdrawn("LAO LI"), ALIAS, rule="not_withdrawn", name="withdrawn-alias"),
)
