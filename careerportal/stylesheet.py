"""The public stylesheet: many small files for people, one small file for browsers.

The sources are in ``careerportal/styles/``, one per layer and component; ``build_stylesheet`` writes
``static/app.css`` from them. The result is committed, so that a site needs no build step, and a test keeps it
up to date.
"""

import re
from pathlib import Path

from django.conf import settings

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
    return minify("\n".join([order, *(path.read_text() for path in sources())])) + "\n"


def minify(css: str) -> str:
    """Take out comments and space that no browser needs.

    Careful by omission: it never touches what stands in quotes, and keeps the space around ``+`` and ``-``,
    which ``calc()`` needs, and before a colon, which in a selector means "any descendant".
    """
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"\0{len(kept) - 1}\0"

    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r'"[^"]*"', keep, css)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,>]) ?", r"\1", css)
    css = re.sub(r"(?<=[{;])([a-z-]+|--[\w-]+): ", r"\1:", css)
    css = css.replace(";}", "}")
    return re.sub(r"\0(\d+)\0", lambda match: kept[int(match[1])], css).strip()
