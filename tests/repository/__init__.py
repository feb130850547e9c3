"""What hosts, editors and readers of the repository find in it."""
