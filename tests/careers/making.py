"""Sheets made for tests.

Typed values in, a whole document or a page in the database out. No figure here is real.
"""

import datetime as dt
from typing import Any

from django.utils import timezone
from django.utils.text import slugify

from careers.documents.sheet import (
    AttainmentShares,
    ClusterGroup,
    ClusterRef,
    EntryEducation,
    Figure,
    FiguresOf,
    IndustryPay,
    Interests,
    OtherTitles,
    Outlook,
    Pay,
    Percentiles,
    PreviousPay,
    Rated,
    RatedGroup,
    Related,
    RelatedGroup,
    ReleaseRef,
    Share,
    Sheet,
    Technology,
    TechnologyGroup,
    TopAreas,
    Zone,
)
from careers.models import (
    Address,
    Cluster,
    ClusterMember,
    Framework,
    Occupation,
    Release,
    SheetRecord,
    SocCode,
)
from careers.reference.sources import SOURCES

PAY, OUTLOOK, ONET = "oews-national", "ep-occupations", "onet-skills"


def figure(value: float | None, *, at_least: float | None = None) -> Figure:
    if value is None:
        return Figure(status="top-coded" if at_least else "not-published", at_least=at_least)
    return Figure(value=value)


def percentiles(*five: float | None, mean: float | None = None) -> Percentiles:
    p10, p25, median, p75, p90 = (figure(value) for value in five or (None,) * 5)
    return Percentiles(mean=figure(mean), p10=p10, p25=p25, median=median, p75=p75, p90=p90)


def release_ref(source: str, edition: str, **values: Any) -> ReleaseRef:
    found = SOURCES[source]
    return ReleaseRef(
        source=source,
        family=found.family,
        title=found.title,
        publisher=found.publisher,
        edition=edition,
        licence=found.license,
        credit_line=found.credit_for(edition),
        address=found.address,
        **values,
    )


def own(code: str = "99-1234", title: str = "Lantern Keepers") -> FiguresOf:
    return FiguresOf(code=code, title=title, kind="own")


def make_pay(**values: Any) -> Pay:
    annual = (30_000, 38_500, 50_100, 64_900, 81_200)
    return Pay(
        **{
            "release": PAY,
            "figures_of": own(),
            "employment": figure(120_300),
            "annual": percentiles(*annual, mean=54_000),
            "hourly": percentiles(*(round(value / 2080, 2) for value in annual), mean=25.96),
            **values,
        }
    )


def make_outlook(**values: Any) -> Outlook:
    return Outlook(
        **{
            "release": OUTLOOK,
            "figures_of": own(),
            "base_year": 2024,
            "target_year": 2034,
            "base_employment": 120_300,
            "target_employment": 132_400,
            "change": 12_100,
            "change_percent": 10.1,
            "annual_openings": 9_340,
            "self_employed_percent": 4.2,
            "all_change_percent": 3.1,
            "group_title": "Keepers of all kinds",
            "group_change_percent": 4.4,
            **values,
        }
    )


def make_entry(**values: Any) -> EntryEducation:
    return EntryEducation(
        **{
            "release": OUTLOOK,
            "figures_of": own(),
            "education": "Postsecondary nondegree award",
            "rank": 4,
            "work_experience": "None",
            "training": "Moderate-term on-the-job training",
            **values,
        }
    )


def rated(prefix: str, count: int = 8) -> RatedGroup:
    items = [
        Rated(
            name=f"{prefix} {i}",
            slug=f"{prefix}-{i}",
            meaning=f"Knowing {prefix} of kind {i}",
            importance=4.5 - i / 4,
        )
        for i in range(count)
    ]
    return RatedGroup(release=ONET, items=items, rated_on="2023-08")


def make_sheet(title: str = "Lantern Keepers", *, onet: str = "99-1234.00", **values: Any) -> Sheet:
    """A sheet in which everything is known, with ``values`` in place of some of it."""
    return Sheet(
        **{
            "onet": onet,
            "soc": onet[:7],
            "soc_title": title,
            "title": title,
            "slug": slugify(title),
            "releases": release_refs(),
            "other_titles": OtherTitles(releases=[ONET], titles=["Lamp Keeper", "Light Warden"], count=12),
            "pay": whole_pay(),
            "outlook": make_outlook(),
            "entry": make_entry(),
            "attainment": attainment(),
            **ratings(),
            "job_zone": Zone(release=ONET, zone="3"),
            "technology": technology(),
            "related": bell_ringers(),
            "clusters": health_science(),
            **values,
        }
    )


def release_refs() -> dict[str, ReleaseRef]:
    return {
        PAY: release_ref(PAY, "May 2025"),
        "before": release_ref(PAY, "May 2024"),
        "oews-industry": release_ref("oews-sector", "May 2024"),
        OUTLOOK: release_ref(OUTLOOK, "2024–34"),
        ONET: release_ref(ONET, "30.1"),
    }


