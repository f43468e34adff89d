"""The measures, as their modules register them."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Function = Callable[[], float]


class NotMeasured(Exception):
    """Raised by a measure that lacks something; the message says what, and how to get it."""


@dataclass(frozen=True)
class Measure:
    """One row: its number must be at most, or at least, the limit."""

    name: str
    unit: str
    function: Function
    at_most: float | None = None
    at_least: float | None = None

    def holds(self, number: float) -> bool:
        return (self.at_most is None or number <= self.at_most) and (
            self.at_least is None or number >= self.at_least
        )

    @property
    def limit(self) -> str:
        if self.at_most is not None:
            return f"≤ {self.at_most:,g}"
        return f"≥ {self.at_least:,g}" if self.at_least is not None else ""


MEASURES: list[Measure] = []


def measure(
    name: str, *, unit: str, at_most: float | None = None, at_least: float | None = None
) -> Callable[[Function], Function]:
    """Register a function that measures one thing and returns it as a number in this unit."""

    def register(function: Function) -> Function:
        MEASURES.append(Measure(name, unit, function, at_most, at_least))
        return function

    return register


def find_measures(only: str = "") -> list[Measure]:
    """Those of every module in this folder whose module or name holds the word."""
    for module in sorted(found.name for found in pkgutil.iter_modules([str(Path(__file__).parent)])):
        if not module.startswith("_") and module != "registry":
            importlib.import_module(f"tests.bench.{module}")
    word = only.lower()
    return [one for one in MEASURES if word in f"{one.function.__module__} {one.name}".lower()]
