"""Shared records: as tables, and republished to the careers that use them."""

import io
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from careers.editorial.models import Certification, Organization
from careers.models import AuditEntry, Version
from careers.publishing.working_copies import publish
from tests.careers.admin.filling import editor, filled
from tests.careers.editing import MODERATOR, REVIEWER, WRITER, full_profile, make_career

pytestmark = pytest.mark.django_db

HEAD = "key,name,abbreviation,postal_address,phone,web\n"


def upload(client: Client, name: str, content: bytes, model: str = "organization") -> Any:
    form = "0" if name.endswith(".csv") else "1"
    data = {"import_file": SimpleUploadedFile(name, content), "format": form}
    return client.post(reverse(f"admin:editorial_{model}_import"), data)


def confirm(client: Client, response: Any, model: str = "organization") -> Any:
    form = response.context["confirm_form"]
    data = {name: form.initial.get(name, form[name].value()) for name in form.fields}
    return client.post(
        reverse(f"admin:editorial_{model}_process_import"), {k: v for k, v in data.items() if v is not None}
    )


def test_table_is_shown_before_anything_changes(client: Client) -> None:
    Organization.objects.create(key="guild", name="Guild of Keepers", phone="207-555-0100")
    editor(client, WRITER)

    rows = "guild,Guild of Lamp Keepers,,,207-555-0100,\nport,Port of Harbor,,,,\n"
    preview = upload(client, "records.csv", (HEAD + rows).encode())

    page = preview.content.decode()
    assert "Lamp " in page
    assert [row.import_type for row in preview.context["result"].rows] == ["update", "new"]
    assert Organization.objects.get().name == "Guild of Keepers"

    confirm(client, preview)

    assert list(Organization.objects.values_list("name", flat=True)) == [
        "Guild of Lamp Keepers",
        "Port of Harbor",
    ]
    assert set(AuditEntry.objects.values_list("who", "action")) == {
        ("ann", "changed by import"),
        ("ann", "imported"),
    }


def test_wrong_row_is_named_and_nothing_comes_in(client: Client) -> None:
    editor(client, WRITER)

    response = upload(
        client, "records.csv", (HEAD + "Port,Port,,,,\nguild,Guild,,,,not-a-web-page\n").encode()
    )

    assert response.context["result"].has_validation_errors()
    assert "Enter a valid URL" in response.content.decode()
    assert not Organization.objects.exists()


def test_workbook_comes_in_and_goes_out(client: Client) -> None:
    Organization.objects.create(key="guild", name="Guild of Keepers")
    editor(client, WRITER)
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["key", "abbreviation", "name", "issuer", "exam_fee", "fee_on"])
    sheet.append(["clk", "CLK", "Certified Lantern Keeper", "guild", 200, "2026-02-01"])
    content = io.BytesIO()
    book.save(content)

    confirm(client, upload(client, "records.xlsx", content.getvalue(), "certification"), "certification")
    exported = client.post(
        reverse("admin:editorial_certification_export"),
        {
            "format": "1",
            "resource": "",
            **dict.fromkeys(("certificationresource_key", "certificationresource_exam_fee"), "on"),
        },
    )

    assert Certification.objects.get().issuer.key == "guild"
    rows = list(openpyxl.load_workbook(io.BytesIO(exported.content)).active.values)
    assert rows[0][0] == "key"
    assert rows[1][0] == "clk"


@pytest.mark.parametrize("path", ["import/", "export/"])
def test_tables_are_for_those_who_may(client: Client, path: str) -> None:
    editor(client, MODERATOR)

    status = client.get(f"/admin/editorial/organization/{path}").status_code

    assert status == (403 if path == "import/" else 200)


def test_changed_record_says_where_it_still_stands_as_it_was(client: Client) -> None:
    career = make_career(full_profile())
    publish(copy=career, by="maker")
    guild = Organization.objects.get(key="guild")
    editor(client, WRITER)

    address = reverse("admin:editorial_organization_change", args=[guild.pk])
    response = client.post(address, {**filled(client, address), "phone": "207-555-0199"}, follow=True)

    assert "1 published career still shows this as it was." in response.content.decode()
    assert AuditEntry.objects.filter(action="changed", note="Phone").exists()


def test_changed_record_is_republished_in_one_reviewed_step(client: Client) -> None:
    career = make_career(full_profile())
    publish(copy=career, by="maker")
    Organization.objects.filter(key="guild").update(phone="207-555-0199")
    republish = reverse(
        "admin:editorial_organization_republish_careers", args=[Organization.objects.get(key="guild").pk]
    )
    editor(client, REVIEWER)

    response = client.get(republish)
    client.post(republish, {"only": [career.key], "note": "New number."})

    assert "207-555-0199" in response.content.decode()
    live = Version.objects.live().get()
    assert (live.number, live.note, live.document["associations"][0]["phone"]) == (
        2,
        "New number.",
        "207-555-0199",
    )
    assert "Every published career shows this record" in client.get(republish).content.decode()


def test_writer_sees_what_would_change_and_publishes_nothing(client: Client) -> None:
    career = make_career(full_profile())
    publish(copy=career, by="maker")
    Organization.objects.filter(key="guild").update(phone="207-555-0199")
    republish = reverse(
        "admin:editorial_organization_republish_careers", args=[Organization.objects.get(key="guild").pk]
    )
    editor(client, WRITER)

    response = client.get(republish)
    posted = client.post(republish, {"only": [career.key]})

    assert "A reviewer can publish these." in response.content.decode()
    assert posted.status_code == 403
    assert Version.objects.count() == 1
