"""Signed links to drafts."""

import datetime as dt
import re

import pytest
from django.test import Client
from django.urls import reverse

from careers.editorial.models import Career
from careers.editorial.previews import PreviewError, preview_token, previewed
from careers.models import Version
from careers.publishing.working_copies import publish
from tests.careers.editing import full_profile, make_career

pytestmark = pytest.mark.django_db


def address(career: Career) -> str:
    return reverse("preview", args=[preview_token(career)])


def test_whoever_has_the_link_sees_the_draft_as_visitors_will(client: Client) -> None:
    career = make_career(full_profile())

    draft = client.get(address(career)).content.decode()

    publish(copy=career, by="a test")
    page = client.get("/careers/lantern-keepers/").content.decode()
    only_published = re.compile(
        r'<p [^>]*><a href="/careers/lantern-keepers/versions/1/">[^<]*</a></p>\n'
        r'|<a [^>]*href="/careers/lantern-keepers/handout.pdf">.*?</a>\n'
        r'|<div class="no-print">\n<h3 class="mt7" id="cite">.*?</dl>.*?</div>\n',
        re.DOTALL,
    )
    assert draft == only_published.sub("", page)


def test_preview_publishes_nothing_and_is_kept_nowhere(client: Client) -> None:
    career = make_career()

    response = client.get(address(career))

    assert not Version.objects.exists()
    assert "no-store" in response["Cache-Control"]
    assert "noindex" in response["X-Robots-Tag"]
    assert response["Referrer-Policy"] == "no-referrer"


def test_unfinished_draft_has_a_preview_too(client: Client) -> None:
    career = make_career(full_profile())
    career.sources.all().delete()
    Career.objects.update(summary="")

    assert client.get(address(career)).status_code == 200


@pytest.mark.parametrize("token", ["nonsense", "a:b:c"])
def test_false_link_is_not_found(client: Client, token: str) -> None:
    assert client.get(f"/preview/{token}/").status_code == 404


def test_link_expires() -> None:
    token = preview_token(make_career())

    with pytest.raises(PreviewError) as caught:
        previewed(token, lifetime=dt.timedelta(seconds=-1))

    assert caught.value.is_expired


def test_link_to_a_deleted_draft_is_not_found(client: Client) -> None:
    career = make_career()
    path = address(career)
    career.delete()

    assert client.get(path).status_code == 404
