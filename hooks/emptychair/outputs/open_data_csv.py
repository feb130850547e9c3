"""Open data for spreadsheets: one line for each case and action, as CSV (RFC 4180)."""

import csv
import io
import re
from collections.abc import Sequence

from emptychair.outputs.open_data_schema import ActionData, CaseData

# A spreadsheet takes a cell that begins like this for a formula (OWASP, CSV injection).
# A spreadsheet makes another number, or a day, of a word like one of these: 01.20 -> 1.2, 3-19 -> 19 March, 1E5.
NUMBER = re.compile(r"[0-9][0-9.,/:-]*(?:E[0-9]+)?", re.IGNORECASE)
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def case_columns(languages: Sequence[str]) -> list[str]:
    """The columns of cases.csv."""
    columns = ["slug", "kind", *(f"name_{one}" for one in languages), "class", "last_known_status"]
    columns += [f"last_known_status_{one}" for one in languages]
    return [*columns, "faded", "status_date", "as_of", "stage", "charges", "roles", "regions", "updated", "url"]


def case_row(case: CaseData, languages: Sequence[str]) -> dict[str, str]:
    """One line of cases.csv. Conditions are not in it: sensitive ones must not travel alone."""
    status = case.status
    row = {f"name_{one}": as_words(case.names.get(one, "")) for one in languages}
    row |= {f"last_known_status_{one}": status.label[one] for one in languages}
    return row | {
        "slug": case.slug,
        "kind": case.kind,
        "class": status.class_.code,
        "last_known_status": status.code,
        "faded": "yes" if status.faded else "no",
        "status_date": status.date,
        "as_of": status.as_of,
        "stage": status.stage.code if status.stage else "",
        "charges": " ".join(charge.charge.code for charge in case.charges),
        "roles": " ".join(role.code for role in case.roles),
        "regions": " ".join(dict.fromkeys(region.code for region in case.regions.values())),
        "updated": case.updated,
        "url": next(iter(case.pages.values()), ""),
    }


def action_columns(languages: Sequence[str]) -> list[str]:
    """The columns of actions.csv."""
    titles = [f"title_{one}" for one in languages]
    return ["slug", "number", "issuer", *titles, "state", "issued", "until", "review_by", "cases", "updated", "url"]


def action_row(action: ActionData, languages: Sequence[str]) -> dict[str, str]:
    """One line of actions.csv."""
    return {f"title_{one}": as_words(action.title.get(one, "")) for one in languages} | {
        "slug": action.slug,
        "number": as_words(action.number or ""),
        "issuer": as_words(action.issuer or ""),
        "state": action.state.code,
        "issued": action.issued,
        "until": action.until,
        "review_by": action.review_by or "",
        "cases": " ".join(action.cases),
        "updated": action.updated,
        "url": next(iter(action.pages.values()), ""),
    }


def create_csv(rows: list[dict[str, str]], columns: list[str]) -> bytes:
    """CSV with a byte order mark, without which Excel breaks Chinese, and with formulas made harmless."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, columns, lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({column: safe_cell(row[column]) for column in columns})
    return ("\ufeff" + stream.getvalue()).encode()


def as_words(text: str) -> str:
    """Somebody's words as a spreadsheet shows them: a number that is a name stays as it was given (01.20)."""
    return f"'{text}" if NUMBER.fullmatch(text) else text


def safe_cell(text: str) -> str:
    """A cell that a spreadsheet shows as text, whatever it begins with."""
    return f"'{text}" if text.startswith(FORMULA) else text
