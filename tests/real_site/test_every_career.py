"""Each of the thousand career pages, with the real figures."""

import random
import re

import brotli
import pytest
from django.test import Client
from django.utils.html import strip_tags
from pytest_django import DjangoAssertNumQueries

from careerportal.pagecache.page import packed
from careerportal.stylesheet import TARGET
from careers.documents.cells import pay_text
from careers.documents.sheet import Sheet
from careers.models import Address, SheetRecord

pytestmark = pytest.mark.usefixtures("real_site")

#: What a missing value looks like when a template forgets about it.
LEAKS = re.compile(r"\b(None|nan|NaN|n/a|N/A|null|undefined)\b|%\(|\{\{|__proxy__|object at 0x")
EMPTY = re.compile(r"<(h[1-6]|dt|dd|figcaption)[^>]*>\s*</\1>")
#: In bytes, compressed, with the stylesheet.
LARGEST_PAGE_OF_FIGURES = 24 * 1024
LARGEST_PAGE = 30 * 1024


def read(client: Client, slug: str) -> str:
    response = client.get(f"/careers/{slug}/")
    assert response.status_code == 200, slug
    return response.content.decode()


def test_there_is_a_page_for_each_occupation() -> None:
    assert SheetRecord.objects.count() == 1016


def test_every_page_is_whole(client: Client) -> None:
    for slug in Address.objects.current().values_list("slug", flat=True):
        page = read(client, slug)
        body = page[page.index("<body") :]
        text = strip_tags(re.sub(r"<script.*?</script>", "", body, flags=re.DOTALL))
        assert page.count("<h1") == 1, slug
        assert not LEAKS.search(text), (slug, LEAKS.search(text))
        assert not EMPTY.search(body), (slug, EMPTY.search(body))


def test_shown_percentiles_are_the_sheets(client: Client) -> None:
    """On 200 pages, the five figures and the number of openings."""
    chance = random.Random(2026)  # noqa: S311  # the same pages each time, nothing secret
    rows = list(SheetRecord.objects.exclude(annual_median=None).order_by("slug"))
    for row in chance.sample(rows, 200):
        sheet = Sheet.model_validate(row.document)
        assert sheet.pay is not None
        page = read(client, row.slug)
        five = re.search(r'<dl class="five">(.*?)</dl>', page, re.DOTALL)
        assert five, row.slug
        shown = re.findall(r"<dd>(.*?)</dd>", five[1])
        assert shown == [pay_text(figure) for figure in sheet.pay.main.five], row.slug


@pytest.mark.parametrize(
    ("slug", "limit"),
    [
        ("registered-nurses", LARGEST_PAGE_OF_FIGURES),
        ("medical-and-health-services-managers", LARGEST_PAGE_OF_FIGURES),
        ("software-developers", LARGEST_PAGE_OF_FIGURES),
        ("medical-records-specialists", LARGEST_PAGE),
        ("medical-coder", LARGEST_PAGE),
    ],
)
def test_page_and_stylesheet_are_light(client: Client, slug: str, limit: int) -> None:
    page = packed(read(client, slug).encode())

    assert len(page) + len(brotli.compress(TARGET.read_bytes())) <= limit


@pytest.mark.parametrize(
    "slug", ["registered-nurses", "medical-records-specialists", "medical-coder", "infantry"]
)
def test_pages_cost_few_queries(
    client: Client, slug: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(8):
        client.get(f"/careers/{slug}/")
    with django_assert_max_num_queries(12):
        client.get(f"/careers/{slug}/", {"area": "47900"})


def test_first_visit_is_light() -> None:
    fonts = sum(path.stat().st_size for path in (TARGET.parent / "fonts").glob("*.woff2"))
    script = len(brotli.compress((TARGET.parent / "app.js").read_bytes()))
    icon = (TARGET.parent / "icon.svg").stat().st_size

    assert fonts + script + icon + LARGEST_PAGE_OF_FIGURES <= 80 * 1024
