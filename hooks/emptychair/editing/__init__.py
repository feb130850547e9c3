"""New and changed pages as text: drafts, patches, withdrawals."""
