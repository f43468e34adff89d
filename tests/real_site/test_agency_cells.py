"""What pages show is what the agency wrote."""

import random
import re
from pathlib import Path

import pytest
from django.test import Client
from python_calamine import CalamineWorkbook

from careers.models import SheetRecord

pytestmark = pytest.mark.usefixtures("real_site")


def test_medians_on_two_hundred_pages_are_the_agencys(client: Client, agency_files: Path) -> None:
    sheet = CalamineWorkbook.from_path(
        str(agency_files / "oews" / "national_M2025_dl.xlsx")
    ).get_sheet_by_index(0)
    header, *rows = sheet.to_python()
    columns = {name: header.index(name) for name in ("OCC_CODE", "O_GROUP", "A_MEDIAN")}
    medians = {(row[columns["OCC_CODE"]], row[columns["O_GROUP"]]): row[columns["A_MEDIAN"]] for row in rows}
    chance = random.Random(1884)  # noqa: S311  # the same pages each time, nothing secret
    pages = list(
        SheetRecord.objects.exclude(annual_median=None).order_by("slug").values_list("slug", "figures_code")
    )

    for slug, code in chance.sample(pages, 200):
        page = client.get(f"/careers/{slug}/").content.decode()
        shown = re.search(r"<dt>Half earn under</dt><dd>\$([\d,]+)</dd>", page)
        assert shown, slug
        assert int(shown[1].replace(",", "")) == int(str(medians[code, "detailed"]).removesuffix(".0")), slug
