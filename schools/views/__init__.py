"""Pages of schools and programs."""
