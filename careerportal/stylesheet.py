"""The public stylesheet: many small files for people, one small file for browsers.

The sources are in ``careerportal/styles/``, one per layer and component; ``build_stylesheet`` writes
``static/app.css`` from them. The result is committed, so that a site needs no build step and no minifier, and
a test keeps it up to date.
"""

from pathlib import Path

from django.conf import settings
from rcssmin import cssmin

STYLES = Path(__file__).parent / "styles"
TARGET = Path(settings.BASE_DIR) / "static" / "app.css"
LAYERS = ("reset", "tokens", "base", "layout", "components", "utilities", "print")


def sources() -> list[Path]:
    """The files in the order of their layers; components by name, since they do not depend on each other."""
    files = [STYLES / "fonts.css"]
    for layer in LAYERS:
        files += (
            sorted((STYLES / layer).glob("*.css")) if layer == "components" else [STYLES / f"{layer}.css"]
        )
    return files


def build() -> str:
    """The whole stylesheet, minified."""
    order = f"@layer {', '.join(LAYERS)};"
    return str(cssmin("\n".join([order, *(path.read_text() for path in sources())]))) + "\n"
