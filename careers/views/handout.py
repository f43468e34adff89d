"""A career on paper."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from careers.handout import handout, handout_pdf
from careers.handout.drawing import code_svg
from careers.public.live_career import LiveCareer, WithdrawnError, current_address, find_address, live_career
from careers.web.public_page import public_page
from careers.web.qr import qr_code
from careers.web.rendering import absolute, keep_until, render_public


@require_safe
@public_page()
def career_handout(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The handout as PDF, kept by the page cache like a page: it changes with the text and the figures."""
    address = find_address(slug)
    if not address.is_current:
        return redirect("careers:career-handout", current_address(address).slug, permanent=True)
    try:
        career = live_career(address, now=timezone.now())
    except WithdrawnError as gone:
        return render_public(request, "careers/gone.html", {"title": gone.title}, status=410)
    response = HttpResponse(_pdf(request, career), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{slug}.pdf"'
    response["X-Robots-Tag"] = "noindex"  # the page itself is to be found
    keep_until(response, career.next_change_at())
    return response


def _pdf(request: HttpRequest, career: LiveCareer) -> bytes:
    link = absolute(request, reverse("short-address", args=[career.address.short_code]))
    code = qr_code(link)
    made_at = career.version.publish_at if career.version and career.version.publish_at else career.now
    day = date_format(timezone.localdate(made_at), "DATE_FORMAT")
    words = {"number": career.version.number if career.version else 0, "day": day}
    return handout_pdf(
        handout(career.page),
        site=settings.SITE_NAME,
        address=link.split("://", 1)[-1],
        link=link,
        code=code_svg(code.size, code.path),
        version=_("Version %(number)s, %(day)s") % words if career.version else day,
        made_at=made_at,
    )
