"""Write static/app.css from the files in careerportal/styles/."""

from django.core.management.base import BaseCommand

from careerportal.stylesheet import TARGET, build


class Command(BaseCommand):
    """Run it after every change in careerportal/styles/."""

    help = "Writes static/app.css from the files in careerportal/styles/."

    def handle(self, *args: object, **options: object) -> None:
        css = build()
        TARGET.write_text(css)
        self.stdout.write(f"{TARGET}: {len(css):,} bytes")
