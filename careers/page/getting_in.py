"""The chapter on how to begin: what it takes to get in."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from careers.charts import Bar, Stair, bars, stairs
from careers.documents.cells import not_published
from careers.documents.sheet import EntryEducation, Share, Sheet
from careers.formatting.numbers import percent
from careers.page.missing_figures import MissingFigures
from careers.page.outlook import OutlookChapter
from careers.page.sources import SourceLine, Sources
from careers.reference.education_levels import experience_words, level_name, training_words

_EDUCATION_SCALES = ("RL", "RQ")
_MAX_REQUIREMENTS = 4
_NEARLY_ALL = 98


@dataclass(frozen=True, slots=True)
class EntryLevel:
    """The Bureau's judgement. ``term`` is its own word where ours differs."""

    level: str
    term: str
    rank: int | None
    steps: tuple[Stair, ...]
    extras: tuple[str, ...]
    source: SourceLine


@dataclass(frozen=True, slots=True)
class ShareBar:
    label: str
    amount: str
    bar: Bar | None


@dataclass(frozen=True, slots=True)
class Shares:
    """Bars of shares with the finding as their title."""

    title: str
    subtitle: str
    rows: tuple[ShareBar, ...]
    source: SourceLine


@dataclass(frozen=True, slots=True)
class GettingInChapter:
    """``missing_figures`` is set where no source says anything about getting in."""

    missing_figures: MissingFigures | None = None
    whose: str = ""
    entry: EntryLevel | None = None
    attainment: Shares | None = None
    required: Shares | None = None
    zone: str = ""
    zone_source: SourceLine | None = None

    @property
    def has_figures(self) -> bool:
        return bool(self.entry or self.attainment or self.required or self.zone)


def getting_in_chapter(sheet: Sheet, sources: Sources, outlook: OutlookChapter) -> GettingInChapter:
    """The chapter for ``sheet``; ``outlook`` has said already whose figures the Bureau's are."""
    chapter = GettingInChapter(
        whose=outlook.whose if sheet.entry else "",
        entry=entry(sheet.entry, sources) if sheet.entry and sheet.entry.education else None,
        attainment=_attainment(sheet, sources),
        required=_required(sheet, sources),
        zone=zone_words(sheet.job_zone.zone) if sheet.job_zone else "",
        zone_source=sources.line(sheet.job_zone.release) if sheet.job_zone else None,
    )
    return (
        chapter
        if chapter.has_figures
        else GettingInChapter(
            missing_figures=MissingFigures(
                _("No source used here says what it takes to get into this work."), "", ""
            )
        )
    )


def entry(assignment: EntryEducation, sources: Sources) -> EntryLevel:
    """The entry level with what comes on top of it."""
    level = level_name(assignment.rank, assignment.education)
    extras = (experience_words(assignment.work_experience), training_words(assignment.training))
    return EntryLevel(
        level=level,
        term=assignment.education if _differs(assignment.education, level) else "",
        rank=assignment.rank,
        steps=stairs(assignment.rank) if assignment.rank else (),
        extras=tuple(words for words in extras if words),
        source=sources.line(assignment.release),
    )


def _differs(term: str, level: str) -> bool:
    plain = term.replace("'", "’").casefold()
    return plain != level.casefold() and not plain.startswith(level.casefold())


def _attainment(sheet: Sheet, sources: Sources) -> Shares | None:
    attainment = sheet.attainment
    if attainment is None or all(share.percent is None for share in attainment.levels):
        return None
    top = max(attainment.levels, key=lambda share: share.percent or 0)
    return Shares(
        title=_attainment_title(top),
        subtitle=_("The highest schooling of people aged 25 and over who do this work."),
        rows=_rows(attainment.levels),
        source=sources.line(attainment.release),
    )


def _attainment_title(top: Share) -> str:
    share = top.percent or 0
    words = {"level": _lower_first(top.label), "share": percent(share)}
    if share > 50:
        return _("More than half have: %(level)s") % words
    return _("The largest group, %(share)s, has: %(level)s") % words


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _required(sheet: Sheet, sources: Sources) -> Shares | None:
    requirement = next((part for part in sheet.requirements if part.scale in _EDUCATION_SCALES), None)
    if requirement is None:
        return None
    named = sorted(
        (share for share in requirement.shares if share.percent), key=lambda share: -(share.percent or 0)
    )
    if sum(share.percent or 0 for share in requirement.shares) < _NEARLY_ALL:
        return None  # the agency holds back some answers, and the largest may be among them
    return Shares(
        title=_("What people in the job say it requires"),
        subtitle=_("Shares of those asked. Only the most frequent answers are shown."),
        rows=_rows(named[:_MAX_REQUIREMENTS]),
        source=sources.line(requirement.release),
    )


def _rows(shares: list[Share]) -> tuple[ShareBar, ...]:
    geometry = bars([share.percent for share in shares], top=100)
    return tuple(
        ShareBar(share.label, not_published() if share.percent is None else percent(share.percent), bar)
        for share, bar in zip(shares, geometry.bars, strict=True)
    )


def zone_words(zone: str) -> str:
    """What a job zone means; zones from 1 (little preparation) to 5 (very much)."""
    words = {
        "1": _("Little or no preparation is needed: a few days to a few months of learning on the job."),
        "2": _("Some preparation is needed: a few months to a year of learning from people who do the work."),
        "1-2": _("Little or some preparation is needed: a few days to a year of learning on the job."),
        "3": _("Medium preparation is needed: one to two years of training, school or both."),
        "4": _("Much preparation is needed: often a four-year degree or several years of related work."),
        "5": _("Very much preparation is needed: often study after college and years of related work."),
    }
    return words.get(zone, "")
