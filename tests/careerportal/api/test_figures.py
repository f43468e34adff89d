"""Figures cell by cell and whole tables, each with where it is from."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from careers.models import Wage
from tests.careerportal.api.conftest import SLUG, Api
from tests.schools.conftest import DATA

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]

MEASURES = ("TOT_EMP", "A_MEAN", "A_PCT10", "A_MEDIAN", "A_PCT90", "H_MEDIAN", "H_PCT90")


def published(name: str, code: str) -> dict[str, str]:
    """The single occupation's row of the publisher's file."""
    with Path(DATA / "oews" / name).open(newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    return next(row for row in rows if row["OCC_CODE"] == code and row["O_GROUP"] == "detailed")


def by_measure(answer: dict[str, Any], edition: str) -> dict[str, Any]:
    return {item["measure"]: item for item in answer["items"] if item["edition"] == edition}


@pytest.mark.parametrize(
    ("name", "edition"), [("national_M2025.csv", "May 2025"), ("national_M2024.csv", "May 2024")]
)
def test_cells_are_the_publishers(api: Api, name: str, edition: str) -> None:
    row = published(name, "29-2072")

    cells = by_measure(api.get(f"careers/{SLUG}/figures/?source=oews-national"), edition)

    for measure in MEASURES:
        assert cells[measure]["value"] == float(row[measure].replace(",", "")), measure
        assert (cells[measure]["status"], cells[measure]["area"], cells[measure]["code"]) == (
            "published",
            "99",
            "29-2072",
        )


def test_top_coded_cell_says_from_where_on(api: Api) -> None:
    row = published("national_M2024.csv", "11-1011")
    assert row["A_PCT90"] == "#"

    cell = by_measure(api.get("careers/chief-executives/figures/?measure=A_PCT90"), "May 2024")["A_PCT90"]

    assert (cell["value"], cell["status"]) == (None, "top-coded")
    assert cell["at_least"] == 239_200


def test_projections_and_schooling_stand_under_the_publishers_columns(api: Api) -> None:
    answer = api.get(f"careers/{SLUG}/figures/")

    cells = by_measure(answer, "2024–34")
    assert cells["Employment change, percent, 2024–34"]["unit"] == "per cent"
    assert cells["Employment, 2024"]["unit"] == "jobs"
    assert cells["Bachelor's degree"]["source"] == "ep-attainment"
    named = {(release["source"], release["edition"]) for release in answer["releases"]}
    assert named == {(item["source"], item["edition"]) for item in answer["items"]}
    assert all(release["credit_line"] and release["licence"] for release in answer["releases"])


def test_area_has_its_own_cells_only(api: Api) -> None:
    wage = Wage.objects.exclude(area="99").filter(soc="29-2072").first()
    assert wage

    answer = api.get(f"careers/{SLUG}/figures/?area={wage.area_id}&measure=A_MEDIAN")

    assert [(item["area"], item["value"]) for item in answer["items"]] == [(wage.area_id, wage.a_median)]
    assert api.refused(f"careers/{SLUG}/figures/?area=1", 422)["errors"][0]["name"] == "area"


@pytest.mark.parametrize("table", ["wages", "projections", "profiles"])
def test_tables_say_license_and_credit(api: Api, table: str) -> None:
    rows = list(csv.DictReader(io.StringIO(api.ask(f"downloads/{table}.csv").getvalue().decode())))
    document = json.loads(api.ask(f"downloads/{table}.json").getvalue())

    assert rows
    assert len(rows) == len(document["items"])
    assert all(row["licence"] and row["credit_line"] for row in rows)
    assert document["licence"]
    assert document["credit_lines"]


def test_unpublished_and_zero_are_told_apart_in_tables(api: Api) -> None:
    rows = csv.DictReader(io.StringIO(api.ask("downloads/wages.csv").getvalue().decode()))

    for row in rows:
        assert (row["value"] == "") == (row["status"] != "published"), row


def test_table_is_sent_again_only_when_it_changed(api: Api) -> None:
    tag = api.ask("downloads/wages.csv")["ETag"]

    assert api.ask("downloads/wages.csv", if_none_match=tag).status_code == 304
    api.refused("downloads/nothing.csv", 422)


def test_lists_of_codes_places_and_releases(api: Api) -> None:
    onets = [item["onet"] for item in api.get("occupations/")["items"]]
    areas = {item["code"]: item["kind"] for item in api.get("areas/")["items"]}
    releases = {(item["source"], item["edition"]) for item in api.get("releases/")["items"]}
    clusters = {item["slug"]: item["careers"] for item in api.get("clusters/")["items"]}

    assert onets == sorted(onets)
    assert "29-2072.00" in onets
    assert areas["99"] == "nation"
    assert ("oews-national", "May 2025") in releases
    assert clusters["health-science"] == 1


def test_schools_programs(api: Api) -> None:
    items = api.get("schools/202222/programs/")["items"]

    assert {"cip", "award_level", "year", "completions"} <= set(items[0])
    api.refused("schools/1/programs/", 404)
