"""What the address of the finder asks for. Each state of the finder has one address."""

from dataclasses import dataclass, fields, replace
from typing import Any, Self
from urllib.parse import urlencode

from django.db import models
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from careers.web import query_params
from schools.levels import LevelGroup
from schools.models import School
from schools.states import STATES

MILES = (10, 25, 50, 100, 250)
USUAL_MILES = 50
COSTS = (5_000, 12_000, 25_000)
MAX_TEXT_LENGTH = 100


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
        """What ``data`` asks for. Raises ParameterError and NoSuchChoice, as ``query_params`` has it."""
        state = query_params.text(data, "state").upper()
        if state and state not in STATES:
            raise query_params.NoSuchChoice("state", f"There is no state {state!r}.")
        cost = query_params.choice(data, "cost", [str(cost) for cost in COSTS])
        return cls(
            q=query_params.words(data, "q", MAX_TEXT_LENGTH),
            program=query_params.words(data, "program", MAX_TEXT_LENGTH),
            career=query_params.words(data, "career", MAX_TEXT_LENGTH),
            state=state,
            near=query_params.words(data, "near", MAX_TEXT_LENGTH),
            miles=int(query_params.choice(data, "miles", [str(miles) for miles in MILES]) or USUAL_MILES),
            level=query_params.choices(data, "level", _keys(LevelGroup)),
            control=query_params.choices(data, "control", _keys(School.Control)),
            size=query_params.choices(data, "size", _keys(School.Size)),
            online=bool(query_params.choice(data, "online", ["1"])),
            cost=int(cost) if cost else None,
            sort=query_params.choice(data, "sort", Sort.values),
            page=query_params.page_number(data),
        )

    def but(self, **changes: Any) -> Self:
        """The same with ``changes``, from its first page."""
        return replace(self, **{"page": 1, **changes})

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Names and values in the order of the fields, without what is empty or usual."""
        usual = type(self)()
        pairs: list[tuple[str, str]] = []
        for name in PARAMETERS:
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


def _keys(choices: type[models.TextChoices]) -> list[str]:
    return [value for value in choices.values if value]


#: The parameters of the finder's addresses: its fields, in their order.
PARAMETERS = tuple(field.name for field in fields(FinderQuery))
REPEATED = tuple(field.name for field in fields(FinderQuery) if isinstance(field.default, tuple))
