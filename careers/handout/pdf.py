"""Typesetting: the handout's values and the template into a PDF."""

import datetime as dt
import json
from dataclasses import asdict
from pathlib import Path

import typst
from django.utils.translation import gettext as _

from careers.handout.document import Handout

FOLDER = Path(__file__).resolve().parent


def handout_pdf(
    handout: Handout, *, site: str, address: str, link: str, code: str, version: str, made_at: dt.datetime
) -> bytes:
    """The handout as PDF/UA-1. The same values give the same bytes.

    ``address`` is what is printed and ``link`` the whole of it, ``code`` is the QR code as SVG, ``version``
    says which text this is, ``made_at`` is its moment.
    """
    values = {
        **asdict(handout),
        "site": site,
        "address": address,
        "link": link,
        "code": code,
        "version": version,
        "words": _words(),
    }
    return bytes(
        typst.compile(
            FOLDER / "handout.typ",
            root=FOLDER,
            font_paths=[FOLDER / "fonts"],
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"handout": json.dumps(values)},
            pdf_standards=["ua-1"],
            timestamp=int(made_at.timestamp()),
        )
    )


def _words() -> dict[str, str]:
    """What the template says of itself."""
    return {
        "do": _("What you do"),
        "pay": _("Pay"),
        "dots": _("100 workers in a row, from the lowest pay to the highest. Each dot is one of them."),
        "outlook": _("Outlook"),
        "begin": _("How to begin"),
        "courses": _("High-school courses"),
        "programs": _("Programs to look for"),
        "credentials": _("Certifications"),
        "like": _("You may like it if you…"),
        "think": _("Think about it"),
        "sources": _("Sources"),
        "scan": _("QR code that leads to this page"),
        "free": _("Free to copy for class."),
    }
