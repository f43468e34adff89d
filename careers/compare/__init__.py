"""Careers side by side: one table, what their skills share, and what a move from one to another asks."""

LETTERS = "ABCD"
MAX_COMPARED = len(LETTERS)
