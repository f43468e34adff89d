"""Fields of work: the career clusters."""

from collections import defaultdict

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from careers.browse import cluster_rule, fields_of_work, shown_sheets
from careers.models import Cluster, ClusterMember, Framework
from careers.rendering import PublicPage, render_public
from careers.rows import CareerRow, career_rows, pay_axis


@require_safe
def cluster_list(request: HttpRequest) -> PublicPage:
    """All fields of work with the number of careers in each."""
    return render_public(request, "careers/cluster_list.html", {"fields": fields_of_work()})


@require_safe
def cluster_detail(request: HttpRequest, slug: str) -> PublicPage:
    """The careers of one field, by pathway."""
    cluster = get_object_or_404(Cluster, framework=Framework.SIXTEEN, slug=slug)
    rows = {
        row.slug: row
        for row in career_rows(shown_sheets().filter(cluster_rule(slug)).distinct().order_by("title"))
    }
    context = {
        "cluster": cluster,
        "count": len(rows),
        "pathways": _pathways(cluster, rows),
        "axis": pay_axis(),
    }
    return render_public(request, "careers/cluster_detail.html", context)


def _pathways(cluster: Cluster, rows: dict[str, CareerRow]) -> list[tuple[str, list[CareerRow]]]:
    members = ClusterMember.objects.filter(cluster=cluster, is_vanished=False).values_list(
        "pathway", "occupation__sheet__slug"
    )
    slugs: dict[str, set[str]] = defaultdict(set)
    for pathway, slug in members:
        slugs[pathway].add(slug)
    return [
        (pathway, [row for slug, row in rows.items() if slug in slugs[pathway]])
        for pathway in sorted(slugs)
        if slugs[pathway] & rows.keys()
    ]
