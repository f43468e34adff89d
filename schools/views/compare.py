"""Up to three schools side by side."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from careers.web import query_params
from careers.web.public_page import public_page
from careers.web.rendering import render_public
from schools.page.compare import MAX_COMPARED_SCHOOLS, compare_page


@require_safe
@public_page(params=("s", "program"), repeated=("s",))
def school_compare(request: HttpRequest) -> HttpResponseBase:
    """The schools named by ``s``; ``program`` adds how many finish that program at each."""
    values = query_params.texts(request, "s", most=MAX_COMPARED_SCHOOLS)
    slugs, program = values[:MAX_COMPARED_SCHOOLS], query_params.text(request, "program")
    if len(request.GET.getlist("s")) != len(slugs):
        pairs = [("s", slug) for slug in slugs] + ([("program", program)] if program else [])
        return redirect(f"{reverse('schools:school-compare')}?{urlencode(pairs)}")
    page = compare_page(slugs, program)
    if len(page.schools) < len(slugs):
        raise query_params.NoSuchChoice("s", "There is no such school.")
    if program and page.program is None:
        raise query_params.NoSuchChoice("program", "There is no such program.")
    return render_public(request, "schools/school_compare.html", {"page": page})
