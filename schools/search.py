"""What the schools app adds to the search for careers."""

from collections.abc import Iterator

from schools.models import CipSoc


def program_codes() -> Iterator[tuple[str, str]]:
    """Codes of programs of study with the SOC codes they lead to, so that "51.0713" finds careers."""
    yield from CipSoc.objects.newest().order_by("pk").values_list("cip", "soc")
