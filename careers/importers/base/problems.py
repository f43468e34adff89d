"""What an importer says when a file is wrong: which file, where, which value, what to do."""

from dataclasses import dataclass, field
from pathlib import Path


class ImportProblem(Exception):
    """A file that cannot be loaded. Nothing of it has been, or stays, in the database."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that cannot be loaded: where it stands and why."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.reason}"


class RowProblem(ValueError):
    """Raised by a reader for one row. ``column`` and ``value`` are the publisher's.

    ``line`` is set by readers that put several lines together, to that which is wrong.
    """

    line = 0

    def __init__(self, reason: str, *, column: str = "", value: object = "") -> None:
        where = f"column {column}, value {value!r}: " if column else ""
        super().__init__(where + reason)


@dataclass(slots=True)
class Refusals:
    """Collects the rows of a file that are refused, and stops early when the file is hopeless."""

    file: Path
    items: list[Refusal] = field(default_factory=list)
    most: int = 100

    def add(self, line: int, reason: object) -> None:
        self.items.append(Refusal(self.file.name, line, str(reason)))
        if len(self.items) >= self.most:
            raise ImportProblem(refused_text(self.items, more=True))


def refused_text(refusals: list[Refusal], *, more: bool = False, shown: int = 20) -> str:
    """The refusals as lines of text, the first ``shown`` of them."""
    lines = [str(refusal) for refusal in refusals[:shown]]
    if len(refusals) > shown or more:
        lines.append(f"… {len(refusals)}{' or more' if more else ''} rows are refused in all.")
    return "\n".join(lines)
