"""The extensions of Markdown that the sites have."""

# Those of mkdocs.yml, and the fences that the theme needs.
EXTENSIONS = ["admonition", "attr_list", "def_list", "fenced_code", "footnotes", "tables"]
