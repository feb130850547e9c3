"""Posts of another site generator -> updates and pages of prose, as texts: nothing is read or written."""
