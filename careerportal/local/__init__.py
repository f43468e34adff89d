"""What makes a laptop serve the site: a Postgres of its own, the server process, collected files.

A hosted site uses none of it.
"""
