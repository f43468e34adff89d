"""A small world: real figures of five occupations, real schools, and texts published, moved and withdrawn."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from careers.models import Address
from careers.publishing.working_copies import publish, withdraw
from careers.search.index import rebuild_index
from tests.careers.editing import full_profile, make_career
from tests.careers.importers.running import run
from tests.schools.conftest import DATA, loaded

RECORDS = "29-2072.00"
SLUG = "medical-records-specialists"


@contextmanager
def small_world(django_db_blocker: Any) -> Iterator[None]:
    """All of it, in a transaction that is rolled back."""
    with loaded(django_db_blocker):
        for name in ("national_M2024.csv", "MSA_M2024_extract.csv", "natsector_M2024.csv"):
            run("import_oews", DATA / "oews" / name, "--skip-refused")
        for table in ("table_1_2.csv", "table_5_3.csv"):
            run("import_projections", DATA / "ep" / table, "--skip-refused")
        run("import_clusters", DATA / "clusters" / "All_Career_Clusters.csv", "--edition", "2019")
        publish_texts()
        rebuild_index()  # on commit, which never comes here
        yield


def publish_texts() -> None:
    """A profile in its second version, one that stands at its own address, one that was withdrawn."""
    copy = make_career(full_profile(slug=SLUG, onet=RECORDS), sheet=False)
    publish(copy=copy, by="Ada Quill")
    publish(copy=copy, by="Ada Quill", note="Checked anew.")
    own = full_profile(title="Bell coder", slug="bell-coder", onet=RECORDS, owns_address=True)
    publish(copy=make_career(own, sheet=False), by="Ada Quill")
    gone = make_career(
        full_profile(title="Gone coder", slug="gone-coder", onet=RECORDS, owns_address=True), sheet=False
    )
    publish(copy=gone, by="Ada Quill")
    withdraw(copy=gone, by="Ada Quill")
    Address.objects.create(slug="records-keepers", occupation_id=RECORDS, is_current=False)
