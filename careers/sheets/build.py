"""Building the sheets: a document of national figures for each occupation, from each table's newest release.

All of a table is read at once and looked up by code, so that a thousand sheets take few queries.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import Any

from django.utils import timezone

from careers.documents.sheet import Missing, Related, RelatedGroup, Sheet
from careers.formatting.progress import Progress, SilentProgress
from careers.models import Address, Occupation, SheetRecord, SocCode
from careers.reference import sources
from careers.sheets.links import MAX_RELATED, RELATED, Links
from careers.sheets.missing import REASONS, Nearest, outlook_reason, pay_reason, ratings_reason
from careers.sheets.outlook import OCCUPATIONS, Projections
from careers.sheets.pay import NATIONAL, PayFigures
from careers.sheets.ratings import Ratings
from careers.sheets.releases import Releases

__all__ = ["REASONS", "rebuild_sheets"]

TITLES = sources.ONET_OCCUPATIONS
BATCH = 100
COLUMNS = (
    *("title", "slug", "figures_code", "annual_median", "growth_percent", "annual_openings", "employment"),
    *("education_rank", "job_zone", "interest_code", "is_bright"),
)


def rebuild_sheets(*, progress: Progress | None = None) -> int:
    """Bring all sheets up to date, in the caller's transaction. Returns how many became different."""
    figures = SheetFigures.read()
    sheets = (progress or SilentProgress()).track(figures.sheets(), "Sheets", len(figures.occupations))
    changed = 0
    while batch := list(islice(sheets, BATCH)):
        changed += _write([_row(sheet) for sheet in batch])
    return changed


def _write(rows: Sequence[SheetRecord]) -> int:
    """Write those that differ from what is there. A few at a time, since documents are large in memory."""
    present = SheetRecord.objects.in_bulk([row.pk for row in rows])
    changed = [row for row in rows if row.pk not in present or _differs(row, present[row.pk])]
    SheetRecord.objects.bulk_create(
        changed,
        update_conflicts=True,
        unique_fields=["occupation"],
        update_fields=["document", *COLUMNS, "changed_at"],
    )
    return len(changed)


def _differs(row: SheetRecord, other: SheetRecord) -> bool:
    return any(getattr(row, name) != getattr(other, name) for name in ("document", *COLUMNS))


