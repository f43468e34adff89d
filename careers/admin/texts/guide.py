"""The screen of a guide."""

import re
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy
from unfold.contrib.filters.admin import RelatedDropdownFilter
from unfold.contrib.forms.widgets import WysiwygWidget

from careers.admin.texts.base import Layout
from careers.admin.texts.career_rows import GuideSourceCards
from careers.admin.texts.lists import TextListAdmin
from careers.documents.markup import clean_markup
from careers.editorial.models import Guide

BREAKS = re.compile(r"(?:<br\s*/?>\s*){2,}")
EMPTY = re.compile(r"<p>(?:\s|&nbsp;|<br\s*/?>)*</p>")


class GuideTextWidget(WysiwygWidget):  # type: ignore[misc]  # Unfold has no types
    """Unfold's box for texts, with paragraphs that stay apart."""

    class Media:
        css: ClassVar = {"all": ("unfold/forms/css/trix/trix.css",)}
        js = ("unfold/forms/js/trix/trix.js", "unfold/forms/js/trix.config.js", "admin_pages/trix.js")


class GuideForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic when it runs
    """Brings the editing box's HTML to the tags that guides may have."""

    class Meta:
        model = Guide
        fields: ClassVar = [
            "title", "slug", "summary", "body", "careers", "editor", "byline", "reviewed_on", "review_due_on",
        ]  # fmt: skip
        widgets: ClassVar = {"body": GuideTextWidget}

    def clean_body(self) -> str:
        return clean_markup(with_paragraphs(self.cleaned_data["body"]))


def with_paragraphs(html: str) -> str:
    """``html`` of the editing box, whose paragraphs are divisions and empty lines, with real paragraphs."""
    html = re.sub(r"<(/?)div>", r"<\1p>", html)
    html = re.sub(r"<(/?)h1>", r"<\1h2>", html)
    return EMPTY.sub("", BREAKS.sub("</p><p>", html))


@admin.register(Guide)
class GuideAdmin(TextListAdmin):
    """A short article with its sources, and the careers that name it."""

    form = GuideForm
    list_display = ("named", "stage", "public", "score", "reviewed", "keeper")
    list_filter = (*TextListAdmin.list_filter[:3], ("editor", RelatedDropdownFilter))
    search_fields = ("title", "slug", "summary")
    autocomplete_fields = ("careers",)
    prepopulated_fields: ClassVar = {"slug": ("title",)}
    inlines = (GuideSourceCards,)
    fieldsets = (
        (gettext_lazy("Title and address"), {"fields": ["title", "slug", "summary"]}),
        (gettext_lazy("Text"), {"fields": ["body", "careers"]}),
        (
            gettext_lazy("Who looks after it"),
            {"fields": ["editor", "byline", "reviewed_on", "review_due_on"]},
        ),
    )
    layout: ClassVar[Layout] = {
        "page": ("Title and address", "Who looks after it"),
        "guide": ("Text",),
        "more": ("sources",),
    }

    def get_prepopulated_fields(self, request: HttpRequest, obj: Guide | None = None) -> dict[str, Any]:
        return {} if obj else dict(self.prepopulated_fields)
