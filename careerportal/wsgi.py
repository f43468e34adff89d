"""What a WSGI server runs: `gunicorn -c python:careerportal.server careerportal.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerportal.settings")

_django = get_wsgi_application()

from django.conf import settings  # noqa: E402  # Django and its apps must be set up first

from careerportal.api.limit import LimitedApplication  # noqa: E402
from careerportal.page_views import CountedApplication  # noqa: E402
from careerportal.pagecache import CachedApplication  # noqa: E402
from careerportal.pagecache.rules import KeyMaker  # noqa: E402

_cached = CachedApplication(
    _django,
    capacity=settings.PAGE_CACHE_MEGABYTES * 1024 * 1024,
    keys=KeyMaker(proxy_header=settings.SECURE_PROXY_SSL_HEADER),
)

application = LimitedApplication(
    CountedApplication(_cached),
    per_minute=settings.API_REQUESTS_PER_MINUTE,
    address_header=settings.ALLAUTH_TRUSTED_CLIENT_IP_HEADER,
    spares_loopback=settings.LOCAL,
)
