"""Pages of the site as a whole, and those where careers and schools meet."""
