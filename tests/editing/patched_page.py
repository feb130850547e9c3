"""A page that tests change, and what is read of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from emptychair.front_matter.yaml_builder import Path


EVENTS: Path = ("case", "events")


NEW = {"id": "new", "date": "2020-04", "text": 'He said: "no" #1 \\ 他说：“不”', "sources": ["paper", "radio"]}


ORDER = ("names", "as_of", "checked", "events", "sources")


PLAIN_PAGE = """\
---
updated: 2020-06-01   # by hand
case:
  # Who it is.
  names:
    en: "Li Si"
  as_of: "2020-05-01"  # the newest news
  events:
    # The first.
    - id: taken
      date: 2020-03
      # status: missing

    # The second.
    - id: moved
      date: 2020-05
      text: 'It''s so'
  sources:
    paper:
      title: "A paper"
---
The body: updated: 2020-06-01
"""
