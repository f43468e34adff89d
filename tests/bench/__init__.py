"""What must be fast, measured: `make bench` prints one row for each measure.

A module here holds measures: functions with `@measure("what it is", at_most=…, unit=…)` that return a number.
They run against the development database, so `make run` must have loaded the fixtures once. Nothing is kept:
a measure that writes does so in a transaction that it rolls back.
"""

from tests.bench.registry import measure

__all__ = ["measure"]
