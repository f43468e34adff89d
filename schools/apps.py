from django.apps import AppConfig


class SchoolsConfig(AppConfig):
    """Schools, what they teach, and where their students practise."""

    name = "schools"
    verbose_name = "Schools"

    def ready(self) -> None:
        from careers.search.codes import other_codes  # noqa: PLC0415  models are not loaded before
        from schools.search import program_codes  # noqa: PLC0415

        if program_codes not in other_codes:
            other_codes.append(program_codes)
