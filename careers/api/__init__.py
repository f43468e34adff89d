"""What the open API answers about careers: routers for ``careerportal.api``, which puts them together.

Read by anybody without a key, so nothing here reaches the editors' tables: the same published versions and
sheets of figures as on the pages.
"""
