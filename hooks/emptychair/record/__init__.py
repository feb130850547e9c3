"""The record: its models, its validation, and the campaign as a whole."""
