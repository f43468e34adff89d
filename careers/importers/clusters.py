"""Career clusters and Bright Outlook, the lists that O*NET OnLine offers as CSV files."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.text import slugify

from careers.importers.base.cells import code, needed, of_known, parsed_rows
from careers.importers.base.files import Row, check_columns
from careers.importers.base.load import Load, Origin
from careers.importers.base.problems import Refusals, RowProblem
from careers.importers.base.sync import SyncTarget
from careers.importers.onet.rows import occupation_codes
from careers.models import BrightOutlook, Cluster, ClusterMember, Framework
from careers.reference import sources

CLUSTER_SOURCES = {Framework.SIXTEEN: sources.CLUSTERS, Framework.FOURTEEN: sources.CLUSTERS_14}
BRIGHT_SOURCE = sources.BRIGHT_OUTLOOK
#: The agency joins several entries of one cell so.
SEPARATOR = "; "
CLUSTER, PATHWAY, CODE = "Career Cluster", "Career Pathway", "Code"
SUB_CLUSTER = "Sub-Cluster"  # what the framework of 2024 calls a pathway
CATEGORIES = "Categories"


@dataclass(frozen=True, slots=True)
class MemberRow:
    """An occupation's clusters with the pathway in each, in the agency's order."""

    line: int
    onet: str
    places: tuple[tuple[str, str], ...]


def read_clusters(path: Path, refusals: Refusals) -> Iterator[MemberRow]:
    """The rows of All_Career_Clusters.csv.

    Cluster and pathway are lists of equal length ("Finance; Finance").
    """

    def parse(line: int, row: Row) -> MemberRow:
        pathway = PATHWAY if PATHWAY in row else SUB_CLUSTER
        check_columns(path, row, [pathway])
        clusters = needed(row, CLUSTER, 1000).split(SEPARATOR)
        pathways = needed(row, pathway, 1000).split(SEPARATOR)
        if len(clusters) != len(pathways):
            reason = f"it has {len(pathways)} entries where {CLUSTER} has {len(clusters)}"
            raise RowProblem(reason, column=pathway, value=row[pathway])
        # A pair may be repeated; each place counts once.
        places = tuple(dict.fromkeys(zip(map(str.strip, clusters), map(str.strip, pathways), strict=True)))
        return MemberRow(line, code(row, CODE), places)

    return parsed_rows(path, (CLUSTER, CODE), parse, refusals, is_csv=True)


def load_clusters(load: Load, path: Path, origin: Origin, framework: Framework) -> None:
    """Bring one framework's clusters and their members to what ``path`` says.

    The other framework stays as it is.
    """
    release = load.start_release(origin, path)
    refusals = Refusals(path)
    rows = list(of_known(read_clusters(path, refusals), occupation_codes(), refusals, column=CODE))
    clusters = _ensure_clusters(framework, {title for row in rows for title, _ in row.places})
    target = SyncTarget.of_release(
        ClusterMember, release, ("occupation", "cluster", "pathway"), subject="occupation"
    )
    values = (
        (row.line, (release.pk, row.onet, clusters[title], pathway))
        for row in rows
        for title, pathway in row.places
    )
    load.load_rows(release, target, values, path=path, label=framework.label, refusals=[refusals])


def _ensure_clusters(framework: Framework, titles: set[str]) -> dict[str, int]:
    present = dict(Cluster.objects.filter(framework=framework).values_list("title", "pk"))
    for title in sorted(titles - set(present)):
        cluster = Cluster.objects.create(framework=framework, title=title, slug=slugify(title))
        present[title] = cluster.pk
    return present


@dataclass(frozen=True, slots=True)
class BrightRow:
    """``reasons`` are such as Rapid Growth, each named once."""

    line: int
    onet: str
    reasons: tuple[str, ...]


def read_bright_outlook(path: Path, refusals: Refusals) -> Iterator[BrightRow]:
    """The rows of All_Bright_Outlook_Occupations.csv."""

    def parse(line: int, row: Row) -> BrightRow:
        reasons = needed(row, CATEGORIES, 300).split(SEPARATOR)
        if too_long := next((reason for reason in reasons if len(reason) > 60), ""):
            raise RowProblem("it is longer than any known category", column=CATEGORIES, value=too_long)
        return BrightRow(line, code(row, CODE), tuple(dict.fromkeys(reason.strip() for reason in reasons)))

    return parsed_rows(path, (CODE, CATEGORIES), parse, refusals, is_csv=True)


def load_bright_outlook(load: Load, path: Path, origin: Origin) -> None:
    release = load.start_release(origin, path)
    refusals = Refusals(path)
    rows = of_known(read_bright_outlook(path, refusals), occupation_codes(), refusals, column=CODE)
    target = SyncTarget.of_release(BrightOutlook, release, ("occupation", "reason"), subject="occupation")
    values = ((row.line, (release.pk, row.onet, reason)) for row in rows for reason in row.reasons)
    load.load_rows(release, target, values, path=path, label="Bright Outlook", refusals=[refusals])
