"""Addresses of schools and programs."""

from django.urls import path, re_path

from schools.views import compare, finder, placements, programs, school

app_name = "schools"

urlpatterns = [
    path("schools/", finder.school_list, name="school-list"),
    path("schools/export.csv", finder.school_export, name="school-export"),
    path("schools/compare/", compare.school_compare, name="school-compare"),
    path("schools/placements/", placements.placement_list, name="placement-list"),
    path("schools/<slug:slug>/", school.school_detail, name="school-detail"),
    path("programs/", programs.program_list, name="program-list"),
    re_path(r"^programs/(?P<code>\d\d\.\d{4})/$", programs.program_detail, name="program-detail"),
]
