import django.contrib.postgres.search
from django.db import migrations, models
from django.db.models.functions import Replace


class Migration(migrations.Migration):
    """A generated column can't be altered, so it is made anew."""

    dependencies = [("schools", "0002_extensions")]

    operations = [
        migrations.RemoveField(model_name="cipcode", name="search"),
        migrations.AddField(
            model_name="cipcode",
            name="search",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.contrib.postgres.search.SearchVector(
                    Replace("title", models.Value("/"), models.Value(" ")), config="english"
                ),
                output_field=django.contrib.postgres.search.SearchVectorField(),
            ),
        ),
    ]
