"""The editors' desk: one module by subject."""
