"""The HTML that a guide's text may hold: a dozen tags, links to the web, nothing that runs."""

import nh3

GUIDE_TAGS = {"h2", "h3", "p", "ul", "ol", "li", "a", "strong", "em", "blockquote", "br"}


def clean_markup(html: str) -> str:
    """``html`` without anything that is not among ``GUIDE_TAGS``; cleaning twice changes nothing."""
    return nh3.clean(
        html,
        tags=GUIDE_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener",
    )
