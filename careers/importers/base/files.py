"""Opening publishers' files safely: tab- and comma-separated text (also gzipped) and Excel workbooks."""

import csv
import gzip
import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Literal

from python_calamine import CalamineWorkbook

from careers.importers.base.problems import ImportProblem

Row = dict[str, str]
MAX_BYTES = 1_500_000_000  # unpacked; the largest agency file that is loaded here has about 200 MB
MAX_RATIO = 300  # unpacked to packed; real workbooks and gzipped tables stay below 60
MAX_IN_LINE = 1_000_000  # letters; the longest real line has about 2,000
CHUNK = 1 << 20
UNREADABLE = re.compile("[\udc80-\udcff]")  # how Python carries a byte that is not text of the encoding


class _NotText(Exception):
    """A line that is not text of the file's encoding. ``line`` counts from 1."""

    def __init__(self, line: int, text: str) -> None:
        self.line = line
        self.text = text


def checksum(path: Path) -> str:
    """SHA-256 of what the file holds.

    Of a gzipped table, that is the unpacked text, so that repacking changes nothing.
    """
    digest = hashlib.sha256()
    size = 0
    with _open_bytes(path) as stream:
        while chunk := stream.read(CHUNK):
            size += len(chunk)
            _refuse_flood(path, size)
            digest.update(chunk)
    return digest.hexdigest()


def _refuse_flood(path: Path, size: int) -> None:
    if size > MAX_BYTES:
        raise ImportProblem(
            f"{path.name} unpacks to more than {MAX_BYTES:,} bytes, which no agency's table does. "
            "It is refused."
        )


@contextmanager
def _open_bytes(path: Path) -> Iterator[IO[bytes]]:
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as stream:
            yield stream  # type: ignore[misc]  # GzipFile reads like IO[bytes]
    except FileNotFoundError:
        raise ImportProblem(f"{path} is not there. Check the name and the folder.") from None
    except IsADirectoryError:
        raise ImportProblem(f"{path} is a folder. Name the file itself.") from None
    except PermissionError:
        raise ImportProblem(f"{path} may not be read by this user. Change its permissions.") from None
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise ImportProblem(f"{path.name} is damaged or cut off ({error}). Download it again.") from None


def _refuse_markup(path: Path) -> None:
    with _open_bytes(path) as stream:
        start = stream.read(512).lstrip().lower()
    if not start:
        raise ImportProblem(f"{path.name} is empty. Download it again.")
    if start.startswith((b"<!doctype", b"<html", b"<?xml", b"<head")):
        raise ImportProblem(
            f"{path.name} holds a web page, not a table: the download was probably an error page. "
            "Open the publisher's page in a browser and save the file itself."
        )


def read_table(
    path: Path,
    columns: Iterable[str],
    *,
    delimiter: str = "\t",
    encoding: str = "utf-8-sig",
    quoted: bool = False,
) -> Iterator[tuple[int, Row]]:
    """Rows of a text table as (line number, {column: text}); the header is line 1.

    Raises ImportProblem for a missing column, a row of another length, text in another encoding, or a cut-off
    file. Columns that are not asked for may be missing or present; they are passed on as they are.
    """
    _refuse_markup(path)
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
    with (
        _open_bytes(path) as raw,
        io.TextIOWrapper(raw, encoding=encoding, errors="surrogateescape", newline="") as stream,
    ):
        reader = csv.reader(_whole_lines(stream, path), delimiter=delimiter, quoting=quoting, strict=quoted)
        header: list[str] = []
        try:
            header = [name.strip() for name in next(reader, [])]
            check_columns(path, header, columns)
            for cells in reader:
                if cells:
                    yield reader.line_num, _row(path, reader.line_num, header, cells)
        except _NotText as problem:
            cells = next(csv.reader([problem.text], delimiter=delimiter, quoting=quoting))
            raise _not_text(path, problem.line, header, cells, encoding) from None
        except csv.Error as error:
            raise ImportProblem(
                f"{path.name}, line {reader.line_num}: {error}. Use the publisher's original."
            ) from None


