"""The sheets of all occupations from the agencies' whole files: every figure shown is the agency's cell."""

import shutil
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from pytest_django import DjangoDbBlocker

from careers.documents.sheet import Figure, Sheet
from careers.models import SheetRecord as SheetRow
from careers.reference.combined_codes import COMBINED_OF
from tests.careers.importers.oews.test_whole_files import Cells, cells_of

pytestmark = pytest.mark.django_db  # makes the test database that ``sheets`` fills
PERCENTILES = ("PCT10", "PCT25", "MEDIAN", "PCT75", "PCT90")


@pytest.fixture(scope="module")
def sheets(
    agency_files: Path,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, Sheet]:
    folder = tmp_path_factory.mktemp("onet")
    for name in ("Occupation Data.txt", "Read Me.txt"):
        shutil.copy(agency_files / "onet_30_1" / name, folder)
    soc, oews = agency_files / "soc" / "soc_structure_2018.xlsx", agency_files / "oews"
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("import_soc", soc, verbosity=0)
        call_command("import_onet", folder, verbosity=0)
        call_command(
            "import_oews", oews / "national_M2025_dl.xlsx", oews / "national_M2024_dl.xlsx", verbosity=0
        )
        call_command("import_projections", agency_files / "ep_2024_34" / "occupation.xlsx", verbosity=0)
        documents = {row.pk: Sheet.model_validate(row.document) for row in SheetRow.objects.all()}
        transaction.set_rollback(True)
    return documents


def national(path: Path) -> Mapping[str, Cells]:
    return {str(row["OCC_CODE"]): row for row in cells_of(path) if row["O_GROUP"] == "detailed"}


def is_cell(figure: Figure, cell: str | float) -> bool:
    return figure.value == cell if isinstance(cell, float) else figure.value is None


def test_every_figure_is_the_agencys_cell(sheets: dict[str, Sheet], agency_files: Path) -> None:
    wages = national(agency_files / "oews" / "national_M2025_dl.xlsx")
    table = cells_of(agency_files / "ep_2024_34" / "occupation.xlsx", "Table 1.2", 1)
    outlook = {str(row["2024 National Employment Matrix code"]): row for row in table}

    assert len(sheets) == 1_016
    wrong = []
    for onet, sheet in sheets.items():
        code = sheet.soc if sheet.soc in wages else COMBINED_OF.get(sheet.soc, "")
        if pay := sheet.pay:
            pairs = [
                (pay.employment, wages[code]["TOT_EMP"]),
                (pay.annual.mean, wages[code]["A_MEAN"]),
                *(
                    (figure, wages[code][f"A_{name}"])
                    for figure, name in zip(pay.annual.five, PERCENTILES, strict=True)
                ),
                *(
                    (figure, wages[code][f"H_{name}"])
                    for figure, name in zip(pay.hourly.five, PERCENTILES, strict=True)
                ),
            ]
            wrong += [onet for figure, cell in pairs if not is_cell(figure, cell)]
        elif code:
            wrong.append(onet)
        if row := sheet.outlook and outlook[sheet.outlook.figures_of.code]:
            wrong += (
                [onet] if sheet.outlook.change_percent != row["Employment change, percent, 2024–34"] else []
            )
    assert wrong == []


def test_what_is_missing_is_missing_for_a_known_reason(sheets: dict[str, Sheet]) -> None:
    reasons = Counter(
        (chapter, why.reason) for sheet in sheets.values() for chapter, why in sheet.missing.items()
    )

    assert reasons == {
        ("pay", "military-pay"): 19,
        ("pay", "not-surveyed"): 2,
        ("outlook", "military-outlook"): 19,
        ("ratings", "no-ratings-loaded"): 1_016,
    }


def test_figures_are_the_codes_own_its_parents_or_combined(sheets: dict[str, Sheet]) -> None:
    kinds = Counter(sheet.pay.figures_of.kind for sheet in sheets.values() if sheet.pay)

    assert kinds["combined"] == sum(sheet.soc in COMBINED_OF for sheet in sheets.values())
    for onet, sheet in sheets.items():
        if sheet.pay and sheet.pay.figures_of.kind == "parent":
            assert not onet.endswith(".00")


def test_cardiologists_have_no_change_since_a_top_coded_year(
    sheets: dict[str, Sheet], agency_files: Path
) -> None:
    before = national(agency_files / "oews" / "national_M2024_dl.xlsx")

    for sheet in sheets.values():
        if sheet.pay and before[sheet.pay.figures_of.code]["A_MEDIAN"] == "#":
            assert sheet.pay.previous is None
