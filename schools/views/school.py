"""The page of one school."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from careers.web.public_page import public_page
from careers.web.rendering import PublicPage, absolute, render_public
from schools.models import School
from schools.page.school import school_page
from schools.states import state_name
from schools.structured_data import college


@require_safe
@public_page()
def school_detail(request: HttpRequest, slug: str) -> PublicPage:
    """What a school is, what it costs, what it teaches, and what became of it."""
    school = get_object_or_404(School.objects.select_related("release"), slug=slug)
    page = school_page(school)
    canonical = absolute(request, school.get_absolute_url())
    finder = reverse("schools:school-list")
    context = {
        "page": page,
        "school": school,
        "canonical": canonical,
        "structured": college(page, address=canonical),
        "trail": [
            (_("Schools"), finder),
            (state_name(school.state), f"{finder}?{urlencode({'state': school.state})}"),
        ],
    }
    return render_public(request, "schools/school_detail.html", context)
