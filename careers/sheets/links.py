"""The parts of sheets that name things: other titles, software, fields, neighbors, the agency's tasks."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import F

from careers.documents.sheet import (
    Bright,
    ClusterGroup,
    ClusterRef,
    OtherTitles,
    TaskGroup,
    TaskLine,
    Technology,
    TechnologyGroup,
)
from careers.models import (
    BrightOutlook,
    ClusterMember,
    OtherTitle,
    RelatedOccupation,
    Task,
    TaskRating,
    TechnologyUse,
)
from careers.reference import sources
from careers.sheets.releases import Releases

REPORTED, ALTERNATE = sources.ONET_REPORTED_TITLES, sources.ONET_ALTERNATE_TITLES
TECHNOLOGY, RELATED, BRIGHT = sources.ONET_TECHNOLOGY, sources.ONET_RELATED, sources.BRIGHT_OUTLOOK
TASKS, TASK_RATINGS = sources.ONET_TASKS, sources.ONET_TASK_RATINGS
#: One source for each framework, the newest framework's last.
CLUSTERS = ("clusters", sources.CLUSTERS_14)
MAX_TITLES = 15
MAX_CATEGORIES = 12
MAX_EXAMPLES = 4
MAX_TASKS = 15
MAX_RELATED = 10
PRIMARY = "Primary"


@dataclass(frozen=True, slots=True)
class Neighbor:
    onet: str
    tier: str


@dataclass(frozen=True, slots=True)
class Links:
    """By O*NET code. ``related`` are all neighbors that are not dropped, the closest first."""

    titles: Mapping[str, OtherTitles]
    technology: Mapping[str, TechnologyGroup]
    related: Mapping[str, Sequence[Neighbor]]
    clusters: Mapping[str, ClusterGroup]
    bright: Mapping[str, Bright]
    tasks: Mapping[str, TaskGroup]

    @classmethod
    def read(cls, releases: Releases, own_titles: Mapping[str, str]) -> "Links":
        return cls(
            titles=_titles(releases, own_titles),
            technology=_technology(releases),
            related=_related(releases),
            clusters=_clusters(releases),
            bright=_bright(releases),
            tasks=_tasks(releases),
        )


def _titles(releases: Releases, own_titles: Mapping[str, str]) -> dict[str, OtherTitles]:
    """Titles that workers reported come first, of these the ones that the agency shows to students."""
    by_code: dict[str, dict[str, str]] = defaultdict(dict)
    sources: dict[str, list[str]] = defaultdict(list)
    for source in (REPORTED, ALTERNATE):
        rows = (
            OtherTitle.objects.current()
            .filter(release=releases.pk(source))
            .order_by("occupation_id", F("is_shown_in_my_next_move").desc(nulls_last=True), "pk")
        )
        for code, title in rows.values_list("occupation_id", "title"):
            by_code[code].setdefault(title.casefold(), title)
            if source not in sources[code]:
                sources[code].append(source)
    for code, titles in by_code.items():
        titles.pop(own_titles.get(code, "").casefold(), None)
    return {
        code: OtherTitles(releases=sources[code], titles=[*titles.values()][:MAX_TITLES], count=len(titles))
        for code, titles in by_code.items()
        if titles
    }


def _technology(releases: Releases) -> dict[str, TechnologyGroup]:
    rows = TechnologyUse.objects.current().filter(release=releases.pk(TECHNOLOGY))
    fields = ("occupation_id", "category_code", "category", "example", "is_hot", "is_in_demand")
    by_category: dict[tuple[str, str, str], list[tuple[bool, bool, str]]] = defaultdict(list)
    for code, category_code, category, example, is_hot, is_in_demand in rows.values_list(*fields):
        by_category[code, category_code, category].append((not is_in_demand, not is_hot, example))
    by_code: dict[str, list[Technology]] = defaultdict(list)
    for (code, category_code, category), examples in by_category.items():
        by_code[code].append(_category(category, category_code, sorted(examples)))
    return {
        code: TechnologyGroup(release=TECHNOLOGY, categories=_first_categories(categories))
        for code, categories in by_code.items()
    }


def _category(category: str, code: str, examples: Sequence[tuple[bool, bool, str]]) -> Technology:
    return Technology(
        category=category,
        category_code=code,
        examples=[example for _, _, example in examples[:MAX_EXAMPLES]],
        count=len(examples),
        is_hot=any(not is_cold for _, is_cold, _ in examples),
        is_in_demand=any(not is_unasked for is_unasked, _, _ in examples),
    )


def _first_categories(categories: Iterable[Technology]) -> list[Technology]:
    ordered = sorted(
        categories,
        key=lambda category: (
            not category.is_in_demand,
            not category.is_hot,
            -category.count,
            category.category,
        ),
    )
    return ordered[:MAX_CATEGORIES]


def _related(releases: Releases) -> dict[str, list[Neighbor]]:
    rows = (
        RelatedOccupation.objects.current()
        .filter(release=releases.pk(RELATED), related__is_vanished=False)
        .order_by("occupation_id", "rank")
    )
    by_code: dict[str, list[Neighbor]] = defaultdict(list)
    for code, related, tier in rows.values_list("occupation_id", "related_id", "tier"):
        by_code[code].append(Neighbor(related, tier))
    for neighbors in by_code.values():
        neighbors.sort(key=lambda neighbor: not neighbor.tier.startswith(PRIMARY))
    return dict(by_code)


def _clusters(releases: Releases) -> dict[str, ClusterGroup]:
    items: dict[str, list[ClusterRef]] = defaultdict(list)
    for source in CLUSTERS:
        members = ClusterMember.objects.current().filter(release=releases.pk(source))
        for member in members.select_related("cluster").order_by("occupation_id", "pk"):
            cluster = member.cluster
            items[member.occupation_id].append(
                ClusterRef(
                    release=source,
                    framework=cluster.framework,
                    title=cluster.title,
                    slug=cluster.slug,
                    pathway=member.pathway,
                )
            )
    return {
        code: ClusterGroup(release=clusters[0].release, items=clusters) for code, clusters in items.items()
    }


def _bright(releases: Releases) -> dict[str, Bright]:
    rows = BrightOutlook.objects.current().filter(release=releases.pk(BRIGHT)).order_by("pk")
    reasons: dict[str, list[str]] = defaultdict(list)
    for code, reason in rows.values_list("occupation_id", "reason"):
        reasons[code].append(reason)
    return {code: Bright(release=BRIGHT, reasons=texts) for code, texts in reasons.items()}


def _tasks(releases: Releases) -> dict[str, TaskGroup]:
    """The agency's own sentences, where an operator loaded them: by importance, else core tasks first."""
    ratings = TaskRating.objects.current().filter(release=releases.pk(TASK_RATINGS), is_suppressed=False)
    importance = dict(ratings.values_list("task_id", "importance"))
    by_code: dict[str, list[tuple[TaskLine, int]]] = defaultdict(list)
    tasks = Task.objects.current().filter(release=releases.pk(TASKS))
    for code, task_id, text, kind in tasks.values_list("occupation_id", "task_id", "text", "kind"):
        value = importance.get(task_id)
        line = TaskLine(text=text, kind=kind, importance=None if value is None else float(value))
        by_code[code].append((line, task_id))
    return {code: TaskGroup(release=TASKS, tasks=_first_tasks(lines)) for code, lines in by_code.items()}


def _first_tasks(lines: list[tuple[TaskLine, int]]) -> list[TaskLine]:
    lines.sort(key=lambda pair: (-(pair[0].importance or 0), pair[0].kind != "Core", pair[1]))
    return [line for line, _ in lines[:MAX_TASKS]]
