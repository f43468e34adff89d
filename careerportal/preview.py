"""A draft as visitors will see it, for those with the signed link.

It is kept apart from the public views because it reads drafts.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from careerportal.views.career import area_param, context
from careers.documents.sheet import Sheet
from careers.editorial.models import Career, Guide
from careers.editorial.models.working_copy import WorkingCopy
from careers.editorial.previews import PreviewError, previewed
from careers.models import SheetRecord
from careers.page.assemble import read_career
from careers.publishing.freezing import freeze_career, freeze_guide
from careers.views.guides import guide_context
from careers.web.rendering import render_public


@require_safe
@never_cache
def preview(request: HttpRequest, token: str) -> HttpResponse:
    """The page that publishing now would make. Never cached, never listed by search engines."""
    try:
        copy = previewed(token)
    except PreviewError as error:
        raise Http404(str(error)) from error
    response = _page(request, copy)
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"  # the address is the key; other sites must not learn it
    return response


def _page(request: HttpRequest, copy: WorkingCopy) -> HttpResponse:
    if isinstance(copy, Guide):
        return render_public(
            request, "careers/guide_detail.html", guide_context(request, freeze_guide(copy), None)
        )
    assert isinstance(copy, Career)  # noqa: S101  there are two kinds of working copies
    sheet = SheetRecord.objects.filter(pk=copy.occupation_id).first()
    if sheet is None:
        raise Http404("There are no figures for this occupation yet.")
    profile = freeze_career(copy, is_lenient=True)
    document = Sheet.model_validate(sheet.document)
    area = area_param(request)
    page = read_career(sheet=document, profile=profile, area=area, now=timezone.now())
    return render_public(request, "careers/career.html", context(request, page, area=area))
