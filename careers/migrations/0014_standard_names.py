"""The standard terms of the field: SheetRecord, PageViewCount, ZeroResultSearch, license."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

RENAMED = {"sheet": "sheetrecord", "dailyreading": "pageviewcount", "searchednotfound": "zeroresultsearch"}
ACTIONS = ("add", "change", "delete", "view")


def rename_permissions(apps: Apps, names: dict[str, str]) -> None:
    """Groups and people keep what they may do: Django renames a model's content type, not its permissions."""
    permissions = apps.get_model("auth", "Permission").objects.filter(content_type__app_label="careers")
    for old, new in names.items():
        for action in ACTIONS:
            permissions.filter(codename=f"{action}_{old}").update(codename=f"{action}_{new}")


def forwards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    rename_permissions(apps, RENAMED)


def backwards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    rename_permissions(apps, {new: old for old, new in RENAMED.items()})


class Migration(migrations.Migration):

    dependencies = [
        ("careers", "0013_readings_of_guides"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.RenameModel("Sheet", "SheetRecord"),
        migrations.RenameModel("DailyReading", "PageViewCount"),
        migrations.RenameModel("SearchedNotFound", "ZeroResultSearch"),
        migrations.RenameField("Release", "licence", "license"),
        migrations.RunPython(forwards, backwards),
    ]
