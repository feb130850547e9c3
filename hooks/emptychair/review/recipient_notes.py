"""What a reviewer must know of a changed recipient besides its lines: domains, open actions, what was left."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from emptychair.as_of.snapshot import Snapshot
from emptychair.record.models import Recipient
from emptychair.text.strings import Strings

# What says that somebody has compared the entry with a published source.
EVIDENCE = ("source", "checked")


def recipient_notes(before: Snapshot, after: Snapshot, slug: str, say: Strings) -> Iterator[str]:
    """Two snapshots and the id of a recipient -> the notes on its change, in the language of `say`."""
    old, new = (one.campaign.recipients.get(slug) for one in (before, after))
    if new is not None:
        yield from _domain_notes(old, new, say)
    writing = _open_actions(after, slug) if new is not None else _open_actions(before, slug)
    key = ("writes-there" if new is not None else "wrote-there") if writing else "writes-nowhere"
    yield say(key, actions=say("join").join(writing)) if writing else say(key)
    if old is not None and new is not None and _ways(old) != _ways(new):
        same = [name for name in EVIDENCE if getattr(old, name) == getattr(new, name)]
        if same:
            yield say("evidence-same", fields=say("and-join").join(same))


def _domain_notes(old: Recipient | None, new: Recipient, say: Strings) -> Iterator[str]:
    """The domains of the e-mail address and of the other addresses on the web, where they are new or others."""
    if new.email and (old is None or old.email != new.email):
        domain, known = _domain(new.email), _domain(old.email if old else None)
        if known and known != domain:
            yield say("domain-changed", domain=domain, known=known)
        else:
            yield say("domain-same" if known else "domain-new", domain=domain)
    hosts = _hosts(new) - (_hosts(old) if old else set())
    if hosts:
        yield say("web-domains", domains=say("join").join(sorted(hosts)))


def _domain(email: str | None) -> str:
    return email.rpartition("@")[2] if email else ""


def _hosts(recipient: Recipient) -> set[str]:
    urls: Iterable[str | None] = (*recipient.social, recipient.source.url, recipient.source.archived)
    return {urlsplit(url).hostname or "" for url in urls if url}


def _open_actions(snapshot: Snapshot, slug: str) -> list[str]:
    """The paths of the open actions of which it is a recipient, or to which answers are reported."""
    return [
        action.record.path
        for action in snapshot.open_actions
        if slug in {one.recipient for one in action.facts.recipients} | {action.facts.report_to}
    ]


def _ways(recipient: Recipient) -> dict[str, object]:
    """Everything about a recipient but how it was compared."""
    return recipient.model_dump(exclude=set(EVIDENCE))
