"""Careers by title from A to Z, by when their text was published, and by how often they are read."""

from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_safe

from careers.browse.titles import LETTERS, titles
from careers.compare.cards import credits_of
from careers.models import PageViewCount, SubjectType, Version
from careers.public.careers import find_careers, public_once
from careers.web import query_params
from careers.web.public_page import public_page
from careers.web.rendering import PublicPage, next_midnight, render_public

PAGE_LENGTH = 50
TITLES_LENGTH = 100
POPULAR_LENGTH = 30


@require_safe
@public_page(params=("page",))
def title_list(request: HttpRequest, letter: str = "a") -> PublicPage:
    """All titles that begin with a letter."""
    if letter not in LETTERS or len(letter) != 1:
        raise Http404
    page = query_params.page_of(request, titles(letter), TITLES_LENGTH)
    context = {"letter": letter, "letters": LETTERS, "page": page, "rows": list(page.object_list)}
    return render_public(request, "browse/titles.html", context)


@require_safe
@public_page(params=("page",))
def recent_list(request: HttpRequest) -> PublicPage:
    """Careers whose text was published last."""
    live = Version.objects.live().filter(subject_type=SubjectType.CAREER).without_documents()
    newest_first = live.order_by("-publish_at", "title")
    page = query_params.page_of(request, newest_first, PAGE_LENGTH)
    rows = [
        (version, date_format(timezone.localtime(version.publish_at), "DATE_FORMAT"))
        for version in page.object_list
        if version.publish_at
    ]
    return render_public(
        request, "browse/recent.html", {"page": page, "rows": rows}, until=Version.objects.next_change_at()
    )


@require_safe
@public_page()
def popular_list(request: HttpRequest) -> PublicPage:
    """The careers that were read most in the last four weeks."""
    now = timezone.now()
    slugs = list(PageViewCount.objects.most_read(timezone.localdate(now))[:POPULAR_LENGTH])
    careers = public_once(find_careers(slugs, now=now).values())
    context = {"cards": [career.as_summary() for career in careers], "credits": credits_of(careers)}
    return render_public(request, "browse/popular.html", context, until=next_midnight(now))
