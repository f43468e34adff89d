"""What stops a text from being published, and what ought to be better. Each problem names its field."""

import re
from collections.abc import Callable, Iterable, Iterator

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from pydantic import BaseModel

from careers.documents.chapters import WANTED
from careers.documents.profile import Document, GuideDocument, Profile
from careers.publishing.facts import ranges, unsourced
from careers.publishing.problems import TextProblem
from careers.publishing.readability import MAX_GRADE, grade, words

FIGURE = re.compile(r"\$\s?\d|\d[\d,.]*\s?(?:%|percent\b|per cent\b)|\b\d{1,3}(?:,\d{3})+\b")
PROSE = (
    "summary", "overview", "duties", "kinds", "week", "conditions", "temperament", "skills",
    "specialties", "likes", "hard_parts", "things_to_know", "pay_notes", "outlook_notes", "steps",
    "advancement", "in_short", "body",
)  # fmt: skip
ADDRESS_FIELDS = {"address", "web"}
MIN_WORDS_TO_GRADE = 30
MAX_DUTY_LENGTH = 140


def check_document(document: Document) -> list[TextProblem]:
    """All problems that the document alone shows; errors first."""
    checks: tuple[Callable[[Document], Iterable[TextProblem]], ...] = (
        _required, unsourced, ranges, _links, _media, _grades, _figures, _lengths, _idle_sources,
    )  # fmt: skip
    return in_order(problem for check in checks for problem in check(document))


def in_order(problems: Iterable[TextProblem]) -> list[TextProblem]:
    """Errors first, otherwise in the given order."""
    return sorted(problems, key=lambda problem: not problem.is_error)


def completeness(document: Document) -> int:
    """How complete the text is, in percent of the parts that a complete one has."""
    wanted = WANTED if isinstance(document, Profile) else ("summary", "body", "careers", "sources")
    filled = sum(bool(getattr(document, field)) for field in wanted)
    return round(100 * filled / len(wanted))


def _required(document: Document) -> Iterator[TextProblem]:
    for field in ("title", "slug", "summary"):
        if not getattr(document, field):
            yield TextProblem(field, _("This is missing."))
    if isinstance(document, GuideDocument) and not document.body:
        yield TextProblem("body", _("The guide has no text yet."))
    if not isinstance(document, Profile):
        return
    if not document.duties and not document.kinds:
        yield TextProblem("duties", _("Write at least three things that people do."))
    if document.owns_address and not document.figures_note:
        yield TextProblem(
            "figures_note",
            _("The figures on this page are the whole occupation's. Say in words whom they count."),
        )


def _links(document: Document) -> Iterator[TextProblem]:
    is_address = URLValidator(schemes=["http", "https"])
    for field, name, value in _texts(document):
        if name in ADDRESS_FIELDS and value:
            try:
                is_address(value)
            except ValidationError:
                yield TextProblem(field, _("“%(address)s” is not a web address.") % {"address": value})


def _media(document: Document) -> Iterator[TextProblem]:
    if not isinstance(document, Profile):
        return
    if document.picture and not document.picture.alt:
        yield TextProblem("picture", _("Say what the picture shows, for readers who cannot see it."))
    video = document.video
    if video is None:
        return
    if not video.transcript:
        yield TextProblem("video", _("A video needs its transcript."))
    if not video.address and not video.file:
        yield TextProblem("video", _("Give the video's address or its file."))
    if not video.title:
        yield TextProblem("video", _("Give the video a title."))
    if not video.captions:
        yield TextProblem("video", _("Say in which languages the video has captions."), is_error=False)


def _grades(document: Document) -> Iterator[TextProblem]:
    for field in PROSE:
        text = prose(document, field)
        if len(words(text)) >= MIN_WORDS_TO_GRADE and grade(text) > MAX_GRADE:
            message = _("Reads at grade %(grade).1f; aim at 9 or below. Shorter sentences and words help.")
            yield TextProblem(field, message % {"grade": grade(text)}, is_error=False)


def _figures(document: Document) -> Iterator[TextProblem]:
    for field in PROSE:
        match = FIGURE.search(prose(document, field))
        if match:
            message = _(
                "“%(figure)s” is typed into the text, where it grows old unseen. Let the figures say it."
            )
            yield TextProblem(field, message % {"figure": match[0]}, is_error=False)


def _lengths(document: Document) -> Iterator[TextProblem]:
    duties = document.duties if isinstance(document, Profile) else []
    long = [duty for duty in duties if len(duty.sentence) > MAX_DUTY_LENGTH]
    if long:
        message = ngettext(
            "%(count)d of these is longer than %(most)d characters.",
            "%(count)d of these are longer than %(most)d characters.",
            len(long),
        )
        yield TextProblem("duties", message % {"count": len(long), "most": MAX_DUTY_LENGTH}, is_error=False)


def _idle_sources(document: Document) -> Iterator[TextProblem]:
    if not isinstance(document, Profile):
        return
    used = {key for parts in document.sourced.values() for part in parts for key in part.sources}
    idle = [entry.key for entry in document.sources if entry.key not in used and not entry.supports]
    if idle:
        message = _("No fact names %(keys)s, and it isn't said what they back.") % {"keys": ", ".join(idle)}
        yield TextProblem("sources", message, is_error=False)


def prose(document: Document, field: str) -> str:
    """The texts of a field that readers see, one to a line."""
    skipped = {"sources", "slug", "address", "web", "key", "kind"}
    return "\n".join(
        value for top_field, name, value in _texts(document) if top_field == field and name not in skipped
    )


def _texts(document: Document) -> Iterator[tuple[str, str, str]]:
    """Every text in the document as (top field, own field, text). A duty is one sentence."""
    for field in type(document).model_fields:
        yield from ((field, name, text) for name, text in _texts_of(field, getattr(document, field)))


def _texts_of(name: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield name, re.sub(r"<[^>]+>", " ", value) if name == "body" else value
    elif hasattr(value, "sentence"):
        yield name, value.sentence
    elif isinstance(value, BaseModel):
        for inner in type(value).model_fields:
            yield from _texts_of(inner, getattr(value, inner))
    elif isinstance(value, list):
        for item in value:
            yield from _texts_of(name, item)
