"""Filling in the desk's forms as a browser does: all that a page shows, with what the editor changes."""

from typing import Any

from django.core.files import File
from django.test import Client
from django.urls import reverse

from careers.editorial.models.working_copy import WorkingCopy
from tests.careers.editing import make_person


def editor(client: Client, *groups: str, name: str = "ann") -> Client:
    """``client``, logged in as someone with these roles."""
    client.force_login(make_person(name, *groups, is_staff=True))
    return client


def form_address(copy: WorkingCopy) -> str:
    return reverse(f"admin:editorial_{copy.subject_type}_change", args=[copy.pk])


def page_of(copy: WorkingCopy, rest: str) -> str:
    """One of a text's own pages: ``page_of(career, "step/publish/")``."""
    return form_address(copy).replace("change/", rest)


def filled(client: Client, address: str) -> dict[str, Any]:
    """What the browser would send if the form at ``address`` were saved as it is."""
    response = client.get(address)
    context = response.context
    data = _values(context["adminform"].form)
    for formset in context["inline_admin_formsets"]:
        data |= _values(formset.formset.management_form)
        for form in formset.formset.forms:
            data |= _values(form)
    if "seen" in context:
        data["seen"] = str(context["seen"])
    return data


def add_row(data: dict[str, Any], prefix: str, **values: Any) -> dict[str, Any]:
    """``data`` with one row more."""
    number = int(data[f"{prefix}-TOTAL_FORMS"])
    row = {f"{prefix}-{number}-{name}": value for name, value in values.items()}
    return {**data, **row, f"{prefix}-TOTAL_FORMS": str(number + 1)}


def _values(form: Any) -> dict[str, Any]:
    values = {}
    for field in form:
        value = field.value()
        if value is None or value is False or isinstance(value, File):
            continue
        values[field.html_name] = "on" if value is True else value
    return {name: value for name, value in values.items() if value != ""}
