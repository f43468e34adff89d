"""The HTML that a guide's text may hold: a dozen tags, links to the web, nothing that runs."""

import nh3

GUIDE_TAGS = {"h2", "h3", "p", "ul", "ol", "li", "a", "strong", "em", "blockquote", "br"}


def clean_markup(html: str, *, link_rel: str | None = None) -> str:
    """``html`` without anything that is not among ``GUIDE_TAGS``; cleaning twice changes nothing.

    ``link_rel`` is what links of a published text say of their relation; drafts stay as they were typed.
    """
    return nh3.clean(
        html,
        tags=GUIDE_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel=link_rel,
    )
