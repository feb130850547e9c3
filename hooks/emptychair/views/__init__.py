"""Snapshot + route + language -> what a page shows: one file per kind of page, no HTML."""
