"""Texts, dates, numbers, word lists and sentences: what knows no record."""