@dataclass(frozen=True, slots=True)
class SheetFigures:
    """All that sheets are made of, looked up by O*NET code."""

    releases: Releases
    occupations: Sequence[Occupation]
    slugs: Mapping[str, str]
    pay: PayFigures
    projections: Projections
    ratings: Ratings
    links: Links

    @classmethod
    def read(cls) -> "SheetFigures":
        releases = Releases.now()
        slugs = dict(Address.objects.filter(is_current=True).values_list("occupation_id", "slug"))
        occupations = [
            occupation for occupation in Occupation.objects.select_related("soc") if occupation.code in slugs
        ]
        titles = dict(SocCode.objects.values_list("code", "title"))
        return cls(
            releases=releases,
            occupations=occupations,
            slugs={code: slug for code, slug in slugs.items() if code},
            pay=PayFigures.read(releases, occupations, titles),
            projections=Projections.read(releases, occupations, titles),
            ratings=Ratings.read(releases),
            links=Links.read(releases, {occupation.code: occupation.title for occupation in occupations}),
        )

    def sheets(self) -> Iterator[Sheet]:
        nearest = self._nearest()
        brief = {occupation.code: self._brief(occupation) for occupation in self.occupations}
        for occupation in self.occupations:
            yield self._sheet(occupation, nearest, brief)

    def _nearest(self) -> Nearest:
        shown = {occupation.code: occupation for occupation in self.occupations if not occupation.is_vanished}
        jobs = {code: float(wage.tot_emp or 0) for code, wage in self.pay.wages.items()}
        return Nearest(
            occupations=shown,
            slugs={code: self.slugs[code] for code in shown},
            related=self.links.related,
            jobs={code: jobs.get(self.pay.codes.code(code), 0.0) for code in shown},
        )

    def _brief(self, occupation: Occupation) -> Related:
        """The occupation as a line on another's page."""
        wage = self.pay.wages.get(self.pay.codes.code(occupation.code))
        row = self.projections.rows.get(self.projections.codes.code(occupation.code))
        return Related(
            onet=occupation.code,
            slug=self.slugs[occupation.code],
            title=occupation.title,
            tier="",
            annual_median=wage.a_median if wage else None,
            growth_percent=None if row is None or row.change_percent is None else float(row.change_percent),
        )

    def _related(self, onet: str, brief: Mapping[str, Related]) -> RelatedGroup | None:
        related = self.links.related.get(onet, ())
        neighbors = [neighbor for neighbor in related if neighbor.onet in brief][:MAX_RELATED]
        if not neighbors:
            return None
        items = [brief[neighbor.onet].model_copy(update={"tier": neighbor.tier}) for neighbor in neighbors]
        return RelatedGroup(release=RELATED, items=items)

    def _missing(self, occupation: Occupation, nearest: Nearest) -> dict[str, Missing]:
        onet, has = occupation.code, self.releases.has
        missing = {}
        if onet not in self.pay.codes.figures_of:
            reason = pay_reason(occupation, is_loaded=has(NATIONAL))
            missing["pay"] = nearest.missing(reason, onet, self.pay.codes.figures_of)
        if onet not in self.projections.codes.figures_of:
            reason = outlook_reason(occupation, is_loaded=has(OCCUPATIONS))
            missing["outlook"] = nearest.missing(reason, onet, self.projections.codes.figures_of)
        if not self.ratings.rates(onet):
            reason = ratings_reason(occupation, is_loaded=has(sources.ONET_SKILLS))
            missing["ratings"] = nearest.missing(reason, onet, self.ratings.skills)
        return missing

    def _sheet(self, occupation: Occupation, nearest: Nearest, brief: Mapping[str, Related]) -> Sheet:
        onet = occupation.code
        parts: dict[str, Any] = {
            "other_titles": self.links.titles.get(onet),
            "pay": self.pay.of(onet),
            "outlook": self.projections.outlook(onet),
            "entry": self.projections.entry(onet),
            "attainment": self.projections.attained(onet),
            "requirements": self.ratings.requirements.get(onet, []),
            "skills": self.ratings.skills.get(onet),
            "knowledge": self.ratings.knowledge.get(onet),
            "abilities": self.ratings.abilities.get(onet),
            "work_styles": self.ratings.work_styles.get(onet),
            "interests": self.ratings.interests.get(onet),
            "job_zone": self.ratings.zones.get(onet),
            "technology": self.links.technology.get(onet),
            "related": self._related(onet, brief),
            "clusters": self.links.clusters.get(onet),
            "bright": self.links.bright.get(onet),
            "tasks": self.links.tasks.get(onet),
        }
        used = {TITLES, *_releases_used(parts.values())}
        return Sheet(
            onet=onet,
            soc=occupation.soc_id,
            soc_title=occupation.soc.title,
            title=occupation.title,
            slug=self.slugs[onet],
            is_vanished=occupation.is_vanished,
            description=occupation.description,
            description_release=TITLES if occupation.description else "",
            releases=self.releases.references(key for key in used if self.releases.has(key)),
            missing=self._missing(occupation, nearest),
            **parts,
        )


def _releases_used(parts: Iterable[object]) -> Iterator[str]:
    """The keys of releases that parts, and the parts in them, name."""
    for part in parts:
        if isinstance(part, list):
            yield from _releases_used(part)
        elif part is not None:
            yield from getattr(part, "releases", ())
            if release := getattr(part, "release", ""):
                yield release
            inner = (getattr(part, name, None) for name in ("previous", "industries", "top_areas", "items"))
            yield from _releases_used(inner)


def _row(sheet: Sheet) -> SheetRecord:
    pay, outlook, median = sheet.pay, sheet.outlook, sheet.pay.annual.median.value if sheet.pay else None
    jobs, growth = pay.employment.value if pay else None, outlook.change_percent if outlook else None
    return SheetRecord(
        occupation_id=sheet.onet,
        document=sheet.model_dump(mode="json", exclude_defaults=True),
        title=sheet.title,
        slug=sheet.slug,
        figures_code=pay.figures_of.code if pay else "",
        annual_median=None if median is None else int(median),
        growth_percent=None if growth is None else Decimal(str(growth)),
        annual_openings=outlook.annual_openings if outlook else None,
        employment=None if jobs is None else int(jobs),
        education_rank=sheet.entry.rank if sheet.entry else None,
        job_zone=sheet.job_zone.zone if sheet.job_zone else "",
        interest_code=sheet.interests.code if sheet.interests else "",
        is_bright=sheet.bright is not None,
        changed_at=timezone.now(),
    )
