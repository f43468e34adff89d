"""Public pages are read as they are served, page cache included."""

from tests.serving import client

__all__ = ["client"]
