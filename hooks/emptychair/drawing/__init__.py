"""What is drawn: share cards, copies of photos, QR codes. Values in, bytes out, the same bytes for the same values."""
