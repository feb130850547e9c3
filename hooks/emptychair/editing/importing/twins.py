"""Which posts are one page in several languages: by their names, and, where somebody says so, by their day."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence

from emptychair.editing.importing.posts import Post

Group = list[Post]
# Two posts of one day, each the only one of its language -> are they the same? None where nobody has said.
Asked = Callable[[Post, Post], bool | None]


def pair(posts: Sequence[Post], languages: Sequence[str], asked: Asked) -> tuple[list[Group], list[tuple[Post, Post]]]:
    """Posts -> those of one page together, the source page first; and the pairs of one day of which nobody has said.

    The key of the front matter decides, then name and day, then a name that no other page of the language has. The
    same day alone is asked for. The source page is the earliest, and of one day that of the first language.
    """
    groups = [[post] for post in posts]
    keys: tuple[Callable[[Post], Hashable], ...] = (
        lambda post: post.key and (post.kind, post.key),
        lambda post: post.name and (post.kind, post.name, post.day),
        lambda post: post.name and (post.kind, post.name),
    )
    for key in keys:
        groups = _joined(groups, key)
    groups, open_pairs = _by_day(groups, asked)
    for group in groups:
        group.sort(key=lambda post: (post.day.isoformat() if post.day else "", languages.index(post.language)))
    return groups, open_pairs


def _joined(groups: Iterable[Group], key: Callable[[Post], Hashable]) -> list[Group]:
    """Groups that have a key in common become one, where no language has two posts with it."""
    found: dict[Hashable, list[Group]] = defaultdict(list)
    for number, group in enumerate(groups):
        found[key(group[0]) or number].append(group)
    result: list[Group] = []
    for alike in found.values():
        together = [post for group in alike for post in group]
        result += [together] if _one_each(together) else alike
    return result


def _one_each(group: Group) -> bool:
    return len({post.language for post in group}) == len(group)


def _by_day(groups: Sequence[Group], asked: Asked) -> tuple[list[Group], list[tuple[Post, Post]]]:
    days: dict[Hashable, list[Group]] = defaultdict(list)
    for number, group in enumerate(groups):
        alone = len(group) == 1 and group[0].kind == "update"
        days[group[0].day if alone else number].append(group)
    result: list[Group] = []
    left: list[tuple[Post, Post]] = []
    for alike in days.values():
        together = [post for group in alike for post in group]
        if len(alike) != len(("one", "other")) or not _one_each(together):
            result += alike
            continue
        answer = asked(together[0], together[1])
        result += [together] if answer else alike
        if answer is None:
            left.append((together[0], together[1]))
    return result, left
