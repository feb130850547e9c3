"""A content folder -> campaign, index and problems: the only reader of the content."""
