"""Deals in German text: kind, parties, amount, status, holder."""
