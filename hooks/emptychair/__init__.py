"""Empty Chair: case files in, a bilingual campaign site out.

The core knows no MkDocs, prints nothing and has no clock: it is handed text, a date and a language,
and returns values. `hosts` wires it to MkDocs, `cli` to a terminal.
"""
