"""Problems of a text: errors that prevent publishing, and warnings."""

from collections.abc import Iterable
from dataclasses import dataclass

from careers.documents.chapters import FIELD_LABELS


@dataclass(frozen=True, slots=True)
class TextProblem:
    """A problem in ``field`` (the document's name for it). Only errors prevent publishing."""

    field: str
    message: str
    is_error: bool = True

    @property
    def label(self) -> str:
        return str(FIELD_LABELS.get(self.field, self.field))


class NotPublishableError(Exception):
    """The text has errors, which are listed in ``problems``."""

    def __init__(self, problems: Iterable[TextProblem]) -> None:
        self.problems = list(problems)
        super().__init__("; ".join(f"{problem.label}: {problem.message}" for problem in self.problems))
