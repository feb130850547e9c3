"""Whole sites are built here, as `make site` builds them, and read back page by page."""
