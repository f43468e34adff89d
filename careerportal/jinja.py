"""The environment of the public templates: what every one of them may use without being given it."""

from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from jinja2 import Environment, StrictUndefined


def environment(**options: Any) -> Environment:
    """Make the environment: `static()`, `url()`, and translation with named placeholders.

    A misspelt name is an error rather than an empty spot on the page.
    """
    made = Environment(  # noqa: S701  # the options of the settings turn autoescape on
        **{"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True, **options},
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]  # i18n adds it
    made.globals.update(static=static, url=url)
    return made


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a named page: `url("careers:career-detail", slug=…)`."""
    return reverse(name, args=args or None, kwargs=kwargs or None)
