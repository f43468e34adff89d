"""Tables sent as CSV, safe to open in a spreadsheet."""

import csv
from collections.abc import Iterable, Iterator, Sequence

#: What makes a spreadsheet take a text for a formula, which could read other cells and send them away.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def csv_lines(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """The lines of a table, its headings first, each made as it is asked for."""
    writer = csv.writer(_Echo())
    yield writer.writerow(headings)
    for row in rows:
        yield writer.writerow([spreadsheet_safe(value) for value in row])


def spreadsheet_safe(value: object) -> object:
    """A text that begins like a formula gets a mark in front; numbers, also below zero, stay as they are."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_SIGNS) else value


class _Echo:
    """What ``csv`` writes to: hands each line back."""

    def write(self, line: str) -> str:
        return line
