"""The finder and a school's page, at the size of the country and at ten times that."""

import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.http import QueryDict
from django.test import RequestFactory, override_settings

from careers.fixtures.manifest import read_manifest
from careers.fixtures.registry import loader_of
from careers.formatting.progress import SilentProgress
from careers.importers.base.load import Load, loading
from careers.models import Release
from schools.listings import rebuild_listings
from schools.models import School
from schools.views.finder import school_list
from schools.views.programs import program_detail
from schools.views.school import school_detail
from tests.bench._scratch import scratch_database
from tests.bench.registry import measure

FIXTURES = Path(settings.BASE_DIR) / "fixtures"
BEFORE_SCHOOLS = ("soc", "onet")
#: What visitors ask for: a program, a career, words, a place, filters, nothing.
ASKED = (
    "",
    "program=51.3801",
    "program=51.0713&state=OH",
    "program=52",
    "q=nursing&level=associate",
    "q=welding&near=columbus-oh&miles=100",
    "near=los-angeles-ca",
    "state=CA&control=1&sort=finish",
    "program=11.0701&level=bachelor&sort=cost",
    "q=community",
)
ROUNDS = 5
MADE_TIMES = 10  # 60,000 and some
#: The stylesheet from where it lies, without collecting static files first.
PLAIN_STORAGES = {
    **settings.STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
APART = 1_000_000  # between the numbers of a school and of its copy
SCHOOLS = """
INSERT INTO schools_school (unitid, slug, latitude, {names})
SELECT unitid + %(offset)s, slug || %(suffix)s, least(89, latitude + %(north)s), {names}
FROM schools_school WHERE unitid < %(apart)s"""
ROWS = """
INSERT INTO {table} (release_id, is_vanished, school_id, {rest})
SELECT release_id, is_vanished, school_id + %(offset)s, {rest}
FROM {table} WHERE school_id < %(apart)s AND release_id = %(newest)s"""
COPIED = {
    "schools_program": "cip_id, award_level, completions",
    "schools_schooltotal": "award_level, completions",
}


def _load(load: Load, groups: tuple[str, ...]) -> None:
    for entry in read_manifest(FIXTURES):
        if entry.group in groups and not entry.companion_of:
            companions = [e for e in read_manifest(FIXTURES) if e.companion_of == entry.path]
            loader_of(entry.source)(
                load, entry, FIXTURES / entry.path, [FIXTURES / e.path for e in companions]
            )


def _multiply(times: int) -> None:
    """Made schools: each real one again, a little way off, with the same programs in the newest year."""
    own = {"unitid", "slug", "latitude"}
    names = ", ".join(str(field.column) for field in School._meta.fields if field.column not in own)
    newest = Release.objects.of("ipeds-completions").newest_first().values_list("pk", flat=True)[0]
    with connection.cursor() as cursor:
        for number in range(1, times):
            where: dict[str, Any] = {
                "offset": number * APART,
                "suffix": f"-{number}",
                "north": number / 20,
                "apart": APART,
            }
            cursor.execute(SCHOOLS.format(names=names), where)
            for table, rest in COPIED.items():
                cursor.execute(ROWS.format(table=table, rest=rest), {**where, "newest": newest})
    rebuild_listings()


@contextmanager
def _country(times: int) -> Iterator[None]:
    with scratch_database(), override_settings(STORAGES=PLAIN_STORAGES):
        with loading(progress=SilentProgress()) as load:
            _load(load, BEFORE_SCHOOLS)
            _load(load, ("schools",))
        if times > 1:
            _multiply(times)
        yield


def _milliseconds(ask: object) -> float:
    begun = time.perf_counter()
    ask()  # type: ignore[operator]
    return (time.perf_counter() - begun) * 1000


@cache
def _measured(times: int) -> dict[str, float]:
    """All numbers of one size at once, since making the country takes longest."""
    requests = RequestFactory(HTTP_HOST="localhost")

    def finder(query: str) -> object:
        request = requests.get("/schools/", QueryDict(query).dict())
        request.META["QUERY_STRING"] = query
        return lambda: school_list(request)

    with _country(times):
        asked = [finder(query) for query in ASKED]
        times_of_finder = [_milliseconds(ask) for _ in range(ROUNDS) for ask in asked][len(asked) :]
        school = lambda: school_detail(requests.get("/"), "ohio-state-university-main-campus")  # noqa: E731
        program = lambda: program_detail(requests.get("/"), "51.3801")  # noqa: E731
        return {
            "finder": statistics.quantiles(times_of_finder, n=20)[-1],
            "school": statistics.median(_milliseconds(school) for _ in range(ROUNDS)),
            "program": statistics.median(_milliseconds(program) for _ in range(ROUNDS)),
        }


@measure("finder of schools, p95, 6,072 schools", unit="ms", at_most=150)
def finder_of_the_country() -> float:
    return _measured(1)["finder"]


@measure("page of the largest school, 6,072 schools", unit="ms", at_most=400)
def school_of_the_country() -> float:
    return _measured(1)["school"]


@measure("page of a program, 6,072 schools", unit="ms", at_most=300)
def program_of_the_country() -> float:
    return _measured(1)["program"]


@measure("finder of schools, p95, 60,720 made schools", unit="ms", at_most=1000)
def finder_of_ten_countries() -> float:
    return _measured(MADE_TIMES)["finder"]


@measure("page of a program, 60,720 made schools", unit="ms", at_most=2000)
def program_of_ten_countries() -> float:
    return _measured(MADE_TIMES)["program"]
