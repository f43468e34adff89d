"""What an address answers instead of a page: its owner has moved, or what stood there is withdrawn."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Moved:
    """An old slug. Its owner lives at ``slug`` now; pages answer 301."""

    slug: str


@dataclass(frozen=True, slots=True)
class Gone:
    """What was public here is withdrawn; pages answer 410. ``title`` is the one it had last."""

    title: str
