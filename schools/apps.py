from django.apps import AppConfig


class SchoolsConfig(AppConfig):
    """Schools, what they teach, and where their students practise."""

    name = "schools"
    verbose_name = "Schools"
