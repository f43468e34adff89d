"""Loading 400,000 rows of wages, as many as the Bureau's file of all data has, and rebuilding every sheet.

The load runs in a process of its own, so that its memory can be told; it is rolled back. The rows are made:
the layout is the Bureau's, the codes are those of the database, the figures count up.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from django.conf import settings
from django.db import transaction

from careers.importers.oews.layout import FULL
from careers.models import SheetRecord, SocCode
from careers.sheets.build import rebuild_sheets
from tests.bench import measure
from tests.bench.registry import NotMeasured

ROWS = 400_000
#: Hourly, then annual: 10th to 90th percentile for each row's number.
SPREAD = (0.6, 0.8, 1.0, 1.3, 1.7)
TEXT_COLUMNS = frozenset(FULL[:11]) | {"ANNUAL", "HOURLY"}
LOAD = """
import resource, sys, time
import django
django.setup()
from django.core.management import call_command
begun = time.perf_counter()
call_command("import_oews", sys.argv[1], edition="May 2031", dry_run=True)
print("took", time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def _rows() -> Iterator[list[str]]:
    """Every code in as many made areas as it takes."""
    codes = list(SocCode.objects.order_by("code").values_list("code", "title"))
    if not codes:
        raise NotMeasured("no SOC codes are loaded; `make run` loads them")
    for number in range(ROWS):
        area, (code, title) = divmod(number, len(codes))[0], codes[number % len(codes)]
        hourly = [f"{(1000 + number % 5000) / 100 * part:.2f}" for part in SPREAD]
        annual = [f"{(10_000 + number % 90_000) * part:.0f}" for part in SPREAD]
        yield [
            *(
                f"{10_000 + area}",
                f"Area {area}",
                "4",
                "TX",
                "000000",
                "Cross-industry",
                "cross-industry",
                "1235",
            ),
            *(code, title, "detailed", f"{number}", "1.2", "1.234", "1.05", "", ""),
            *(hourly[2], annual[2], "0.9", *hourly, *annual, "", ""),
        ]


def _write_csv(path: Path) -> None:
    with path.open("w") as stream:
        stream.write(",".join(FULL) + "\n")
        for row in _rows():
            stream.write(",".join(f'"{cell}"' if "," in cell else cell for cell in row) + "\n")


def _write_workbook(path: Path) -> None:
    """By hand: a library that writes workbooks takes minutes for twelve million cells."""
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    strings: dict[str, int] = {}
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(f"<worksheet {main}><sheetData>".encode())
            sheet.write(_row_xml(1, list(FULL), strings))
            for line, row in enumerate(_rows(), start=2):
                sheet.write(_row_xml(line, row, strings))
            sheet.write(b"</sheetData></worksheet>")
        items = "".join(f"<si><t>{escape(text)}</t></si>" for text in strings)
        for name, text in {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "_rels/.rels": f'<Relationships {package}><Relationship Id="rId1" Type="{office}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook {main} xmlns:r="{office}"><sheets>'
            '<sheet name="All" sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships {package}><Relationship Id="rId1" '
            f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/sharedStrings.xml": f"<sst {main}>{items}</sst>",
        }.items():
            archive.writestr(name, text)


NAMES = [*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "AA", "AB", "AC", "AD", "AE", "AF"]


def _row_xml(line: int, row: list[str], strings: dict[str, int]) -> bytes:
    cells = []
    for column, name, text in zip(NAMES, FULL, row, strict=True):
        if text and (line == 1 or name in TEXT_COLUMNS):
            place = strings.setdefault(text, len(strings))
            cells.append(f'<c r="{column}{line}" t="s"><v>{place}</v></c>')
        elif text:
            cells.append(f'<c r="{column}{line}"><v>{text}</v></c>')
    return f'<row r="{line}">{"".join(cells)}</row>'.encode()


@cache
def _load(write: Callable[[Path], None], suffix: str) -> tuple[float, float]:
    """Seconds and megabytes at most, of a load in a process of its own. Made once for both measures."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"all_data{suffix}"
        write(path)
        command = [sys.executable, "-c", LOAD, str(path)]
        done = subprocess.run(command, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    _, seconds, megabytes = done.stdout.splitlines()[-1].split()
    return float(seconds), float(megabytes)


@measure("loading 400,000 rows of wages from text", unit="s", at_most=60)
def loading_text() -> float:
    return _load(_write_csv, ".csv")[0]


@measure("loading 400,000 rows of wages from text, memory", unit="MB", at_most=500)
def loading_text_memory() -> float:
    return _load(_write_csv, ".csv")[1]


@measure("loading 400,000 rows of wages from a workbook", unit="s", at_most=60)
def loading_workbook() -> float:
    return _load(_write_workbook, ".xlsx")[0]


@measure("loading 400,000 rows of wages from a workbook, memory", unit="MB", at_most=500)
def loading_workbook_memory() -> float:
    return _load(_write_workbook, ".xlsx")[1]


@measure("rebuilding every sheet", unit="s", at_most=10)
def rebuilding() -> float:
    if not SheetRecord.objects.exists():
        raise NotMeasured("no sheets are there; `make run` loads the fixtures")
    begun = time.perf_counter()
    with transaction.atomic():
        rebuild_sheets()
        transaction.set_rollback(True)
    return time.perf_counter() - begun
