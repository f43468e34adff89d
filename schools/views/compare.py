"""Up to three schools side by side."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from careers.web.rendering import render_public
from schools.page.compare import MAX_COMPARED_SCHOOLS, compare_page


@require_safe
def school_compare(request: HttpRequest) -> HttpResponseBase:
    """The schools named by ``s``; ``program`` adds how many finish that program at each."""
    asked = list(dict.fromkeys(request.GET.getlist("s")))
    slugs = asked[:MAX_COMPARED_SCHOOLS]
    program = request.GET.get("program", "")
    if len(request.GET.getlist("s")) != len(slugs):
        pairs = [("s", slug) for slug in slugs] + ([("program", program)] if program else [])
        return redirect(f"{reverse('schools:school-compare')}?{urlencode(pairs)}")
    page = compare_page(slugs, program)
    return render_public(request, "schools/school_compare.html", {"page": page})
