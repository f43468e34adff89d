"""Every address below the namespace ``careers``.

The page of one career also shows schools, which this package does not know. The site passes the views of such
pages to ``career_urls``.
"""

from collections.abc import Callable

from django.http import HttpResponseBase
from django.urls import URLPattern, path

from careers.views import (
    areas,
    browse,
    career_list,
    clusters,
    compare,
    embed,
    feeds,
    guides,
    handout,
    index_lists,
    interests,
    sources,
)

app_name = "careers"

View = Callable[..., HttpResponseBase]


def career_urls(*, detail: View, version_list: View, version_detail: View) -> tuple[list[URLPattern], str]:
    """The addresses and their namespace, for Django's ``include``."""
    return [
        path("careers/", career_list.career_list, name="career-list"),
        path("careers/list.csv", career_list.career_list_csv, name="career-list-csv"),
        path("careers/suggest", career_list.suggest, name="career-suggest"),
        path("careers/missing", career_list.report_missing, name="career-missing"),
        path("careers/compare/", compare.career_compare, name="career-compare"),
        path("careers/<slug:slug>/", detail, name="career-detail"),
        path("careers/<slug:slug>/handout.pdf", handout.career_handout, name="career-handout"),
        path("careers/<slug:slug>/embed/", embed.career_card, name="career-card"),
        path("careers/<slug:slug>/versions/", version_list, name="career-versions"),
        path("careers/<slug:slug>/versions/<int:number>/", version_detail, name="career-version"),
        path("areas/", areas.area_list, name="area-list"),
        path("clusters/", clusters.cluster_list, name="cluster-list"),
        path("clusters/<slug:slug>/", clusters.cluster_detail, name="cluster-detail"),
        path("feeds/careers.atom", feeds.atom, name="feed-atom"),
        path("feeds/careers.json", feeds.json_feed, name="feed-json"),
        path("opensearch.xml", feeds.open_search, name="open-search"),
        path("guides/", guides.guide_list, name="guide-list"),
        path("guides/<slug:slug>/", guides.guide_detail, name="guide-detail"),
        path("interests/", interests.interest_start, name="interest-start"),
        path("interests/questions/", interests.interest_question, name="interest-question"),
        path("interests/all/", interests.interest_all, name="interest-all"),
        path("interests/results/", interests.interest_results, name="interest-results"),
        path("interests/method/", interests.interest_method, name="interest-method"),
        path("interests/<slug:slug>/", interests.interest_detail, name="interest-detail"),
        path("skills/", browse.element_list, name="skills-list"),
        path("skills/<slug:slug>/", browse.element_detail, {"path": "skills"}, name="skills-detail"),
        path("knowledge/<slug:slug>/", browse.element_detail, {"path": "knowledge"}, name="knowledge-detail"),
        path("abilities/<slug:slug>/", browse.element_detail, {"path": "abilities"}, name="abilities-detail"),
        path(
            "work-styles/<slug:slug>/",
            browse.element_detail,
            {"path": "work-styles"},
            name="work-styles-detail",
        ),
        path("technology/", browse.technology_list, name="technology-list"),
        path("technology/<slug:slug>/", browse.technology_detail, name="technology-detail"),
        path("industries/", browse.industry_list, name="industry-list"),
        path("industries/<slug:code>/", browse.industry_detail, name="industry-detail"),
        path("subjects/", browse.subject_list, name="subject-list"),
        path("subjects/<slug:slug>/", browse.subject_detail, name="subject-detail"),
        path("titles/", index_lists.title_list, name="title-list"),
        path("titles/<slug:letter>/", index_lists.title_list, name="title-letter"),
        path("popular/", index_lists.popular_list, name="popular-list"),
        path("recent/", index_lists.recent_list, name="recent-list"),
        path("sources/", sources.source_list, name="source-list"),
    ], app_name
