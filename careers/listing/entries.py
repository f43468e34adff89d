"""The pages that lists show, with what they are narrowed and sorted by."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.utils import timezone

from careers.documents.summary import CareerLine
from careers.models import ClusterMember, Framework, SearchSubject, SheetRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(CareerLine):
    """One page: an occupation's, or that of a career with an address of its own and its occupation's figures.

    Its figures are numbers to narrow and sort by, from the columns of the sheets: there are a thousand
    entries, and a list shows fifty of them. ``pay`` is the annual median in US dollars, ``growth`` per cent
    over the projections' ten years, ``openings`` and ``jobs`` are numbers of jobs; ``None`` where nothing is
    published.
    """

    key: str
    onet: str
    pay: int | None
    growth: float | None
    openings: int | None
    jobs: int | None
    education: int | None
    zone: str
    interest: str
    is_bright: bool
    clusters: frozenset[str]


def entries() -> list[Entry]:
    """All of them from A to Z, from three queries."""
    clusters = _clusters()
    by_code = {}
    rows = SheetRecord.objects.current().values_list(
        "pk",
        "slug",
        "title",
        "annual_median",
        "growth_percent",
        "annual_openings",
        "employment",
        "education_rank",
        "job_zone",
        "interest_code",
        "is_bright",
    )
    for code, slug, title, pay, growth, openings, jobs, education, zone, interest, is_bright in rows:
        by_code[code] = Entry(
            key=code,
            onet=code,
            slug=slug,
            title=title,
            summary="",
            pay=pay,
            growth=None if growth is None else float(growth),
            openings=openings,
            jobs=jobs,
            education=education,
            zone=zone,
            interest=interest,
            is_bright=is_bright,
            clusters=clusters.get(code, frozenset()),
        )
    return sorted(_with_texts(by_code).values(), key=lambda entry: (entry.title.casefold(), entry.key))


def _clusters() -> dict[str, frozenset[str]]:
    members = ClusterMember.objects.current().filter(cluster__framework=Framework.SIXTEEN)
    clusters: dict[str, set[str]] = defaultdict(set)
    for code, slug in members.values_list("occupation", "cluster__slug"):
        clusters[code].add(slug)
    return {code: frozenset(slugs) for code, slugs in clusters.items()}


def _with_texts(by_code: Mapping[str, Entry]) -> dict[str, Entry]:
    """Add the published lines, and the careers with an address of their own."""
    by_key = dict(by_code)
    withdrawn = SearchSubject.objects.withdrawn(timezone.now())
    subjects = SearchSubject.objects.exclude(pk__in=withdrawn)
    rows = subjects.values_list("key", "onet", "slug", "title", "summary")
    for key, onet, slug, title, summary in rows:
        occupation = by_code.get(onet)
        if occupation is None:
            continue
        address = occupation.slug if key == onet else slug
        by_key[key] = replace(occupation, key=key, title=title, summary=summary, slug=address)
    return by_key
