"""Builds what the school finder reads: a ``Listing`` of each school, and the cities that have schools."""

from django.db import connection

from careers.models import Release
from careers.reference import sources
from schools.models import City, Listing
from schools.slugs import city_slug

#: Sources of a year's tuition, the better first: the agency's own survey, then the Scorecard's copy of it.
TUITION_SOURCES = (sources.IPEDS_COST, sources.SCORECARD_INSTITUTIONS)

LISTINGS = """
WITH completed AS (
    SELECT school_id, sum(completions)::int AS completions,
           array_agg(award_level ORDER BY award_level) FILTER (WHERE completions > 0) AS award_levels
    FROM schools_schooltotal WHERE release_id = %(completions)s AND NOT is_vanished GROUP BY school_id
), charged AS (
    SELECT DISTINCT ON (f.school_id) f.school_id, f.release_id,
           coalesce(f.tuition_in_state, f.tuition_in_district) AS tuition
    FROM schools_schoolfigures f JOIN careers_release r ON r.id = f.release_id
    WHERE r.source = ANY(%(tuition_sources)s) AND NOT f.is_vanished
      AND coalesce(f.tuition_in_state, f.tuition_in_district) IS NOT NULL
    ORDER BY f.school_id, array_position(%(tuition_sources)s, r.source::text), r.edition_order DESC
), online AS (
    SELECT DISTINCT ON (f.school_id) f.school_id, f.is_online_only
    FROM schools_schoolfigures f JOIN careers_release r ON r.id = f.release_id
    WHERE f.is_online_only IS NOT NULL AND NOT f.is_vanished ORDER BY f.school_id, r.edition_order DESC
)
INSERT INTO schools_listing (school_id, is_listed, name_key, state, control, length, size,
    latitude, longitude, completions, award_levels, tuition, tuition_release_id, is_online_only)
SELECT s.unitid,
       s.status = 'open' AND NOT s.is_office AND NOT s.is_vanished AND s.release_id = %(directory)s,
       unaccent(lower(s.name)), s.state, s.control, s.length, s.size, s.latitude, s.longitude,
       c.completions, coalesce(c.award_levels, '{}'), t.tuition, t.release_id, o.is_online_only
FROM schools_school s
LEFT JOIN completed c ON c.school_id = s.unitid
LEFT JOIN charged t ON t.school_id = s.unitid
LEFT JOIN online o ON o.school_id = s.unitid
"""

CITIES = """
SELECT lower(s.city), mode() WITHIN GROUP (ORDER BY s.city), s.state,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY s.latitude),
       percentile_cont(0.5) WITHIN GROUP (ORDER BY s.longitude), count(*)
FROM schools_school s JOIN schools_listing l ON l.school_id = s.unitid
WHERE l.is_listed AND s.latitude IS NOT NULL
GROUP BY lower(s.city), s.state ORDER BY s.state, lower(s.city)
"""


def rebuild_listings() -> int:
    """Write all listings and cities anew, in the caller's transaction.

    Returns how many schools are listed.
    """
    Listing.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute(
            LISTINGS,
            {
                "directory": _newest(sources.IPEDS_INSTITUTIONS),
                "completions": _newest(sources.IPEDS_COMPLETIONS),
                "tuition_sources": list(TUITION_SOURCES),
            },
        )
        cursor.execute(CITIES)
        rows = cursor.fetchall()
    City.objects.all().delete()
    cities: dict[str, City] = {}
    for _, name, state, latitude, longitude, count in rows:
        slug = city_slug(name, state)
        cities.setdefault(
            slug,
            City(
                slug=slug, name=name, state=state, latitude=latitude, longitude=longitude, school_count=count
            ),
        )
    City.objects.bulk_create(cities.values())
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE schools_school, schools_listing, schools_city, schools_program")
    return Listing.objects.filter(is_listed=True).count()


def _newest(source: str) -> int | None:
    return Release.objects.newest(source).values_list("pk", flat=True).first()
