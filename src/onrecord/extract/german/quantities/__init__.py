"""Sums of money and times in German text."""
