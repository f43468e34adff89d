"""What search knows about each page.

Gathered from sheets, the agencies' lists of titles, and the live versions.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from careers.documents.profile import Profile
from careers.models import OtherTitle, Release, SheetRecord, SubjectType, TechnologyUse, Version
from careers.models.search import SearchTitle
from careers.reference import sources
from careers.search.words import names_in

Kind = SearchTitle.Kind
#: Text counts this often: the line says in one sentence what the work is.
LINE_WEIGHT = 2
#: Groups of the sheet whose names are worth finding, and which are too general to weigh like text.
ELEMENT_GROUPS = ("skills", "knowledge")


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a subject. ``is_common``: workers report it as what they are called."""

    title: str
    kind: Kind
    is_common: bool = False


@dataclass(slots=True)
class SearchDocument:
    """A page with everything that it can be found by."""

    key: str
    onet: str
    slug: str
    title: str
    jobs: int | None = None
    version: int | None = None
    summary: str = ""
    names: list[Name] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)
    tools: list[str] = field(default_factory=list)
    themes: list[str] = field(default_factory=list)

    @property
    def codes(self) -> list[str]:
        return [self.onet, self.onet[:7]]


def gather(keys: Collection[str] | None = None) -> list[SearchDocument]:
    """All pages, or those with ``keys`` (O*NET-SOC codes and keys of careers), in the order of their keys."""
    profiles = _profiles(keys)
    documents = {subject.key: subject for subject in _occupations(keys)}
    for key, (version, profile) in profiles.items():
        if key not in documents and profile.owns_address:
            documents[key] = SearchDocument(key, profile.onet, profile.slug, profile.title)
        if key in documents:
            documents[key].version = version
            _enrich(documents[key], profile)
    _fill_jobs(documents.values())
    _add_agency_titles(documents)
    _add_tools(documents)
    return [documents[key] for key in sorted(documents)]


def _occupations(keys: Collection[str] | None) -> Iterator[SearchDocument]:
    sheets = SheetRecord.objects.current()
    if keys is not None:
        sheets = sheets.filter(occupation__in=keys)
    groups = [f"document__{name}__items" for name in ELEMENT_GROUPS]
    for row in sheets.values("pk", "slug", "title", "employment", "document__clusters__items", *groups):
        themes = [item["name"] for name in groups for item in row[name] or []]
        clusters = row["document__clusters__items"] or []
        themes += [text for item in clusters for text in (item["title"], item["pathway"])]
        yield SearchDocument(
            row["pk"],
            row["pk"],
            row["slug"],
            row["title"],
            row["employment"],
            themes=list(dict.fromkeys(themes)),
        )


def _profiles(keys: Collection[str] | None) -> dict[str, tuple[int, Profile]]:
    versions = Version.objects.live().filter(subject_type=SubjectType.CAREER)
    if keys is not None:
        versions = versions.filter(subject_key__in=keys)
    return {
        key: (version, Profile.model_validate(document))
        for version, key, document in versions.values_list("pk", "subject_key", "document")
    }


def _enrich(subject: SearchDocument, profile: Profile) -> None:
    subject.title, subject.summary = profile.title, profile.summary
    subject.names += [Name(title, Kind.OTHER) for title in profile.other_titles]
    subject.names += [Name(specialty.name, Kind.SPECIALTY) for specialty in profile.specialties]
    for certification in profile.certifications:
        subject.names += [
            Name(text, Kind.CREDENTIAL) for text in (certification.name, certification.abbreviation) if text
        ]
    subject.sentences = [
        *(f"{duty.verb} {duty.rest}" for duty in profile.duties),
        *profile.kinds,
        *(specialty.text for specialty in profile.specialties if specialty.text),
    ]


def _fill_jobs(subjects: Iterable[SearchDocument]) -> None:
    jobs = dict(SheetRecord.objects.values_list("pk", "employment"))
    for subject in subjects:
        subject.jobs = jobs.get(subject.onet)


def _add_agency_titles(documents: dict[str, SearchDocument]) -> None:
    """Titles of the newest release of each of the two lists.

    Those of an occupation belong to its own page only.
    """
    titles = OtherTitle.objects.filter(
        release__in=_newest(sources.ONET_ALTERNATE_TITLES, sources.ONET_REPORTED_TITLES)
    )
    rows = titles.current().order_by("pk")
    columns = ("occupation", "kind", "title", "short_title", "is_shown_in_my_next_move")
    for code, kind, title, short_title, is_shown in rows.values_list(*columns):
        if code not in documents:
            continue
        common = kind == OtherTitle.Kind.REPORTED and bool(is_shown)
        names = documents[code].names
        names += [Name(name, Kind.OTHER, common) for name in names_in(title)]
        if short_title:
            names.append(Name(short_title, Kind.SHORT))


def _add_tools(documents: dict[str, SearchDocument]) -> None:
    rows = TechnologyUse.objects.current().filter(release__in=_newest(sources.ONET_TECHNOLOGY))
    tools: dict[str, list[str]] = defaultdict(list)
    for code, example in rows.order_by("-is_in_demand", "-is_hot", "example").values_list(
        "occupation", "example"
    ):
        tools[code].append(example)
    for code, examples in tools.items():
        if code in documents:
            documents[code].tools = list(dict.fromkeys(examples))


def _newest(*sources: str) -> list[int]:
    newest = Release.objects.newest(*sources)
    return [release.pk for release in newest]
