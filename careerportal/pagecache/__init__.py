"""Whole pages, kept in front of Django and sent as they are: a public page is the same bytes for all.

`rules` says which pages may be kept and what their address may vary in, `page` is one kept page,
`store` the bounded memory, `application` the WSGI application that ties them together. A view says how
long its page holds by setting `response.cache_until` to a moment, or to None for "until the content changes".
"""

from careerportal.pagecache.application import CachedApplication

__all__ = ["CachedApplication"]
