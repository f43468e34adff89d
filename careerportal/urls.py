"""Every address of the site."""

from django.conf import settings
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from careerportal import preview
from careerportal.api import views as api_views
from careerportal.api.v1 import api
from careerportal.views import career, career_version, gallery, home, media, sitemaps, static_pages
from careers.urls import career_urls
from careers.views import embed, saved, short_links
from careers.views import sitemaps as career_sitemaps
from careers.web.sitemap import Sitemap
from schools.editorial import preview as placement_preview
from schools.views import sitemaps as school_sitemaps

SITEMAPS: dict[str, type[Sitemap]] = {
    "site": sitemaps.SiteSitemap,
    **career_sitemaps.SITEMAPS,
    **school_sitemaps.SITEMAPS,
}

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path(
        "",
        include(
            career_urls(
                detail=career.career_detail,
                version_list=career_version.career_versions,
                version_detail=career_version.career_version,
            )
        ),
    ),
    path("", include("schools.urls")),
    path("api/", api_views.documentation, name="api"),
    path("api/v1/openapi.json", api_views.openapi, name="openapi"),
    path("api/v1/", api.urls),
    path("saved/", saved.saved, name="saved"),
    path("list/", saved.shared_list, name="shared-list"),
    path("about/", static_pages.about, name="about"),
    path("accessibility/", static_pages.accessibility, name="accessibility"),
    path("c/<slug:short>", short_links.short_address, name="short-address"),
    path("c/<slug:short>/", short_links.short_address),
    path("media/<path:file>", media.media, name="media"),
    path("embed/", embed.how_to_embed, name="embed"),
    path("gallery/", gallery.gallery, name="gallery"),
    path("oembed", embed.oembed, name="oembed"),
    path("privacy/", static_pages.privacy, name="privacy"),
    path("preview/placement/<str:token>/", placement_preview.preview, name="placement-preview"),
    path("preview/<str:token>/", preview.preview, name="preview"),
    path("robots.txt", static_pages.robots, name="robots"),
    path("sitemap.xml", sitemaps.sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("favicon.ico", static_pages.favicon, name="favicon"),
    path(f"{settings.ADMIN_PATH}account/", include("careerportal.accounts.urls")),
    path(settings.ADMIN_PATH, admin.site.urls),
]

handler400 = static_pages.bad_request
handler403 = static_pages.forbidden
handler404 = static_pages.not_found
handler500 = static_pages.failed
