"""What needs an editor: the questions that the desk's front page and ``stale_report`` ask."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from careers.documents.cells import has_amount, not_published, pay_text_with_unit
from careers.documents.diff import compare_editions
from careers.documents.sheet import Outlook, Pay
from careers.editorial.models import Career, Guide, LinkCheck, State
from careers.editorial.models.working_copy import WorkingCopy
from careers.formatting.numbers import change, number
from careers.models import KnownEdition, Release, SheetRecord, SubjectType, Version
from careers.page.assemble import clauses
from careers.sheets.releases import reference

EARLIEST = dt.datetime.min.replace(tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Superseded:
    """A published text with figures that are newer than it. ``changes`` say what moved, in words."""

    key: str
    title: str
    changes: list[str]


@dataclass(frozen=True, slots=True)
class SupersededTexts:
    """``count`` of them in all; ``texts`` are the first few by title."""

    count: int
    texts: list[Superseded]


def waiting_for(user: Any) -> list[WorkingCopy]:
    """What ``user`` must do something about: texts given back to them, and texts that they can move on."""
    found: list[WorkingCopy] = []
    for model in (Career, Guide):
        name = model.subject_type
        states = [State.READY] if user.has_perm(f"editorial.review_{name}") else []
        states += [State.APPROVED] if user.has_perm(f"editorial.publish_{name}") else []
        mine = Q(editor=user, state=State.CHANGES_ASKED)
        found += model.objects.filter(mine | Q(state__in=states))
    return sorted(found, key=lambda copy: copy.state_at or EARLIEST)


def drafts(user: Any) -> list[WorkingCopy]:
    """Texts in work, one's own first, then the ones saved last."""
    found = chain(*(model.objects.filter(state=State.DRAFT) for model in (Career, Guide)))
    copies = sorted(found, key=lambda copy: copy.changed_at or EARLIEST, reverse=True)
    return sorted(copies, key=lambda copy: copy.editor_id != user.pk)


def scheduled() -> QuerySet[Version]:
    """Versions that go live at a time to come."""
    return Version.objects.scheduled().without_documents().order_by("publish_at")


def due_for_review() -> list[WorkingCopy]:
    """Texts past their review date, the longest overdue first."""
    today = timezone.localdate()
    found = chain(*(model.objects.filter(review_due_on__lt=today) for model in (Career, Guide)))
    return sorted(found, key=lambda copy: copy.review_due_on or today)


def dead_links() -> QuerySet[LinkCheck]:
    return LinkCheck.objects.dead()


def waiting_proposals() -> QuerySet[Version]:
    """Changed shipped texts, the newest of each career."""
    proposed = Version.objects.filter(subject_type=SubjectType.CAREER).proposed().without_documents()
    newest = proposed.order_by("subject_key", "-number").distinct("subject_key").values("pk")
    return proposed.filter(pk__in=newest).order_by("title")


def overtaken_releases() -> list[tuple[Release, str]]:
    """Releases in use whose next edition is out or due, with the sentence that pages say."""
    clause_of = clauses(list(KnownEdition.objects.all()), timezone.localdate())
    newest = Release.objects.newest()
    return [(release, clause) for release in newest if (clause := clause_of(reference(release)))]


def superseded(*, limit: int | None) -> SupersededTexts:
    """Written profiles whose page shows newer figures than those of the day they were published."""
    sheet = SheetRecord.objects.filter(pk=OuterRef("onet"))
    live = Version.objects.live().filter(subject_type=SubjectType.CAREER).exclude(sheet=None)
    rows = live.annotate(then=F("sheet__releases"), now=Subquery(sheet.values("document__releases")[:1]))
    moved = rows.exclude(now=None).exclude(then=F("now")).values_list("pk", "then", "now")
    old = [key for key, then, now in moved if compare_editions({"releases": then}, {"releases": now})]
    versions = Version.objects.filter(pk__in=old).order_by("title")
    return SupersededTexts(len(old), [_superseded(version) for version in versions[:limit]])


def _superseded(version: Version) -> Superseded:
    sheet = SheetRecord.objects.get(pk=version.onet)
    old, new = version.sheet or {}, sheet.document
    changes = [*_pay_moved(old, new), *_outlook_moved(old, new)]
    editions = [
        f"{edition.title}: {edition.old or '–'} → {edition.new or '–'}"
        for edition in compare_editions(old, new)
    ]
    return Superseded(version.subject_key, version.title, changes or editions[:2])


def _pay_moved(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    texts = []
    for document in (old, new):
        pay = Pay.model_validate(document["pay"]) if document.get("pay") else None
        is_told = pay is not None and has_amount(pay.main.median)
        texts.append(pay_text_with_unit(pay.main.median, pay.unit) if pay and is_told else not_published())
    words = {"old": texts[0], "new": texts[1]}
    return [_("Typical pay %(old)s → %(new)s") % words] if texts[0] != texts[1] else []


def _outlook_moved(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    was, now = (
        Outlook.model_validate(document["outlook"]) if document.get("outlook") else None
        for document in (old, new)
    )
    moved = []
    growth = [
        change(one.change_percent) if one and one.change_percent is not None else _("none")
        for one in (was, now)
    ]
    if growth[0] != growth[1]:
        moved.append(_("Outlook %(old)s → %(new)s") % {"old": growth[0], "new": growth[1]})
    openings = [
        number(one.annual_openings) if one and one.annual_openings is not None else _("none")
        for one in (was, now)
    ]
    if openings[0] != openings[1]:
        moved.append(_("Yearly openings %(old)s → %(new)s") % {"old": openings[0], "new": openings[1]})
    return moved
