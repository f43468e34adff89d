"""A placement as readers will see it, for whoever has the signed link."""

import datetime as dt

from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from careers.web.rendering import render_public
from schools.editorial.models import Placement
from schools.editorial.publishing import check, freeze
from schools.placements import Placements

SALT = "schools.editorial.preview"
LIFETIME = dt.timedelta(days=7)


def preview_address(placement: Placement) -> str:
    """The address of a preview; it works for a week, without an account."""
    return reverse("placement-preview", args=[signing.dumps(placement.key, salt=SALT, compress=True)])


@require_safe
@never_cache
def preview(request: HttpRequest, token: str) -> HttpResponse:
    """The group that publishing now would show. Never kept by a cache, never listed by a search engine."""
    try:
        key = signing.loads(token, salt=SALT, max_age=LIFETIME)
    except signing.BadSignature as error:
        raise Http404("This link is not one of ours, or it has expired. Ask for a new one.") from error
    placement = get_object_or_404(Placement.objects.select_related("school"), key=key)
    document = freeze(placement)
    placements = Placements([document], []) if document.is_paid else Placements([], [document])
    context = {"document": document, "placements": placements, "problems": check(placement)}
    response = render_public(request, "schools/placement_preview.html", context)
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"  # the address is the key; other sites must not learn it
    return response
