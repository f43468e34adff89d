"""Where the numbers come from."""

from itertools import groupby

from django.http import HttpRequest
from django.utils import timezone
from django.views.decorators.http import require_safe

from careers.models import Release
from careers.rendering import PublicPage, next_midnight, render_public
from careers.sources import SOURCES


@require_safe
def source_list(request: HttpRequest) -> PublicPage:
    """Every release that is loaded, by source, the newest first."""
    releases = Release.objects.newest_first()
    groups = [
        (SOURCES[key], list(group)) for key, group in groupby(releases, key=lambda release: release.source)
    ]
    return render_public(
        request, "careers/source_list.html", {"groups": groups}, until=next_midnight(timezone.now())
    )
