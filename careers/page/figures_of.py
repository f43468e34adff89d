"""Whose figures a chapter shows, where they are not the career's alone."""

from django.utils.translation import gettext as _

from careers.documents.sheet import FiguresOf


def whose_figures(figures_of: FiguresOf) -> str:
    """A sentence that says whose figures these are; empty where they are the career's own."""
    names = {"code": figures_of.code, "title": figures_of.title}
    if figures_of.kind == "parent":
        return (
            _("These figures are for %(title)s (%(code)s), the larger group that this career belongs to.")
            % names
        )
    if figures_of.kind == "combined" and figures_of.shared_with:
        *others, last = figures_of.shared_with
        names["others"] = _(" and ").join([", ".join(others), last] if others else [last])
        return _("The agency counts this career together with %(others)s (code %(code)s).") % names
    if figures_of.kind == "combined":
        return _("These figures are for %(title)s (%(code)s), which the agency counts together.") % names
    return ""
