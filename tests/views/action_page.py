"""The pages of actions, by their state."""

from __future__ import annotations

from campaign_outputs import snapshot

STATES = {slug: action.state for slug, action in snapshot().actions.items()}


OPEN = [slug for slug, state in STATES.items() if state in ("open", "closing-soon")]
