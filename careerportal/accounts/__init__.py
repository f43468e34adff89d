"""How editors log in: throttled, with a second factor where the site asks for one, for a limited time."""
