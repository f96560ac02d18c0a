"""German speech: quotations with their speakers."""
