"""Views -> HTML: articles, head, header and footer."""
