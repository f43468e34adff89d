"""Thirty statements, the answers to them, and the careers whose interests they resemble. Nothing is kept."""
