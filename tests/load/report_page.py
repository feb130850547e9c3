"""A report for the small folder."""

REPORT = """\
---
title: "A report"
description: "Long."
updated: 2020-06-01
report:
  published: 2020-05
---
Words.
"""
