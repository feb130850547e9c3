"""Lines of YAML -> nested mappings, lists and strings, and every fault with its line. Every scalar is a string."""

from collections.abc import Iterable

from emptychair.front_matter import yaml_layout, yaml_mistakes
from emptychair.front_matter.yaml_builder import SYNTAX, Fault, Path, Tree, build
from emptychair.text.hidden_characters import hidden_sign, number_of, without_hidden

# More traps than anybody makes in a file: each costs a reading of it.
MENDS_LIMIT = 40


def _size(lines: Iterable[str]) -> int:
    return len("\n".join(lines).encode(errors="replace")) + 1


def read_mapping(lines: list[str], size_limit: int, event_limit: int) -> tuple[Tree, dict[Path, int], list[Fault]]:
    """Lines of YAML -> (tree, lines of its entries from 1, faults). Lines of comment do not count as size."""
    size = _size(lines)
    if size > size_limit:
        # A specimen explains every key of a page, and that must not take the room of its facts.
        size = _size(line for line in lines if not line.lstrip(" ").startswith("#"))
    if size > size_limit:
        return {}, {}, [Fault(1, "too-large", {"size": str(size), "limit": str(size_limit)}, ())]
    lines, found = _without_hidden(lines)
    lines, more = yaml_mistakes.mend_signs(lines)
    found += [Fault(*one) for one in more]
    tree, marks, faults = build(lines, event_limit)
    for _ in range(MENDS_LIMIT):
        mended = (_mended if tree is None else _reread)(lines, faults, event_limit)
        if mended is None:
            break
        lines, fault = mended
        # An odd blank may leave an indent that is wrong: a line has one fault.
        found += [fault] if all(fault.line != other.line for other in found) else []
        tree, marks, faults = build(lines, event_limit)
    if tree is None and any(fault.code in yaml_mistakes.CODES for fault in found):
        # What the parser says behind a trap follows from the trap.
        faults = [fault for fault in faults if fault.code not in SYNTAX]
    # A fault is reported once: what the parser stumbles over in the line of a trap is that trap.
    trapped = {fault.line for fault in found}
    return tree or {}, marks, found + [fault for fault in faults if fault.line not in trapped]


def _mended(lines: list[str], faults: list[Fault], event_limit: int) -> tuple[list[str], Fault] | None:
    """What made the parser stop, mended, with its fault; None where it is not known, or is no fault of the syntax."""
    last = faults[-1]
    if last.code not in SYNTAX:
        return None
    stopped, began = _stopped(last), int(last.values.get("began", "0"))
    # Where the parser stopped, where its entry began, the line above; before them what is a fault wherever it stands.
    causes = yaml_layout.with_odd_blanks(lines, stopped) + yaml_layout.unclosed_quotes(lines, stopped)
    if trap := yaml_mistakes.mend_text(lines, list(dict.fromkeys([*causes, stopped, began, stopped - 1]))):
        return trap[0], Fault(*trap[1])
    if mended := _replaced(lines, stopped, event_limit):
        return mended
    stray = (yaml_layout.without_stray(lines, number) for number in (stopped, began, stopped - 1))
    repair = next(filter(None, stray), None)
    if repair is None:
        return None
    rest = [*lines[: repair.line - 1], repair.text, *lines[repair.line :]]
    # What is no entry has no name.
    return rest, Fault(repair.line, repair.code, repair.values, () if repair.code == "stray-line" else None)


def _reread(lines: list[str], faults: list[Fault], event_limit: int) -> tuple[list[str], Fault] | None:
    """What the parser can read, and nobody means, mended: a key that begins with an odd blank, or took other entries.

    The second is a key that is deeper than it should be: it is empty, and what follows stands twice in the one above.
    """
    if odd := next((fault for fault in faults if fault.code == "other-blank"), None):
        plain = yaml_layout.with_plain_blanks(lines[odd.line - 1])
        return [*lines[: odd.line - 1], plain, *lines[odd.line :]], odd._replace(path=None)
    twice = [fault for fault in faults if fault.code == "equal-keys"]
    empty = [fault for fault in faults if fault.code == "empty-value" and twice and fault.line < twice[0].line]
    # One key that stands twice may be just that.
    several = len({fault.path for fault in twice}) > 1
    mended = _replaced(lines, empty[-1].line + 1, event_limit) if empty and several else None
    better = mended and mended[1].code == "bad-indent" and len(build(mended[0], event_limit)[2]) < len(faults) - 1
    return mended if better else None


def _replaced(lines: list[str], stopped: int, event_limit: int) -> tuple[list[str], Fault] | None:
    """The repair of a line after which the parser comes furthest, with the fewest faults and the most usual indents."""
    found = []
    texts = yaml_mistakes.lines_of_block_texts(lines)
    for number, repair in enumerate(yaml_layout.repairs(lines, stopped, texts)):
        mended = [*lines[: repair.line - 1], repair.text, *lines[repair.line :]]
        tree, _, left = build(mended, event_limit)
        reached = len(lines) + 1 if tree is not None else _stopped(left[-1])
        if reached > stopped:
            unusual = yaml_layout.unusual_indents(mended, texts)
            found.append(((-reached, len(left), unusual, not repair.likely, number), mended, repair))
    if not found:
        return None
    score, mended, best = min(found, key=lambda one: one[0])
    equal = [
        one for other, _, one in found if other[:-1] == score[:-1] and (one.line, one.code) == (best.line, best.code)
    ]
    # Halfway between two entries it may belong to either.
    fitting = {name: " / ".join(sorted({one.values[name] for one in equal})) for name in best.values}
    return mended, Fault(best.line, best.code, fitting)


def _stopped(fault: Fault) -> int:
    """The line where the parser stopped; the line of the fault may be another."""
    return int(fault.values.get("stopped", fault.line))


def _without_hidden(lines: list[str]) -> tuple[list[str], list[Fault]]:
    """Signs that nobody sees become blanks; YAML would take some of them for line ends."""
    if not hidden_sign("\n".join(lines)):
        return lines, []
    clean, faults = [], []
    for number, line in enumerate(lines, 1):
        sign = hidden_sign(line)
        if sign:
            faults.append(Fault(number, "hidden-sign", {"found": number_of(sign)}))
        clean.append(without_hidden(line) if sign else line)
    return clean, faults
