"""The line and the duties of every occupation, read from ``fixtures/profiles/lines/``.

There is one file for each field of work.

::

    ["29-2072.00"]
    title = "Medical Records Specialists"
    line = "Turn the notes from a visit into the codes that get it paid."
    duties = [
      "Read | the notes and test results from each visit.",
    ]

A duty is its verb and the rest of the sentence. Codes that gather what fits nowhere else ("All Other") and
the military ones have ``kinds`` instead of duties, or beside them: the kinds of work that hide in the code.
"""

from dataclasses import dataclass
from pathlib import Path

from careers.documents.parts import DutyPart
from careers.documents.profile import Profile
from careers.publishing.shipped.profiles import ShippedTextError, read_toml

KEYS = {"title", "line", "duties", "kinds"}


@dataclass(frozen=True, slots=True)
class ShippedLine:
    """What is shipped for one occupation."""

    onet: str
    title: str
    line: str
    duties: tuple[DutyPart, ...] = ()
    kinds: tuple[str, ...] = ()

    @property
    def sentences(self) -> list[str]:
        return [self.line, *(duty.sentence for duty in self.duties)]

    def profile(self, slug: str) -> Profile:
        """The short profile that stands at the occupation's address."""
        return Profile(
            title=self.title,
            slug=slug,
            onet=self.onet,
            summary=self.line,
            duties=list(self.duties),
            kinds=list(self.kinds),
        )


def read_lines(folder: Path) -> dict[str, ShippedLine]:
    """All shipped lines below ``folder``, by O*NET-SOC code.

    Raises ShippedTextError for a code that stands in two files, an unknown key, or a duty without its bar.
    """
    lines: dict[str, ShippedLine] = {}
    for path in sorted(folder.glob("*.toml")):
        for onet, entry in read_toml(path).items():
            if onet in lines:
                raise ShippedTextError(f"{path}: {onet} stands in another file too.")
            if not entry.keys() <= KEYS or not {"title", "line"} <= entry.keys():
                raise ShippedTextError(
                    f"{path}: {onet} has the keys {sorted(entry)}; it needs title and line."
                )
            duties = tuple(_duty(path, onet, text) for text in entry.get("duties", ()))
            lines[onet] = ShippedLine(
                onet, entry["title"], entry["line"], duties, tuple(entry.get("kinds", ()))
            )
    return lines


def _duty(path: Path, onet: str, text: str) -> DutyPart:
    verb, bar, rest = text.partition(" | ")
    if not bar:
        raise ShippedTextError(
            f"{path}: {onet}: “{text}” needs a bar between its verb and the rest: “Verb | rest.”"
        )
    return DutyPart(verb=verb, rest=rest)
