"""The postings of a term as bytes, and back.

A row per term and subject would be 250,000 rows to read, sort and send; four byte arrays per term are
read in one step. ``numbers`` takes four bytes a subject, the three strengths one byte each, 255 the
strongest.
"""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

Buffer = bytes | memoryview

TOP = 255


@dataclass(frozen=True, slots=True)
class Strength:
    """How strongly a subject has a term, from 0 to 1.

    ``titles``: in its names; ``texts``: in its text; ``heads``: as the last word of its names.
    """

    titles: float = 0.0
    texts: float = 0.0
    heads: float = 0.0


@dataclass(slots=True)
class Postings:
    """The subjects that have a term, with the strengths side by side."""

    numbers: "array[int]" = field(default_factory=lambda: array("I"))
    titles: bytearray = field(default_factory=bytearray)
    texts: bytearray = field(default_factory=bytearray)
    heads: bytearray = field(default_factory=bytearray)

    @classmethod
    def of(cls, strengths: Iterable[tuple[int, Strength]]) -> "Postings":
        postings = cls(array("I"), bytearray(), bytearray(), bytearray())
        for number, strength in strengths:
            postings.add(number, strength)
        return postings

    @classmethod
    def read(cls, numbers: Buffer, titles: Buffer, texts: Buffer, heads: Buffer) -> "Postings":
        unpacked = array("I")
        unpacked.frombytes(bytes(numbers))
        return cls(unpacked, bytearray(titles), bytearray(texts), bytearray(heads))

    def add(self, number: int, strength: Strength) -> None:
        self.numbers.append(number)
        self.titles.append(_byte(strength.titles))
        self.texts.append(_byte(strength.texts))
        self.heads.append(_byte(strength.heads))

    def without(self, number: int) -> "Postings":
        """The same without one subject, ready to be added to."""
        kept = [place for place, other in enumerate(self.numbers) if other != number]
        return Postings(
            array("I", (self.numbers[place] for place in kept)),
            bytearray(self.titles[place] for place in kept),
            bytearray(self.texts[place] for place in kept),
            bytearray(self.heads[place] for place in kept),
        )

    def columns(self) -> tuple[bytes, bytes, bytes, bytes]:
        """As the fields of ``SearchTerm``: numbers, titles, texts, heads."""
        return self.numbers.tobytes(), bytes(self.titles), bytes(self.texts), bytes(self.heads)


def _byte(value: float) -> int:
    return max(1, round(TOP * value)) if value > 0 else 0
