"""The Bureau’s wages by occupation, area and industry (OEWS)."""
