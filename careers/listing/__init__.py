"""The list of careers: what may narrow it, how many careers each choice leaves, and in which order."""
