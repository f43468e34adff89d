"""Opening publishers' files: what is refused before a row is read, and how."""

import gzip
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from careers.importers.base import files
from careers.importers.base.files import checksum, read_table, sheet_rows
from careers.importers.base.problems import ImportProblem


def rows_of(path: Path) -> list[tuple[int, files.Row]]:
    return list(read_table(path, ["Code"]))


def test_quotes_are_text_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "table.txt"
    path.write_text('Code\tTitle\r\n1\tThe "big" one\r\n2\t"Half\r\n')

    assert [row["Title"] for _, row in rows_of(path)] == ['The "big" one', '"Half']


def test_lines_are_counted_as_an_editor_counts_them(tmp_path: Path) -> None:
    path = tmp_path / "table.txt"
    path.write_text("Code\n1\n\n2\n")

    assert [line for line, _ in rows_of(path)] == [2, 4]


def test_a_byte_order_mark_is_not_part_of_the_first_column(tmp_path: Path) -> None:
    path = tmp_path / "table.txt"
    path.write_bytes(b"\xef\xbb\xbfCode\n1\n")

    assert rows_of(path) == [(2, {"Code": "1"})]


def test_text_in_another_encoding_is_named_to_the_cell(tmp_path: Path) -> None:
    path = tmp_path / "table.txt"
    path.write_bytes("Code\tTitle\n1\tRésumé writers\n".encode() + b"2\tCaf\xe9 cooks\n")

    with pytest.raises(ImportProblem) as problem:
        rows_of(path)

    assert "table.txt, line 3: column Title, value 'Caf\\xe9 cooks': it is not UTF-8 text" in str(
        problem.value
    )


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("missing.txt", "is not there. Check the name", id="missing"),
        pytest.param("", "is a folder. Name the file itself", id="folder"),
    ],
)
def test_a_path_that_is_no_file(tmp_path: Path, name: str, message: str) -> None:
    with pytest.raises(ImportProblem, match=message):
        rows_of(tmp_path / name)


def test_a_gzip_that_unpacks_to_a_flood_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 10_000)
    path = tmp_path / "table.txt.gz"
    path.write_bytes(gzip.compress(b"Code\n" + b"1\n" * 10_000))

    with pytest.raises(ImportProblem, match="unpacks to more than 10,000 bytes"):
        rows_of(path)
    with pytest.raises(ImportProblem, match="unpacks to more than 10,000 bytes"):
        checksum(path)


def test_a_line_without_end_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "table.txt"
    path.write_text("Code\n" + "1" * (files.MAX_IN_LINE + 5) + "\n")

    with pytest.raises(ImportProblem, match="has a line of over 1,000,000 letters"):
        rows_of(path)


def test_a_quote_that_never_ends_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text('Code\n"1\n')

    with pytest.raises(ImportProblem, match="unexpected end of data"):
        list(read_table(path, ["Code"], delimiter=",", quoted=True))


def _bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 60_000_000)


def _page(path: Path) -> None:
    path.write_text("<html><body>Access denied</body></html>")


def _part(path: Path) -> None:
    _bomb(path)
    path.write_bytes(path.read_bytes()[:1000])


def _other_archive(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("hello.txt", "hello")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        pytest.param(_bomb, "would unpack from .* to 60,000,000 bytes", id="bomb"),
        pytest.param(_page, "holds a web page, not a table", id="HTML"),
        pytest.param(_part, "is not a whole Excel workbook", id="cut off"),
        pytest.param(_other_archive, "cannot be read as a workbook", id="another archive"),
    ],
)
def test_a_workbook_that_is_none(tmp_path: Path, make: Callable[[Path], None], message: str) -> None:
    path = tmp_path / "soc_structure_2018.xlsx"
    make(path)

    with pytest.raises(ImportProblem, match=message):
        list(sheet_rows(path))
