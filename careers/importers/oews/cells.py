"""The cells of an OEWS row: numbers, the publisher's signs, blanks that lost their sign."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from careers.importers.base.problems import RowProblem
from careers.importers.oews.layout import ANNUAL_PERCENTILES, HOURLY_PERCENTILES
from careers.models.figures import MEASURES

#: "*" no wage estimate, "**" no estimate of employment, "#" top-coded, "~" less than half a per cent.
SIGNS = frozenset({"*", "**", "#", "~"})
LOST = "?"
NUMBER = re.compile(r"-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?([eE][+-]?\d{1,2})?")
PLACES = dict.fromkeys(MEASURES, 2) | {
    **dict.fromkeys(("TOT_EMP", "A_MEAN", *ANNUAL_PERCENTILES), 0),
    **dict.fromkeys(("EMP_PRSE", "MEAN_PRSE"), 1),
    "JOBS_1000": 3,
}
#: What there is room for, by decimal places. Far above anything published.
MAX_VALUES = {0: 2_000_000_000, 1: 9_999, 2: 9_999, 3: 99_999}
MAX_REMEMBERED = 200_000

Cell = tuple[str, float | None]


class Cells(dict[str, Cell]):
    """The cells of a column: (decimal text, number), (sign, None) or ("", None). Remembers: values recur."""

    def __init__(self, column: str, *, may_be_lost: bool) -> None:
        self.column, self.places = column, PLACES[column]
        self.signs = SIGNS | {LOST} if may_be_lost else SIGNS

    def __missing__(self, text: str) -> Cell:
        if len(self) >= MAX_REMEMBERED:
            self.clear()
        cell = self[text] = self._read(text.strip())
        return cell

    def _read(self, text: str) -> Cell:
        if not text or text in self.signs:
            return text, None
        if not NUMBER.fullmatch(text):
            raise RowProblem("it is neither a number nor a sign (* ** # ~)", column=self.column, value=text)
        number = round(Decimal(text.replace(",", "")), self.places)
        if number < 0:
            raise RowProblem("it is negative, which pay and jobs never are", column=self.column, value=text)
        if number > MAX_VALUES[self.places]:
            raise RowProblem("it is larger than anything that is published", column=self.column, value=text)
        if not self.places and number != Decimal(text.replace(",", "")):
            raise RowProblem("it is not a whole number", column=self.column, value=text)
        return f"{number:f}", float(number)


def check_order(
    percentiles: Sequence[str], numbers: Mapping[str, float | None], marks: Mapping[str, str]
) -> None:
    """Raise RowProblem when a higher percentile is below a lower one; a top-coded one is above all."""
    before, before_name = 0.0, ""
    for name in percentiles:
        number = float("inf") if marks.get(name) == "#" else numbers[name]
        if number is None:
            continue
        if number < before:
            low = f"{before:,.10g}" if before != float("inf") else "#"
            raise RowProblem(
                f"it is below {before_name}, which is {low}", column=name, value=f"{number:.10g}"
            )
        before, before_name = number, name


def restore_lost(numbers: Mapping[str, float | None], marks: dict[str, str]) -> None:
    """Give the blanks among the annual percentiles of an extract their sign back, where it can be known.

    Blanks after a known lower percentile are top-coded: were they not available, the lower one would not be
    either. Where all five are blank, the reason is lost.
    """
    blank = [name for name in ANNUAL_PERCENTILES if numbers[name] is None and name not in marks]
    positions = [place for place, name in enumerate(ANNUAL_PERCENTILES) if numbers[name] is not None]
    for name in blank:
        is_above_all = positions and ANNUAL_PERCENTILES.index(name) > positions[-1]
        marks[name] = "#" if is_above_all else LOST


def check_percentiles(numbers: Mapping[str, float | None], marks: Mapping[str, str]) -> None:
    check_order(ANNUAL_PERCENTILES, numbers, marks)
    check_order(HOURLY_PERCENTILES, numbers, marks)
