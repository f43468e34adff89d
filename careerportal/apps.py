from django.apps import AppConfig


class CareerPortalConfig(AppConfig):
    """The site itself; it has pages and commands of its own, and no tables."""

    name = "careerportal"
    verbose_name = "Career portal"
