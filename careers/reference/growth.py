"""How fast a career grows against all jobs together: the same limits and words on pages and in filters."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class GrowthBand:
    """A range of growth. ``key`` stands in addresses; ``times`` the growth of all jobs is its lower limit."""

    key: str
    label: Promise
    times: float

    def limit(self, everyone: float) -> float:
        """The growth from which on the band holds, where all jobs grow by ``everyone`` per cent.

        To one decimal, as the agency publishes growth.
        """
        return round(self.times * everyone, 1)


#: The fastest first. The lowest holds everything that does not shrink.
GROWTH_BANDS = (
    GrowthBand("much-faster", _("Much faster than all jobs"), 1.8),
    GrowthBand("faster", _("Faster than all jobs"), 1.2),
    GrowthBand("average", _("About as fast as all jobs"), 0.8),
    GrowthBand("slower", _("Slower than all jobs"), 0.0),
)


def growth_band(growth: float, everyone: float) -> GrowthBand | None:
    """The band of ``growth`` per cent where all jobs grow by ``everyone``; None for what shrinks."""
    return next((band for band in GROWTH_BANDS if growth >= band.limit(everyone)), None)


def growth_against_all(growth: float, everyone: float) -> str:
    """``growth`` per cent in words beside that of all jobs, ``everyone``; both above zero.

    Begins with the label of its band, so that a page says what the filter that led to it says.
    """
    band = growth_band(growth, everyone)
    if band is None:
        return gettext("Shrinking")
    if band is not GROWTH_BANDS[0]:
        return str(band.label)
    if growth >= 2.2 * everyone:
        return gettext("%(band)s, more than twice as fast") % {"band": band.label}
    return gettext("%(band)s, about twice as fast") % {"band": band.label}
