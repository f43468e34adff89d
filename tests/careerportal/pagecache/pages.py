"""Addresses of a small site, whose views declare what their pages depend on."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from careers.web.public_page import public_page


@public_page(params=("area", "q"))
def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("page")


@public_page(params=("q", "near", "kind"), repeated=("kind",))
def finder(request: HttpRequest) -> HttpResponse:
    return HttpResponse("finder")


def admin(request: HttpRequest) -> HttpResponse:
    return HttpResponse("admin")


urlpatterns = [path("page/", page), path("finder/", finder), path("admin/", admin)]
