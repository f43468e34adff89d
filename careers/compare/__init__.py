"""Careers side by side: one table, what their skills share, and what a move from one to another asks."""

LETTERS = "ABCD"
MOST = len(LETTERS)
