"""Every address of the site."""

from django.conf import settings
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

import careers.urls
from careerportal import preview
from careerportal.api import views as api_views
from careerportal.api.v1 import api
from careerportal.views import (
    career,
    career_version,
    embed,
    handout,
    home,
    media,
    saved,
    short_addresses,
    sitemap,
    static_pages,
)
from careerportal.views import careers as career_lists
from careers.views import compare
from schools.editorial import preview as placement_preview

career_pages = [
    path("careers/", career_lists.career_list, name="career-list"),
    path("careers/list.csv", career_lists.career_list_csv, name="career-list-csv"),
    path("careers/suggest", career_lists.suggest, name="career-suggest"),
    path("careers/missing", career_lists.report_missing, name="career-missing"),
    path("careers/compare/", compare.career_compare, name="career-compare"),
    path("careers/<slug:slug>/", career.career_detail, name="career-detail"),
    path("careers/<slug:slug>/handout.pdf", handout.career_handout, name="career-handout"),
    path("careers/<slug:slug>/embed/", embed.career_card, name="career-card"),
    path("careers/<slug:slug>/versions/", career_version.career_versions, name="career-versions"),
    path("careers/<slug:slug>/versions/<int:number>/", career_version.career_version, name="career-version"),
    *careers.urls.urlpatterns,
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("", include((career_pages, "careers"))),
    path("", include("schools.urls")),
    path("api/", api_views.documentation, name="api"),
    path("api/v1/openapi.json", api_views.openapi, name="openapi"),
    path("api/v1/", api.urls),
    path("saved/", saved.saved, name="saved"),
    path("list/", saved.shared_list, name="shared-list"),
    path("about/", static_pages.about, name="about"),
    path("accessibility/", static_pages.accessibility, name="accessibility"),
    path("c/<slug:short>", short_addresses.short_address, name="short-address"),
    path("c/<slug:short>/", short_addresses.short_address),
    path("media/<path:file>", media.media, name="media"),
    path("embed/", embed.how_to_embed, name="embed"),
    path("oembed", embed.oembed, name="oembed"),
    path("privacy/", static_pages.privacy, name="privacy"),
    path("preview/placement/<str:token>/", placement_preview.preview, name="placement-preview"),
    path("preview/<str:token>/", preview.preview, name="preview"),
    path("robots.txt", static_pages.robots, name="robots"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("favicon.ico", static_pages.favicon, name="favicon"),
    path(f"{settings.ADMIN_PATH}account/", include("careerportal.accounts.urls")),
    path(settings.ADMIN_PATH, admin.site.urls),
]

handler400 = static_pages.bad_request
handler403 = static_pages.forbidden
handler404 = static_pages.not_found
handler500 = static_pages.failed
