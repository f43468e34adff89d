from django.apps import AppConfig


class CareerPortalConfig(AppConfig):
    """The site: pages and commands, no tables."""

    name = "careerportal"
    verbose_name = "Career portal"
