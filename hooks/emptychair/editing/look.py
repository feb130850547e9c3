"""The look in the settings: the text of campaign.yml with another mark, every other line as it was."""

from emptychair.editing.front_matter_patch import UneditableError, add_entry, set_value
from emptychair.front_matter.document import parse_register

KEY = "look"
FENCE = "---"


def with_mark(text: str, role: str, file: str) -> str:
    """The text of campaign.yml whose look has this file as its mark, mark_on_cards or favicon.

    Raises UneditableError where that cannot be put in alone. The settings are patched as front matter between fences.
    """
    document, problems = parse_register("", text)
    if problems:
        raise UneditableError(problems[0].line, problems)
    end = "\r\n" if "\r\n" in text else "\n"
    fence = FENCE + end
    page = f"{fence}{text}{'' if text.endswith(end) else end}{fence}"
    there = document.meta.get(KEY)
    try:
        changed = _patched(page, role, file, there if isinstance(there, dict) else None)
    except UneditableError as error:
        raise UneditableError(error.line - 1, error.problems) from error
    return changed.removeprefix(fence).removesuffix(fence)


def _patched(page: str, role: str, file: str, there: dict[str, object] | None) -> str:
    if there is None:
        return add_entry(page, (KEY,), {role: file})
    if role in there:
        return set_value(page, (KEY, role), file)
    return add_entry(page, (KEY, role), file)
