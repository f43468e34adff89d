"""Fields of work: the career clusters."""

from collections import defaultdict
from collections.abc import Sequence

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from careers.listing.clusters import fields_of_work
from careers.listing.entries import Entry, entries
from careers.listing.rows import CareerRow, entry_rows, pay_axis
from careers.models import Cluster, ClusterMember, Framework
from careers.web.public_page import public_page
from careers.web.rendering import PublicPage, render_public


@require_safe
@public_page()
def cluster_list(request: HttpRequest) -> PublicPage:
    """All fields of work with the number of careers in each."""
    return render_public(request, "careers/cluster_list.html", {"fields": fields_of_work(entries())})


@require_safe
@public_page()
def cluster_detail(request: HttpRequest, slug: str) -> PublicPage:
    """The careers of one field, by pathway."""
    cluster = get_object_or_404(Cluster, framework=Framework.SIXTEEN, slug=slug)
    members = [entry for entry in entries() if slug in entry.clusters]
    context = {
        "cluster": cluster,
        "count": len(members),
        "pathways": _pathways(cluster, members),
        "axis": pay_axis(),
    }
    return render_public(request, "careers/cluster_detail.html", context)


def _pathways(cluster: Cluster, members: Sequence[Entry]) -> list[tuple[str, list[CareerRow]]]:
    rows = list(zip(members, entry_rows(members), strict=True))
    codes: dict[str, set[str]] = defaultdict(set)
    current = ClusterMember.objects.current().filter(cluster=cluster)
    for pathway, code in current.values_list("pathway", "occupation"):
        codes[pathway].add(code)
    pathways = [
        (pathway, [row for entry, row in rows if entry.onet in codes[pathway]]) for pathway in sorted(codes)
    ]
    return [(pathway, listed) for pathway, listed in pathways if listed]
