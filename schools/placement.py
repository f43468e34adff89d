"""The document of a placement, as it is frozen into a version and shown to readers."""

import datetime as dt

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel, ConfigDict, Field


class Kind(models.TextChoices):
    PAID = "paid", _("Paid placement")
    CHOSEN = "editors", _("Editors’ choice")


class PlacementPart(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_enum_values=True)


class Target(PlacementPart):
    """A career (by O*NET-SOC code) or a field of work (by slug) with its name on the day."""

    key: str
    title: str


class PlacementDocument(PlacementPart):
    """A school shown apart from the neutral lists.

    ``title`` is the school's name, ``slug`` the placement's key.
    """

    title: str
    slug: str
    kind: Kind
    unitid: int
    school_slug: str
    place: str
    wording: str
    link: str = Field("", description="Empty: the school's page on this site.")
    careers: list[Target] = []
    clusters: list[Target] = []
    is_home: bool = False
    starts_at: dt.datetime
    ends_at: dt.datetime
    paid_by: str = ""
    reason: str = ""
    position: int = 1
    is_example: bool = False

    @property
    def starts_on(self) -> str:
        """The first day, where the site is at home, as in 2026-09-01."""
        return timezone.localtime(self.starts_at).date().isoformat()

    @property
    def ends_on(self) -> str:
        return timezone.localtime(self.ends_at).date().isoformat()

    @property
    def is_paid(self) -> bool:
        return self.kind == Kind.PAID

    @property
    def label(self) -> str:
        """The words that stand wherever the placement does."""
        return str(Kind(self.kind).label)

    @property
    def targets(self) -> set[str]:
        """Where it stands, as keys that tell careers, fields and the home page apart."""
        targets = {f"career:{target.key}" for target in self.careers}
        targets |= {f"cluster:{target.key}" for target in self.clusters}
        return targets | ({"home"} if self.is_home else set())
