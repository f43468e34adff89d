from django.contrib.postgres.operations import TrigramExtension, UnaccentExtension
from django.db import migrations


class Migration(migrations.Migration):
    """Both are trusted extensions: the owner of a database may create them."""

    dependencies = [("schools", "0001_schools")]

    operations = [UnaccentExtension(), TrigramExtension()]
