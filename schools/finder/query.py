"""What the address of the finder asks for. Each state of the finder has one address."""

from dataclasses import dataclass, replace
from typing import Any, Self
from urllib.parse import urlencode

from django.db import models
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from schools.levels import LevelGroup
from schools.models import School
from schools.states import STATES

MILES = (10, 25, 50, 100, 250)
USUAL_MILES = 50
COSTS = (5_000, 12_000, 25_000)
MAX_TEXT_LENGTH = 100
LAST_PAGE = 500


class Sort(models.TextChoices):
    COMPLETIONS = "finish", _("Most who finish")
    DISTANCE = "distance", _("Nearest")
    COST = "cost", _("Lowest tuition")
    NAME = "name", _("A to Z")


@dataclass(frozen=True, slots=True)
class FinderQuery:
    """``near`` is a city's or a school's slug, a ZIP code, or what a visitor typed. Empty means “any”."""

    q: str = ""
    program: str = ""
    career: str = ""
    state: str = ""
    near: str = ""
    miles: int = USUAL_MILES
    level: tuple[str, ...] = ()
    control: tuple[str, ...] = ()
    size: tuple[str, ...] = ()
    online: bool = False
    cost: int | None = None
    sort: str = ""
    page: int = 1

    @classmethod
    def of(cls, data: QueryDict) -> Self:
        """What ``data`` asks for; what makes no sense is left out."""

        def text(name: str) -> str:
            return " ".join(data.get(name, "").replace("\0", " ").split())[:MAX_TEXT_LENGTH]

        def among(name: str, allowed: list[str]) -> tuple[str, ...]:
            asked = data.getlist(name)
            return tuple(value for value in allowed if value and value in asked)

        state = text("state").upper()
        return cls(
            q=text("q"),
            program=text("program"),
            career=text("career"),
            state=state if state in STATES else "",
            near=text("near"),
            miles=_number(data.get("miles"), MILES) or USUAL_MILES,
            level=among("level", LevelGroup.values),
            control=among("control", School.Control.values),
            size=among("size", School.Size.values),
            online=data.get("online") == "1",
            cost=_number(data.get("cost"), COSTS),
            sort=data.get("sort", "") if data.get("sort") in Sort.values else "",
            page=_number(data.get("page"), range(1, LAST_PAGE)) or 1,
        )

    def but(self, **changes: Any) -> Self:
        """The same with ``changes``, from its first page."""
        return replace(self, **{"page": 1, **changes})

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Names and values in a fixed order, without what is empty or usual."""
        usual = type(self)()
        pairs: list[tuple[str, str]] = []
        for name in self.__slots__:
            value = getattr(self, name)
            if value == getattr(usual, name) or (name == "miles" and not self.near):
                continue
            pairs += [(name, _written(item)) for item in (value if isinstance(value, tuple) else (value,))]
        return pairs

    @property
    def query_string(self) -> str:
        """The one way to write this in an address."""
        return urlencode(self.pairs)

    @property
    def filter_count(self) -> int:
        """How many filters are on, beside what is looked for and where."""
        return len(self.level) + len(self.control) + len(self.size) + self.online + (self.cost is not None)


def _written(value: object) -> str:
    return "1" if value is True else str(value)


def _number(text: str | None, allowed: Any) -> int | None:
    if not text or not text.isdecimal() or not text.isascii() or len(text) > 6:
        return None
    return int(text) if int(text) in allowed else None
