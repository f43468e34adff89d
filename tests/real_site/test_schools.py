"""Each of six thousand schools, with the real figures."""

import csv
import os
import random
import re
from collections import defaultdict
from pathlib import Path

import pytest
from django.test import Client
from django.utils.html import strip_tags

from careers.models import Release
from schools.finder import FinderQuery, search
from schools.models import CipCode, Program, School, SchoolTotal
from schools.placements import register

pytestmark = pytest.mark.usefixtures("real_site")

LEAKS = re.compile(r"\b(None|nan|N/A|null|undefined)\b|(?<![\w-])-2\b(?!-)|%\(|\{\{|__proxy__|object at 0x")
EMPTY = re.compile(r"<(h[1-6]|dt|dd|figcaption)[^>]*>\s*</\1>")
SAMPLE = 300  # of the open ones; WHOLE_COUNTRY=1 reads all, which takes minutes


def whole(client: Client, path: str) -> None:
    """The page is there, has one heading, and nothing on it is missing or empty."""
    response = client.get(path)
    assert response.status_code == 200, path
    page = response.content.decode()
    body = page[page.index("<body") :]
    # A street's unit may be called -2; what the agency writes for “not applicable” stands in no address.
    text = strip_tags(
        re.sub(r'<script.*?</script>|<section id="visit">.*?</section>', "", body, flags=re.DOTALL)
    )
    assert page.count("<h1") == 1, path
    assert not LEAKS.search(text), (path, LEAKS.search(text))
    assert not EMPTY.search(body), (path, EMPTY.search(body))


def test_all_schools_are_there() -> None:
    assert School.objects.count() == 6072
    assert School.objects.listed().count() == search(FinderQuery()).count
    assert not School.objects.listed().exclude(status="open").exists()


def test_every_closed_or_merged_school_has_a_whole_page(client: Client) -> None:
    for slug in School.objects.exclude(status="open").values_list("slug", flat=True):
        whole(client, f"/schools/{slug}/")


def test_open_schools_have_whole_pages(client: Client) -> None:
    slugs = list(School.objects.filter(status="open").order_by("pk").values_list("slug", flat=True))
    if not os.environ.get("WHOLE_COUNTRY"):
        slugs = random.Random(2026).sample(slugs, SAMPLE)  # noqa: S311  # the same pages each time
    for slug in slugs:
        whole(client, f"/schools/{slug}/")


def test_programs_have_whole_pages(client: Client) -> None:
    codes = list(CipCode.objects.programs().order_by("pk").values_list("pk", flat=True))
    for code in random.Random(2026).sample(codes, 60):  # noqa: S311  # the same pages each time
        whole(client, f"/programs/{code}/")


def test_namesakes_have_addresses_of_their_own() -> None:
    slugs = School.objects.values_list("slug", flat=True)

    assert len(set(slugs)) == 6072
    assert School.objects.get(pk=217934).slug == "columbia-college-columbia-217934"


def test_completions_of_twenty_schools_are_the_agencys(agency_files: Path) -> None:
    """Totals, and each program that leads to a career, in both years."""
    units = random.Random(2026).sample(sorted(School.objects.listed().values_list("pk", flat=True)), 20)  # noqa: S311
    for release in Release.objects.of("ipeds-completions"):
        totals: defaultdict[int, int] = defaultdict(int)
        programs: dict[tuple[int, str, int], int] = {}
        path = agency_files / "ipeds" / f"c{release.edition}_a_extract.csv"
        with path.open(newline="") as stream:
            for row in csv.DictReader(stream):
                unitid, level, count = int(row["UNITID"]), int(row["AWLEVEL"]), int(row["CTOTALT"])
                if unitid in units and row["CIPCODE"] == "99":
                    totals[unitid] += count
                elif unitid in units:
                    programs[(unitid, row["CIPCODE"], level)] = count
        for unitid in units:
            ours = SchoolTotal.objects.filter(release=release, school=unitid)
            assert sum(ours.values_list("completions", flat=True)) == totals[unitid], (unitid, release)
        kept = Program.objects.filter(release=release, school__in=units)
        for unitid, code, level, count in kept.values_list("school", "cip", "award_level", "completions"):
            assert programs[(unitid, code, level)] == count, (unitid, code, level, release)


def test_examples_of_placements_claim_no_payment(client: Client) -> None:
    assert {entry.placement.is_example for entry in register()} == {True}
    page = client.get("/careers/medical-records-specialists/").content.decode()
    assert page.count("Example only: nobody paid, and nobody chose it.") == 2
    assert "Paid placement. " not in page
