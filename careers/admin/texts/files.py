"""The input for a picture or a video: shipped with the site as a static file, or uploaded."""

from dataclasses import dataclass
from typing import Any

from django.contrib.staticfiles import finders
from django.templatetags.static import static
from unfold.widgets import UnfoldAdminFileFieldWidget


@dataclass(frozen=True, slots=True)
class ShippedFile:
    """A shipped file, in the form that the widget expects."""

    name: str
    url: str

    def __str__(self) -> str:
        return self.name


class ShippedOrUploadedWidget(UnfoldAdminFileFieldWidget):  # type: ignore[misc]  # Unfold has no types
    """Links to the file, shipped or uploaded."""

    def format_value(self, value: Any) -> Any:
        name = getattr(value, "name", "")
        if name and finders.find(name):
            return ShippedFile(name, static(name))
        return super().format_value(value)
