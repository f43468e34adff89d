"""Checking the links in texts: which there are, whether they answer, and the stored results."""
