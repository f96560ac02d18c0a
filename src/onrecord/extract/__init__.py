"""Text and register in, proposals with anchor, rule, confidence and reason out."""
