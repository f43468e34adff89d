"""What has moved or is gone, as errors, which ``careerportal.api`` answers with problem documents."""

from typing import TypeVar

from careers.public.outcomes import Gone, Moved

T = TypeVar("T")


class MovedError(Exception):
    """What was asked for lives at the newer ``slug``."""

    def __init__(self, slug: str) -> None:
        super().__init__(slug)
        self.slug = slug


class GoneError(Exception):
    """What was asked for is withdrawn. ``title`` is the one it had last."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.title = title


def public_or_error(answer: T | Moved | Gone) -> T:
    """What is public. Raises MovedError or GoneError."""
    if isinstance(answer, Moved):
        raise MovedError(answer.slug)
    if isinstance(answer, Gone):
        raise GoneError(answer.title)
    return answer
