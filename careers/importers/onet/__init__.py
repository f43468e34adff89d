"""The tables of the O*NET database."""
