"""Which releases sheets are built from, and which codes' figures each occupation is shown."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field

from careers.documents.sheet import FiguresOf, ReleaseRef
from careers.models import Occupation, Release
from careers.reference.soc import figures_code

#: What the key of the release before the newest ends in.
BEFORE = "-before"


@dataclass(frozen=True, slots=True)
class Releases:
    """The newest release of each source; the wages' one before under its key with ``BEFORE``."""

    by_key: Mapping[str, Release]
    cache: dict[str, ReleaseRef] = field(default_factory=dict)

    @classmethod
    def now(cls) -> "Releases":
        by_key: dict[str, Release] = {}
        for release in Release.objects.newest_first():
            if release.source not in by_key:
                by_key[release.source] = release
            elif release.source + BEFORE not in by_key:
                by_key[release.source + BEFORE] = release
        return cls(by_key)

    def pk(self, key: str) -> int | None:
        """The release's primary key; None, which no row has, where the source is not loaded."""
        return self.by_key[key].pk if key in self.by_key else None

    def has(self, key: str) -> bool:
        return key in self.by_key

    def references(self, keys: Iterable[str]) -> dict[str, ReleaseRef]:
        for key in (wanted := sorted(set(keys))):
            if key not in self.cache:
                self.cache[key] = reference(self.by_key[key])
        return {key: self.cache[key] for key in wanted}


def reference(release: Release) -> ReleaseRef:
    return ReleaseRef(
        source=release.source,
        family=release.family,
        title=release.get_source_display(),
        publisher=release.publisher,
        edition=release.edition,
        reference_period=release.reference_period,
        published_on=release.published_on,
        next_expected_on=release.next_expected_on,
        licence=release.license,
        credit_line=release.credit_line,
        address=release.address,
        obtained_as=release.obtained_as,
    )


@dataclass(slots=True)
class Codes:
    """Whose figures each occupation is shown, for one release: by O*NET code."""

    figures_of: dict[str, FiguresOf] = field(default_factory=dict)

    @classmethod
    def of(
        cls, occupations: Iterable[Occupation], published: Container[str], titles: Mapping[str, str]
    ) -> "Codes":
        by_occupation = {
            occupation.code: figures_code(occupation.soc_id, published) for occupation in occupations
        }
        sharing: dict[str, list[Occupation]] = defaultdict(list)
        for occupation in occupations:
            if (code := by_occupation[occupation.code]) and not occupation.is_vanished:
                sharing[code[0]].append(occupation)
        codes = cls()
        for occupation in occupations:
            if code := by_occupation[occupation.code]:
                others = [other.title for other in sharing[code[0]] if other.code != occupation.code]
                codes.figures_of[occupation.code] = FiguresOf(
                    code=code[0],
                    title=titles[code[0]],
                    kind="parent" if code[1] == "own" and occupation.borrows_from_parent else code[1],
                    shared_with=sorted(others),
                )
        return codes

    def code(self, onet: str) -> str:
        """The code whose figures the occupation is shown, or nothing."""
        figures = self.figures_of.get(onet)
        return figures.code if figures else ""