def _not_text(
    path: Path, line: int, header: Sequence[str], cells: Sequence[str], encoding: str
) -> ImportProblem:
    """What to say of the first cell that cannot be read, with its unreadable bytes as ``\\xe9``."""
    place, cell = next((place, cell) for place, cell in enumerate(cells) if UNREADABLE.search(cell))
    column = f"column {header[place]}, " if place < len(header) else ""
    kind = encoding.removesuffix("-sig").upper()
    shown = cell.strip()[:80].encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return ImportProblem(
        f"{path.name}, line {line}: {column}value '{shown}': it is not {kind} text. "
        "The file was saved in another encoding, or is damaged; use the original."
    )


def _row(path: Path, line: int, header: Sequence[str], cells: Sequence[str]) -> Row:
    if len(cells) != len(header):
        raise ImportProblem(
            f"{path.name}, line {line}: {len(cells)} cells where the header has {len(header)}. "
            "The file is damaged or cut off; download it again."
        )
    return dict(zip(header, cells, strict=True))


def _whole_lines(stream: io.TextIOWrapper, path: Path) -> Iterator[str]:
    """The lines of ``stream``, readable, of a sane length, the last one ended: agencies' files end so."""
    size = number = 0
    line = "\n"
    while text := stream.readline(MAX_IN_LINE):
        line = text
        number += 1
        size += len(line)
        _refuse_flood(path, size)
        if len(line) == MAX_IN_LINE:
            raise ImportProblem(f"{path.name} has a line of over {MAX_IN_LINE:,} letters. It is not a table.")
        if not line.isascii() and UNREADABLE.search(line):
            raise _NotText(number, line)
        yield line
    if not line.endswith(("\n", "\r")):
        raise ImportProblem(
            f"{path.name} stops in the middle of its last line: it is cut off. Download it again."
        )


def check_columns(path: Path, header: Iterable[str], columns: Iterable[str]) -> None:
    present = list(header)
    if missing := [name for name in columns if name not in present]:
        raise ImportProblem(
            f"{path.name}, line 1: the column{'s' if len(missing) > 1 else ''} {', '.join(missing)} "
            f"{'are' if len(missing) > 1 else 'is'} missing; the file has "
            f"{', '.join(present[:40]) or 'no columns'}. Check that it is the right file."
        )


def open_workbook(path: Path) -> CalamineWorkbook:
    """An Excel workbook, after checking that it is one and does not unpack to a flood."""
    _refuse_markup(path)
    try:
        with zipfile.ZipFile(path) as archive:
            sizes = [(info.file_size, info.compress_size) for info in archive.infolist()]
    except zipfile.BadZipFile:
        raise ImportProblem(
            f"{path.name} is not a whole Excel workbook (.xlsx): it is cut off or of another kind. "
            "Download it again."
        ) from None
    unpacked, packed = sum(size for size, _ in sizes), sum(size for _, size in sizes)
    if unpacked > MAX_BYTES or unpacked > MAX_RATIO * max(packed, 100_000):
        raise ImportProblem(
            f"{path.name} would unpack from {packed:,} to {unpacked:,} bytes, which no agency's workbook "
            "does. It is refused unread."
        )
    try:
        return CalamineWorkbook.from_path(str(path))
    except Exception as error:  # noqa: BLE001  calamine raises its own errors and plain ones alike
        raise ImportProblem(
            f"{path.name} cannot be read as a workbook: {error}. Download it again."
        ) from None


def sheet_rows(path: Path, sheet: str | int = 0) -> Iterator[Sequence[object]]:
    """The rows of one sheet of a workbook, cells as Python values, read as a stream."""
    workbook = open_workbook(path)
    names = workbook.sheet_names
    if isinstance(sheet, str) and sheet not in names:
        raise ImportProblem(
            f"{path.name} has no sheet {sheet!r}; it has {', '.join(names)}. Check that it is the right file."
        )
    name = sheet if isinstance(sheet, str) else names[sheet]
    try:
        yield from workbook.get_sheet_by_name(name).iter_rows()
    except Exception as error:  # noqa: BLE001  see open_workbook
        raise ImportProblem(
            f"{path.name}, sheet {name}: {error}. The file is damaged; download it again."
        ) from None
