"""The campaign on one day: every case and action as it stood, derived once and read by all views and outputs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from emptychair.as_of.action_states import ActionAsOf, action_as_of
from emptychair.as_of.case_as_of import CaseAsOf, case_as_of
from emptychair.record.campaign import Campaign, Picture, Record
from emptychair.record.models import Action, Update
from emptychair.text.dates import PartialDate, add_months


@dataclass(frozen=True)
class Snapshot:
    """The campaign as it stood on `today`, a day in the site's time zone."""

    campaign: Campaign
    today: date
    cases: Mapping[str, CaseAsOf]
    actions: Mapping[str, ActionAsOf]

    @cached_property
    def listed_cases(self) -> list[CaseAsOf]:
        """The cases that stand in lists: newest event first, then slug, so the same order in all languages."""
        listed = [case for case in self.cases.values() if case.listed]
        listed.sort(key=lambda case: case.record.slug)
        return sorted(listed, key=_newest, reverse=True)

    @cached_property
    def open_actions(self) -> list[ActionAsOf]:
        """Actions that ask for letters, the nearest deadline first; those without one at the end."""
        listed = [action for action in self.actions.values() if action.open]
        return sorted(listed, key=lambda one: (one.facts.until == "ongoing", one.facts.deadline, one.record.slug))

    @cached_property
    def past_actions(self) -> list[ActionAsOf]:
        """Actions of the archive, the newest first."""
        listed = [action for action in self.actions.values() if action.past and action.listed]
        listed.sort(key=lambda action: action.record.slug)
        return sorted(listed, key=lambda action: action.past_since or self.today, reverse=True)

    @cached_property
    def updates(self) -> list[Record[Update]]:
        """Updates of today and before, the newest first."""
        known = [update for update in self.campaign.updates.values() if update_day(update) <= self.today]
        return sorted(known, key=lambda update: update.slug, reverse=True)

    @cached_property
    def photo_files(self) -> frozenset[str]:
        """The files that are photos of people: none is published as it was given, some not at all."""
        return frozenset(case.record.facts.photo.file for case in self.cases.values() if case.record.facts.photo)

    @cached_property
    def shown_photos(self) -> tuple[Picture, ...]:
        """The pictures of which copies are published, because a page shows them: none of a minimal or paused one."""
        shown = {picture.file: picture for case in self.cases.values() if (picture := self.photo_of(case))}
        return tuple(shown[file] for file in sorted(shown))

    def photo_of(self, case: CaseAsOf) -> Picture | None:
        """The picture that the page of a case shows, or None."""
        photo = case.facts.photo if case.visibility == "full" else None
        return self.campaign.pictures.get(photo.file) if photo else None

    @cached_property
    def records_out(self) -> list[Record[Any]]:
        """The records that have something to tell on this day."""
        return [record for record in self.campaign.records() if self.is_out(record)]

    def news_of(self, record: Record[Any]) -> PartialDate | date | None:
        """The day of the newest news that the page of a record tells; None where it tells none, as prose does not."""
        if not self.is_out(record):
            return None
        if record.kind == "case":
            return self.cases[record.slug].facts.as_of
        if record.kind == "action":
            facts = self.actions[record.slug].facts
            return max((facts.issued, *(one.date for one in facts.outcomes)), key=self._by)
        if record.kind == "update":
            return update_day(record)
        published: PartialDate | None = record.facts.published if record.kind == "report" else None
        return published

    @cached_property
    def newest_news(self) -> PartialDate | date | None:
        """The day of the newest news of the whole record, or None where nothing is told yet."""
        found = [day for record in self.campaign.records() if (day := self.news_of(record))]
        return max(found, key=self._by, default=None)

    @cached_property
    def old_from(self) -> date | None:
        """The first day on which the newest news is older than `confirm_within_months`."""
        if self.newest_news is None:
            return None
        return add_months(self._by(self.newest_news), self.campaign.settings.confirm_within_months) + timedelta(days=1)

    @property
    def is_old(self) -> bool:
        """Is the newest news of the whole record older than `confirm_within_months`?"""
        return self.old_from is not None and self.today >= self.old_from

    def _by(self, day: PartialDate | date) -> date:
        """The last day that a date may mean, which is not after the snapshot's own."""
        return min(self.today, day.latest if isinstance(day, PartialDate) else day)

    def actions_of(self, slug: str) -> list[ActionAsOf]:
        """The actions for a case that have been issued, open ones first."""
        found = [action for action in self.actions.values() if slug in action.facts.cases and action.listed]
        return sorted(found, key=lambda one: (one.past, one.record.slug))

    def is_out(self, record: Record[Any]) -> bool:
        """Has this page something to tell on this day? Later ones exist, because links must not break, but stay out."""
        if record.kind == "case":
            return self.cases[record.slug].listed
        if record.kind == "action":
            return self.actions[record.slug].listed
        if record.kind == "update":
            return update_day(record) <= self.today
        if record.kind == "report":
            return bool(record.facts.published.known_from <= self.today)
        return True


def snapshot_of(campaign: Campaign, today: date) -> Snapshot:
    """A campaign and a day -> its snapshot: everything that depends on the day, derived."""
    settings = campaign.settings
    cases = {slug: case_as_of(record, settings, today) for slug, record in campaign.cases.items()}
    followers: dict[str, list[Record[Action]]] = {}
    for record in campaign.actions.values():
        if isinstance(record.facts.follows, str):
            followers.setdefault(record.facts.follows, []).append(record)
    actions = {
        slug: action_as_of(record, cases, followers, settings, today) for slug, record in campaign.actions.items()
    }
    return Snapshot(campaign, today, cases, actions)


def update_day(update: Record[Any]) -> date:
    """The day of an update, which its file name begins with."""
    return date.fromisoformat(update.slug[:10])


def _newest(case: CaseAsOf) -> date:
    return max(event.known_from for event in case.facts.events)
