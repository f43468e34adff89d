"""Guides' stored texts hold nothing that an editing box would run."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

import careers.editorial.fields
from careers.documents.markup import clean_markup


def clean(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Runs before the field cleans what it reads, so that the rows themselves are compared."""
    guides = apps.get_model("editorial", "Guide").objects
    for key, body in guides.values_list("pk", "body"):
        if (cleaned := clean_markup(body)) != body:
            guides.filter(pk=key).update(body=cleaned)


class Migration(migrations.Migration):

    dependencies = [("editorial", "0007_strict_partial_dates")]

    operations = [
        migrations.RunPython(clean, migrations.RunPython.noop),
        migrations.AlterField(
            "Guide",
            "body",
            careers.editorial.fields.MarkupField(
                blank=True,
                help_text="Headings, paragraphs, lists and links. Start with the answer; one idea to a paragraph.",
            ),
        ),
    ]
