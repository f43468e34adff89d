"""Addresses of careers alone; ``careerportal.urls`` adds those where schools come in."""

from django.urls import path

from careers.views import areas, clusters, feeds, guides, interests, orders, sources, ways

urlpatterns = [
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
    path("skills/", ways.element_list, name="skills-list"),
    path("skills/<slug:slug>/", ways.element_detail, {"path": "skills"}, name="skills-detail"),
    path("knowledge/<slug:slug>/", ways.element_detail, {"path": "knowledge"}, name="knowledge-detail"),
    path("abilities/<slug:slug>/", ways.element_detail, {"path": "abilities"}, name="abilities-detail"),
    path("work-styles/<slug:slug>/", ways.element_detail, {"path": "work-styles"}, name="work-styles-detail"),
    path("technology/", ways.technology_list, name="technology-list"),
    path("technology/<slug:slug>/", ways.technology_detail, name="technology-detail"),
    path("industries/", ways.industry_list, name="industry-list"),
    path("industries/<slug:code>/", ways.industry_detail, name="industry-detail"),
    path("subjects/", ways.subject_list, name="subject-list"),
    path("subjects/<slug:slug>/", ways.subject_detail, name="subject-detail"),
    path("titles/", orders.title_list, name="title-list"),
    path("titles/<slug:letter>/", orders.title_list, name="title-letter"),
    path("popular/", orders.popular_list, name="popular-list"),
    path("recent/", orders.recent_list, name="recent-list"),
    path("sources/", sources.source_list, name="source-list"),
]