def whole_pay() -> Pay:
    """Pay with that of the year before, of industries, and of areas."""
    return make_pay(
        previous=PreviousPay(release="before", median=figure(48_600), change=3.1),
        industries=[
            IndustryPay(
                release="oews-industry",
                code=code,
                level="sector",
                title=title,
                employment=figure(jobs),
                pay=figure(pay),
                measure="A_MEDIAN",
            )
            for code, title, jobs, pay in (
                ("61", "Educational Services", 40_000, 47_000),
                ("62", "Health Care", 30_000, 52_000),
                ("92", "Government", 12_000, 58_000),
            )
        ],
        top_areas=TopAreas(
            release="oews-industry",
            areas=[
                {"area": str(i), "title": f"Area {i}, ST", "median": figure(70_000 - i * 900)}
                for i in range(10)
            ],
            area_count=140,
            unknown_count=3,
        ),
    )


def attainment() -> AttainmentShares:
    return AttainmentShares(
        release=OUTLOOK,
        figures_of=own(),
        levels=[
            Share(label="High school diploma or equivalent", percent=31.0),
            Share(label="Some college, no degree", percent=42.5),
            Share(label="Bachelor's degree", percent=26.5),
        ],
    )


def ratings() -> dict[str, RatedGroup | Interests]:
    """What O*NET rates, by the sheet's names."""
    return {
        "skills": rated("skill"),
        "knowledge": rated("knowledge"),
        "abilities": rated("ability"),
        "work_styles": rated("style", 6),
        "interests": Interests(
            release=ONET,
            code="RCI",
            realistic=6.1,
            investigative=3.2,
            artistic=1.4,
            social=2.2,
            enterprising=2.9,
            conventional=5.5,
        ),
    }


def technology() -> TechnologyGroup:
    return TechnologyGroup(
        release=ONET,
        categories=[
            Technology(
                category="Word processing software",
                category_code="43232104",
                examples=["Quill", "Scribe"],
                count=5,
                is_in_demand=True,
            ),
            Technology(
                category="Map creation software",
                category_code="43232108",
                examples=["Chart One"],
                count=1,
            ),
        ],
    )


def bell_ringers() -> RelatedGroup:
    """The one related career."""
    ringers = Related(
        onet="99-5678.00",
        slug="bell-ringers",
        title="Bell Ringers",
        tier="Primary-Short",
        annual_median=41_000,
        growth_percent=-2.4,
    )
    return RelatedGroup(release=ONET, items=[ringers])


def health_science() -> ClusterGroup:
    """The one cluster."""
    cluster = ClusterRef(
        framework="16-clusters", title="Health Science", slug="health-science", pathway="Light and Sound"
    )
    return ClusterGroup(release=ONET, items=[cluster])


def save_release(source: str = "onet-occupations", edition: str = "30.1") -> Release:
    found = SOURCES[source]
    made, _is_new = Release.objects.get_or_create(
        source=source,
        edition=edition,
        defaults={
            "publisher": found.publisher,
            "license": found.license,
            "credit_line": found.credit_for(edition),
            "address": found.address,
            "file_name": f"{source}.txt",
            "checksum": "0" * 64,
            "loaded_at": timezone.now(),
        },
    )
    return made


def save_sheet(sheet: Sheet, *, changed_at: dt.datetime | None = None) -> SheetRecord:
    """Put ``sheet`` in the database with the rows that its page needs."""
    release = save_release()
    soc, _is_new = SocCode.objects.get_or_create(
        code=sheet.soc, defaults={"title": sheet.soc_title, "level": "detailed", "release": release}
    )
    occupation = Occupation.objects.create(code=sheet.onet, soc=soc, title=sheet.title, release=release)
    Address.objects.create(slug=sheet.slug, occupation=occupation)
    for item in sheet.clusters.items if sheet.clusters else []:
        cluster, _is_new = Cluster.objects.get_or_create(
            framework=Framework.SIXTEEN, slug=item.slug, defaults={"title": item.title}
        )
        ClusterMember.objects.create(
            release=release, occupation=occupation, cluster=cluster, pathway=item.pathway
        )
    return SheetRecord.objects.create(
        occupation=occupation,
        document=sheet.model_dump(mode="json"),
        title=sheet.title,
        slug=sheet.slug,
        figures_code=sheet.pay.figures_of.code if sheet.pay else "",
        annual_median=sheet.pay.annual.median.value if sheet.pay else None,
        growth_percent=sheet.outlook.change_percent if sheet.outlook else None,
        annual_openings=sheet.outlook.annual_openings if sheet.outlook else None,
        employment=sheet.pay.employment.value if sheet.pay else None,
        education_rank=sheet.entry.rank if sheet.entry else None,
        job_zone=sheet.job_zone.zone if sheet.job_zone else "",
        interest_code=sheet.interests.code if sheet.interests else "",
        changed_at=changed_at or timezone.now(),
    )
