"""German: lexicons and rules."""
