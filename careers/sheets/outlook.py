"""The parts of sheets from the Employment Projections: outlook, entry education, what workers have."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from careers.documents.sheet import AttainmentShares, EntryEducation, Outlook, Share
from careers.models import Attainment, Occupation, Projection
from careers.reference import sources
from careers.reference.education_levels import education_rank
from careers.sheets.releases import Codes, Releases

OCCUPATIONS, ATTAINMENT = sources.EP_OCCUPATIONS, sources.EP_ATTAINMENT
ALL = "00-0000"
SINGLE = "Line item"


@dataclass(frozen=True, slots=True)
class Projections:
    """Everything of the projections, ready to be looked up."""

    codes: Codes
    rows: Mapping[str, Projection]
    titles: Mapping[str, str]
    attainment_codes: Codes
    attainment: Mapping[str, list[Share]]

    @classmethod
    def read(
        cls, releases: Releases, occupations: Sequence[Occupation], titles: Mapping[str, str]
    ) -> "Projections":
        projections = Projection.objects.current().filter(release=releases.pk(OCCUPATIONS))
        rows = {row.soc_id: row for row in projections}
        single = {code for code, row in rows.items() if row.kind == SINGLE}
        attainment = _attainment(releases.pk(ATTAINMENT))
        return cls(
            codes=Codes.of(occupations, single, titles),
            rows=rows,
            titles=titles,
            attainment_codes=Codes.of(occupations, attainment, titles),
            attainment=attainment,
        )

    def outlook(self, onet: str) -> Outlook | None:
        figures_of = self.codes.figures_of.get(onet)
        if figures_of is None:
            return None
        row = self.rows[figures_of.code]
        group_code = f"{figures_of.code[:2]}-0000"
        return Outlook(
            release=OCCUPATIONS,
            figures_of=figures_of,
            base_year=row.base_year,
            target_year=row.target_year,
            base_employment=row.base_employment,
            target_employment=row.target_employment,
            change=row.change,
            change_percent=_growth(row),
            annual_openings=row.annual_openings,
            self_employed_percent=None
            if row.self_employed_percent is None
            else float(row.self_employed_percent),
            all_change_percent=_growth(self.rows.get(ALL)),
            group_title=self.titles.get(group_code, ""),
            group_change_percent=_growth(self.rows.get(group_code)),
            handbook_address=row.handbook_address,
        )

    def entry(self, onet: str) -> EntryEducation | None:
        figures_of = self.codes.figures_of.get(onet)
        row = self.rows[figures_of.code] if figures_of else None
        if figures_of is None or row is None or not row.entry_education:
            return None
        return EntryEducation(
            release=OCCUPATIONS,
            figures_of=figures_of,
            education=row.entry_education,
            rank=education_rank(row.entry_education),
            work_experience=row.work_experience,
            training=row.training,
        )

    def attained(self, onet: str) -> AttainmentShares | None:
        figures_of = self.attainment_codes.figures_of.get(onet)
        if figures_of is None:
            return None
        return AttainmentShares(
            release=ATTAINMENT, figures_of=figures_of, levels=self.attainment[figures_of.code]
        )


def _growth(row: Projection | None) -> float | None:
    return None if row is None or row.change_percent is None else float(row.change_percent)


def _attainment(release: int | None) -> dict[str, list[Share]]:
    rows = Attainment.objects.current().filter(release=release).order_by("soc_id", "rank")
    shares: dict[str, list[Share]] = defaultdict(list)
    for row in rows:
        percent = None if row.percent is None else float(row.percent)
        shares[row.soc_id].append(Share(label=row.level, percent=percent))
    return dict(shares)
