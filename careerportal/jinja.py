"""The environment of the public templates: the functions and filters that all of them may use."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext
from jinja2 import Environment, StrictUndefined
from jinja2.ext import Extension

from careers.documents.parts import paragraphs
from careers.formatting import numbers
from careers.models.partial_dates import show_partial_date
from careers.page.profile_text import duration
from careers.reference.cluster_icons import field_icon

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
LONG_ENDING = re.compile(r"(?<=\w{4})(?=(?:ologist|ograph|itioner|ication|ization|mental)\w*$)")


@dataclass(frozen=True, slots=True)
class Site:
    """What pages say about the site itself."""

    name: str


class Unindent(Extension):
    """Removes indentation, which only the readers of templates need."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return re.sub(r"^[ \t]+", "", source, flags=re.MULTILINE)


def environment(**options: Any) -> Environment:
    """Create the environment: `static()`, `url()`, filters for figures, translation with named placeholders.

    A misspelled name is an error rather than an empty spot on the page.
    """
    jinja = Environment(  # noqa: S701  # settings.TEMPLATES turns escaping on
        **{"trim_blocks": True, "lstrip_blocks": True, **options, "undefined": StrictUndefined},
        extensions=["jinja2.ext.i18n", Unindent],
    )
    jinja.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]  # i18n adds it
    jinja.policies["json.dumps_kwargs"] = {"separators": (",", ":")}
    jinja.globals.update(static=static, url=url, asset=asset, site=Site(name=settings.SITE_NAME))
    jinja.filters.update(
        number=numbers.number,
        money=numbers.money,
        thousands=numbers.thousands,
        percent=numbers.percent,
        change=numbers.change,
        partial_date=show_partial_date,
        field_icon=field_icon,
        soft_hyphens=soft_hyphens,
        paragraphs=paragraphs,
        duration=duration,
        day=day,
        date=date_format,
    )
    return jinja


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a named page: `url("careers:career-detail", slug=…)`."""
    return reverse(name, args=args or None, kwargs=kwargs or None)


def asset(file: str) -> str:
    """The address of a profile's picture or video, shipped with the site or uploaded."""
    return static(file) if finders.find(file) else f"{settings.MEDIA_URL}{file}"


def day(moment: dt.datetime) -> str:
    """The date of ``moment`` where the site is at home, as a reader would write it."""
    return date_format(timezone.localdate(moment), "DATE_FORMAT")


def soft_hyphens(text: str) -> str:
    """Let the longest words of titles break before a common ending, so that none is cut off on a phone."""
    return re.sub(r"\w{15,}", lambda word: LONG_ENDING.sub(SOFT_HYPHEN, word[0], count=1), text)
