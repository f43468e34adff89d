"""The public register of placements."""

import datetime as dt

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.views.decorators.http import require_safe

from careers.models import SubjectType, Version
from careers.web.public_page import public_page
from careers.web.rendering import PublicPage, render_public
from schools.placements import register


@require_safe
@public_page()
def placement_list(request: HttpRequest) -> PublicPage:
    """Every placement that was ever public, with who paid or why it was chosen."""
    now: dt.datetime = timezone.now()
    context = {"entries": register(now=now), "takes_paid": settings.PAID_PLACEMENTS}
    until = Version.objects.filter(subject_type=SubjectType.PLACEMENT).next_change_at(now)
    return render_public(request, "schools/placement_list.html", context, until=until)
