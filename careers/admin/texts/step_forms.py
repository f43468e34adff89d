"""What each step of a text asks for."""

import datetime as dt
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminSplitDateTimeWidget, UnfoldAdminTextareaWidget


class StepForm(forms.Form):
    """``seen`` is the save that the person looked at; somebody may have saved since."""

    seen = forms.IntegerField(widget=forms.HiddenInput)


class NoteForm(StepForm):
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=2000,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 3}),
        help_text=_(
            "What you changed and why, for the history and the mail. It may stay empty. With a text that you "
            "publish, readers see it in the list of versions."
        ),
    )


class AskForm(StepForm):
    note = forms.CharField(
        label=_("What to change"),
        max_length=2000,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 5}),
        help_text=_("As exact as you can: which sentence, what is wrong with it, what you would like."),
        error_messages={"required": _("Say what to change.")},
    )


class MomentField(forms.SplitDateTimeField):
    """A day and a time in the site's time zone, which the help text names."""

    def __init__(self, *, help_text: Any, **options: Any) -> None:
        zone = _("Time zone of the site: %(zone)s.") % {"zone": settings.TIME_ZONE}
        super().__init__(
            widget=UnfoldAdminSplitDateTimeWidget(),
            help_text=format_lazy("{} {}", help_text, zone),
            **options,
        )


class ScheduleForm(NoteForm):
    publish_at = MomentField(label=_("Public from"), help_text=_("The moment it goes live."))
    withdraw_at = MomentField(
        label=_("Until"), required=False, help_text=_("Only if it should go away by itself.")
    )
    field_order = ("seen", "publish_at", "withdraw_at", "note")

    def clean_publish_at(self) -> dt.datetime:
        moment: dt.datetime = self.cleaned_data["publish_at"]
        if moment <= timezone.now():
            raise forms.ValidationError(_("This moment is past. To publish at once, choose “Publish now”."))
        return moment

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        start, end = values.get("publish_at"), values.get("withdraw_at")
        if start and end and end <= start:
            self.add_error("withdraw_at", _("It ends before it starts."))
        return values


class WithdrawForm(NoteForm):
    at = MomentField(
        label=_("From"), required=False, help_text=_("Leave it empty to withdraw the text at once.")
    )
    field_order = ("seen", "at", "note")
