"""Front matter: YAML in, YAML out, and the document that holds it."""
