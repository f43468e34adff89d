"""Where the numbers come from."""

from itertools import groupby

from django.http import HttpRequest
from django.utils import timezone
from django.views.decorators.http import require_safe

from careers.models import KnownEdition, Release
from careers.page.assemble import clauses
from careers.reference.sources import SOURCES
from careers.sheets.releases import reference
from careers.web.public_page import public_page
from careers.web.rendering import PublicPage, next_midnight, render_public


@require_safe
@public_page()
def source_list(request: HttpRequest) -> PublicPage:
    """Every release that is loaded, by source, the newest first."""
    now = timezone.now()
    clause_of = clauses(list(KnownEdition.objects.all()), timezone.localdate(now))
    releases = [(release, clause_of(reference(release))) for release in Release.objects.newest_first()]
    groups = [
        (SOURCES[key], list(group)) for key, group in groupby(releases, key=lambda pair: pair[0].source)
    ]
    return render_public(request, "careers/source_list.html", {"groups": groups}, until=next_midnight(now))
