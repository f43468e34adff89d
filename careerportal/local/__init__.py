"""Running the site on a laptop: its own Postgres, the server process, collected static files.

A hosted site uses none of it.
"""
