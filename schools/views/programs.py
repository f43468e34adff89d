"""Programs of study: one, and the search by the name of a major."""

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from careers.web import query_params
from careers.web.public_page import public_page
from careers.web.rendering import absolute, render_public
from schools.finder.subject import current_code
from schools.models import CipCode
from schools.page.program import describe, program_page
from schools.page.program_list import program_list_page
from schools.structured_data import educational_program

MAX_TEXT_LENGTH = 100


@require_safe
@public_page()
def program_detail(request: HttpRequest, code: str) -> HttpResponseBase:
    """A program wherever it is taught; an older code leads to the one of today."""
    current = current_code(code)
    program = CipCode.objects.programs().filter(pk=current).first()
    if program is None:
        raise Http404
    if current != code:
        return redirect(program, permanent=True)
    page = program_page(program)
    canonical = absolute(request, program.get_absolute_url())
    trail = [(_("Programs"), reverse("schools:program-list"))]
    if page.family:
        trail.append((page.family.title, f"{reverse('schools:program-list')}?family={page.family.code}"))
    context = {
        "page": page,
        "program": program,
        "words": describe(page),
        "canonical": canonical,
        "structured": educational_program(page, address=canonical),
        "trail": trail,
    }
    return render_public(request, "schools/program_detail.html", context)


@require_safe
@public_page(params=("q", "family"))
def program_list(request: HttpRequest) -> HttpResponseBase:
    """Programs by the name of a major, or by field."""
    words = query_params.words(request, "q", MAX_TEXT_LENGTH)
    code = current_code(words) if words[:1].isdecimal() else ""
    if code and CipCode.objects.programs().filter(pk=code).exists():
        return redirect("schools:program-detail", code=code)
    family = query_params.text(request, "family")
    page = program_list_page(words=words, family=family)
    if family and not words and page.family is None:
        raise query_params.NoSuchChoice("family", "There is no such field of study.")
    return render_public(request, "schools/program_list.html", {"page": page})
