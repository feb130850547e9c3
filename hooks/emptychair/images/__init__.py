"""Pictures: their metadata, their copies, cards, QR codes, and the build cache."""
