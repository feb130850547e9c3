"""Problems as values and as lines."""

from emptychair.text.problems import Problem, errors, in_order, one_line
from for_each import for_each

FOUND = Problem("content/en/a.md", 3, "case.kind", "unknown-key", {"found": "knd", "nearest": "kind"})


def test_a_line_has_path_line_field_message_and_hint() -> None:
    """The form that editors and programs read, in both languages."""
    assert (
        one_line(FOUND, "en")
        == "content/en/a.md:3: case.kind: 'knd' is not a key that is known here (did you mean kind?)"
    )
    assert one_line(FOUND, "zh") == "content/en/a.md:3: case.kind: 这里没有“knd”这个键 (是不是 kind？)"


def test_a_problem_of_the_body_names_no_field() -> None:
    """Without a field the line goes on with the message."""
    assert one_line(Problem("a.md", 9, "", "no-letter"), "en").startswith("a.md:9: the page of an action")


def test_a_hint_without_its_value_is_left_out() -> None:
    """There is no "did you mean ?" where nothing is near."""
    far = Problem("a.md", 3, "x", "unknown-key", {"found": "x", "nearest": ""})
    assert one_line(far, "en") == "a.md:3: x: 'x' is not a key that is known here"
    assert far.hint("zh") == ""


def test_a_long_value_is_cut() -> None:
    """What somebody typed may be 16 KB long, and a line shows the beginning."""
    long = Problem("a.md", 1, "", "bad-slug", {"found": "x" * 5000})
    assert len(long.message("en")) < 200
    assert "x…'" in long.message("en")
    assert "x" * 80 + "'" in Problem("a.md", 1, "", "bad-slug", {"found": "x" * 80}).message("en")


@for_each("typed", ["a\n::error::b", "a\r\nb", "a\x1b[31mb", "a\u2028b"])
def test_a_problem_is_one_line_whatever_was_typed(typed: str) -> None:
    """No value breaks the line or colours the terminal: a log reads lines as commands."""
    line = one_line(Problem("a.md", 1, "x", "bad-slug", {"found": typed}), "en")
    assert line.isprintable()


def test_a_problem_is_one_line_whatever_the_file_is_called() -> None:
    """A file name with a line end does not make a second line."""
    assert "\n" not in one_line(Problem("content/en/a\nb.md", 1, "", "symlink", {"found": "a"}), "en")


def test_braces_in_a_value_are_only_text() -> None:
    """What was typed is never filled in again."""
    assert "{found}" in Problem("a.md", 1, "", "bad-slug", {"found": "{found}"}).message("en")


def test_problems_are_in_order_and_each_is_there_once() -> None:
    """By file, then by line, and the same fault once."""
    later = Problem("content/en/a.md", 12, "", "no-letter")
    other = Problem("content/aa.md", 1, "", "no-letter")
    assert in_order([later, FOUND, other, FOUND]) == [other, FOUND, later]


def test_only_errors_stop_a_build() -> None:
    """A warning is told and does not count."""
    warning = Problem("a.md", 1, "", "stale-translation", {})
    assert (warning.severity, FOUND.severity) == ("warning", "error")
    assert errors([warning, FOUND]) == [FOUND]
