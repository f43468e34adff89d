"""Every component of the public templates on one page, with made-up data, for design and tests."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest
from django.views.decorators.http import require_safe

from careerportal.views.gallery_charts import SUMMARY, chart_samples
from careers.reference.interest_types import INTEREST_TYPES
from careers.web.qr import qr_markup
from careers.web.rendering import PublicPage, absolute, render_public

PLACEMENT = {
    "title": "Lantern College",
    "school_slug": "lantern-college",
    "link": "",
    "place": "Columbus, OH",
    "wording": "Evening classes for keepers, with a tower of its own.",
    "paid_by": "Lantern College",
    "reason": "Most who begin there finish.",
    "is_example": False,
}
OPTIONS = [
    {"key": "a", "label": "Associate’s degree", "count": 1_204, "is_chosen": True},
    {"key": "b", "label": "Bachelor’s degree", "count": 87, "is_chosen": False},
]
SOURCE = {
    "title": "Keeping lanterns",
    "address": "https://example.org/lanterns",
    "publisher": "Institute of Lanterns",
    "published_on": "2026-03",
    "supports": "How long a lantern burns.",
}
SCHOOL_ROW = {
    "slug": "lantern-college",
    "name": "Lantern College",
    "place": "Columbus, OH",
    "kind": "Public, two years",
    "tuition": "$4,210",
    "completions": 1_032,
    "levels": ["Certificate", "Associate’s degree"],
    "programs": [("49.0309", "Marine Science"), ("51.3801", "Nursing")],
    "more_programs": 2,
    "miles": "12 miles",
}
#: What the components are shown with; ``charts`` is added for each request, since its words are translated.
SAMPLES: dict[str, Any] = {
    "card": SUMMARY,
    "facts": [("Where", "On the coast"), ("Left out", None), ("When", "At night, in shifts of eight hours")],
    "cells": [
        {"label": "Pay", "value": "$50,100", "below": "a year", "is_words": False},
        {"label": "To get in", "value": "High-school diploma", "below": "", "is_words": True},
    ],
    "fields": [
        {"slug": "health-science", "title": "Health Science", "count": 1},
        {"slug": "transport", "title": "Transportation", "count": 92},
    ],
    "gap": {"reason": "No pay is published.", "slug": "lantern-keepers", "title": "Lantern Keepers"},
    "guides": [
        {
            "slug": "reading-pay",
            "title": "Reading pay",
            "summary": "What a median tells.",
            "updated_at": dt.datetime(2026, 9, 3, 12, tzinfo=dt.UTC),
        }
    ],
    "icons": ("search", "compare", "save", "print", "share", "play", "check", "alert", "close", "compass"),
    "kinds": INTEREST_TYPES,
    "links": [{"address": "#links-h", "label": "Tending", "note": "Every night", "count": 12}],
    "letters": "ABC",
    "options": OPTIONS,
    "chips": [{"label": "Associate’s degree", "query": "degree=a"}],
    "placements": {
        "paid": [{**PLACEMENT, "is_paid": True}],
        "chosen": [{**PLACEMENT, "is_paid": False}, {**PLACEMENT, "is_paid": False, "is_example": True}],
    },
    "school": SCHOOL_ROW,
    "source": {"text": "Bureau of Lanterns, May 2025", "clause": "Newer figures are due."},
    "sources": [SOURCE, {**SOURCE, "address": ""}],
    "credit": {"address": "https://example.org", "credit": "Bureau of Lanterns", "notes": ["July 2025."]},
    "browse": [{"query": "pay=50000", "label": "From $50,000", "count": 410, "width": 64}],
}


@require_safe
def gallery(request: HttpRequest) -> PublicPage:
    """The page. Only on a machine of one's own (``LOCAL``): nothing on it is true."""
    if not settings.LOCAL:
        raise Http404
    code = qr_markup(absolute(request, request.path))
    context = {**SAMPLES, **chart_samples(), "page": Paginator(range(90), 30).page(2), "code": code}
    return render_public(request, "site/gallery.html", context)
