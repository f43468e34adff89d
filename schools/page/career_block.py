"""Where one learns a career: the chapter “Schools” of a career page, from one query."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db import connection
from django.utils.translation import gettext as _

from careers.formatting.numbers import money
from schools.page.rows import SchoolRow
from schools.page.words import kind_of
from schools.states import state_name

MAX_SCHOOLS = 5
MAX_PROGRAMS = 6

#: The crosswalk's programs of an occupation, unless the profile's editors named programs themselves.
QUERY = """
WITH newest AS (
    SELECT DISTINCT ON (source) source, id, edition, credit_line, reference_period FROM careers_release
    WHERE source IN ('cip-soc', 'ipeds-completions') ORDER BY source, edition_order DESC
), programs AS (
    SELECT c.code, c.title FROM schools_cipcode c
    WHERE c.is_current AND NOT c.is_vanished AND c.level = '6' AND (
        c.code LIKE ANY(%(programs)s::text[]) OR (cardinality(%(programs)s::text[]) = 0 AND c.code IN (
            SELECT cip_id FROM schools_cipsoc WHERE soc_id = %(soc)s AND NOT is_vanished
            AND release_id = (SELECT id FROM newest WHERE source = 'cip-soc'))))
), offered AS MATERIALIZED (
    SELECT p.school_id, p.cip_id, sum(p.completions) AS completions, array_agg(p.award_level) AS award_levels
    FROM schools_program p JOIN schools_listing l USING (school_id)
    WHERE p.cip_id IN (SELECT code FROM programs) AND NOT p.is_vanished AND l.is_listed
      AND p.release_id = (SELECT id FROM newest WHERE source = 'ipeds-completions')
    GROUP BY p.school_id, p.cip_id
), taught AS MATERIALIZED (
    SELECT school_id, sum(completions) AS completions FROM offered GROUP BY school_id
), here AS (
    SELECT title, state, CASE WHEN kind = '4' THEN code ELSE '' END AS metro FROM careers_area
    WHERE code = %(area)s AND kind <> '1'
), near AS MATERIALIZED (
    SELECT t.school_id, t.completions, here.metro <> '' AND s.metro_code = here.metro AS is_in_metro
    FROM taught t JOIN schools_school s ON s.unitid = t.school_id
    JOIN here ON s.state = here.state OR (here.metro <> '' AND s.metro_code = here.metro)
), nearest AS (
    SELECT school_id, completions FROM near
    WHERE is_in_metro OR NOT EXISTS (SELECT 1 FROM near WHERE is_in_metro)
), shown AS (
    (SELECT 'near' AS list, school_id, completions FROM nearest
     ORDER BY completions DESC, school_id LIMIT %(most)s)
    UNION ALL
    (SELECT 'popular', school_id, completions FROM taught WHERE completions > 0
     ORDER BY completions DESC, school_id LIMIT %(most)s)
), rows AS (
    SELECT shown.list, s.slug, s.name, s.city, s.state, s.control, s.length, shown.completions, l.tuition
    FROM shown JOIN schools_school s ON s.unitid = shown.school_id JOIN schools_listing l USING (school_id)
    ORDER BY shown.list, shown.completions DESC, s.unitid
)
SELECT json_build_object(
    'schools', (SELECT count(*) FROM taught),
    'finished', (SELECT coalesce(sum(completions), 0) FROM taught),
    'near', (SELECT count(*) FROM nearest),
    'is_in_metro', EXISTS (SELECT 1 FROM near WHERE is_in_metro),
    'here', (SELECT row_to_json(here) FROM here),
    'release', (SELECT row_to_json(newest) FROM newest WHERE source = 'ipeds-completions'),
    'rows', (SELECT json_agg(rows) FROM rows),
    'programs', (SELECT json_agg(named) FROM (
        SELECT programs.code, programs.title, coalesce(sum(offered.completions), 0) AS completions
        FROM programs LEFT JOIN offered ON offered.cip_id = programs.code
        GROUP BY programs.code, programs.title ORDER BY 3 DESC, programs.title) AS named))"""


@dataclass(frozen=True, slots=True)
class ProgramLink:
    code: str
    title: str


@dataclass(frozen=True, slots=True)
class SchoolsChapter:
    """``near`` are schools in the reader's area, where one is chosen; ``popular`` those where most finish."""

    school_count: int
    finished: int
    programs: list[ProgramLink]
    more_programs: int
    near: list[SchoolRow]
    near_count: int
    near_title: str
    popular: list[SchoolRow]
    year: str
    credit: str
    finder_query: str
    near_query: str

    @property
    def has_something(self) -> bool:
        return bool(self.programs)


def schools_chapter(*, soc: str, career: str, programs: Sequence[str] = (), area: str = "") -> SchoolsChapter:
    """Where the programs that lead to a SOC code are taught. One query.

    ``career`` is the slug that the finder is asked with, ``programs`` are CIP codes (or the beginnings of
    some) that editors named in the place of the crosswalk's, ``area`` is the code of the reader's area.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            QUERY,
            {"programs": [f"{code}%" for code in programs], "soc": soc, "area": area, "most": MAX_SCHOOLS},
        )
        answer: dict[str, Any] = cursor.fetchone()[0]
    release, area_row = answer["release"], answer["here"]
    rows = answer["rows"] or []
    links = [ProgramLink(row["code"], row["title"]) for row in answer["programs"] or []]
    is_short = 0 < len(programs) <= MAX_PROGRAMS
    query = {"program": ",".join(programs)} if is_short else {"career": career}
    return SchoolsChapter(
        school_count=answer["schools"],
        finished=answer["finished"],
        programs=links[:MAX_PROGRAMS],
        more_programs=max(0, len(links) - MAX_PROGRAMS),
        near=[_row(row) for row in rows if row["list"] == "near"],
        near_count=answer["near"],
        near_title=_near_title(area_row, is_in_metro=answer["is_in_metro"]) if area_row else "",
        popular=[_row(row) for row in rows if row["list"] == "popular"],
        year=_year(release["edition"]) if release else "",
        credit=release["credit_line"] if release else "",
        finder_query=urlencode(query),
        near_query=urlencode({**query, "state": area_row["state"]}) if area_row else "",
    )


def _near_title(area: dict[str, str], *, is_in_metro: bool) -> str:
    if is_in_metro or not area["metro"]:
        return area["title"]
    return _("%(state)s (none in %(area)s)") % {"state": state_name(area["state"]), "area": area["title"]}


def _year(edition: str) -> str:
    return f"{int(edition) - 1}–{int(edition) % 100:02d}"


def _row(row: dict[str, Any]) -> SchoolRow:
    return SchoolRow(
        slug=row["slug"],
        name=row["name"],
        place=f"{row['city']}, {state_name(row['state'])}",
        kind=kind_of(row["control"], row["length"]),
        tuition="" if row["tuition"] is None else money(row["tuition"]),
        completions=row["completions"],
        levels=[],
        programs=[],
        more_programs=0,
        miles="",
    )
