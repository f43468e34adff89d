"""Finding schools: one query for a page of them, how many there are, and the count behind each choice."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import connection

from careers.models import Release
from careers.reference import sources
from careers.reference.ranking import may_rank
from schools.finder.place import Place
from schools.finder.query import COSTS, FinderQuery, Sort
from schools.levels import LEVELS_OF, LevelGroup

PAGE_LENGTH = 20
EARTH_RADIUS = 3958.8  # miles
EVERYTHING = 100_000

TAUGHT = """
taught AS (
    SELECT school_id, array_agg(DISTINCT award_level) AS award_levels,
           sum(completions) FILTER (WHERE award_level = ANY(%(levels)s::smallint[])) AS completions
    FROM schools_program
    WHERE release_id = %(completions_release)s AND cip_id = ANY(%(programs)s::text[]) AND NOT is_vanished
    GROUP BY school_id
)"""
#: Without a program: every school, with all that it teaches.
ANYTHING = """
taught AS (SELECT school_id, award_levels, completions FROM schools_listing)"""

#: Great-circle distance by the haversine formula, in miles; exact enough on a sphere, and stable for short
#: ones.
DISTANCE = """2 * %(radius)s * asin(least(1, sqrt(
        power(sin(radians(l.latitude - %(latitude)s) / 2), 2)
        + cos(radians(%(latitude)s)) * cos(radians(l.latitude))
        * power(sin(radians(l.longitude - %(longitude)s) / 2), 2))))"""

CANDIDATES = """
candidates AS MATERIALIZED (
    SELECT l.school_id, l.name_key, l.state, l.control, l.size, l.tuition, l.is_online_only,
           t.award_levels, t.completions, {distance} AS distance
    FROM schools_listing l JOIN taught t USING (school_id)
    WHERE l.is_listed AND strpos(l.name_key, unaccent(lower(%(name)s))) > 0
), judged AS MATERIALIZED (
    SELECT *,
        (%(state)s = '' OR state = %(state)s) AS ok_state,
        (%(any_level)s OR award_levels && %(levels)s::smallint[]) AS ok_level,
        (%(any_control)s OR control = ANY(%(control)s::text[])) AS ok_control,
        (%(any_size)s OR size = ANY(%(size)s::text[])) AS ok_size,
        (NOT %(online)s OR is_online_only IS TRUE) AS ok_online,
        (%(cost)s::int IS NULL OR tuition < %(cost)s) AS ok_cost,
        (%(latitude)s::float IS NULL OR distance <= %(miles)s) AS ok_near
    FROM candidates
), found AS (
    SELECT * FROM judged
    WHERE ok_state AND ok_level AND ok_control AND ok_size AND ok_online AND ok_cost AND ok_near
)"""

#: For each facet, the schools that meet all the other conditions.
FACETS = """
    SELECT 'state' AS facet, state AS value, count(*) AS count FROM judged
    WHERE ok_level AND ok_control AND ok_size AND ok_online AND ok_cost AND ok_near GROUP BY state
    UNION ALL
    SELECT 'control', control, count(*) FROM judged
    WHERE ok_state AND ok_level AND ok_size AND ok_online AND ok_cost AND ok_near GROUP BY control
    UNION ALL
    SELECT 'size', size, count(*) FROM judged
    WHERE ok_state AND ok_level AND ok_control AND ok_online AND ok_cost AND ok_near GROUP BY size
    UNION ALL
    SELECT 'level', g.name, count(*) FROM judged
    JOIN (SELECT name, array_agg(level::smallint) AS levels
          FROM unnest(%(group_names)s::text[], %(group_levels)s::int[]) AS pairs (name, level)
          GROUP BY name) AS g
        ON judged.award_levels && g.levels
    WHERE ok_state AND ok_control AND ok_size AND ok_online AND ok_cost AND ok_near GROUP BY g.name
    UNION ALL
    SELECT 'online', '1', count(*) FROM judged WHERE is_online_only
        AND ok_state AND ok_level AND ok_control AND ok_size AND ok_cost AND ok_near
    UNION ALL
    SELECT 'cost', c.cost::text, count(*) FROM judged
    JOIN unnest(%(costs)s::int[]) AS c (cost) ON tuition < c.cost
    WHERE ok_state AND ok_level AND ok_control AND ok_size AND ok_online AND ok_near GROUP BY c.cost"""

ANSWER = """
SELECT json_build_object(
    'count', (SELECT count(*) FROM found),
    'without_tuition', (SELECT count(*) FROM found WHERE tuition IS NULL),
    'facets', (SELECT json_agg(f) FROM ({facets}) AS f),
    'rows', (SELECT json_agg(r) FROM (
        SELECT school_id, completions, award_levels, distance FROM found ORDER BY {order}
        LIMIT %(limit)s OFFSET %(offset)s) AS r))"""

ORDERS: dict[Sort, str] = {
    Sort.COMPLETIONS: "completions DESC NULLS LAST, name_key, school_id",
    Sort.DISTANCE: "distance NULLS LAST, name_key, school_id",
    Sort.COST: "tuition NULLS LAST, name_key, school_id",
    Sort.NAME: "name_key, school_id",
}
Facet = dict[str, int]


@dataclass(frozen=True, slots=True)
class FoundSchool:
    """``completions`` are of what was looked for, in the newest year; ``distance`` is in miles."""

    unitid: int
    completions: int | None
    award_levels: list[int]
    distance: float | None


@dataclass(frozen=True, slots=True)
class FinderResults:
    """``facets`` maps a filter to the number of schools behind each of its choices."""

    count: int
    schools: list[FoundSchool]
    facets: dict[str, Facet]
    sort: Sort
    without_tuition: int
    is_cost_sort_refused: bool = False

    @property
    def can_sort_by_cost(self) -> bool:
        """Whether tuition is known for enough schools."""
        return may_rank(self.without_tuition, self.count)


def usual_sort(query: FinderQuery, place: Place | None, programs: Sequence[str] | None) -> Sort:
    """The order where the address names none: nearest first, else most who finish, else by name."""
    if place and place.is_known:
        return Sort.DISTANCE
    return Sort.NAME if programs is None else Sort.COMPLETIONS


def search(
    query: FinderQuery,
    *,
    programs: Sequence[str] | None = None,
    place: Place | None = None,
    name: str = "",
    is_whole: bool = False,
) -> FinderResults:
    """Schools that meet ``query``, a page of them or, with ``is_whole``, all.

    ``programs`` are CIP codes (None for any), ``place`` is where ``query.near`` is, ``name`` a part of the
    school's name. One database query.
    """
    center = place if place and place.is_known else None
    sort = Sort(query.sort) if query.sort else usual_sort(query, place, programs)
    if sort is Sort.DISTANCE and center is None:
        sort = usual_sort(query, None, programs)
    results = _ask(query, programs, center, name=name, sort=sort, is_whole=is_whole)
    if sort is Sort.COST and not results.can_sort_by_cost:
        usual = usual_sort(query, place, programs)
        again = _ask(query, programs, center, name=name, sort=usual, is_whole=is_whole)
        return replace(again, is_cost_sort_refused=True)
    return results


def _ask(
    query: FinderQuery,
    programs: Sequence[str] | None,
    place: Place | None,
    *,
    name: str,
    sort: Sort,
    is_whole: bool,
) -> FinderResults:
    candidates = CANDIDATES.format(distance=DISTANCE if place else "NULL::float")
    taught = ANYTHING if programs is None else TAUGHT
    text = f"WITH {taught}, {candidates} {ANSWER.format(facets=FACETS, order=ORDERS[sort])}"
    with connection.cursor() as cursor:
        cursor.execute(text, _parameters(query, programs, place, name, is_whole))
        answer: dict[str, Any] = cursor.fetchone()[0]
    facets: dict[str, Facet] = {}
    for row in answer["facets"] or []:
        facets.setdefault(row["facet"], {})[row["value"]] = row["count"]
    schools = [
        FoundSchool(row["school_id"], row["completions"], row["award_levels"], row["distance"])
        for row in answer["rows"] or []
    ]
    return FinderResults(answer["count"], schools, facets, sort, answer["without_tuition"])


def _parameters(
    query: FinderQuery, programs: Sequence[str] | None, place: Place | None, name: str, is_whole: bool
) -> dict[str, Any]:
    groups = [LevelGroup(value) for value in query.level] or list(LevelGroup)
    pairs = [(str(group), int(level)) for group in LevelGroup for level in LEVELS_OF[group]]
    return {
        "programs": list(programs or []),
        "completions_release": Release.objects.newest(sources.IPEDS_COMPLETIONS)
        .values_list("pk", flat=True)
        .first(),
        "levels": [int(level) for group in groups for level in LEVELS_OF[group]],
        "any_level": not query.level,
        "group_names": [group for group, _ in pairs],
        "group_levels": [level for _, level in pairs],
        "radius": EARTH_RADIUS,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "miles": query.miles,
        "name": name,
        "state": query.state,
        "any_control": not query.control,
        "control": list(query.control),
        "any_size": not query.size,
        "size": list(query.size),
        "online": query.online,
        "cost": query.cost,
        "costs": list(COSTS),
        "limit": EVERYTHING if is_whole else PAGE_LENGTH,
        "offset": 0 if is_whole else (query.page - 1) * PAGE_LENGTH,
    }
