"""The look of the admin, as Unfold's settings."""

from typing import Any

from django.templatetags.static import static
from django.urls import reverse_lazy

#: The site's green; 600 is for buttons and links on white, 500 for links on dark.
GREEN = {
    "50": "#eef6f2", "100": "#d9ebe2", "200": "#b5d7c7", "300": "#8cc4ad", "400": "#6bb59a", "500": "#46a587",
    "600": "#0a5a4a", "700": "#0b4f42", "800": "#0d3f37", "900": "#0b332d", "950": "#061f1b",
}  # fmt: skip


def unfold_settings(site_name: str) -> dict[str, Any]:
    """The setting UNFOLD. All files come from the site itself."""
    return {
        "SITE_TITLE": site_name,
        "SITE_HEADER": site_name,
        "SITE_SYMBOL": "signpost",
        "SITE_FAVICONS": [
            {"rel": "icon", "type": "image/svg+xml", "href": lambda _request: static("icon.svg")}
        ],
        "STYLES": [lambda _request: static("admin_pages/admin.css")],
        "SCRIPTS": [lambda _request: static("admin_pages/admin.js")],
        "COLORS": {
            "primary": GREEN,
            # Two steps darker than Unfold's, for contrast.
            "font": {"subtle-light": "var(--color-base-600)", "default-light": "var(--color-base-700)"},
        },
        "BORDER_RADIUS": "4px",
        "DASHBOARD_CALLBACK": "careers.admin.dashboard.fill",
        "ACCOUNT": {
            "navigation": [{"title": "Ways to log in", "link": reverse_lazy("mfa_index")}],
        },
        "SIDEBAR": {"show_search": True, "navigation": "careerportal.admin.navigation.groups"},
    }
