"""Telling the operator how far a load is: a bar on a terminal, plain lines elsewhere."""

import sys
from collections.abc import Iterable, Iterator
from typing import Protocol, TextIO, TypeVar

from rich.console import Console
from rich.progress import BarColumn, SpinnerColumn, TaskProgressColumn, TextColumn
from rich.progress import Progress as RichProgress

T = TypeVar("T")


class Progress(Protocol):
    def track(self, items: Iterable[T], label: str, total: int | None = None) -> Iterator[T]:
        """Pass ``items`` through, telling how many have gone by."""
        ...

    def say(self, text: str) -> None: ...


class SilentProgress:
    """For callers that show nothing: tests, the admin."""

    def track(self, items: Iterable[T], label: str, total: int | None = None) -> Iterator[T]:
        yield from items

    def say(self, text: str) -> None:
        pass


class LineProgress:
    """One line at the end of each step, for logs and pipes."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def track(self, items: Iterable[T], label: str, total: int | None = None) -> Iterator[T]:
        count = 0
        for item in items:
            count += 1
            yield item
        self.say(f"{label}: {count:,}")

    def say(self, text: str) -> None:
        print(text, file=self.stream, flush=True)


class BarProgress:
    """A moving bar for each step on a terminal."""

    def __init__(self, stream: TextIO) -> None:
        self.console = Console(file=stream)

    def track(self, items: Iterable[T], label: str, total: int | None = None) -> Iterator[T]:
        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.completed:,}"),
        )
        with RichProgress(*columns, console=self.console) as bar:
            step = bar.add_task(label, total=total)
            count = 0
            for item in items:
                count += 1
                if count % 500 == 0:
                    bar.update(step, completed=count)
                yield item
            bar.update(step, completed=count, total=count)

    def say(self, text: str) -> None:
        self.console.print(text, highlight=False)


def progress_on(stream: TextIO | None = None) -> Progress:
    """The kind of progress that suits ``stream`` (standard output by default)."""
    stream = stream or sys.stdout
    return BarProgress(stream) if stream.isatty() else LineProgress(stream)
