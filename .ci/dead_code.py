"""Names what nothing uses: functions, methods, classes and properties, by vulture.

A name that a template, a setting or another name in a text speaks of counts as used; so do the hooks of
frameworks (``ignore_names`` and ``ignore_decorators`` in pyproject.toml). Fields and constants are left out:
models, documents and classes that configure Django hold hundreds which only a framework reads.
"""

import re
import sys
import tomllib
from pathlib import Path

from vulture import Vulture

KINDS = {"function", "method", "class", "property", "import", "unreachable_code"}
TEMPLATES = ("templates", "careerportal/templates", "schools/templates", "careers/templates")


def main() -> int:
    options = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["tool"]["vulture"]
    vulture = Vulture(ignore_names=options["ignore_names"], ignore_decorators=options["ignore_decorators"])
    vulture.scavenge(options["paths"], exclude=options["exclude"])
    elsewhere = names_elsewhere()
    dead = [
        item
        for item in vulture.get_unused_code(min_confidence=options["min_confidence"])
        if item.typ in KINDS and item.name not in elsewhere
    ]
    for item in dead:
        print(f"{item.filename}:{item.first_lineno}: unused {item.typ} {item.name}")
    return 1 if dead else 0


def names_elsewhere() -> set[str]:
    """Every word of the templates, and of the texts in settings and apps that name classes and functions."""
    texts = [
        path.read_text(encoding="utf-8")
        for folder in TEMPLATES
        for path in Path(folder).rglob("*")
        if path.suffix in {".html", ".xml", ".txt"}
    ]
    for settings in (Path("careerportal/settings.py"), *Path().glob("*/editorial/apps.py")):
        texts += re.findall(r'"([\w.]+)"', settings.read_text(encoding="utf-8"))
    return set(re.findall(r"\w+", " ".join(texts)))


if __name__ == "__main__":
    sys.exit(main())
