"""Lists of careers by what they ask of people, by software, industry and school subject."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from careers.browse.elements import codes_by_importance, elements_with_counts
from careers.browse.industries import jobs_by_code, newest, sectors
from careers.browse.subjects import BY_SLUG, SUBJECTS, BrowseSubject, subjects_of
from careers.browse.technology import categories, codes_using
from careers.formatting.numbers import number
from careers.listing.by_occupation import rows_by_occupation
from careers.listing.clusters import shown_sheets
from careers.listing.rows import CareerRow
from careers.models import Element, Industry, SubjectType, Version
from careers.reference.rating_domains import BY_KEY, RATING_DOMAINS
from careers.web import query_params
from careers.web.public_page import public_page
from careers.web.rendering import PublicPage, render_public

PAGE_LENGTH = 50


@dataclass(frozen=True, slots=True)
class Link:
    """A link of an index; ``note`` says what it is, ``count`` how many careers it leads to."""

    label: str
    address: str
    note: str = ""
    count: int | None = None


@dataclass(frozen=True, slots=True)
class NotedRow:
    row: CareerRow
    note: str


def _index(
    request: HttpRequest, title: str, lede: str, groups: Sequence[tuple[str, str, Sequence[Link]]]
) -> PublicPage:
    """An index: groups with a heading, a hint and links. A group without links is left out."""
    shown = [group for group in groups if group[2]]
    return render_public(request, "browse/index.html", {"title": title, "lede": lede, "groups": shown})


def _counted_links(view: str, rows: Iterable[tuple[str, str, int]]) -> list[Link]:
    """Links to ``view`` for names, arguments of the address and numbers of careers."""
    return [Link(name, reverse(view, args=[argument]), count=count) for name, argument, count in rows]


def _listing(
    request: HttpRequest,
    codes: Sequence[str],
    *,
    title: str,
    lede: str,
    back: tuple[str, str],
    notes: Mapping[str, str] | None = None,
    more: Sequence[Link] = (),
    source: str = "",
) -> PublicPage:
    """Careers by their codes, in that order.

    ``back`` is the index; ``more`` are links to lists that are near.
    """
    page = query_params.page_of(request, codes, PAGE_LENGTH)
    rows = rows_by_occupation(list(page.object_list))
    note_of = notes or {}
    context = {
        "title": title,
        "lede": lede,
        "trail": [back],
        "page": page,
        "rows": [NotedRow(row, note_of.get(code, "")) for code, careers in rows.items() for row in careers],
        "more": more,
        "source": source,
    }
    return render_public(request, "browse/list.html", context, until=Version.objects.next_change_at())


def _element_link(element: Element, count: int | None = None) -> Link:
    path = reverse(f"careers:{BY_KEY[element.domain].path}-detail", args=[element.slug])
    return Link(element.name, path, element.meaning, count)


@require_safe
@public_page()
def element_list(request: HttpRequest) -> PublicPage:
    """Every skill, kind of knowledge, ability and way of working that the agency rates."""
    groups = [
        (str(words.name), str(words.hint), [_element_link(element, count) for element, count in elements])
        for words, elements in elements_with_counts()
    ]
    return _index(
        request,
        _("What work asks of you"),
        _("Skills, knowledge, abilities and ways of working, and the careers that use each."),
        groups,
    )


@require_safe
@public_page(params=("page",))
def element_detail(request: HttpRequest, slug: str, path: str) -> PublicPage:
    """More careers that use one skill, kind of knowledge, ability or way of working."""
    words = next(words for words in RATING_DOMAINS if words.path == path)
    element = get_object_or_404(Element, domain=words.key, slug=slug)
    subjects = [subject for subject in SUBJECTS if words.path == "knowledge" and slug in subject.knowledge]
    return _listing(
        request,
        codes_by_importance([element]),
        title=element.name,
        lede=element.meaning,
        back=(_("What work asks of you"), reverse("careers:skills-list")),
        more=[_subject_link(subject) for subject in subjects],
        source=_("Careers in which O*NET rates it as important, the most important first."),
    )


@require_safe
@public_page()
def technology_list(request: HttpRequest) -> PublicPage:
    """Kinds of software."""
    rows = ((category.name, category.slug, category.count) for category in categories())
    links = _counted_links("careers:technology-detail", rows)
    lede = _("Which careers use which kind of software.")
    return _index(request, _("Software and tools on screen"), lede, [(_("Kinds of software"), "", links)])


@require_safe
@public_page(params=("page",))
def technology_detail(request: HttpRequest, slug: str) -> PublicPage:
    """Careers that use one kind of software, with the products they name."""
    category = next((category for category in categories() if category.slug == slug), None)
    if category is None:
        raise Http404
    products = codes_using(category)
    return _listing(
        request,
        list(products),
        title=category.name,
        lede=_("Careers that use it, with products that are named."),
        back=(_("Software and tools on screen"), reverse("careers:technology-list")),
        notes=products,
        source=_("From the technology that O*NET lists; careers whose job ads often ask for it come first."),
    )


@require_safe
@public_page()
def industry_list(request: HttpRequest) -> PublicPage:
    """The sectors of the economy."""
    rows = ((sector.title, sector.code, sector.count) for sector in sectors())
    links = _counted_links("careers:industry-detail", rows)
    lede = _("Who employs whom: the careers of each sector.")
    return _index(request, _("Industries"), lede, [(_("Sectors of the economy"), "", links)])


@require_safe
@public_page(params=("page",))
def industry_detail(request: HttpRequest, code: str) -> PublicPage:
    """The careers of one sector, by how many people do them there."""
    industry = get_object_or_404(Industry, level="sector", code=code)
    release = newest()
    jobs = jobs_by_code(industry, release)
    sheets = shown_sheets().filter(figures_code__in=jobs).order_by("occupation")
    figures = dict(sheets.values_list("pk", "figures_code"))
    notes = {
        onet: _("%(count)s jobs here") % {"count": number(jobs[figure])} for onet, figure in figures.items()
    }
    codes = sorted(figures, key=lambda onet: -jobs[figures[onet]])
    return _listing(
        request,
        codes,
        title=industry.title,
        lede=_("The careers of this sector, those with the most jobs first."),
        back=(_("Industries"), reverse("careers:industry-list")),
        notes=notes,
        source=(release.credit_line if release else "")
        + " "
        + _("Careers that are counted together in one code show the same number."),
    )


def _subject_link(subject: BrowseSubject) -> Link:
    return Link(
        str(subject.name), reverse("careers:subject-detail", args=[subject.slug]), _("School subject")
    )


@require_safe
@public_page()
def subject_list(request: HttpRequest) -> PublicPage:
    """School subjects."""
    links = [
        Link(str(subject.name), reverse("careers:subject-detail", args=[subject.slug]))
        for subject in SUBJECTS
    ]
    return _index(
        request,
        _("School subjects"),
        _("Where what you learn at school is used."),
        [(_("Subjects"), _("Each stands for kinds of knowledge that O*NET rates."), links)],
    )


@require_safe
@public_page(params=("page",))
def subject_detail(request: HttpRequest, slug: str) -> PublicPage:
    """Careers that use a school subject: those whose profile names a course of it first."""
    subject = BY_SLUG.get(slug)
    if subject is None:
        raise Http404
    courses = _courses()
    spoken = {code: [c for c in names if subject.names(c)] for code, names in courses.items()}
    named = {code: ", ".join(dict.fromkeys(names)) for code, names in spoken.items() if names}
    elements = list(Element.objects.filter(domain="knowledge", slug__in=subject.knowledge))
    rated = codes_by_importance(elements)
    near = {other.slug for code in named for other in subjects_of(courses[code])} - {slug}
    return _listing(
        request,
        list(dict.fromkeys([*sorted(named), *rated])),
        title=str(subject.name),
        lede=_("Careers that use it: those whose page names a course of it come first."),
        back=(_("School subjects"), reverse("careers:subject-list")),
        notes={
            code: _("High-school course: %(courses)s") % {"courses": text} for code, text in named.items()
        },
        more=[
            *(_element_link(element) for element in elements),
            *(_subject_link(other) for other in SUBJECTS if other.slug in near),
        ],
        source=_(
            "Which kinds of O*NET’s knowledge belong to the subject is this site’s own judgement; careers "
            "are listed where one of them is rated as important."
        ),
    )


def _courses() -> dict[str, list[str]]:
    """The high-school courses that live profiles name, by O*NET-SOC code."""
    live = Version.objects.live().filter(subject_type=SubjectType.CAREER, document__high_school__isnull=False)
    rows = live.exclude(document__high_school=None).values_list("onet", "document__high_school")
    courses: dict[str, list[str]] = {}
    for code, school in rows:
        if school:
            courses.setdefault(str(code), []).extend([*school["required"], *school["electives"]])
    return courses
