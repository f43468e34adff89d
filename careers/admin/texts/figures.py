"""The read-only figures beside the form, for whoever writes."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from careers.documents.sheet import Sheet
from careers.models import KnownEdition, SheetRecord
from careers.page import CareerPage, career_page
from careers.page.assemble import clauses
from careers.page.key_facts import KeyFact


@dataclass(frozen=True, slots=True)
class FiguresEdition:
    """One table of figures. ``clause`` says that a newer one is out or due; often empty."""

    title: str
    edition: str
    clause: str


@dataclass(frozen=True, slots=True)
class FiguresPanel:
    """What the panel shows, in words."""

    address: str
    description: str
    whose: str
    cells: tuple[KeyFact, ...]
    lists: tuple[tuple[str, tuple[str, ...]], ...]
    editions: tuple[FiguresEdition, ...]


def figures_of(onet: str) -> FiguresPanel | None:
    """The figures of an occupation; ``None`` where none are loaded."""
    sheet = SheetRecord.objects.filter(pk=onet).first()
    if sheet is None:
        return None
    document = Sheet.model_validate(sheet.document)
    clause_of = clauses(list(KnownEdition.objects.all()), timezone.localdate())
    page = career_page(sheet=document, profile=None, local_pay=None, clause_of=clause_of)
    return FiguresPanel(
        address=f"/careers/{sheet.slug}/",
        description=document.description,
        whose=page.pay.whose,
        cells=page.key_facts,
        lists=_lists(page),
        editions=tuple(
            FiguresEdition(release.title, release.edition, clause_of(release))
            for release in sorted(document.releases.values(), key=lambda release: release.title)
        ),
    )


def _lists(page: CareerPage) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What workers and their agency say, as names only."""
    lists = [(part.title, tuple(item.name for item in part.items)) for part in page.requirements.lists]
    lists.append((_("Other titles"), page.other_titles[:12]))
    lists.append((_("Neighbors"), tuple(row.career.title for row in page.related[:8])))
    return tuple((title, names) for title, names in lists if names)
