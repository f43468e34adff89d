"""Whole pages, kept in front of Django and sent as they are: a public page is the same bytes for all.

A view declares with `careers.web.public_page` that its page may be kept and by which parameters; `rules`
makes the key of a request from that. `page` is one kept page, `store` the bounded memory, `application` the
WSGI application that ties them together. How long a page holds is said by `render_public` or `keep_until`.
"""

from careerportal.pagecache.application import CachedApplication

__all__ = ["CachedApplication"]
