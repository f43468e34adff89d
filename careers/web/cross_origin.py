"""Answers that scripts of every site may read: nothing in them is anybody's own."""

from django.http.response import HttpResponseBase


def allow_every_origin(response: HttpResponseBase) -> None:
    """Let scripts in pages of other sites read ``response`` (CORS)."""
    response["Access-Control-Allow-Origin"] = "*"
