"""What reviewers read: a summary of a change, the links that lead outside."""
