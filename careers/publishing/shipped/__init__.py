"""Texts that come with the portal, and how they become proposals or versions."""
