"""The pay part of sheets: what the nation's wage figures say, and how they moved since the release before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from careers.documents.sheet import Figure, IndustryPay, Pay, Percentiles, PreviousPay, TopAreas
from careers.models import Occupation, Release, Status, Wage
from careers.models.figures import ANNUAL_MEASURES
from careers.reference import sources
from careers.sheets.places import industries_by_code, top_areas_by_code
from careers.sheets.releases import BEFORE, Codes, Releases

NATIONAL = sources.OEWS_NATIONAL
#: The publisher marks the rows of single occupations so; codes that are also broad groups appear twice.
DETAILED = "detailed"


@dataclass(frozen=True, slots=True)
class PayFigures:
    """Everything about pay, ready to be looked up by the code that the figures are published for."""

    codes: Codes
    wages: Mapping[str, Wage]
    before: Mapping[str, Wage]
    industries: Mapping[str, list[IndustryPay]]
    areas: Mapping[str, TopAreas]
    release: Release | None

    @classmethod
    def read(
        cls, releases: Releases, occupations: Sequence[Occupation], titles: Mapping[str, str]
    ) -> "PayFigures":
        wages = national_wages(releases.pk(NATIONAL))
        return cls(
            codes=Codes.of(occupations, wages, titles),
            wages=wages,
            before=national_wages(releases.pk(NATIONAL + BEFORE)),
            industries=industries_by_code(
                releases, {code for code, wage in wages.items() if wage.is_hourly_only}
            ),
            areas=top_areas_by_code(releases),
            release=releases.by_key.get(NATIONAL),
        )

    def of(self, onet: str) -> Pay | None:
        figures_of = self.codes.figures_of.get(onet)
        if figures_of is None or self.release is None:
            return None
        code = figures_of.code
        wage = self.wages[code]
        return Pay(
            release=NATIONAL,
            figures_of=figures_of,
            employment=figure(wage, "TOT_EMP", self.release),
            annual=percentiles(wage, "A", self.release),
            hourly=percentiles(wage, "H", self.release),
            is_annual_only=wage.is_annual_only,
            is_hourly_only=wage.is_hourly_only,
            previous=previous_pay(wage, self.before.get(code)),
            industries=self.industries.get(code, []),
            # For those paid by the hour only, areas have no annual pay to compare.
            top_areas=None if wage.is_hourly_only else self.areas.get(code),
        )


def national_wages(release: int | None) -> dict[str, Wage]:
    """The rows of single occupations of a national release, by code."""
    wages = Wage.objects.current().filter(release=release, group=DETAILED)
    return {wage.soc_id: wage for wage in wages}


def figure(wage: Wage, measure: str, release: Release) -> Figure:
    """One cell as published: its value, or why there is none and, where top-coded, from where on."""
    value = getattr(wage, measure.lower())
    status = wage.status(measure)
    at_least: int | Decimal | None = None
    if status == Status.TOP_CODED:
        at_least = release.top_code_annual if measure in ANNUAL_MEASURES else release.top_code_hourly
    return Figure(
        value=None if value is None else float(value),
        status=status,
        at_least=None if at_least is None else float(at_least),
    )


def percentiles(wage: Wage, unit: str, release: Release) -> Percentiles:
    """Mean and five percentiles, by the year (``A``) or by the hour (``H``)."""
    names = {
        "mean": "MEAN",
        "p10": "PCT10",
        "p25": "PCT25",
        "median": "MEDIAN",
        "p75": "PCT75",
        "p90": "PCT90",
    }
    return Percentiles(**{field: figure(wage, f"{unit}_{name}", release) for field, name in names.items()})


def previous_pay(wage: Wage, before: Wage | None) -> PreviousPay | None:
    """The median of the release before, where both are known; else nothing, since nothing can be said."""
    if before is None:
        return None
    if wage.a_median and before.a_median:
        return _moved("annual", float(wage.a_median), float(before.a_median))
    if wage.is_hourly_only and before.is_hourly_only and wage.h_median and before.h_median:
        return _moved("hourly", float(wage.h_median), float(before.h_median))
    return None


def _moved(basis: str, now: float, before: float) -> PreviousPay:
    return PreviousPay(
        release=NATIONAL + BEFORE,
        median=Figure(value=before),
        basis="hourly" if basis == "hourly" else "annual",
        change=round((now / before - 1) * 100, 1),
    )
